export { addPartner } from './actions/describe-partner.ts';
export { noteContact, notePartnerPerson } from './actions/note-partner.ts';
export { writeTwin } from './actions/twin-partner.ts';
export { publishCard, writeCard } from './actions/write-card.ts';
export { partnersAnnouncements } from './partners.announcements.ts';
export { PartnersModule } from './partners.module.ts';
export { partnerIsVisible } from './partners.store.ts';
