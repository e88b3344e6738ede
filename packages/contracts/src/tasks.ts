import { z } from 'zod';
import { eventPage } from './activity.ts';
import { formField, formFields, taskForm, writtenAnswers } from './forms.ts';
import { answerMaximum } from './limits.ts';
import { mandateView } from './networks.ts';
import {
  cursor,
  day,
  flag,
  id,
  instant,
  line,
  localized,
  pageOf,
  prose,
  reason,
  search,
  version,
  tableFormat,
} from './primitives.ts';
import { defineRoutes } from './route.ts';
import { recurrence } from './task-series.ts';

export const taskState = z.enum(['OPEN', 'CLOSED']);
export type TaskState = z.infer<typeof taskState>;
export const priority = z.enum(['NORMAL', 'HIGH']);
export type Priority = z.infer<typeof priority>;
export const assignmentState = z.enum(['OPEN', 'IN_PROGRESS', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'DECLINED']);
export type AssignmentState = z.infer<typeof assignmentState>;

/** Where a task stands on the board: nobody has answered, some have, nobody owes an answer any more, or it is closed. */
export const taskStage = z.enum(['ASKED', 'ANSWERING', 'COMPLETE', 'CLOSED']);
export type TaskStage = z.infer<typeof taskStage>;

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
  version,
};
export const taskSummary = z.object(taskSummaryShape).meta({ id: 'TaskSummary' });
export type TaskSummary = z.infer<typeof taskSummary>;
export const taskPage = pageOf(taskSummary).meta({ id: 'TaskPage' });

/** How many tasks one task may need. */
export const needsAtMost = 20;
/** Another task of the same network, which this one needs or which needs it. */
const relatedTask = z.object({ id, title: z.string(), state: taskState, dueOn: day });
export type RelatedTask = z.infer<typeof relatedTask>;

