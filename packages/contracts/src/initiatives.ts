import { z } from 'zod';
import { eventPage } from './activity.ts';
import { organizationKind } from './accounts.ts';
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
  version,
} from './primitives.ts';
import { defineRoutes } from './route.ts';

/** How far an initiative has come; a refused application goes back to its preparation. */
export const initiativeStage = z.enum([
  'IDEA',
  'PREPARATION',
  'APPLIED',
  'FUNDED',
  'RUNNING',
  'COMPLETED',
  'ABANDONED',
]);
export type InitiativeStage = z.infer<typeof initiativeStage>;
/** The ladder: how far it reaches. */
export const initiativeLevel = z.enum(['LOCAL', 'INTERMUNICIPAL', 'REGIONAL', 'CROSS_BORDER']);
export type InitiativeLevel = z.infer<typeof initiativeLevel>;
export const partRole = z.enum(['LEAD_PARTNER', 'PARTNER', 'ASSOCIATED']);
export type PartRole = z.infer<typeof partRole>;
/** Declared by whoever works for the organization, confirmed by whoever decides for it. */
export const partState = z.enum(['DECLARED', 'CONFIRMED', 'WITHDRAWN']);
export type PartState = z.infer<typeof partState>;

export const milestonesAtMost = 30;
export const risksAtMost = 20;
export const indicatorsAtMost = 20;
/** Of one indicator: one a month for twenty years. */
export const measurementsAtMost = 240;
/** Of one initiative, with those in whose place others have come. */
export const decisionsAtMost = 200;
/** Of likelihood and impact: 1 is low, 3 is high. */
export const riskScale = z.int().min(1).max(3);

const ref = z.object({ id, name: z.string() });
/** What an indicator counts: small enough to be exact, with two places after the point. */
const figure = z.number().min(-1e12).max(1e12).multipleOf(0.01);

const summaryShape = {
  id,
  title: localized,
  summary: localized,
  stage: initiativeStage,
  level: initiativeLevel,
  goals: z.array(goal),
  topics: z.array(z.string()),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  /** Null as long as nobody leads it, or after its lead partner has withdrawn. */
  lead: ref.nullable(),
  /** Of those who take part, how many have confirmed it. */
  parts: z.object({ confirmed: z.int(), all: z.int() }),
  /** The first of its milestones that is not reached. */
  nextMilestone: z.object({ title: localized, dueOn: day, late: z.boolean() }).nullable(),
  following: z.boolean(),
  version,
  abilities: z.object({
    /** The stages to which the viewer may move it now. */
    moveTo: z.array(initiativeStage),
  }),
};
export const initiativeSummary = z.object(summaryShape).meta({ id: 'InitiativeSummary' });
export type InitiativeSummary = z.infer<typeof initiativeSummary>;
export const initiativePage = pageOf(initiativeSummary).meta({ id: 'InitiativePage' });

export const partView = z
  .object({
    organization: ref,
    organizationKind,
    /** A gmina that has left the association: its part is kept, and it decides nothing any more. */
    former: z.boolean(),
    role: partRole,
    state: partState,
    /** What the organization does in it, in its own words. */
    part: z.string(),
    declaredBy: ref,
    declaredAt: instant,
    confirmedBy: ref.nullable(),
    confirmedAt: instant.nullable(),
    /** Why it has withdrawn. */
    withdrawal: z.string().nullable(),
    abilities: z.object({ confirm: z.boolean(), withdraw: z.boolean(), lead: z.boolean() }),
  })
  .meta({ id: 'InitiativePart' });
export type PartView = z.infer<typeof partView>;

export const milestoneView = z.object({
  id,
  title: localized,
  dueOn: day,
  reachedOn: day.nullable(),
  late: z.boolean(),
});
export type MilestoneView = z.infer<typeof milestoneView>;

export const indicatorView = z.object({
  id,
  name: localized,
  unit: z.string(),
  baseline: z.number(),
  target: z.number(),
  /** It tells of life in the border area. */
  border: z.boolean(),
  /** What was measured, the newest first. */
  measurements: z.array(
    z.object({ value: z.number(), measuredOn: day, evidence: z.string(), by: z.string().nullable() }),
  ),
});
export type IndicatorView = z.infer<typeof indicatorView>;

export const riskView = z.object({
  id,
  text: z.string(),
  likelihood: riskScale,
  impact: riskScale,
  /** What is done about it. */
  response: z.string(),
});
export type RiskView = z.infer<typeof riskView>;

