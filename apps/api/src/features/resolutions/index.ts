export { recordResolution } from './actions/record-resolution.ts';
export { resolutionsAnnouncements } from './resolutions.announcements.ts';
export { ResolutionsModule } from './resolutions.module.ts';