export const taskView = z
  .object({
    ...taskSummaryShape,
    body: z.string(),
    /** By whose authority this is asked: the chain task → network → mandate. */
    mandate: mandateView,
    /** For which initiative it is asked; null also where the viewer does not see that. */
    initiative: z.object({ id, title: localized }).nullable(),
    createdAt: instant,
    /** The assignments of the viewer's own organizations. */
    mine: z.array(id),
    /** The newest form of the answers; null: each gmina answers by a text. */
    form: taskForm.nullable(),
    /** What is to be finished first, by due day; nothing keeps a gmina from answering before. */
    /** The series that wrote it, where one did. */
    series: z.object({ id, recurrence }).nullable(),
    needs: z.array(relatedTask),
    neededBy: z.array(relatedTask),
    abilities: z.object({
      assign: z.boolean(),
      close: z.boolean(),
      change: z.boolean(),
      repeat: z.boolean(),
      readAnswers: z.boolean(),
      changeForm: z.boolean(),
    }),
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

/** How many steps a gmina's own list has. */
export const stepsAtMost = 50;
const checklistStep = z.object({ id, text: z.string(), done: z.boolean(), doneBy: z.string().nullable() });
export type ChecklistStep = z.infer<typeof checklistStep>;

export const dueRequestState = z.enum(['OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN']);
export type DueRequestState = z.infer<typeof dueRequestState>;

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
    /** The form in which to read the answers, or to write them while they may be written; null: the answer is a text. */
    form: taskForm.nullable(),
    /** By the question's key. */
    answers: writtenAnswers,
    /** The form has changed since this was written. */
    formChanged: z.boolean(),
    /** What was written and no question takes any more: kept for the gmina until it hands in. */
    leftOver: z.array(z.object({ field: formField, value: writtenAnswers.valueType })),
    /** Why it was returned or declined. */
    reason: z.string().nullable(),
    submittedAt: instant.nullable(),
    /** The newest request for a later due day. */
    dueRequest: z
      .object({
        id,
        dueOn: day,
        reason: z.string(),
        state: dueRequestState,
        refusal: z.string().nullable(),
        requestedAt: instant,
      })
      .nullable(),
    /** The steps to the answer, seen by the gmina alone; null for everybody else. */
    checklist: z.array(checklistStep).nullable(),
    version,
    abilities: z.object({
      writeChecklist: z.boolean(),
      take: z.boolean(),
      write: z.boolean(),
      submit: z.boolean(),
      decline: z.boolean(),
      accept: z.boolean(),
      return: z.boolean(),
      askForTime: z.boolean(),
      withdrawTimeRequest: z.boolean(),
      decideTimeRequest: z.boolean(),
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

/** What the handed-in answers to one question come to. */
export const fieldTotals = z.object({
  key: z.string(),
  /** How many gminas answered it. */
  answered: z.int(),
  /** Of numbers. */
  sum: z.number().nullable(),
  median: z.number().nullable(),
  /** Of choices: how many gminas gave each option; of yes or no: `true` and `false`. */
  counts: z.array(z.object({ option: z.string(), count: z.int() })).nullable(),
});
export type FieldTotals = z.infer<typeof fieldTotals>;

export const answersRow = z.object({
  organization: z.object({ id, name: z.string(), voivodeship: z.string().nullable() }),
  state: assignmentState,
  late: z.boolean(),
  submittedAt: instant.nullable(),
  /** The version of the form that was answered; null where nothing is handed in. */
  formVersion: z.int().nullable(),
  answers: writtenAnswers.nullable(),
});
export type AnswersRow = z.infer<typeof answersRow>;

/** Questions × gminas of one task: a page of gminas by name, the totals of all that the filter lets through. */
export const answersView = z
  .object({
    /** The newest form. */
    formVersion: z.int(),
    /** Its questions, then those that are asked no more and were answered. */
    fields: z.array(formField),
    /** How many of the questions are of the newest form. */
    current: z.int(),
    /** Gminas that the filter lets through. */
    total: z.int(),
    totals: z.array(fieldTotals),
    items: z.array(answersRow),
    next: z.string().nullable(),
  })
  .meta({ id: 'Answers' });
export type AnswersView = z.infer<typeof answersView>;

/** Whom a task asks: gminas by choice, all members of its network, all member gminas of the association or of its initiative. */
export const taskAudience = z.enum(['CHOSEN', 'NETWORK', 'ASSOCIATION', 'INITIATIVE']);
export type TaskAudience = z.infer<typeof taskAudience>;

/** How many gminas each audience has now. */
export const reachView = z.object({ network: z.int(), association: z.int() }).meta({ id: 'Reach' });

/** Due from this day to that one, both included. */
const dueWithin = { from: day.optional(), to: day.optional() };
const taskParams = z.strictObject({ id });
const assignmentParams = z.strictObject({ id, organizationId: id });
const organizationIds = z.array(id).min(1).max(500);
const answersFilter = {
  state: assignmentState.optional(),
  late: flag.optional(),
  voivodeship: search,
  search,
};
const answerBody = (min: number) =>
  z.strictObject({
    /** Where the task has no form. */
    answer: prose(min, answerMaximum).optional(),
    /** Where it has one: by the question's key, with the version of the form that was on the screen. */
    answers: writtenAnswers.optional(),
    formVersion: version.optional(),
    version,
  });

export const tasksRoutes = defineRoutes({
  listTasks: {
    method: 'GET',
    path: '/api/tasks',
    access: 'signed-in',
    summary: 'Tasks that the viewer may see, with their progress, by due day.',
    query: z.strictObject({
      network: id.optional(),
      resolution: id.optional(),
      initiative: id.optional(),
      state: taskState.optional(),
      stage: taskStage.optional(),
      ...dueWithin,
      cursor,
    }),
    response: taskPage,
  },
  listAssignments: {
    method: 'GET',
    path: '/api/assignments',
    access: 'signed-in',
    summary: "What is asked of the viewer's organizations (of any, for the secretariat), by due day.",
    query: z.strictObject({
      /**
       * `todo`: to be answered, of which `open` nobody has taken yet and `working` somebody has; `submitted`: waiting for
       * acceptance; `asking`: asking for a later day; `done`: accepted or declined, latest first; `all`.
       */
      show: z.enum(['todo', 'open', 'working', 'submitted', 'asking', 'done', 'all']).default('todo'),
      late: flag.optional(),
      network: id.optional(),
      ...dueWithin,
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
  exportMatrix: {
    method: 'GET',
    path: '/api/networks/:id/matrix/export',
    access: 'signed-in',
    summary: 'The same as a spreadsheet: a row for each gmina, a column for each task.',
    params: taskParams,
    query: z.strictObject({ format: tableFormat }),
    file: 'table',
  },
  readReach: {
    method: 'GET',
    path: '/api/networks/:id/reach',
    access: 'signed-in',
    summary: 'How many gminas a task of the network would ask, by audience.',
    params: taskParams,
    response: reachView,
    problems: ['forbidden'],
  },
  createTask: {
    method: 'POST',
    path: '/api/tasks',
    access: 'signed-in',
    summary:
      "Writes a task under the network's mandate and asks gminas: chosen ones, all of the network or of the association.",
    body: z
      .strictObject({
        networkId: id,
        /** For which initiative; it asks those who take part in it, under the network's mandate. */
        initiativeId: id.optional(),
        title: line(3, 200),
        body: prose(3, 10_000),
        dueOn: day,
        priority: priority.default('NORMAL'),
        /** Absent: the gminas named in `organizationIds`. */
        audience: taskAudience.optional(),
        organizationIds: z.array(id).max(500).default([]),
        /** The questions; absent: each gmina answers by a text. */
        fields: formFields.optional(),
      })
      .check(({ value, issues }) => {
        const isForInitiative = value.initiativeId !== undefined;
        const asksInitiative = value.audience === 'INITIATIVE';
        if (isForInitiative ? value.audience === 'NETWORK' || value.audience === 'ASSOCIATION' : asksInitiative)
          issues.push({
            code: 'invalid_value',
            values: isForInitiative ? ['CHOSEN', 'INITIATIVE'] : ['CHOSEN', 'NETWORK', 'ASSOCIATION'],
            input: value.audience,
            path: ['audience'],
          });
        if ((value.audience ?? 'CHOSEN') !== 'CHOSEN' || value.organizationIds.length > 0) return;
        issues.push({
          code: 'too_small',
          origin: 'array',
          minimum: 1,
          input: value.organizationIds,
          path: ['organizationIds'],
        });
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
  changeForm: {
    method: 'PUT',
    path: '/api/tasks/:id/form',
    access: 'signed-in',
    summary: 'Changes the questions of an open task; what was handed in stays readable in the form that it answered.',
    params: taskParams,
    body: z.strictObject({ fields: formFields, version }),
    response: taskView,
    problems: ['wrong-state', 'version-conflict'],
  },
  readAnswers: {
    method: 'GET',
    path: '/api/tasks/:id/answers',
    access: 'signed-in',
    summary: 'Questions × gminas: what was handed in to a task with a form.',
    params: taskParams,
    query: z.strictObject({ ...answersFilter, cursor }),
    response: answersView,
    problems: ['forbidden'],
  },
  exportAnswers: {
    method: 'GET',
    path: '/api/tasks/:id/answers/export',
    access: 'signed-in',
    summary: 'The same as a spreadsheet: a row for each gmina, a column for each question.',
    params: taskParams,
    query: z.strictObject({ ...answersFilter, format: tableFormat }),
    file: 'table',
    problems: ['forbidden'],
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
  changeNeeds: {
    method: 'PUT',
    path: '/api/tasks/:id/needs',
    access: 'signed-in',
    summary: 'Says which tasks of the same network are to be finished before this one.',
    params: taskParams,
    body: z.strictObject({ taskIds: z.array(id).max(needsAtMost), version }),
    response: taskView,
    problems: ['wrong-state', 'version-conflict', 'needs-in-circle'],
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
    body: answerBody(0),
    response: assignmentView,
    problems: ['wrong-state', 'version-conflict', 'form-changed', 'too-large'],
  },
  submitAnswer: {
    method: 'POST',
    path: '/api/tasks/:id/assignments/:organizationId/submit',
    access: 'signed-in',
    summary: 'Hands the answer in.',
    params: assignmentParams,
    body: answerBody(1),
    response: assignmentView,
    problems: ['wrong-state', 'version-conflict', 'form-changed', 'too-large'],
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
