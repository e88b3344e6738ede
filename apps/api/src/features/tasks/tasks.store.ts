import type { AssignmentState, Priority, TaskState } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Holder } from '../../kernel/holdings.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { visibleAssignments, visibleTasks } from './task.policy.ts';

/** The one place where `visibleTasks` becomes SQL; expects the table under its own name. */
export const taskIsVisible = (actor: Actor): Prisma.Sql => {
  const scope = visibleTasks(actor);
  return Prisma.sql`(${scope.everything}
    OR EXISTS (SELECT FROM assignment mine WHERE mine.task_id = task.id
               AND mine.organization_id = ANY (${scope.organizationIds}::uuid[]))
    OR EXISTS (SELECT FROM membership seat WHERE seat.network_id = task.network_id AND seat.state = 'ACTIVE'
               AND seat.organization_id = ANY (${scope.organizationIds}::uuid[])))`;
};

/** The one place where `visibleAssignments` becomes SQL. */
export const assignmentIsVisible = (actor: Actor): Prisma.Sql => {
  const scope = visibleAssignments(actor);
  return Prisma.sql`(${scope.everything} OR assignment.organization_id = ANY (${scope.organizationIds}::uuid[]))`;
};

export interface LockedTask {
  id: string;
  title: string;
  state: TaskState;
  dueOn: string;
  version: number;
  networkId: string;
  networkNamePl: string;
  networkNameEn: string | null;
}

export interface LockedAssignment {
  id: string;
  organizationId: string;
  organizationName: string;
  state: AssignmentState;
  keeperId: string | null;
  version: number;
  taskId: string;
  title: string;
  taskState: TaskState;
  networkId: string;
  networkNamePl: string;
  networkNameEn: string | null;
}

/** Locks a task that the actor may see; undefined where invisible. */
export async function lockTask(work: Work, actor: Actor, id: string): Promise<LockedTask | undefined> {
  const [row] = await rowsOf<LockedTask>(
    work,
    Prisma.sql`
      SELECT task.id, task.title, task.state, task.due_on::text AS "dueOn", task.version, network.id AS "networkId",
             network.name_pl AS "networkNamePl", network.name_en AS "networkNameEn"
      FROM task JOIN network ON network.id = task.network_id
      WHERE task.id = ${id}::uuid AND ${taskIsVisible(actor)}
      FOR UPDATE OF task`,
  );
  return row;
}

/**
 * Locks an assignment that the actor may see; its task is locked against closing meanwhile, but not against the answers
 * of other gminas, which may all come in the same second.
 */
export async function lockAssignment(
  work: Work,
  actor: Actor,
  taskId: string,
  organizationId: string,
): Promise<LockedAssignment | undefined> {
  const [row] = await rowsOf<LockedAssignment>(
    work,
    Prisma.sql`
      SELECT assignment.id, assignment.organization_id AS "organizationId", organization.name AS "organizationName",
             assignment.state, assignment.keeper_id AS "keeperId", assignment.version, task.id AS "taskId", task.title,
             task.state AS "taskState", network.id AS "networkId", network.name_pl AS "networkNamePl",
             network.name_en AS "networkNameEn"
      FROM assignment
      JOIN task ON task.id = assignment.task_id
      JOIN network ON network.id = task.network_id
      JOIN organization ON organization.id = assignment.organization_id
      WHERE task.id = ${taskId}::uuid AND assignment.organization_id = ${organizationId}::uuid
        AND ${assignmentIsVisible(actor)}
      FOR UPDATE OF assignment FOR SHARE OF task`,
  );
  return row;
}

/** The active members of a network. */
export async function networkMembers(work: Work, networkId: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`SELECT organization_id AS id FROM membership WHERE network_id = ${networkId}::uuid AND state = 'ACTIVE'`,
  );
  return rows.map((row) => row.id);
}

