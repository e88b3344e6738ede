import { mainOffice, type Actor } from '../../kernel/actor.ts';
import type { NewEvent } from '../../kernel/work.ts';
import type { ParentRow } from './documents.store.ts';

type Named = 'document.added' | 'document.removed' | 'document.restored';

/** What every event of a document says of where it lies. */
const about = (row: ParentRow, actor: Actor) => ({
  actingFor: mainOffice(actor)?.organizationId ?? null,
  networkId: row.networkId,
  ...(row.taskId !== null && { taskId: row.taskId }),
  ...(row.gminaId !== null && { organizationId: row.gminaId }),
});

const networkOf = (row: ParentRow) => ({ pl: row.networkNamePl, en: row.networkNameEn });

/** An event of a document of a network or a task. */
export const documentEvent = <K extends Named>(kind: K, row: ParentRow, document: string, actor: Actor): NewEvent<K> =>
  ({ kind, facts: { network: networkOf(row), document }, ...about(row, actor) }) as NewEvent<K>;

export const renewedEvent = (
  row: ParentRow,
  document: string,
  number: number,
  actor: Actor,
): NewEvent<'document.renewed'> => ({
  kind: 'document.renewed',
  facts: { network: networkOf(row), document, number },
  ...about(row, actor),
});

export const changedEvent = (
  row: ParentRow,
  before: string,
  document: string,
  actor: Actor,
): NewEvent<'document.changed'> => ({
  kind: 'document.changed',
  facts: { network: networkOf(row), document, before },
  ...about(row, actor),
});

/** The same of a gmina's answer, which says no names: they are the gmina's own until the answer is handed in. */
export const answerEvent = <K extends 'document.added-to-answer' | 'document.removed-from-answer'>(
  kind: K,
  row: ParentRow,
  actor: Actor,
): NewEvent<K> =>
  ({
    kind,
    facts: { network: networkOf(row), task: row.title ?? '', organization: row.gminaName ?? '' },
    ...about(row, actor),
  }) as NewEvent<K>;
