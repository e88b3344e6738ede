import { mainOffice, type Actor } from '../../kernel/actor.ts';
import type { NewEvent } from '../../kernel/work.ts';
import type { InitiativeParentRow, NetworkParentRow, ParentRow, PositionParentRow } from './documents.store.ts';

/** What every event of a document of a network, a task or an answer says of where it lies. */
const about = (row: NetworkParentRow, actor: Actor) => ({
  actingFor: mainOffice(actor)?.organizationId ?? null,
  networkId: row.networkId,
  ...(row.taskId !== null && { taskId: row.taskId }),
  ...(row.gminaId !== null && { organizationId: row.gminaId }),
});

const networkOf = (row: NetworkParentRow) => ({ pl: row.networkNamePl, en: row.networkNameEn });

/** What every event of a document of an initiative says of it. */
const ofInitiative = (row: InitiativeParentRow, actor: Actor) => ({
  facts: { initiative: row.initiativeTitle, initiativeId: row.initiativeId },
  actingFor: mainOffice(actor)?.organizationId ?? null,
});

/** What every event of a signed copy says of its position. */
const ofPosition = (row: PositionParentRow, actor: Actor) => ({
  facts: { position: row.positionTitle, positionId: row.positionId },
  actingFor: mainOffice(actor)?.organizationId ?? null,
});

/** An answer says no names: its files are the gmina's own until it is handed in. */
const answerEvent = (
  kind: 'document.added-to-answer' | 'document.removed-from-answer',
  row: NetworkParentRow,
  actor: Actor,
): NewEvent => ({
  kind,
  facts: { network: networkOf(row), task: row.title ?? '', organization: row.gminaName ?? '' },
  ...about(row, actor),
});

/** What is recorded of a document that was added, taken away or put back, by what it belongs to. */
export function documentEvent(
  deed: 'added' | 'removed' | 'restored',
  row: ParentRow,
  document: string,
  actor: Actor,
): NewEvent {
  const gone = deed === 'removed';
  if (row.resolutionId !== null) {
    return {
      kind: gone ? 'document.removed-from-resolution' : 'document.added-to-resolution',
      facts: { resolution: row.resolutionNumber, document },
      actingFor: mainOffice(actor)?.organizationId ?? null,
    };
  }
  if (row.initiativeId !== null) {
    const { facts, actingFor } = ofInitiative(row, actor);
    const kind = gone ? 'document.removed-from-initiative' : 'document.added-to-initiative';
    return { kind, facts: { ...facts, document }, actingFor };
  }
  if (row.positionId !== null) {
    const { facts, actingFor } = ofPosition(row, actor);
    const kind = gone ? 'document.removed-from-position' : 'document.added-to-position';
    return { kind, facts: { ...facts, document }, actingFor };
  }
  if (row.assignmentId !== null)
    return answerEvent(gone ? 'document.removed-from-answer' : 'document.added-to-answer', row, actor);
  return { kind: `document.${deed}`, facts: { network: networkOf(row), document }, ...about(row, actor) };
}

/** What is recorded of a new version. */
export const renewedEvent = (row: ParentRow, document: string, number: number, actor: Actor): NewEvent =>
  row.resolutionId !== null || row.initiativeId !== null || row.positionId !== null || row.assignmentId !== null
    ? documentEvent('added', row, document, actor)
    : {
        kind: 'document.renewed',
        facts: { network: networkOf(row), document, number },
        ...about(row, actor),
      };

/** What is recorded of another name or place; nothing of an answer's, whose files are called as the gmina likes. */
export function changedEvent(row: ParentRow, before: string, document: string, actor: Actor): NewEvent | undefined {
  if (row.resolutionId !== null) {
    return {
      kind: 'document.renamed-in-resolution',
      facts: { resolution: row.resolutionNumber, document, before },
      actingFor: mainOffice(actor)?.organizationId ?? null,
    };
  }
  if (row.initiativeId !== null) {
    const { facts, actingFor } = ofInitiative(row, actor);
    return { kind: 'document.renamed-in-initiative', facts: { ...facts, document, before }, actingFor };
  }
  if (row.positionId !== null) {
    const { facts, actingFor } = ofPosition(row, actor);
    return { kind: 'document.renamed-in-position', facts: { ...facts, document, before }, actingFor };
  }
  if (row.assignmentId !== null) return undefined;
  return { kind: 'document.changed', facts: { network: networkOf(row), document, before }, ...about(row, actor) };
}
