import { z } from 'zod';
import { eventPage } from './activity.ts';
import { answerMaximum } from './limits.ts';
import { mandateView } from './networks.ts';
import { cursor, day, flag, id, instant, line, localized, pageOf, prose, reason, version } from './primitives.ts';
import { defineRoutes } from './route.ts';

export const taskState = z.enum(['OPEN', 'CLOSED']);
export type TaskState = z.infer<typeof taskState>;
export const priority = z.enum(['NORMAL', 'HIGH']);
export type Priority = z.infer<typeof priority>;
export const assignmentState = z.enum(['OPEN', 'IN_PROGRESS', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'DECLINED']);
export type AssignmentState = z.infer<typeof assignmentState>;

/** How far a task has come: derived from its assignments, never stored. */
export const progressView = z
  .object({
    /** Assignments in all. */
    total: z.int(),
    /** Handed in: submitted or accepted. */
    answered: z.int(),
    accepted: z.int(),
    declined: z.int(),
    /** Not answered although the due day has passed. */
    late: z.int(),
  })
  .meta({ id: 'Progress' });
export type Progress = z.infer<typeof progressView>;

const taskSummaryShape = {
  id,
  title: z.string(),
  dueOn: day,
  priority,
  state: taskState,
  network: z.object({ id, name: localized }),
  progress: progressView,
};
export const taskSummary = z.object(taskSummaryShape).meta({ id: 'TaskSummary' });
export type TaskSummary = z.infer<typeof taskSummary>;
export const taskPage = pageOf(taskSummary).meta({ id: 'TaskPage' });

export const taskView = z
  .object({
    ...taskSummaryShape,
    body: z.string(),
    /** By whose authority this is asked: the chain task → network → mandate. */
    mandate: mandateView,
    createdAt: instant,
    version,
    /** The assignments of the viewer's own organizations. */
    mine: z.array(id),
    abilities: z.object({ assign: z.boolean(), close: z.boolean(), readAnswers: z.boolean() }),
  })
  .meta({ id: 'Task' });
export type TaskView = z.infer<typeof taskView>;

/** One cell of a matrix: who has answered, never what. */
export const assignmentCell = z
  .object({
    organization: z.object({ id, name: z.string() }),
    state: assignmentState,
    dueOn: day,
    late: z.boolean(),
    submittedAt: instant.nullable(),
  })
  .meta({ id: 'AssignmentCell' });
export type AssignmentCell = z.infer<typeof assignmentCell>;
export const assignmentCells = z.object({ items: z.array(assignmentCell) }).meta({ id: 'AssignmentCells' });

export const assignmentView = z
  .object({
    task: z.object({ id, title: z.string(), state: taskState, network: z.object({ id, name: localized }) }),
    organization: z.object({ id, name: z.string() }),
    state: assignmentState,
    dueOn: day,
    late: z.boolean(),
    /** The person who answers for it. */
    keeper: z.object({ id, name: z.string() }).nullable(),
    answer: z.string(),
    /** Why it was returned or declined. */
    reason: z.string().nullable(),
    submittedAt: instant.nullable(),
    version,
    abilities: z.object({
      take: z.boolean(),
      write: z.boolean(),
      submit: z.boolean(),
      decline: z.boolean(),
      accept: z.boolean(),
      return: z.boolean(),
    }),
  })
  .meta({ id: 'Assignment' });
export type AssignmentView = z.infer<typeof assignmentView>;

export const assignmentSummary = z
  .object({
    task: z.object({ id, title: z.string(), priority, network: z.object({ id, name: localized }) }),
    organization: z.object({ id, name: z.string() }),
    state: assignmentState,
    dueOn: day,
    late: z.boolean(),
    keeper: z.object({ id, name: z.string() }).nullable(),
    submittedAt: instant.nullable(),
  })
  .meta({ id: 'AssignmentSummary' });
export type AssignmentSummary = z.infer<typeof assignmentSummary>;
export const assignmentPage = pageOf(assignmentSummary).meta({ id: 'AssignmentPage' });

/** Tasks × gminas of one network: rows are its newest tasks, columns its members. */
export const matrixView = z
  .object({
    organizations: z.array(z.object({ id, name: z.string() })),
    tasks: z.array(
      z.object({
        id,
        title: z.string(),
        dueOn: day,
        state: taskState,
        progress: progressView,
        cells: z.array(z.object({ organizationId: id, state: assignmentState, late: z.boolean() })),
      }),
    ),
    /** Older tasks are left out of the picture. */
    truncated: z.boolean(),
  })
  .meta({ id: 'Matrix' });
export type MatrixView = z.infer<typeof matrixView>;

const taskParams = z.strictObject({ id });
const assignmentParams = z.strictObject({ id, organizationId: id });
const organizationIds = z.array(id).min(1).max(500);
const answerText = (min: number) => prose(min, answerMaximum);