/** The organizations to which a task is assigned. */
export async function assignees(work: Work, taskId: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`SELECT organization_id AS id FROM assignment WHERE task_id = ${taskId}::uuid`,
  );
  return rows.map((row) => row.id);
}

/** Writes a task; gives its id. */
export async function insertTask(
  work: Work,
  task: { networkId: string; mandateId: string; title: string; body: string; dueOn: string; priority: Priority },
): Promise<string> {
  const { dueOn, ...columns } = task;
  const { id } = await transactionOf(work).task.create({
    data: { ...columns, dueOn: new Date(`${dueOn}T00:00:00Z`) },
    select: { id: true },
  });
  return id;
}

/** Assigns a task to organizations, each with the task's due day. */
export async function insertAssignments(
  work: Work,
  taskId: string,
  organizationIds: readonly string[],
  dueOn: string,
): Promise<void> {
  await transactionOf(work).$executeRaw`
    INSERT INTO assignment (task_id, organization_id, due_on)
    SELECT ${taskId}::uuid, unnest(${organizationIds}::uuid[]), ${dueOn}::date`;
}

/** Notes that a task changed, so that an older view of it is seen to be older. */
export async function touchTask(work: Work, id: string): Promise<void> {
  await transactionOf(work).task.update({ where: { id }, data: { version: { increment: 1 } } });
}

export async function saveTaskState(work: Work, id: string, state: TaskState): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE task SET state = ${state}::task_state, version = version + 1,
      closed_at = CASE WHEN ${state} = 'CLOSED' THEN portal_now() END
    WHERE id = ${id}::uuid`;
}

/** What a deed changes of an assignment; what it leaves out stays. */
export interface AssignmentChange {
  readonly state: AssignmentState;
  readonly keeperId?: string;
  readonly answer?: string;
  readonly reason?: string | null;
}

/** Saves a change of a locked assignment and counts its version up. */
export async function saveAssignment(work: Work, id: string, change: AssignmentChange): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE assignment SET
      state = ${change.state}::assignment_state,
      keeper_id = coalesce(${change.keeperId ?? null}::uuid, keeper_id),
      answer = coalesce(${change.answer ?? null}, answer),
      reason = CASE WHEN ${change.reason !== undefined} THEN ${change.reason ?? null} ELSE reason END,
      submitted_at = CASE WHEN ${change.state} = 'SUBMITTED' THEN portal_now() ELSE submitted_at END,
      version = version + 1
    WHERE id = ${id}::uuid`;
}

/** Locks what a person keeps for a gmina in open tasks and what is not accepted yet. */
export const lockHeldAssignments = (
  work: Work,
  { personId, organizationId }: Holder,
): Promise<(LockedAssignment & { dueOn: string })[]> =>
  rowsOf(
    work,
    Prisma.sql`
      SELECT assignment.id, assignment.organization_id AS "organizationId", organization.name AS "organizationName",
             assignment.state, assignment.keeper_id AS "keeperId", assignment.version, assignment.due_on::text AS "dueOn",
             task.id AS "taskId", task.title, task.state AS "taskState", network.id AS "networkId",
             network.name_pl AS "networkNamePl", network.name_en AS "networkNameEn"
      FROM assignment JOIN task ON task.id = assignment.task_id AND task.state = 'OPEN'
      JOIN network ON network.id = task.network_id JOIN organization ON organization.id = assignment.organization_id
      WHERE assignment.keeper_id = ${personId}::uuid AND assignment.organization_id = ${organizationId}::uuid
        AND assignment.state NOT IN ('ACCEPTED', 'DECLINED')
      ORDER BY assignment.due_on, assignment.id FOR UPDATE OF assignment`,
  );

/** Gives assignments to a keeper, or to nobody. */
export async function saveKeeper(work: Work, ids: readonly string[], keeperId: string | null): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE assignment SET keeper_id = ${keeperId}::uuid, version = version + 1 WHERE id = ANY (${ids}::uuid[])`;
}
