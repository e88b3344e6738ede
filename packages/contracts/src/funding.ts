import { z } from 'zod';
import { eventPage } from './activity.ts';
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
import { issueParams } from './problems.ts';
import { defineRoutes } from './route.ts';

/** Where a call stands by the clock; only its being cancelled is said by somebody. */
export const callState = z.enum(['ANNOUNCED', 'OPEN', 'CLOSING_SOON', 'CLOSED', 'CANCELLED']);
export type CallState = z.infer<typeof callState>;
export const applicantKind = z.enum([
  'MUNICIPALITY',
  'COUNTY',
  'ASSOCIATION',
  'INSTITUTION',
  'NGO',
  'BUSINESS',
  'SCIENCE',
]);
export type ApplicantKind = z.infer<typeof applicantKind>;
export const callCurrency = z.enum(['EUR', 'PLN']);
export type CallCurrency = z.infer<typeof callCurrency>;

/** The voivodeships of Poland, as the register of gminas names them. */
export const voivodeships = [
  'dolnośląskie',
  'kujawsko-pomorskie',
  'lubelskie',
  'lubuskie',
  'łódzkie',
  'małopolskie',
  'mazowieckie',
  'opolskie',
  'podkarpackie',
  'podlaskie',
  'pomorskie',
  'śląskie',
  'świętokrzyskie',
  'warmińsko-mazurskie',
  'wielkopolskie',
  'zachodniopomorskie',
] as const;
/** Countries by ISO 3166: of the Baltic first, then the others of whom a programme may speak. */
export const countries = [
  'PL',
  'DE',
  'DK',
  'EE',
  'FI',
  'LT',
  'LV',
  'SE',
  'NO',
  'AT',
  'BE',
  'BG',
  'CH',
  'CY',
  'CZ',
  'ES',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IS',
  'IT',
  'LI',
  'LU',
  'MD',
  'MT',
  'NL',
  'PT',
  'RO',
  'SI',
  'SK',
  'UA',
] as const;
/** A part of a territory: a voivodeship, or a whole country. */
export const area = z.enum([...voivodeships, ...countries]);
const areas = z
  .array(area)
  .max(60)
  .transform((list) => [...new Set(list)])
  .default([]);

/** An amount in minor units: at most a hundred billion. */
export const callAmount = z.int().min(1).max(1e13);
const webAddress = z.url({ protocol: /^https?$/ }).max(500);
/** In percent, with two places after the point. */
const rate = z.number().gt(0).max(100).multipleOf(0.01);

const programmeRef = z.object({ id, shortName: z.string(), name: localized });

export const programmeView = z
  .object({
    id,
    shortName: z.string(),
    name: localized,
    firstYear: z.int(),
    lastYear: z.int(),
    website: z.string().nullable(),
    territory: z.array(z.string()),
    territoryNote: z.string().nullable(),
    /** Of its calls, those for which one may still apply. */
    callsAhead: z.int(),
    following: z.boolean(),
    version,
    abilities: z.object({ change: z.boolean() }),
  })
  .meta({ id: 'Programme' });
export type ProgrammeView = z.infer<typeof programmeView>;
export const programmePage = pageOf(programmeView).meta({ id: 'ProgrammePage' });

/** Why something fits a call, or does not: `OPEN` is to be found out, or can still be mended. */
export const matchReason = z.object({
  code: z.enum(['TOPIC', 'GOAL', 'STATE', 'TERRITORY', 'APPLICANT', 'AMOUNT', 'PARTNERS', 'COUNTRIES', 'COUNCIL']),
  verdict: z.enum(['YES', 'NO', 'OPEN']),
  /** Topics, goals, voivodeships, countries, or the gminas that do not fit. */
  what: z.array(z.string()),
  /** How many there are, of how many; of those who take part the confirmed ones. */
  have: z.int().nullable(),
  need: z.int().nullable(),
  /** How many more have declared a part that is not confirmed. */
  declared: z.int().nullable(),
  /** By when a draft has to be tabled. */
  on: day.nullable(),
});
export type MatchReason = z.infer<typeof matchReason>;
export const matchView = z.object({
  outcome: z.enum(['FITS', 'ALMOST', 'NOT']),
  reasons: z.array(matchReason),
});
export type MatchView = z.infer<typeof matchView>;

const summaryShape = {
  id,
  programme: programmeRef,
  title: localized,
  state: callState,
  opensOn: day,
  /** By when a first, short application is due. */
  firstStageAt: instant.nullable(),
  closesAt: instant,
  /** What is due next, with whole days until then; null once it has closed or was cancelled. */
  next: z.object({ at: instant, on: day, daysLeft: z.int(), stage: z.enum(['FIRST', 'FINAL']) }).nullable(),
  grantRate: z.number().nullable(),
  minimum: z.int().nullable(),
  maximum: z.int().nullable(),
  currency: callCurrency,
  topics: z.array(z.string()),
  goals: z.array(goal),
  following: z.boolean(),
  /** How it fits the viewer's own gmina; null for whoever speaks for none. */
  ours: matchView.nullable(),
};
export const callSummary = z.object(summaryShape).meta({ id: 'CallSummary' });
export type CallSummary = z.infer<typeof callSummary>;
export const callPage = pageOf(callSummary).meta({ id: 'CallPage' });