/** What was decided; never changed: a later decision comes in its place. */
export const initiativeDecisionView = z.object({
  id,
  title: z.string(),
  text: z.string(),
  /** Who decided, in the words of those who were there. */
  decidedBy: z.string(),
  decidedOn: day,
  reason: z.string(),
  resolution: z.object({ id, number: z.string() }).nullable(),
  supersedesId: id.nullable(),
  supersededById: id.nullable(),
  recordedBy: z.string().nullable(),
  organization: z.string(),
  recordedAt: instant,
});
export type InitiativeDecisionView = z.infer<typeof initiativeDecisionView>;

export const initiativeView = z
  .object({
    ...summaryShape,
    /** What the gminas are to have of it. */
    benefit: z.string(),
    /** Out of whose work it came. */
    network: z.object({ id, name: localized }).nullable(),
    proposedBy: ref,
    participants: z.array(partView),
    milestones: z.array(milestoneView),
    indicators: z.array(indicatorView),
    risks: z.array(riskView),
    /** How it came to be where it is, the newest first. */
    moves: z.array(
      z.object({
        stage: initiativeStage.nullable(),
        level: initiativeLevel.nullable(),
        reason: z.string(),
        by: z.string().nullable(),
        organization: z.string(),
        movedAt: instant,
      }),
    ),
    /** The newest first. */
    decisions: z.array(initiativeDecisionView),
    followers: z.int(),
    /** Whether everybody may read its public card. */
    published: z.boolean(),
    abilities: z.object({
      change: z.boolean(),
      decide: z.boolean(),
      publish: z.boolean(),
      /** Asks those who take part for something. */
      writeTask: z.boolean(),
      /** Sees its documents, what is said in it and whom it asks: whoever takes part. */
      readWork: z.boolean(),
      /** The stages to which the viewer may move it now. */
      moveTo: z.array(initiativeStage),
      changeLevel: z.boolean(),
      /** A partner takes part, whose people may be invited as guests. */
      inviteGuests: z.boolean(),
      /** The organizations for which the viewer may declare a part now. */
      declareFor: z.array(ref),
    }),
  })
  .meta({ id: 'Initiative' });
export type InitiativeView = z.infer<typeof initiativeView>;

/** One initiative among others in time. */
export const timelineItem = z.object({
  id,
  title: localized,
  stage: initiativeStage,
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  milestones: z.array(milestoneView),
});
export type TimelineItem = z.infer<typeof timelineItem>;
export const initiativeTimeline = z
  .object({
    items: z.array(timelineItem),
    /** Whether there are more than are shown. */
    more: z.boolean(),
  })
  .meta({ id: 'InitiativeTimeline' });
export type InitiativeTimeline = z.infer<typeof initiativeTimeline>;

const publicShape = {
  id,
  title: localized,
  summary: localized,
  stage: initiativeStage,
  level: initiativeLevel,
  goals: z.array(goal),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  /** The lead partner's name. */
  lead: z.string().nullable(),
};
/** What everybody may know of an initiative: no person is named. */
export const publicInitiativePage = pageOf(z.object(publicShape)).meta({ id: 'PublicInitiativePage' });
export const publicInitiative = z
  .object({
    ...publicShape,
    /** Those who have confirmed their part. */
    participants: z.array(z.object({ name: z.string(), role: partRole })),
    /** What was reached, the newest first. */
    reached: z.array(z.object({ title: localized, reachedOn: day })),
    indicators: z.array(
      z.object({
        name: localized,
        unit: z.string(),
        baseline: z.number(),
        target: z.number(),
        border: z.boolean(),
        latest: z.object({ value: z.number(), measuredOn: day }).nullable(),
      }),
    ),
    publishedAt: instant,
  })
  .meta({ id: 'PublicInitiative' });
export type PublicInitiative = z.infer<typeof publicInitiative>;

export const savedFiltersAtMost = 20;
/** The filters of the list of initiatives. */
export const initiativeFilters = z.strictObject({
  search,
  stage: initiativeStage.optional(),
  level: initiativeLevel.optional(),
  goal: goal.optional(),
  mine: z.literal(true).optional(),
  following: z.literal(true).optional(),
});
export const savedFilter = z.object({ id, name: z.string(), filters: initiativeFilters }).meta({ id: 'SavedFilter' });
export type SavedFilter = z.infer<typeof savedFilter>;

const described = {
  titlePl: line(3, 160),
  titleEn: line(3, 160).optional(),
  summaryPl: prose(10, 2000),
  summaryEn: prose(10, 2000).optional(),
  benefit: prose(10, 2000),
  goals: goalList,
  topics: topicList,
  startsOn: day.optional(),
  endsOn: day.optional(),
};
const params = z.strictObject({ id });
const partParams = z.strictObject({ id, organizationId: id });

