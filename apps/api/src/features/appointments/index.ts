export { appointmentsAnnouncements } from './appointments.announcements.ts';
export { AppointmentsModule } from './appointments.module.ts';
export { Holdings } from './holdings.token.ts';
