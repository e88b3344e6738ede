import type {
  AssignmentState,
  DueRequestState,
  FormField,
  Priority,
  TaskForm,
  TaskState,
  WrittenAnswers,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Holder } from '../../kernel/holdings.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { visibleAssignments, visibleTasks } from './task.policy.ts';

/**
 * Whether one of the gminas takes part in the initiative of a task: by a part that is confirmed, or as its proposer by one that
 * is declared. Expects the table under its own name.
 */
const isOfInitiative = (organizationIds: readonly string[]): Prisma.Sql => Prisma.sql`(
  task.initiative_id IS NOT NULL AND EXISTS (
    SELECT FROM initiative_part own JOIN initiative ON initiative.id = own.initiative_id
    WHERE own.initiative_id = task.initiative_id AND own.organization_id = ANY (${organizationIds}::uuid[])
      AND (own.state = 'CONFIRMED' OR (own.state = 'DECLARED' AND own.organization_id = initiative.proposed_by_id))))`;

/** The one place where `visibleTasks` becomes SQL; expects the table under its own name. */
export const taskIsVisible = (actor: Actor): Prisma.Sql => {
  const scope = visibleTasks(actor);
  return Prisma.sql`(${scope.everything}
    OR EXISTS (SELECT FROM assignment mine WHERE mine.task_id = task.id
               AND mine.organization_id = ANY (${scope.organizationIds}::uuid[]))
    OR EXISTS (SELECT FROM membership seat WHERE seat.network_id = task.network_id AND seat.state = 'ACTIVE'
               AND seat.organization_id = ANY (${scope.organizationIds}::uuid[]))
    OR ${isOfInitiative(scope.organizationIds)})`;
};

/** The one place where `taskPolicy.readCell` becomes SQL; expects task and assignment. */
export const cellIsVisible = (actor: Actor): Prisma.Sql => {
  const scope = visibleTasks(actor);
  return Prisma.sql`(${scope.everything} OR assignment.organization_id = ANY (${scope.organizationIds}::uuid[])
    OR EXISTS (SELECT FROM membership seat WHERE seat.network_id = task.network_id AND seat.state = 'ACTIVE'
               AND seat.organization_id = ANY (${scope.organizationIds}::uuid[]))
    OR ${isOfInitiative(scope.organizationIds)})`;
};

/** The one place where `visibleAssignments` becomes SQL. */
export const assignmentIsVisible = (actor: Actor): Prisma.Sql => {
  const scope = visibleAssignments(actor);
  return Prisma.sql`(${scope.everything} OR assignment.organization_id = ANY (${scope.organizationIds}::uuid[]))`;
};

export interface LockedTask {
  id: string;
  initiativeId: string | null;
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
      SELECT task.id, task.title, task.state, task.due_on::text AS "dueOn", task.version,
             task.initiative_id AS "initiativeId", network.id AS "networkId",
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

/** Whom a task of the whole network asks: its members without those who only observe. They stay so until the work ends. */
export async function networkAudience(work: Work, networkId: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`SELECT organization_id AS id FROM membership
      WHERE network_id = ${networkId}::uuid AND state = 'ACTIVE' AND role <> 'OBSERVER' FOR SHARE`,
  );
  return rows.map((row) => row.id);
}

/** Whom a task of the whole association asks. They stay its members until the work ends. */
export async function associationAudience(work: Work): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`SELECT organization_id AS id FROM municipality WHERE status = 'MEMBER' FOR SHARE`,
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
export interface NewTask {
  readonly networkId: string;
  readonly mandateId: string;
  readonly title: string;
  readonly body: string;
  readonly dueOn: string;
  readonly priority: Priority;
  /** The series that writes it. */
  readonly seriesId: string | null;
  /** For which initiative. */
  readonly initiativeId: string | null;
}

export async function insertTask(work: Work, task: NewTask): Promise<string> {
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

/** The organizations in which somebody has begun to answer, and has not handed in. */
export async function writers(work: Work, taskId: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`SELECT organization_id AS id FROM assignment
      WHERE task_id = ${taskId}::uuid AND state IN ('IN_PROGRESS', 'RETURNED')`,
  );
  return rows.map((row) => row.id);
}

/** All versions of a task's form, newest first; none where it is answered by a text. */
export const readForms = (work: Work, taskId: string): Promise<TaskForm[]> =>
  rowsOf(work, Prisma.sql`SELECT version, fields FROM task_form WHERE task_id = ${taskId}::uuid ORDER BY version DESC`);

/** Adds a version of a task's form. */
export async function insertForm(
  work: Work,
  taskId: string,
  version: number,
  fields: readonly FormField[],
): Promise<void> {
  await transactionOf(work).$executeRaw`
    INSERT INTO task_form (task_id, version, fields) VALUES (${taskId}::uuid, ${version}, ${JSON.stringify(fields)}::jsonb)`;
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
  /** With the version of the form that they answer. */
  readonly answers?: { readonly formVersion: number; readonly values: WrittenAnswers };
  readonly reason?: string | null;
}

/** Saves a change of a locked assignment and counts its version up. */
export async function saveAssignment(work: Work, id: string, change: AssignmentChange): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE assignment SET
      state = ${change.state}::assignment_state,
      keeper_id = coalesce(${change.keeperId ?? null}::uuid, keeper_id),
      answer = coalesce(${change.answer ?? null}, answer),
      answers = coalesce(${change.answers ? JSON.stringify(change.answers.values) : null}::jsonb, answers),
      form_version = coalesce(${change.answers?.formVersion ?? null}::int, form_version),
      reason = CASE WHEN ${change.reason !== undefined} THEN ${change.reason ?? null} ELSE reason END,
      submitted_at = CASE WHEN ${change.state} = 'SUBMITTED' THEN portal_now() ELSE submitted_at END,
      version = version + 1
    WHERE id = ${id}::uuid`;
  // What is answered needs no more time.
  if (change.state === 'SUBMITTED' || change.state === 'DECLINED') await closeDueRequests(work, id, 'WITHDRAWN');
}

/** Ends the open request of an assignment for a later day, where there is one. */
export async function closeDueRequests(
  work: Work,
  assignmentId: string,
  state: Exclude<DueRequestState, 'OPEN'>,
  refusal: string | null = null,
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE due_request SET state = ${state}::due_request_state, refusal = ${refusal}, decided_at = portal_now()
    WHERE assignment_id = ${assignmentId}::uuid AND state = 'OPEN'`;
}

/** Asks for a later day. */
export async function insertDueRequest(
  work: Work,
  request: { readonly assignmentId: string; readonly dueOn: string; readonly reason: string },
): Promise<void> {
  await transactionOf(work).$executeRaw`
    INSERT INTO due_request (assignment_id, due_on, reason)
    VALUES (${request.assignmentId}::uuid, ${request.dueOn}::date, ${request.reason})`;
}

/** Gives one gmina another due day. Its version stays: whoever is writing meanwhile goes on. */
export async function saveDueDay(work: Work, assignmentId: string, dueOn: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE assignment SET due_on = ${dueOn}::date WHERE id = ${assignmentId}::uuid`;
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

/** The names of the files that were added to an answer; none that was taken away, or found infected. */
export async function addedFiles(work: Work, assignmentId: string): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    work,
    Prisma.sql`
      SELECT name FROM document
      WHERE assignment_id = ${assignmentId}::uuid AND removed_at IS NULL
        AND EXISTS (SELECT FROM document_version version WHERE version.document_id = document.id AND version.scan <> 'INFECTED')`,
  );
  return rows.map(({ name }) => name);
}