export const tasksRoutes = defineRoutes({
  listTasks: {
    method: 'GET',
    path: '/api/tasks',
    access: 'signed-in',
    summary: 'Tasks that the viewer may see, with their progress, by due day.',
    query: z.strictObject({ network: id.optional(), resolution: id.optional(), state: taskState.optional(), cursor }),
    response: taskPage,
  },
  listAssignments: {
    method: 'GET',
    path: '/api/assignments',
    access: 'signed-in',
    summary: "What is asked of the viewer's organizations (of any, for the secretariat), by due day.",
    query: z.strictObject({
      /** `todo`: to be answered; `submitted`: waiting for acceptance; `done`: accepted or declined. */
      show: z.enum(['todo', 'submitted', 'done']).default('todo'),
      late: flag.optional(),
      network: id.optional(),
      cursor,
    }),
    response: assignmentPage,
  },
  readMatrix: {
    method: 'GET',
    path: '/api/networks/:id/matrix',
    access: 'signed-in',
    summary: 'Who has answered what in a network: its newest tasks by its members.',
    params: taskParams,
    response: matrixView,
  },
  createTask: {
    method: 'POST',
    path: '/api/tasks',
    access: 'signed-in',
    summary: "Writes a task under the network's mandate and assigns it to member gminas.",
    body: z.strictObject({
      networkId: id,
      title: line(3, 200),
      body: prose(3, 10_000),
      dueOn: day,
      priority: priority.default('NORMAL'),
      organizationIds,
    }),
    response: taskView,
    status: 201,
    problems: ['wrong-state'],
  },
  readTask: {
    method: 'GET',
    path: '/api/tasks/:id',
    access: 'signed-in',
    summary: 'One task with the chain of its authority.',
    params: taskParams,
    response: taskView,
  },
  listTaskAssignments: {
    method: 'GET',
    path: '/api/tasks/:id/assignments',
    access: 'signed-in',
    summary: 'Who has answered a task.',
    params: taskParams,
    response: assignmentCells,
  },
  assignTask: {
    method: 'POST',
    path: '/api/tasks/:id/assignments',
    access: 'signed-in',
    summary: "Assigns a task to more of the network's members.",
    params: taskParams,
    body: z.strictObject({ organizationIds, version }),
    response: taskView,
    problems: ['wrong-state', 'version-conflict'],
  },
  closeTask: {
    method: 'POST',
    path: '/api/tasks/:id/close',
    access: 'signed-in',
    summary: 'Closes a task: nothing of it can be answered or decided any more.',
    params: taskParams,
    body: z.strictObject({ version }),
    response: taskView,
    problems: ['wrong-state', 'version-conflict'],
  },
  readAssignment: {
    method: 'GET',
    path: '/api/tasks/:id/assignments/:organizationId',
    access: 'signed-in',
    summary: "One gmina's share of a task with its answer.",
    params: assignmentParams,
    response: assignmentView,
  },
  takeAssignment: {
    method: 'POST',
    path: '/api/tasks/:id/assignments/:organizationId/take',
    access: 'signed-in',
    summary: 'Makes the viewer the keeper of an assignment.',
    params: assignmentParams,
    response: assignmentView,
    problems: ['wrong-state'],
  },
  writeAnswer: {
    method: 'PUT',
    path: '/api/tasks/:id/assignments/:organizationId/answer',
    access: 'signed-in',
    summary: 'Keeps the answer as far as it is written; only the gmina itself sees it before it is handed in.',
    params: assignmentParams,
    body: z.strictObject({ answer: answerText(0), version }),
    response: assignmentView,
    problems: ['wrong-state', 'version-conflict', 'too-large'],
  },
  submitAnswer: {
    method: 'POST',
    path: '/api/tasks/:id/assignments/:organizationId/submit',
    access: 'signed-in',
    summary: 'Hands the answer in.',
    params: assignmentParams,
    body: z.strictObject({ answer: answerText(1), version }),
    response: assignmentView,
    problems: ['wrong-state', 'version-conflict', 'too-large'],
  },
  acceptAnswer: {
    method: 'POST',
    path: '/api/tasks/:id/assignments/:organizationId/accept',
    access: 'signed-in',
    summary: 'Accepts an answer that was handed in.',
    params: assignmentParams,
    body: z.strictObject({ version }),
    response: assignmentView,
    problems: ['wrong-state', 'version-conflict'],
  },
  returnAnswer: {
    method: 'POST',
    path: '/api/tasks/:id/assignments/:organizationId/return',
    access: 'signed-in',
    summary: 'Returns an answer to be completed, with a reason.',
    params: assignmentParams,
    body: z.strictObject({ reason, version }),
    response: assignmentView,
    problems: ['wrong-state', 'version-conflict'],
  },
  declineAssignment: {
    method: 'POST',
    path: '/api/tasks/:id/assignments/:organizationId/decline',
    access: 'signed-in',
    summary: 'The gmina declines what is asked of it, with a reason.',
    params: assignmentParams,
    body: z.strictObject({ reason, version }),
    response: assignmentView,
    problems: ['wrong-state', 'version-conflict'],
  },
  listTaskActivity: {
    method: 'GET',
    path: '/api/tasks/:id/activity',
    access: 'signed-in',
    summary: 'What happened with a task, newest first, as far as the viewer may see it.',
    params: taskParams,
    query: z.strictObject({ cursor }),
    response: eventPage,
  },
});
