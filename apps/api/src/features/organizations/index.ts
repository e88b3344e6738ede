export { setDues } from './actions/set-dues.ts';
export { payersIn } from './dues.queries.ts';
export { dueOf, totalOf } from './dues.rules.ts';
export { importMunicipalities } from './actions/import-municipalities.ts';
export { Leavings } from './leavings.token.ts';
export { readRegister, type MunicipalityRecord } from './municipality-register.ts';
export { organizationsAnnouncements } from './organizations.announcements.ts';
export { OrganizationsModule } from './organizations.module.ts';
export {
  insertAssociation,
  isInForce,
  organizationIsVisible,
  resolutionAsJson,
  resolutionView,
  saveAssociationResolution,
  standingOfResolution,
  today,
} from './organizations.store.ts';
export { readTimeZone } from './organizations.queries.ts';
