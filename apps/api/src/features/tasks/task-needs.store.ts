import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';

/** Which of the tasks belong to the network. */
export async function tasksOfNetwork(work: Work, networkId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`SELECT id FROM task WHERE network_id = ${networkId}::uuid AND id = ANY (${ids}::uuid[])`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whether one of the needed tasks needs the task itself, by however many steps. The network is locked by the caller. */
export async function needsInCircle(work: Work, taskId: string, neededIds: readonly string[]): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`
      WITH RECURSIVE needed AS (
        SELECT unnest(${neededIds}::uuid[]) AS id
        UNION SELECT needs_id FROM task_dependency JOIN needed ON task_dependency.task_id = needed.id
      )
      SELECT FROM needed WHERE id = ${taskId}::uuid`,
  );
  return rows.length > 0;
}

/** Writes what a task needs, in place of what it needed. */
export async function saveNeeds(work: Work, taskId: string, neededIds: readonly string[]): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.$executeRaw`DELETE FROM task_dependency WHERE task_id = ${taskId}::uuid`;
  await transaction.taskDependency.createMany({ data: neededIds.map((needsId) => ({ taskId, needsId })) });
  await transaction.$executeRaw`UPDATE task SET version = version + 1 WHERE id = ${taskId}::uuid`;
}

export interface ReadyTask {
  id: string;
  title: string;
  networkId: string;
  networkNamePl: string;
  networkNameEn: string | null;
  /** Who has not answered it yet. */
  organizationIds: string[];
}

/** Open tasks that waited for one of those that are closed now, and wait for none any more. */
export const tasksMadeReady = (work: Work, closedIds: readonly string[]): Promise<ReadyTask[]> =>
  rowsOf<ReadyTask>(
    work,
    Prisma.sql`
      SELECT task.id, task.title, network.id AS "networkId", network.name_pl AS "networkNamePl",
             network.name_en AS "networkNameEn",
             ARRAY(SELECT organization_id::text FROM assignment WHERE assignment.task_id = task.id
                   AND assignment.state IN ('OPEN', 'IN_PROGRESS', 'RETURNED')) AS "organizationIds"
      FROM task JOIN network ON network.id = task.network_id
      WHERE task.state = 'OPEN'
        AND EXISTS (SELECT FROM task_dependency WHERE task_id = task.id AND needs_id = ANY (${closedIds}::uuid[]))
        AND NOT EXISTS (SELECT FROM task_dependency JOIN task needed ON needed.id = needs_id
                        WHERE task_dependency.task_id = task.id AND needed.state = 'OPEN')
      ORDER BY task.id`,
  );
