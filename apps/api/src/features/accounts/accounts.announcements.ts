import type { Announcements } from '../../kernel/work.ts';

/** Signing in and out is for the audit alone. */
export const accountsAnnouncements: Announcements<'person.signed-in' | 'person.signed-out'> = {
  'person.signed-in': () => [],
  'person.signed-out': () => [],
};
