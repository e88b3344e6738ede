import type { EventKind } from '@blizej/contracts';
import { workingOffices } from '../../kernel/actor.ts';
import type { Announcements, Audience, NewEvent } from '../../kernel/work.ts';

type DocumentEvent = Extract<EventKind, `document.${string}`>;

/** Those whom the deed found to be concerned: nobody where many files come at once and the first was told of. */
const concerned = (event: NewEvent): Audience[] => [
  { organizations: event.organizationIds ?? [], offices: workingOffices, reason: 'INFORMED' },
];

/** Who is told of what happens to documents. */
export const documentsAnnouncements: Announcements<DocumentEvent> = {
  'document.added': concerned,
  'document.renewed': concerned,
  // A name, a folder, a file that is gone: it shows on the page; nobody needs a message.
  'document.changed': () => [],
  'document.removed': () => [],
  'document.restored': () => [],
  'document.infected': (event) => (event.personId ? [{ person: event.personId, reason: 'INFORMED' }] : []),
  // The register is looked up, not announced.
  'document.added-to-resolution': () => [],
  'document.renamed-in-resolution': () => [],
  'document.removed-from-resolution': () => [],
  'document.added-to-initiative': concerned,
  'document.renamed-in-initiative': () => [],
  'document.removed-from-initiative': () => [],
  'document.added-to-position': concerned,
  'document.renamed-in-position': () => [],
  'document.removed-from-position': () => [],
  'document.added-to-answer': () => [],
  'document.removed-from-answer': () => [],
};