export const callView = z
  .object({
    ...summaryShape,
    externalId: z.string().nullable(),
    about: localized.nullable(),
    applicants: z.array(applicantKind),
    /** As it holds: the call's own, or that of its programme. */
    territory: z.array(z.string()),
    ownTerritory: z.array(z.string()),
    territoryNote: z.string().nullable(),
    partnersMin: z.int().nullable(),
    countriesMin: z.int().nullable(),
    link: z.string().nullable(),
    signingDays: z.int(),
    cancellation: z.string().nullable(),
    /** How its deadline was moved, the newest first: the old days stay in view. */
    moves: z.array(
      z.object({
        formerFirstStageAt: instant.nullable(),
        formerClosesAt: instant,
        firstStageAt: instant.nullable(),
        closesAt: instant,
        reason: z.string(),
        movedAt: instant,
      }),
    ),
    /** The initiatives that apply in it. */
    chosenBy: z.array(z.object({ id, title: localized, grant: z.int().nullable() })),
    followers: z.int(),
    version,
    abilities: z.object({ change: z.boolean(), moveDeadline: z.boolean(), cancel: z.boolean() }),
  })
  .meta({ id: 'Call' });
export type CallView = z.infer<typeof callView>;

/** What would become, or became, of a row of a file. */
export const callRowOutcome = z.enum(['NEW', 'CHANGED', 'UNCHANGED', 'WRONG']);
export type CallRowOutcome = z.infer<typeof callRowOutcome>;
/** The columns of a file of calls; the same are the fields of a JSON file. */
export const callColumns = [
  'externalId',
  'programme',
  'titlePl',
  'titleEn',
  'aboutPl',
  'aboutEn',
  'opensOn',
  'firstStageAt',
  'closesAt',
  'grantRate',
  'minimum',
  'maximum',
  'currency',
  'applicants',
  'territory',
  'territoryNote',
  'partnersMin',
  'countriesMin',
  'topics',
  'goals',
  'link',
  'signingDays',
  'reason',
] as const;
export type CallColumn = (typeof callColumns)[number];