export const initiativesRoutes = defineRoutes({
  listInitiatives: {
    method: 'GET',
    path: '/api/initiatives',
    access: 'signed-in',
    summary: 'Initiatives that the viewer may see, by title.',
    query: z.strictObject({
      search,
      stage: initiativeStage.optional(),
      level: initiativeLevel.optional(),
      goal: goal.optional(),
      topic: line(1, 40).optional(),
      /** Only those in which the viewer's organization takes part. */
      mine: flag.optional(),
      following: flag.optional(),
      cursor,
    }),
    response: initiativePage,
  },
  proposeInitiative: {
    method: 'POST',
    path: '/api/initiatives',
    access: 'signed-in',
    summary: 'Proposes an initiative: an idea until it is prepared.',
    body: z.strictObject({
      ...described,
      level: initiativeLevel,
      /** Out of whose work it comes. */
      networkId: id.optional(),
    }),
    response: initiativeView,
    status: 201,
  },
  readInitiative: {
    method: 'GET',
    path: '/api/initiatives/:id',
    access: 'signed-in',
    summary: 'One initiative: who takes part, how far it has come, what it has measured.',
    params,
    response: initiativeView,
  },
  changeInitiative: {
    method: 'PUT',
    path: '/api/initiatives/:id',
    access: 'signed-in',
    summary: 'Changes what an initiative says of itself.',
    params,
    body: z.strictObject({ ...described, version }),
    response: initiativeView,
    problems: ['wrong-state', 'version-conflict'],
  },
  moveInitiative: {
    method: 'POST',
    path: '/api/initiatives/:id/move',
    access: 'signed-in',
    summary: 'Moves an initiative to its next stage, or abandons it; says why.',
    params,
    body: z.strictObject({ stage: initiativeStage, reason, version }),
    response: initiativeView,
    problems: ['wrong-state', 'version-conflict', 'lead-partner-missing', 'milestones-open'],
  },
  changeLevel: {
    method: 'POST',
    path: '/api/initiatives/:id/level',
    access: 'signed-in',
    summary: 'Says that an initiative reaches further than before, or less far.',
    params,
    body: z.strictObject({ level: initiativeLevel, reason, version }),
    response: initiativeView,
    problems: ['wrong-state', 'version-conflict'],
  },
  declarePart: {
    method: 'POST',
    path: '/api/initiatives/:id/participants',
    access: 'signed-in',
    summary: "Declares an organization's part in an initiative; whoever decides for it confirms it.",
    params,
    body: z.strictObject({ organizationId: id, role: partRole, part: prose(3, 1000) }),
    response: initiativeView,
    problems: ['wrong-state', 'part-exists', 'lead-partner-exists'],
  },
  confirmPart: {
    method: 'POST',
    path: '/api/initiatives/:id/participants/:organizationId/confirm',
    access: 'signed-in',
    summary: "Confirms an organization's part in an initiative.",
    params: partParams,
    response: initiativeView,
    problems: ['wrong-state', 'no-longer-member'],
  },
  withdrawPart: {
    method: 'POST',
    path: '/api/initiatives/:id/participants/:organizationId/withdraw',
    access: 'signed-in',
    summary: 'An organization withdraws from an initiative; all others are told.',
    params: partParams,
    body: z.strictObject({ reason, version }),
    response: initiativeView,
    problems: ['wrong-state', 'version-conflict'],
  },
  changeLeadPartner: {
    method: 'POST',
    path: '/api/initiatives/:id/participants/:organizationId/lead',
    access: 'signed-in',
    summary: 'Makes a participant that has confirmed its part the lead partner.',
    params: partParams,
    body: z.strictObject({ version }),
    response: initiativeView,
    problems: ['wrong-state', 'version-conflict', 'no-longer-member'],
  },
  planMilestones: {
    method: 'PUT',
    path: '/api/initiatives/:id/milestones',
    access: 'signed-in',
    summary: 'Writes the milestones of an initiative: all of them, in the order of their days.',
    params,
    body: z.strictObject({
      milestones: z
        .array(
          z.strictObject({
            id: id.optional(),
            titlePl: line(3, 200),
            titleEn: line(3, 200).optional(),
            dueOn: day,
            reachedOn: day.optional(),
          }),
        )
        .max(milestonesAtMost),
      version,
    }),
    response: initiativeView,
    problems: ['wrong-state', 'version-conflict'],
  },
  assessRisks: {
    method: 'PUT',
    path: '/api/initiatives/:id/risks',
    access: 'signed-in',
    summary: 'Writes the risks of an initiative: all of them.',
    params,
    body: z.strictObject({
      risks: z
        .array(
          z.strictObject({ text: line(3, 300), likelihood: riskScale, impact: riskScale, response: prose(3, 1000) }),
        )
        .max(risksAtMost),
      version,
    }),
    response: initiativeView,
    problems: ['wrong-state', 'version-conflict'],
  },
  addIndicator: {
    method: 'POST',
    path: '/api/initiatives/:id/indicators',
    access: 'signed-in',
    summary: 'Adds an indicator: from where to where, in which unit.',
    params,
    body: z.strictObject({
      namePl: line(3, 160),
      nameEn: line(3, 160).optional(),
      unit: line(1, 40),
      baseline: figure,
      target: figure,
      border: z.boolean().default(false),
      version,
    }),
    response: initiativeView,
    problems: ['wrong-state', 'version-conflict', 'too-many'],
  },
  removeIndicator: {
    method: 'DELETE',
    path: '/api/initiatives/:id/indicators/:indicatorId',
    access: 'signed-in',
    summary: 'Takes an indicator off that was never measured.',
    params: z.strictObject({ id, indicatorId: id }),
    response: initiativeView,
    problems: ['wrong-state', 'indicator-measured'],
  },
  measure: {
    method: 'POST',
    path: '/api/initiatives/:id/indicators/:indicatorId/measurements',
    access: 'signed-in',
    summary: 'Records what an indicator has come to, with the evidence.',
    params: z.strictObject({ id, indicatorId: id }),
    body: z.strictObject({ value: figure, measuredOn: day, evidence: prose(3, 1000) }),
    response: initiativeView,
    problems: ['wrong-state', 'too-many'],
  },
  recordDecision: {
    method: 'POST',
    path: '/api/initiatives/:id/decisions',
    access: 'signed-in',
    summary: 'Records what was decided: when, by whom and why. It is never changed; a later one may come in its place.',
    params,
    body: z.strictObject({
      title: line(3, 200),
      text: prose(3, 4000),
      decidedBy: line(3, 200),
      decidedOn: day,
      reason,
      resolutionId: id.optional(),
      supersedesId: id.optional(),
    }),
    response: initiativeView,
    status: 201,
    problems: ['wrong-state', 'too-many'],
  },
  publishCard: {
    method: 'PUT',
    path: '/api/initiatives/:id/card',
    access: 'signed-in',
    summary: 'Publishes the public card of an initiative, or withdraws it.',
    params,
    body: z.strictObject({ published: z.boolean() }),
    response: initiativeView,
    problems: ['english-missing'],
  },
  listTimeline: {
    method: 'GET',
    path: '/api/initiative-timeline',
    access: 'signed-in',
    summary: 'Initiatives that the viewer may see, with their terms and milestones, those that begin first first.',
    query: z.strictObject({ mine: flag.optional(), following: flag.optional() }),
    response: initiativeTimeline,
  },
  listSavedFilters: {
    method: 'GET',
    path: '/api/initiative-filters',
    access: 'signed-in',
    summary: 'The filters of the list of initiatives that the viewer has named, by name.',
    response: z.object({ items: z.array(savedFilter) }).meta({ id: 'SavedFilters' }),
  },
  saveFilter: {
    method: 'POST',
    path: '/api/initiative-filters',
    access: 'signed-in',
    summary: 'Names the filters of the list of initiatives; a known name gets other filters.',
    body: z.strictObject({ name: line(1, 60), filters: initiativeFilters }),
    response: savedFilter,
    status: 201,
    problems: ['too-many'],
  },
  removeFilter: {
    method: 'DELETE',
    path: '/api/initiative-filters/:id',
    access: 'signed-in',
    summary: "Forgets one of the viewer's named filters.",
    params,
  },
  listPublicInitiatives: {
    method: 'GET',
    path: '/api/public/initiatives',
    access: 'public',
    summary: 'Initiatives whose public card is published, by title.',
    query: z.strictObject({ cursor }),
    response: publicInitiativePage,
  },
  readPublicInitiative: {
    method: 'GET',
    path: '/api/public/initiatives/:id',
    access: 'public',
    summary: 'The public card of an initiative: what, who, how far and what came of it; no person is named.',
    params,
    response: publicInitiative,
  },
  followInitiative: {
    method: 'PUT',
    path: '/api/initiatives/:id/following',
    access: 'signed-in',
    summary: 'Follows an initiative, or no more: whoever follows is told of its moves and results.',
    params,
    body: z.strictObject({ following: z.boolean() }),
    response: initiativeView,
  },
  listInitiativeActivity: {
    method: 'GET',
    path: '/api/initiatives/:id/activity',
    access: 'signed-in',
    summary: 'What happened with an initiative, newest first.',
    params,
    query: z.strictObject({ cursor }),
    response: eventPage,
  },
});
