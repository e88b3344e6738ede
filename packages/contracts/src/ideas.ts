import { z } from 'zod';
import { initiativesRoutes } from './initiatives.ts';
import { goal, goalList, topicList } from './networks.ts';
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
  tableFormat,
  version,
} from './primitives.ts';
import { defineRoutes } from './route.ts';
import { tasksRoutes } from './tasks.ts';

/** What has become of an idea; taken up `LATER`, it waits anew on its day. */
export const ideaState = z.enum(['SUBMITTED', 'LATER', 'INITIATIVE', 'TASK', 'MERGED', 'DECLINED', 'WITHDRAWN']);
export type IdeaState = z.infer<typeof ideaState>;
/** How an idea is answered; each answer leads to the state of its name. */
export const ideaAnswerKind = z.enum(['INITIATIVE', 'TASK', 'MERGED', 'LATER', 'DECLINED']);
export type IdeaAnswerKind = z.infer<typeof ideaAnswerKind>;
/** Who sees an idea: the people of all members, or those of its gmina and the secretariat. */
export const ideaAudience = z.enum(['MEMBERS', 'GMINA']);
export type IdeaAudience = z.infer<typeof ideaAudience>;

/** Calendar days within which an idea is answered. */
export const daysToAnswerIdea = 14;

const ref = z.object({ id, name: z.string() });
const ideaRef = z.object({ id, title: z.string(), organization: ref });
export type IdeaRef = z.infer<typeof ideaRef>;

const summaryShape = {
  id,
  title: z.string(),
  state: ideaState,
  audience: ideaAudience,
  organization: ref,
  goals: z.array(goal),
  topics: z.array(z.string()),
  submittedAt: instant,
  /** By when it is answered. */
  dueOn: day,
  /** It waits, and the day has passed. */
  late: z.boolean(),
  /** When it is taken up again; of those that are put off. */
  revisitOn: day.nullable(),
  /** How many other gminas say "we too". */
  supports: z.int(),
  following: z.boolean(),
};
export const ideaSummary = z.object(summaryShape).meta({ id: 'IdeaSummary' });
export type IdeaSummary = z.infer<typeof ideaSummary>;
export const ideaPage = pageOf(ideaSummary)
  .extend({
    /** Of all ideas that the viewer sees: how many wait for an answer, and how many of them for too long. */
    waiting: z.int(),
    late: z.int(),
  })
  .meta({ id: 'IdeaPage' });

export const ideaView = z
  .object({
    ...summaryShape,
    /** What it is, and why. */
    body: z.string(),
    /** Whom it helps. */
    benefit: z.string(),
    author: ref,
    supporters: z.array(z.object({ organization: ref, supportedAt: instant })),
    /** What was answered, the newest first: one that was put off is answered again. */
    answers: z.array(
      z.object({
        kind: ideaAnswerKind,
        reason: z.string(),
        revisitOn: day.nullable(),
        by: ref,
        answeredAt: instant,
      }),
    ),
    /** Into which it went in the end. */
    mergedInto: ideaRef.nullable(),
    /** Those that went into it. */
    merged: z.array(ideaRef),
    initiative: z.object({ id, title: localized }).nullable(),
    /** Null too where the viewer does not see the task. */
    task: z.object({ id, title: z.string() }).nullable(),
    followers: z.int(),
    version,
    abilities: z.object({
      answer: z.boolean(),
      support: z.boolean(),
      takeSupportBack: z.boolean(),
      change: z.boolean(),
      withdraw: z.boolean(),
    }),
  })
  .meta({ id: 'Idea' });
export type IdeaView = z.infer<typeof ideaView>;

/** An initiative, or a task, comes from one idea and from those that went into it. */
export const ideaOrigins = z.object({ items: z.array(ideaRef.extend({ author: ref })) }).meta({ id: 'IdeaOrigins' });

const params = z.strictObject({ id });
const filters = {
  search,
  state: ideaState.optional(),
  goal: goal.optional(),
  /** Only those of the viewer's own gmina. */
  mine: flag.optional(),
  following: flag.optional(),
  /** Only those that wait for too long. */
  late: flag.optional(),
  /** Only those into which this idea may go. */
  mergeable: id.optional(),
};

const described = {
  title: line(3, 160),
  body: prose(10, 4000),
  benefit: prose(3, 2000),
  goals: goalList,
  topics: topicList,
};

