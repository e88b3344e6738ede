import {
  everyField,
  pageSize,
  type AnswersView,
  type AssignmentCell,
  type AssignmentSummary,
  type AssignmentView,
  type MatrixView,
  type TaskForm,
  type TaskStage,
  type TaskSummary,
  type TaskView,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { checklistOf } from './checklists.store.ts';
import { isTotalled, totalsOf, type Tally } from './answer.rules.ts';
import { initiativeIsVisible } from '../initiatives/index.ts';
import { resolutionAsJson } from '../organizations/index.ts';
import {
  presentAnswersRow,
  presentAssignment,
  presentAssignmentSummary,
  presentCell,
  presentTask,
  presentTaskSummary,
  type AnswersRowRead,
  type AssignmentRow,
  type AssignmentSummaryRow,
  type CellRow,
  type SummaryRow,
  type TaskRow,
} from './task.presenter.ts';
import { progressOf } from './task.rules.ts';
import { assignmentIsVisible, cellIsVisible, taskIsVisible } from './tasks.store.ts';

/** The states of `unanswered` in task.rules.ts; spelled out so that the partial indexes can be used. */
const isOwed = Prisma.sql`assignment.state IN ('OPEN', 'IN_PROGRESS', 'RETURNED')`;
/** Handed in: no longer the gmina's own alone. */
const isHandedIn = Prisma.sql`assignment.state IN ('SUBMITTED', 'ACCEPTED')`;
/** `isLate` there; what is closed is no longer owed. */
const isLate = Prisma.sql`(${isOwed} AND task.state = 'OPEN' AND assignment.due_on < portal_today())`;

/** `progressOf` in task.rules.ts, for lists; a test holds the two together. */
const progress = Prisma.sql`
  (SELECT json_build_object(
     'total', count(*), 'answered', count(*) FILTER (WHERE assignment.state IN ('SUBMITTED', 'ACCEPTED')),
     'accepted', count(*) FILTER (WHERE assignment.state = 'ACCEPTED'),
     'declined', count(*) FILTER (WHERE assignment.state = 'DECLINED'),
     'late', count(*) FILTER (WHERE ${isLate}))
   FROM assignment WHERE assignment.task_id = task.id) AS progress`;

/** Nothing stays with somebody who works for the gmina no more: such a keeper is none. */
const keepsStill = Prisma.sql`EXISTS (SELECT FROM appointment
  WHERE appointment.person_id = assignment.keeper_id AND appointment.organization_id = assignment.organization_id
    AND appointment.starts_on <= portal_today() AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today()))`;

const summaryColumns = Prisma.sql`
  task.id, task.title, task.due_on::text AS "dueOn", task.priority, task.state, task.version, network.id AS "networkId",
  network.name_pl AS "networkNamePl", network.name_en AS "networkNameEn", ${progress}`;

const someShare = (condition: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT FROM assignment WHERE assignment.task_id = task.id AND ${condition})`;
const noneShare = (condition: Prisma.Sql) => Prisma.sql`NOT ${someShare(condition)}`;

/** Which tasks stand in a stage: every task in one. */
const inStage: Record<TaskStage, Prisma.Sql> = {
  ASKED: Prisma.sql`task.state = 'OPEN' AND ${someShare(isOwed)} AND ${noneShare(isHandedIn)}`,
  ANSWERING: Prisma.sql`task.state = 'OPEN' AND ${someShare(isOwed)} AND ${someShare(isHandedIn)}`,
  COMPLETE: Prisma.sql`task.state = 'OPEN' AND ${noneShare(isOwed)}`,
  CLOSED: Prisma.sql`task.state = 'CLOSED'`,
};

/** What a list reads next: what is to come by due day, what is over with the latest first. */
const byDueDay = (
  table: Prisma.Sql,
  { cursor, from, to }: { cursor?: string | undefined; from?: string | undefined; to?: string | undefined },
  latestFirst: boolean,
) => {
  const [afterDue, afterId] = readCursor(cursor, 'day', 'id');
  return {
    within: Prisma.sql`${table}.due_on BETWEEN coalesce(${from ?? null}::date, '-infinity')
      AND coalesce(${to ?? null}::date, 'infinity')
      AND (${afterId ?? null}::uuid IS NULL OR (${table}.due_on, ${table}.id)
        ${latestFirst ? Prisma.sql`<` : Prisma.sql`>`} (${afterDue ?? null}::date, ${afterId ?? null}::uuid))`,
    order: latestFirst
      ? Prisma.sql`ORDER BY ${table}.due_on DESC, ${table}.id DESC LIMIT ${pageSize + 1}`
      : Prisma.sql`ORDER BY ${table}.due_on, ${table}.id LIMIT ${pageSize + 1}`,
  };
};

/** Tasks that the actor may see, by due day. */
export async function listTasks(
  db: Reader,
  actor: Actor,
  query: {
    network?: string | undefined;
    resolution?: string | undefined;
    initiative?: string | undefined;
    state?: string | undefined;
    stage?: TaskStage | undefined;
    from?: string | undefined;
    to?: string | undefined;
    cursor?: string | undefined;
  },
): Promise<Page<TaskSummary>> {
  const { within, order } = byDueDay(Prisma.sql`task`, query, query.stage === 'CLOSED');
  const rows = await db.rows<SummaryRow>(Prisma.sql`
    SELECT ${summaryColumns} FROM task JOIN network ON network.id = task.network_id
    WHERE ${taskIsVisible(actor)}
      AND (${query.network ?? null}::uuid IS NULL OR task.network_id = ${query.network ?? null}::uuid)
      AND (${query.resolution ?? null}::uuid IS NULL OR task.mandate_id = ${query.resolution ?? null}::uuid)
      AND (${query.initiative ?? null}::uuid IS NULL OR task.initiative_id = ${query.initiative ?? null}::uuid)
      AND (${query.state ?? null}::text IS NULL OR task.state::text = ${query.state ?? null})
      AND ${query.stage ? inStage[query.stage] : Prisma.sql`TRUE`} AND ${within} ${order}`);
  return pageOf(rows.map(presentTaskSummary), (task) => [task.dueOn, task.id]);
}

/** Tasks that hang together with one, as far as the actor sees them; `related` says which by `dependency`. */
const relatedTasks = (actor: Actor, related: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('id', task.id, 'title', task.title, 'state', task.state,
                                              'dueOn', task.due_on::text) ORDER BY task.due_on, task.id), '[]')
   FROM task_dependency dependency JOIN task ON ${related} WHERE ${taskIsVisible(actor)})`;

const taskById = (actor: Actor, id: string) => Prisma.sql`
  SELECT ${summaryColumns}, task.body, task.created_at AS "createdAt",
         (SELECT json_build_object('version', version, 'fields', fields) FROM task_form WHERE task_id = task.id
          ORDER BY version DESC LIMIT 1) AS form,
         ${relatedTasks(actor, Prisma.sql`dependency.task_id = ${id}::uuid AND task.id = dependency.needs_id`)} AS needs,
         ${relatedTasks(actor, Prisma.sql`dependency.needs_id = ${id}::uuid AND task.id = dependency.task_id`)} AS "neededBy",
         (SELECT json_build_object('id', series.id, 'recurrence', series.recurrence)
          FROM task_series series WHERE series.id = task.series_id) AS series,
         (SELECT json_build_object('id', initiative.id,
                                   'title', json_build_object('pl', initiative.title_pl, 'en', initiative.title_en))
          FROM initiative WHERE initiative.id = task.initiative_id AND ${initiativeIsVisible(actor)}) AS initiative,
         ARRAY(SELECT organization_id::text FROM assignment WHERE task_id = task.id) AS "assignedTo",
         ${resolutionAsJson(Prisma.sql`task.mandate_id`)} AS mandate
  FROM task JOIN network ON network.id = task.network_id
  WHERE task.id = ${id}::uuid AND ${taskIsVisible(actor)}`;

/** One task as the actor sees it; undefined where the actor may not. */
export async function readTask(db: Reader, actor: Actor, id: string): Promise<TaskView | undefined> {
  const [row] = await db.rows<TaskRow>(taskById(actor, id));
  return row && presentTask(row, actor);
}

/** The same inside a work, for what a deed answers. */
export async function readTaskIn(work: Work, actor: Actor, id: string): Promise<TaskView> {
  const [row] = await rowsOf<TaskRow>(work, taskById(actor, id));
  if (!row) throw new Error('A deed lost sight of its task.');
  return presentTask(row, actor);
}

/** Whether the actor may see the task. */
export async function taskExists(db: Reader, actor: Actor, id: string): Promise<boolean> {
  return (await db.rows(Prisma.sql`SELECT 1 FROM task WHERE id = ${id}::uuid AND ${taskIsVisible(actor)}`)).length > 0;
}

const cellColumns = Prisma.sql`
  assignment.organization_id AS "organizationId", organization.name AS "organizationName", assignment.state,
  assignment.due_on::text AS "dueOn", ${isLate} AS late, assignment.submitted_at AS "submittedAt"`;

/** Who has answered a task that the actor may see; undefined where invisible. */
export async function listTaskAssignments(db: Reader, actor: Actor, id: string): Promise<AssignmentCell[] | undefined> {
  const rows = await db.rows<CellRow>(Prisma.sql`
    SELECT ${cellColumns} FROM task JOIN assignment ON assignment.task_id = task.id
    JOIN organization ON organization.id = assignment.organization_id
    WHERE task.id = ${id}::uuid AND ${taskIsVisible(actor)} AND ${cellIsVisible(actor)}
    ORDER BY organization.name COLLATE "pl-x-icu", organization.id`);
  // A task always has an assignment that its reader sees: no row is no task.
  return rows.length > 0 ? rows.map(presentCell) : undefined;
}

const assignmentSummaryColumns = Prisma.sql`
  ${cellColumns}, task.id AS "taskId", task.title, task.priority, network.id AS "networkId",
  network.name_pl AS "networkNamePl", network.name_en AS "networkNameEn", keeper.id AS "keeperId",
  keeper.name AS "keeperName"`;
const assignmentJoins = Prisma.sql`
  JOIN task ON task.id = assignment.task_id
  JOIN network ON network.id = task.network_id
  JOIN organization ON organization.id = assignment.organization_id
  LEFT JOIN person keeper ON keeper.id = assignment.keeper_id AND ${keepsStill}`;

/** What a list of assignments shows; `done` also has what was left open when its task was closed. */
const shown = {
  todo: Prisma.sql`${isOwed} AND task.state = 'OPEN'`,
  open: Prisma.sql`assignment.state = 'OPEN' AND task.state = 'OPEN'`,
  working: Prisma.sql`assignment.state IN ('IN_PROGRESS', 'RETURNED') AND task.state = 'OPEN'`,
  submitted: Prisma.sql`assignment.state = 'SUBMITTED' AND task.state = 'OPEN'`,
  asking: Prisma.sql`${isOwed} AND task.state = 'OPEN'
    AND EXISTS (SELECT FROM due_request WHERE assignment_id = assignment.id AND due_request.state = 'OPEN')`,
  done: Prisma.sql`(assignment.state IN ('ACCEPTED', 'DECLINED') OR task.state = 'CLOSED')`,
  all: Prisma.sql`TRUE`,
};

/** What is asked of the actor's gminas (of all, for the secretariat), by due day. */
export async function listAssignments(
  db: Reader,
  actor: Actor,
  query: {
    show: keyof typeof shown;
    late?: boolean | undefined;
    network?: string | undefined;
    from?: string | undefined;
    to?: string | undefined;
    cursor?: string | undefined;
  },
): Promise<Page<AssignmentSummary>> {
  const { within, order } = byDueDay(Prisma.sql`assignment`, query, query.show === 'done');
  const rows = await db.rows<AssignmentSummaryRow & { id: string }>(Prisma.sql`
    SELECT assignment.id, ${assignmentSummaryColumns} FROM assignment ${assignmentJoins}
    WHERE ${assignmentIsVisible(actor)} AND ${shown[query.show]}
      AND (NOT ${query.late ?? false} OR assignment.due_on < portal_today())
      AND (${query.network ?? null}::uuid IS NULL OR task.network_id = ${query.network ?? null}::uuid)
      AND ${within} ${order}`);
  const { items, next } = pageOf(rows, (row) => [row.dueOn, row.id]);
  return { items: items.map(presentAssignmentSummary), next };
}

/** All versions of a task's form, newest first. */
const formsOf = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('version', task_form.version, 'fields', task_form.fields)
                            ORDER BY task_form.version DESC), '[]')
   FROM task_form WHERE task_form.task_id = task.id) AS forms`;

const assignmentBy = (actor: Actor, taskId: string, organizationId: string) => Prisma.sql`
  SELECT ${assignmentSummaryColumns}, task.state AS "taskState", assignment.answer, assignment.answers,
    assignment.form_version AS "formVersion", ${formsOf}, assignment.reason, assignment.version,
    (SELECT json_build_object('id', id, 'dueOn', due_on, 'reason', reason, 'state', state, 'refusal', refusal,
                              'requestedAt', requested_at)
     FROM due_request WHERE assignment_id = assignment.id ORDER BY id DESC LIMIT 1) AS "dueRequest",
    ${checklistOf} AS checklist
  FROM assignment ${assignmentJoins}
  WHERE task.id = ${taskId}::uuid AND assignment.organization_id = ${organizationId}::uuid
    AND ${assignmentIsVisible(actor)}`;

/** One gmina's share of a task; undefined where the actor may not see it. */
export async function readAssignment(
  db: Reader,
  actor: Actor,
  taskId: string,
  organizationId: string,
): Promise<AssignmentView | undefined> {
  const [row] = await db.rows<AssignmentRow>(assignmentBy(actor, taskId, organizationId));
  return row && presentAssignment(row, actor);
}

/** The same inside a work, for what a deed answers. */
export async function readAssignmentIn(
  work: Work,
  actor: Actor,
  taskId: string,
  organizationId: string,
): Promise<AssignmentView> {
  const [row] = await rowsOf<AssignmentRow>(work, assignmentBy(actor, taskId, organizationId));
  if (!row) throw new Error('A deed lost sight of its assignment.');
  return presentAssignment(row, actor);
}

/** The most tasks in one matrix. */
const matrixRows = 20;

/** Who has answered what in a network: its newest tasks that the actor may see, by its members and everybody asked. */
export async function readMatrix(db: Reader, actor: Actor, networkId: string): Promise<MatrixView> {
  const [row] = await db.rows<{
    today: string;
    organizations: MatrixView['organizations'];
    tasks: {
      id: string;
      title: string;
      dueOn: string;
      state: MatrixView['tasks'][number]['state'];
      cells: (MatrixView['tasks'][number]['cells'][number] & { dueOn: string })[];
    }[];
  }>(Prisma.sql`
    WITH newest AS (
      SELECT task.id, task.network_id, task.initiative_id, task.title, task.due_on, task.state FROM task
      WHERE task.network_id = ${networkId}::uuid AND ${taskIsVisible(actor)}
      ORDER BY task.id DESC LIMIT ${matrixRows + 1}
    ), cell AS (
      SELECT assignment.task_id, assignment.organization_id, assignment.state, assignment.due_on, ${isLate} AS late
      FROM assignment JOIN newest AS task ON task.id = assignment.task_id
      WHERE ${cellIsVisible(actor)}
    ), concerned AS (
      SELECT organization_id AS id FROM membership WHERE network_id = ${networkId}::uuid AND state = 'ACTIVE'
      UNION SELECT organization_id FROM cell
    )
    SELECT portal_today()::text AS today,
      (SELECT coalesce(json_agg(json_build_object('id', organization.id, 'name', organization.name)
                                ORDER BY organization.name COLLATE "pl-x-icu"), '[]')
       FROM organization JOIN concerned USING (id)) AS organizations,
      (SELECT coalesce(json_agg(json_build_object(
          'id', newest.id, 'title', newest.title, 'dueOn', newest.due_on, 'state', newest.state,
          'cells', (SELECT coalesce(json_agg(json_build_object('organizationId', cell.organization_id, 'state', cell.state,
                                                               'late', cell.late, 'dueOn', cell.due_on)), '[]')
                    FROM cell WHERE cell.task_id = newest.id)) ORDER BY newest.due_on DESC, newest.id DESC), '[]')
       FROM newest) AS tasks`);
  const tasks = row?.tasks ?? [];
  return {
    organizations: row?.organizations ?? [],
    tasks: tasks.slice(0, matrixRows).map((task) => ({
      ...task,
      progress: progressOf(task.cells, row?.today ?? '', task.state),
    })),
    truncated: tasks.length > matrixRows,
  };
}

/** How many gminas each audience of a task of the network has now. */
export async function readReach(db: Reader, networkId: string): Promise<{ network: number; association: number }> {
  const [row] = await db.rows<{ network: number; association: number }>(Prisma.sql`
    SELECT (SELECT count(*)::int FROM membership
            WHERE network_id = ${networkId}::uuid AND state = 'ACTIVE' AND role <> 'OBSERVER') AS network,
           (SELECT count(*)::int FROM municipality WHERE status = 'MEMBER') AS association`);
  return row ?? { network: 0, association: 0 };
}

/** A task with a form, as far as its answers need it; undefined where the actor may not see it or it has no form. */
export interface Questionnaire {
  readonly id: string;
  readonly title: string;
  /** Newest first: those that some handed-in answer is read in, and the newest. */
  readonly forms: readonly TaskForm[];
}

export async function readQuestionnaire(db: Reader, actor: Actor, id: string): Promise<Questionnaire | undefined> {
  const [row] = await db.rows<Questionnaire>(Prisma.sql`
    SELECT task.id, task.title,
      (SELECT coalesce(json_agg(json_build_object('version', task_form.version, 'fields', task_form.fields)
                                ORDER BY task_form.version DESC), '[]')
       FROM task_form WHERE task_form.task_id = task.id
         AND (task_form.version = (SELECT max(version) FROM task_form newest WHERE newest.task_id = task.id)
           OR EXISTS (SELECT FROM assignment WHERE assignment.task_id = task.id AND ${isHandedIn}
                      AND assignment.form_version = task_form.version))) AS forms
    FROM task WHERE task.id = ${id}::uuid AND ${taskIsVisible(actor)}`);
  return row && row.forms.length > 0 ? row : undefined;
}

export interface AnswersFilter {
  readonly state?: string | undefined;
  readonly late?: boolean | undefined;
  readonly voivodeship?: string | undefined;
  readonly search?: string | undefined;
  readonly cursor?: string | undefined;
}

/**
 * Questions × gminas: a page of the gminas that were asked, by name, and what the answers of all of them come to. What is
 * being written is nobody's here but the gmina's own: answers stand beside those who have handed in.
 */
export async function readAnswers(
  db: Reader,
  { id, forms }: Questionnaire,
  { state, late, voivodeship, search, cursor }: AnswersFilter,
): Promise<AnswersView> {
  const [afterName, afterId] = readCursor(cursor, 'text', 'id');
  const fields = everyField(forms);
  const [newest] = forms;
  const textual = fields.filter(
    ({ kind }) => kind === 'SHORT_TEXT' || kind === 'LONG_TEXT' || kind === 'FILE' || kind === 'TABLE',
  );
  const counted = fields.filter(isTotalled);
  const keys = (some: typeof fields): string[] => some.map(({ key }) => key);
  const [row] = await db.rows<{ total: number; tallies: Tally[]; page: AnswersRowRead[] }>(Prisma.sql`
    WITH asked AS (
      SELECT assignment.organization_id AS "organizationId", organization.name AS "organizationName",
             municipality.voivodeship, assignment.state, ${isLate} AS late,
             CASE WHEN ${isHandedIn} THEN assignment.submitted_at END AS "submittedAt",
             CASE WHEN ${isHandedIn} THEN assignment.form_version END AS "formVersion",
             CASE WHEN ${isHandedIn} THEN assignment.answers END AS answers
      FROM assignment JOIN task ON task.id = assignment.task_id
      JOIN organization ON organization.id = assignment.organization_id
      LEFT JOIN municipality ON municipality.organization_id = organization.id
      WHERE task.id = ${id}::uuid
    ), chosen AS (
      SELECT * FROM asked
      WHERE (${state ?? null}::text IS NULL OR state::text = ${state ?? null})
        AND (NOT ${late ?? false} OR late)
        AND (${voivodeship ?? ''} = '' OR voivodeship = ${voivodeship ?? ''})
        AND (${search ?? ''} = '' OR strpos(portal_fold("organizationName"), portal_fold(${search ?? ''})) > 0
          OR EXISTS (SELECT FROM unnest(${keys(textual)}::text[]) AS key
                     WHERE strpos(portal_fold(answers ->> key), portal_fold(${search ?? ''})) > 0))
    ), tally AS (
      SELECT entry.key, CASE WHEN entry.key = ANY (${keys(counted)}::text[]) THEN entry.value END AS value, count(*)::int
      FROM chosen CROSS JOIN jsonb_each(chosen.answers) AS entry GROUP BY 1, 2
    ), page AS (
      SELECT * FROM chosen
      WHERE (${afterId ?? null}::uuid IS NULL
        OR ("organizationName" COLLATE "pl-x-icu", "organizationId") > (${afterName ?? ''}, ${afterId ?? null}::uuid))
      ORDER BY "organizationName" COLLATE "pl-x-icu", "organizationId" LIMIT ${pageSize + 1}
    )
    SELECT (SELECT count(*)::int FROM chosen) AS total,
      (SELECT coalesce(json_agg(tally), '[]') FROM tally) AS tallies,
      (SELECT coalesce(json_agg(page ORDER BY "organizationName" COLLATE "pl-x-icu", "organizationId"), '[]')
       FROM page) AS page`);
  const { items, next } = pageOf(row?.page ?? [], (one) => [one.organizationName, one.organizationId]);
  return {
    formVersion: newest?.version ?? 1,
    fields,
    current: newest?.fields.length ?? 0,
    total: row?.total ?? 0,
    totals: fields.map((field) => totalsOf(field, row?.tallies ?? [])),
    items: items.map(presentAnswersRow),
    next,
  };
}