export const callImportReport = z
  .object({
    fileName: z.string(),
    /** Whether anything was kept: a dry run keeps nothing, nor does a file that has to be right as a whole and is not. */
    kept: z.boolean(),
    rows: z.array(
      z.object({
        /** As in the file, beginning with 1; the place in the list for JSON. */
        line: z.int().min(1),
        externalId: z.string(),
        title: z.string(),
        outcome: callRowOutcome,
        /** What is wrong: in which column, why, what stands there, and which words the column takes where it takes but a few. */
        wrong: z.array(
          z.object({
            column: z.enum(callColumns),
            code: z.string(),
            /** What the words for the code need; amounts in whole euro or złoty, as in the file. */
            params: issueParams.optional(),
            value: z.string(),
            takes: z.array(z.string()),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'CallImportReport' });
export type CallImportReport = z.infer<typeof callImportReport>;

/** The most rows of one file of calls. */
export const callRowsAtMost = 500;

const describedProgramme = {
  shortName: line(2, 40),
  namePl: line(3, 200),
  nameEn: line(3, 200).optional(),
  firstYear: z.int().min(2000).max(2100),
  lastYear: z.int().min(2000).max(2100),
  website: webAddress.optional(),
  territory: areas,
  territoryNote: prose(3, 500).optional(),
};

/** What is said of a call, but for its deadlines: those are moved, and told. */
export const callDescription = {
  titlePl: line(3, 200),
  titleEn: line(3, 200).optional(),
  aboutPl: prose(3, 3000).optional(),
  aboutEn: prose(3, 3000).optional(),
  opensOn: day,
  grantRate: rate.optional(),
  minimum: callAmount.optional(),
  maximum: callAmount.optional(),
  currency: callCurrency,
  applicants: z
    .array(applicantKind)
    .min(1)
    .max(7)
    .transform((list) => [...new Set(list)]),
  territory: areas,
  territoryNote: prose(3, 500).optional(),
  partnersMin: z.int().min(1).max(100).optional(),
  countriesMin: z.int().min(1).max(50).optional(),
  topics: topicList,
  goals: goalList,
  link: webAddress.optional(),
  /** How many days signing takes once the councils have decided. */
  signingDays: z.int().min(0).max(120).default(7),
};
const deadlines = { firstStageAt: instant.optional(), closesAt: instant };
const params = z.strictObject({ id });
const following = z.strictObject({ following: z.boolean() });
const file = {
  fileName: line(1, 200),
  /** CSV (or XLSX), or a JSON list, in base64. */
  content: z.base64().max(950_000),
};

export const fundingRoutes = defineRoutes({
  listProgrammes: {
    method: 'GET',
    path: '/api/programmes',
    access: 'signed-in',
    summary: 'Programmes from which gminas may be granted money, by name.',
    query: z.strictObject({ search, cursor }),
    response: programmePage,
  },
  addProgramme: {
    method: 'POST',
    path: '/api/programmes',
    access: 'signed-in',
    summary: 'Adds a programme.',
    body: z.strictObject(describedProgramme),
    response: programmeView,
    status: 201,
    problems: ['programme-exists'],
  },
  changeProgramme: {
    method: 'PUT',
    path: '/api/programmes/:id',
    access: 'signed-in',
    summary: 'Changes what is said of a programme.',
    params,
    body: z.strictObject({ ...describedProgramme, version }),
    response: programmeView,
    problems: ['version-conflict', 'programme-exists'],
  },
  followProgramme: {
    method: 'PUT',
    path: '/api/programmes/:id/following',
    access: 'signed-in',
    summary: 'Follows a programme, or no more: whoever follows is told of its new calls.',
    params,
    body: following,
    response: programmeView,
  },
  listCalls: {
    method: 'GET',
    path: '/api/calls',
    access: 'signed-in',
    summary: 'Calls: those that are ahead by their next deadline, then those that are over.',
    query: z.strictObject({
      search,
      state: callState.optional(),
      programme: id.optional(),
      topic: line(1, 40).optional(),
      goal: goal.optional(),
      /** Only those that are ahead, open to the viewer's gmina, and about what it works on or needs. */
      ours: flag.optional(),
      following: flag.optional(),
      cursor,
    }),
    response: callPage,
  },
  announceCall: {
    method: 'POST',
    path: '/api/calls',
    access: 'signed-in',
    summary: 'Announces a call: whoever follows its programme or works on its topics is told.',
    body: z.strictObject({ ...callDescription, ...deadlines, programmeId: id }),
    response: callView,
    status: 201,
  },
  readCall: {
    method: 'GET',
    path: '/api/calls/:id',
    access: 'signed-in',
    summary: 'One call with its deadlines, how they were moved, and who applies in it.',
    params,
    response: callView,
  },
  changeCall: {
    method: 'PUT',
    path: '/api/calls/:id',
    access: 'signed-in',
    summary: 'Changes what is said of a call, but for its deadlines.',
    params,
    body: z.strictObject({ ...callDescription, version }),
    response: callView,
    problems: ['wrong-state', 'version-conflict'],
  },
  moveDeadline: {
    method: 'POST',
    path: '/api/calls/:id/deadline',
    access: 'signed-in',
    summary: 'Moves the deadlines of a call and says why; whoever follows it or applies in it is told.',
    params,
    body: z.strictObject({ ...deadlines, reason, version }),
    response: callView,
    problems: ['wrong-state', 'version-conflict'],
  },
  cancelCall: {
    method: 'POST',
    path: '/api/calls/:id/cancel',
    access: 'signed-in',
    summary: 'Says that a call was cancelled, and why.',
    params,
    body: z.strictObject({ reason, version }),
    response: callView,
    problems: ['wrong-state', 'version-conflict'],
  },
  followCall: {
    method: 'PUT',
    path: '/api/calls/:id/following',
    access: 'signed-in',
    summary: 'Follows a call, or no more: whoever follows is reminded of its deadlines.',
    params,
    body: following,
    response: callView,
  },
  listCallActivity: {
    method: 'GET',
    path: '/api/calls/:id/activity',
    access: 'signed-in',
    summary: 'What happened with a call, newest first.',
    params,
    query: z.strictObject({ cursor }),
    response: eventPage,
  },
  previewCalls: {
    method: 'POST',
    path: '/api/calls/import/preview',
    access: 'signed-in',
    summary: 'Reads a file of calls and says row by row what it would do. Changes nothing.',
    body: z.strictObject(file),
    response: callImportReport,
    problems: ['file-unreadable', 'list-too-long'],
  },
  importCalls: {
    method: 'POST',
    path: '/api/calls/import',
    access: 'signed-in',
    summary:
      'Takes calls from a file. A call that is known by its external id is changed, never made twice; one deadline that moves is told like any other.',
    body: z.strictObject({
      ...file,
      /** All rows or none, or those that are right. */
      rows: z.enum(['ALL', 'GOOD']),
    }),
    response: callImportReport,
    problems: ['file-unreadable', 'list-too-long'],
  },
});