export const ideasRoutes = defineRoutes({
  listIdeas: {
    method: 'GET',
    path: '/api/ideas',
    access: 'signed-in',
    summary: 'Ideas that the viewer may see, the newest first.',
    query: z.strictObject({ ...filters, cursor }),
    response: ideaPage,
  },
  exportIdeas: {
    method: 'GET',
    path: '/api/ideas/export',
    access: 'signed-in',
    summary: 'The same ideas as a spreadsheet: a row each.',
    query: z.strictObject({ ...filters, format: tableFormat }),
    file: 'table',
  },
  listIdeaOrigins: {
    method: 'GET',
    path: '/api/ideas/origins',
    access: 'signed-in',
    summary: 'The ideas from which an initiative, or a task, has come, as far as the viewer sees them.',
    query: z.strictObject({ initiativeId: id.optional(), taskId: id.optional() }),
    response: ideaOrigins,
  },
  submitIdea: {
    method: 'POST',
    path: '/api/ideas',
    access: 'signed-in',
    summary: 'Hands in an idea for the gmina for which the viewer works; it is answered within 14 days.',
    body: z.strictObject({ ...described, audience: ideaAudience.default('MEMBERS') }),
    response: ideaView,
    status: 201,
  },
  readIdea: {
    method: 'GET',
    path: '/api/ideas/:id',
    access: 'signed-in',
    summary: 'One idea: what was answered and why, what it came to.',
    params,
    response: ideaView,
  },
  changeIdea: {
    method: 'PUT',
    path: '/api/ideas/:id',
    access: 'signed-in',
    summary:
      'Its author words an idea anew while it waits for its answer, which stays due on the same day. Who sees it stays as it was.',
    params,
    body: z.strictObject({ ...described, version }),
    response: ideaView,
    problems: ['wrong-state', 'version-conflict'],
  },
  withdrawIdea: {
    method: 'POST',
    path: '/api/ideas/:id/withdraw',
    access: 'signed-in',
    summary: 'Its author takes an idea back before it is answered.',
    params,
    body: z.strictObject({ version }),
    response: ideaView,
    problems: ['wrong-state', 'version-conflict'],
  },
  supportIdea: {
    method: 'PUT',
    path: '/api/ideas/:id/support',
    access: 'signed-in',
    summary: "Says for the viewer's gmina that it wants another gmina's idea too, or no more.",
    params,
    body: z.strictObject({ supported: z.boolean() }),
    response: ideaView,
    problems: ['wrong-state'],
  },
  followIdea: {
    method: 'PUT',
    path: '/api/ideas/:id/following',
    access: 'signed-in',
    summary: 'Follows an idea, or no more: whoever follows is told of its answer.',
    params,
    body: z.strictObject({ following: z.boolean() }),
    response: ideaView,
  },
  declineIdea: {
    method: 'POST',
    path: '/api/ideas/:id/decline',
    access: 'signed-in',
    summary: 'Answers that nothing comes of an idea, and why.',
    params,
    body: z.strictObject({ reason, version }),
    response: ideaView,
    problems: ['wrong-state', 'version-conflict'],
  },
  putIdeaOff: {
    method: 'POST',
    path: '/api/ideas/:id/later',
    access: 'signed-in',
    summary: 'Answers that an idea is taken up later, and on which day it waits anew.',
    params,
    body: z.strictObject({ revisitOn: day, reason, version }),
    response: ideaView,
    problems: ['wrong-state', 'version-conflict'],
  },
  mergeIdea: {
    method: 'POST',
    path: '/api/ideas/:id/merge',
    access: 'signed-in',
    summary: 'Answers that an idea goes on in another one, with those who support and follow it.',
    params,
    body: z.strictObject({ intoId: id, reason, version }),
    response: ideaView,
    problems: ['wrong-state', 'version-conflict'],
  },
  makeInitiativeOfIdea: {
    method: 'POST',
    path: '/api/ideas/:id/initiative',
    access: 'signed-in',
    summary:
      'Accepts an idea as an initiative, which is proposed with it; its author and followers follow the initiative.',
    params,
    body: z.strictObject({
      ...initiativesRoutes.proposeInitiative.body.shape,
      /** For whom it is proposed. */
      proposer: z.enum(['GMINA', 'SECRETARIAT']).default('GMINA'),
      reason,
      version,
    }),
    response: ideaView,
    problems: ['wrong-state', 'version-conflict'],
  },
  makeTaskOfIdea: {
    method: 'POST',
    path: '/api/ideas/:id/task',
    access: 'signed-in',
    summary: "Accepts an idea as a task of a network, which is written with it under the network's mandate.",
    params,
    body: z.strictObject({ ...tasksRoutes.createTask.body.shape, reason, version }),
    response: ideaView,
    problems: ['wrong-state', 'version-conflict', 'mandate-missing'],
  },
});
