export { addTemplate } from './actions/add-template.ts';
export { templatesAnnouncements } from './templates.announcements.ts';
export { TemplatesModule } from './templates.module.ts';
