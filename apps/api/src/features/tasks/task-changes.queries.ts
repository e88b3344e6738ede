import { undoMinutes, type TaskChangeView } from '@blizej/contracts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import { canBeUndone, type TaskChangeRow } from './task-changes.store.ts';

export const presentTaskChange = ({ id, change, tasks, madeAt, undoneAt }: TaskChangeRow): TaskChangeView => ({
  id,
  change,
  items: tasks.map((task) => ({ id: task.id, title: task.title, outcome: task.outcome })),
  madeAt: madeAt.toISOString(),
  undoUntil: new Date(madeAt.getTime() + undoMinutes * 60_000).toISOString(),
  undoneAt: undoneAt?.toISOString() ?? null,
});

/** A person's own changes that can still be undone, newest first. */
export async function listTaskChanges(db: Reader, personId: string): Promise<TaskChangeView[]> {
  const rows = await db.rows<TaskChangeRow>(Prisma.sql`
    SELECT id, change, tasks, made_at AS "madeAt", undone_at AS "undoneAt" FROM task_change
    WHERE person_id = ${personId}::uuid AND ${canBeUndone} ORDER BY made_at DESC, id DESC LIMIT 20`);
  return rows.map(presentTaskChange);
}
