import { mainOffice, type Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { tasksMadeReady } from './task-needs.store.ts';

/** Tells those who still have to answer a task that what it needed is finished. */
export async function tellReady(work: Work, actor: Actor, closedIds: readonly string[]): Promise<void> {
  for (const task of await tasksMadeReady(work, closedIds))
    work.record({
      kind: 'task.ready',
      facts: { network: { pl: task.networkNamePl, en: task.networkNameEn }, task: task.title },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: task.networkId,
      taskId: task.id,
      organizationIds: task.organizationIds,
    });
}
