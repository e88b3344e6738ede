import { undoMinutes, type Priority, type TaskChange, type TaskChangeOutcome } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { taskIsVisible, type LockedTask } from './tasks.store.ts';

export interface ChoosableTask extends LockedTask {
  readonly priority: Priority;
  /** Its network works. */
  readonly networkIsActive: boolean;
}

export interface OwnDueDay {
  readonly id: string;
  readonly dueOn: string;
}

/** One task of a change: how it went, and where it changed, how it was and at which version it left it. */
export interface ChangedTask {
  readonly id: string;
  readonly title: string | null;
  readonly outcome: TaskChangeOutcome;
  readonly former?: Pick<ChoosableTask, 'dueOn' | 'priority' | 'state'> & {
    readonly version: number;
    /** The days of the gminas whose day moved with it. */
    readonly dueDays: readonly OwnDueDay[];
  };
}

export interface TaskChangeRow {
  id: string;
  change: TaskChange;
  tasks: ChangedTask[];
  madeAt: Date;
  undoneAt: Date | null;
}

/** Not undone, and not too long ago. */
export const canBeUndone = Prisma.sql`
  (undone_at IS NULL AND made_at > portal_now() - make_interval(mins => ${undoMinutes}))`;

/** Locks those of the tasks that the actor may see, always in the same order; their networks stay as they are meanwhile. */
export const lockTasks = (work: Work, actor: Actor, ids: readonly string[]): Promise<ChoosableTask[]> =>
  rowsOf(
    work,
    Prisma.sql`
      SELECT task.id, task.title, task.state, task.due_on::text AS "dueOn", task.priority, task.version,
             task.initiative_id AS "initiativeId", network.id AS "networkId", network.name_pl AS "networkNamePl", network.name_en AS "networkNameEn",
             network.state = 'ACTIVE' AS "networkIsActive"
      FROM task JOIN network ON network.id = task.network_id
      WHERE task.id = ANY (${ids}::uuid[]) AND ${taskIsVisible(actor)}
      ORDER BY task.id FOR UPDATE OF task FOR SHARE OF network`,
  );

/** What the gminas still have before them in some tasks; nobody else moves their days meanwhile. */
export const lockUnfinished = (
  work: Work,
  taskIds: readonly string[],
): Promise<(OwnDueDay & { taskId: string; organizationId: string })[]> =>
  rowsOf(
    work,
    Prisma.sql`
      SELECT id, task_id AS "taskId", organization_id AS "organizationId", due_on::text AS "dueOn" FROM assignment
      WHERE task_id = ANY (${taskIds}::uuid[]) AND state NOT IN ('ACCEPTED', 'DECLINED')
      ORDER BY id FOR UPDATE`,
  );

/** Saves tasks that were locked, and counts their versions up. */
export async function saveTasks(
  work: Work,
  tasks: readonly Pick<ChoosableTask, 'id' | 'dueOn' | 'priority' | 'state'>[],
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE task SET due_on = given."dueOn", priority = given.priority, state = given.state, version = version + 1,
      closed_at = CASE WHEN given.state = 'CLOSED' THEN coalesce(closed_at, portal_now()) END
    FROM jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb)
      AS given (id uuid, "dueOn" date, priority priority, state task_state)
    WHERE task.id = given.id`;
}

/**
 * Gives gminas their due days. Their versions stay: whoever is writing meanwhile goes on.
 * @param expected only where the day is this one still
 */
export async function saveDueDays(
  work: Work,
  days: readonly OwnDueDay[],
  expected: string | null = null,
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE assignment SET due_on = given."dueOn"
    FROM jsonb_to_recordset(${JSON.stringify(days)}::jsonb) AS given (id uuid, "dueOn" date)
    WHERE assignment.id = given.id AND (${expected}::date IS NULL OR assignment.due_on = ${expected}::date)`;
}

/** Keeps what was done, so that it can be undone. */
export async function insertTaskChange(
  work: Work,
  made: { readonly personId: string; readonly change: TaskChange; readonly tasks: readonly ChangedTask[] },
): Promise<TaskChangeRow> {
  const [row] = await rowsOf<TaskChangeRow>(
    work,
    Prisma.sql`
      INSERT INTO task_change (person_id, change, tasks)
      VALUES (${made.personId}::uuid, ${JSON.stringify(made.change)}::jsonb, ${JSON.stringify(made.tasks)}::jsonb)
      RETURNING id, change, tasks, made_at AS "madeAt", undone_at AS "undoneAt"`,
  );
  return row as TaskChangeRow;
}

/** Locks a change that the person has made; undefined where there is none. */
export async function lockTaskChange(
  work: Work,
  personId: string,
  id: string,
): Promise<(TaskChangeRow & { isOver: boolean }) | undefined> {
  const [row] = await rowsOf<TaskChangeRow & { isOver: boolean }>(
    work,
    Prisma.sql`
      SELECT id, change, tasks, made_at AS "madeAt", undone_at AS "undoneAt", NOT ${canBeUndone} AS "isOver"
      FROM task_change WHERE id = ${id}::uuid AND person_id = ${personId}::uuid FOR UPDATE`,
  );
  return row;
}

/** Notes that a change was undone, and which of its tasks stood as they were. */
export async function saveUndone(work: Work, id: string, tasks: readonly ChangedTask[]): Promise<TaskChangeRow> {
  const [row] = await rowsOf<TaskChangeRow>(
    work,
    Prisma.sql`
      UPDATE task_change SET undone_at = portal_now(), tasks = ${JSON.stringify(tasks)}::jsonb WHERE id = ${id}::uuid
      RETURNING id, change, tasks, made_at AS "madeAt", undone_at AS "undoneAt"`,
  );
  return row as TaskChangeRow;
}
