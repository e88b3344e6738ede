import { z } from 'zod';
import { callAmount, callCurrency, callSummary, matchView } from './funding.ts';
import { initiativeStage } from './initiatives.ts';
import { goal, goalList, topicList } from './networks.ts';
import { cursor, day, flag, id, line, localized, pageOf, prose, reason, search, version } from './primitives.ts';
import { defineRoutes } from './route.ts';

// What gminas need, how calls fit it, and by when their councils have to decide.

const ref = z.object({ id, name: z.string() });

export const needView = z
  .object({
    id,
    organization: ref,
    title: z.string(),
    why: z.string(),
    topics: z.array(z.string()),
    goals: z.array(goal),
    year: z.int(),
    /** It concerns life in the border area. */
    border: z.boolean(),
    cost: z.int().nullable(),
    currency: callCurrency.nullable(),
    /** Why it is no need any more. */
    withdrawal: z.string().nullable(),
    version,
    abilities: z.object({ change: z.boolean() }),
  })
  .meta({ id: 'Need' });
export type NeedView = z.infer<typeof needView>;
export const needPage = pageOf(needView).meta({ id: 'NeedPage' });

export const councilSessionView = z
  .object({
    id,
    organization: ref,
    heldOn: day,
    /** The last day on which a draft resolution can be tabled. */
    tabledBy: day,
    abilities: z.object({ remove: z.boolean() }),
  })
  .meta({ id: 'CouncilSession' });
export type CouncilSessionView = z.infer<typeof councilSessionView>;
export const councilSessionPage = pageOf(councilSessionView).meta({ id: 'CouncilSessionPage' });

/** Whom a call fits, and why. */
export const callMatches = z
  .object({
    initiatives: z.array(z.object({ id, title: localized, stage: initiativeStage, match: matchView })),
    needs: z.array(z.object({ id, title: z.string(), organization: ref, match: matchView })),
    gminas: z.array(z.object({ organization: ref, match: matchView })),
  })
  .meta({ id: 'CallMatches' });
export type CallMatches = z.infer<typeof callMatches>;

/** What a session of a council can still do for a deadline. */
export const sessionVerdict = z.enum(['IN_TIME', 'TABLING_OVER', 'AFTER_DEADLINE']);
export type SessionVerdict = z.infer<typeof sessionVerdict>;
/** Whether a council can still decide: `UNKNOWN` where no session before the deadline is known. */
export const planOutcome = z.enum(['IN_TIME', 'TOO_LATE', 'UNKNOWN']);
export type PlanOutcome = z.infer<typeof planOutcome>;

export const callPlan = z
  .object({
    closesOn: day,
    signingDays: z.int(),
    /** The last day on which a council may decide. */
    decideBy: day,
    today: day,
    initiative: z.object({ id, title: localized }).nullable(),
    gminas: z.array(
      z.object({
        organization: ref,
        outcome: planOutcome,
        /** The last session that is in time, by which a draft is tabled at the latest. */
        latest: z.object({ heldOn: day, tabledBy: day }).nullable(),
        sessions: z.array(z.object({ heldOn: day, tabledBy: day, verdict: sessionVerdict })),
      }),
    ),
    /** The initiatives of the viewer's gmina for which it can be planned as well. */
    initiatives: z.array(z.object({ id, title: localized })),
  })
  .meta({ id: 'CallPlan' });
export type CallPlan = z.infer<typeof callPlan>;

export const initiativeCalls = z
  .object({
    /** Those in which it applies. */
    chosen: z.array(z.object({ call: callSummary, grant: z.int().nullable(), match: matchView })),
    /** Those that are ahead and about the same. */
    fitting: z.array(z.object({ call: callSummary, match: matchView })),
    abilities: z.object({ choose: z.boolean() }),
  })
  .meta({ id: 'InitiativeCalls' });
export type InitiativeCalls = z.infer<typeof initiativeCalls>;

export const calendarFeed = z
  .object({
    issued: z.boolean(),
    /** Where the calendar is: said once, as it is issued. */
    path: z.string().nullable(),
  })
  .meta({ id: 'CalendarFeed' });
export type CalendarFeedView = z.infer<typeof calendarFeed>;

export const councilSessionsAtOnce = 24;

const need = {
  title: line(3, 160),
  why: prose(10, 2000),
  topics: topicList,
  goals: goalList,
  year: z.int().min(2020).max(2100),
  border: z.boolean().default(false),
  cost: callAmount.optional(),
  currency: callCurrency.optional(),
};
const params = z.strictObject({ id });
const choice = z.strictObject({ id, callId: id });

