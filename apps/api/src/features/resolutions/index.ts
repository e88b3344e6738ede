export { recordResolution } from './actions/record-resolution.ts';
export { resolutionPolicy } from './resolution.policy.ts';
export { resolutionIsRecorded } from './resolutions.store.ts';
export { resolutionsAnnouncements } from './resolutions.announcements.ts';
export { ResolutionsModule } from './resolutions.module.ts';
