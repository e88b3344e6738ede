import type { Announcements } from '../../kernel/work.ts';

/** The register's import is for the audit alone. */
export const organizationsAnnouncements: Announcements<'municipalities.imported'> = {
  'municipalities.imported': () => [],
};