export const fundingPlansRoutes = defineRoutes({
  listCallMatches: {
    method: 'GET',
    path: '/api/calls/:id/matches',
    access: 'signed-in',
    summary: 'Which initiatives, needs and gminas a call fits, with the reasons.',
    params,
    response: callMatches,
  },
  planBack: {
    method: 'GET',
    path: '/api/calls/:id/plan',
    access: 'signed-in',
    summary:
      "Plans back from a call's deadline through the sessions of councils: of an initiative's gminas, or of the viewer's own.",
    params,
    query: z.strictObject({ initiative: id.optional() }),
    response: callPlan,
  },
  downloadCallCalendar: {
    method: 'GET',
    path: '/api/calls/:id/calendar',
    access: 'signed-in',
    summary: "A call's deadlines and the days by which drafts are tabled, as iCalendar.",
    params,
    query: z.strictObject({ initiative: id.optional() }),
    file: 'text/calendar',
  },
  listInitiativeCalls: {
    method: 'GET',
    path: '/api/initiatives/:id/calls',
    access: 'signed-in',
    summary: 'In which calls an initiative applies, and which others fit it.',
    params,
    response: initiativeCalls,
  },
  chooseCall: {
    method: 'PUT',
    path: '/api/initiatives/:id/calls/:callId',
    access: 'signed-in',
    summary: 'An initiative applies in a call; or it asks for another amount there.',
    params: choice,
    body: z.strictObject({ grant: callAmount.optional() }),
    response: initiativeCalls,
    problems: ['wrong-state', 'call-over'],
  },
  leaveCall: {
    method: 'DELETE',
    path: '/api/initiatives/:id/calls/:callId',
    access: 'signed-in',
    summary: 'An initiative does not apply in a call after all.',
    params: choice,
    response: initiativeCalls,
    problems: ['wrong-state'],
  },
  listNeeds: {
    method: 'GET',
    path: '/api/needs',
    access: 'signed-in',
    summary: 'What the gminas need, the newest first.',
    query: z.strictObject({ search, organization: id.optional(), border: flag.optional(), cursor }),
    response: needPage,
  },
  stateNeed: {
    method: 'POST',
    path: '/api/needs',
    access: 'signed-in',
    summary: 'Says what a gmina needs.',
    body: z.strictObject(need),
    response: needView,
    status: 201,
  },
  changeNeed: {
    method: 'PUT',
    path: '/api/needs/:id',
    access: 'signed-in',
    summary: 'Changes what a gmina says that it needs.',
    params,
    body: z.strictObject({ ...need, version }),
    response: needView,
    problems: ['wrong-state', 'version-conflict'],
  },
  withdrawNeed: {
    method: 'POST',
    path: '/api/needs/:id/withdraw',
    access: 'signed-in',
    summary: 'Says that something is no need any more, and why.',
    params,
    body: z.strictObject({ reason, version }),
    response: needView,
    problems: ['wrong-state', 'version-conflict'],
  },
  listCouncilSessions: {
    method: 'GET',
    path: '/api/council-sessions',
    access: 'signed-in',
    summary: 'Sessions of the councils from today on, the next first.',
    query: z.strictObject({ organization: id.optional(), cursor }),
    response: councilSessionPage,
  },
  addCouncilSessions: {
    method: 'POST',
    path: '/api/council-sessions',
    access: 'signed-in',
    summary: "Enters sessions of a gmina's council; a day that is known gets its new last day for drafts.",
    body: z.strictObject({
      organizationId: id,
      sessions: z
        .array(z.strictObject({ heldOn: day, tabledBy: day }))
        .min(1)
        .max(councilSessionsAtOnce),
    }),
    response: councilSessionPage,
  },
  removeCouncilSession: {
    method: 'DELETE',
    path: '/api/council-sessions/:id',
    access: 'signed-in',
    summary: 'Takes a session off that will not be held.',
    params,
  },
  readCalendarFeed: {
    method: 'GET',
    path: '/api/calendar-feed',
    access: 'signed-in',
    summary: "Whether the viewer's personal calendar has been issued.",
    response: calendarFeed,
  },
  issueCalendarFeed: {
    method: 'POST',
    path: '/api/calendar-feed',
    access: 'signed-in',
    summary: "Issues the viewer's personal calendar under a new secret address; an earlier one is void at once.",
    response: calendarFeed,
    repeatable: false,
  },
  revokeCalendarFeed: {
    method: 'DELETE',
    path: '/api/calendar-feed',
    access: 'signed-in',
    summary: "Makes the address of the viewer's personal calendar void.",
    response: calendarFeed,
  },
  readCalendar: {
    method: 'GET',
    path: '/api/calendars/:token',
    access: 'public',
    summary: 'A personal calendar as iCalendar, for whoever has its secret address; every other one is not found.',
    params: z.strictObject({ token: z.string().regex(/^[\w-]{1,100}$/) }),
    file: 'text/calendar',
  },
});
