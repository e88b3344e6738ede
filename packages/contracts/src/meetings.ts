import { z } from 'zod';
import { language } from './accounts.ts';
import { ballotMajority, ballotNature, ballotOutcome, ballotPhase, ballotQuorum, majorityBase } from './ballots.ts';
import { positionState } from './position-kinds.ts';
import { cursor, id, instant, line, localized, pageOf, prose, reason, version } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** A meeting of the General Assembly: the secretariat's own until it is convened. */
export const meetingState = z.enum(['DRAFT', 'CONVENED', 'OPEN', 'CLOSED', 'CANCELLED']);
export type MeetingState = z.infer<typeof meetingState>;

/** By whom a gmina is present. */
export const presenceOffice = z.enum(['EXECUTIVE', 'DELEGATE']);
export type PresenceOffice = z.infer<typeof presenceOffice>;

export const agendaItemsAtMost = 40;
/** How long a ballot in a meeting may take, in minutes. */
export const meetingBallotMinutes = { least: 1, most: 120 } as const;

const ref = z.object({ id, name: z.string() });

export const meetingSummary = z
  .object({
    id,
    /** The how manieth General Assembly it is; written in Roman numerals. */
    number: z.int(),
    title: localized,
    place: z.string(),
    startsAt: instant,
    state: meetingState,
    /** Who is there, of all member gminas: from the opening on. */
    presence: z.object({ present: z.int(), members: z.int() }).nullable(),
  })
  .meta({ id: 'MeetingSummary' });
export type MeetingSummary = z.infer<typeof meetingSummary>;
export const meetingPage = pageOf(meetingSummary).meta({ id: 'MeetingPage' });

export const agendaItemView = z.object({
  id,
  title: localized,
  /** The joint position that the meeting is to decide; null where there is none, or the viewer may not see it. */
  position: z
    .object({
      id,
      title: localized,
      state: positionState,
      /** The version of its text on which one votes now. */
      textNumber: z.int(),
    })
    .nullable(),
  /** Ballots on it that were withdrawn, the first one first. */
  withdrawn: z.array(z.object({ id, reason: z.string() })),
  /** The ballot that stands: it is open, or has decided. */
  ballot: z
    .object({
      id,
      title: localized,
      question: localized,
      phase: ballotPhase,
      closesAt: instant,
      /** How long votes are still taken, by the portal's clock; null where none are. */
      secondsLeft: z.int().nullable(),
      turnout: z.object({ electorate: z.int(), voted: z.int() }).nullable(),
      outcome: ballotOutcome.nullable(),
      /** After the close, and before it where the rule says so. */
      count: z.object({ for: z.int(), against: z.int(), abstain: z.int() }).nullable(),
    })
    .nullable(),
});
export type AgendaItemView = z.infer<typeof agendaItemView>;

export const presenceView = z.object({
  organization: ref,
  present: z.boolean(),
  office: presenceOffice.nullable(),
  /** Since when it is there, or from when it was there last. */
  arrivedAt: instant.nullable(),
  leftAt: instant.nullable(),
  /** Whether the viewer may say that it is there, or no more. */
  mayRecord: z.boolean(),
});
export type PresenceView = z.infer<typeof presenceView>;

export const meetingView = meetingSummary
  .extend({
    /** How much of the member gminas has to be there. */
    presenceQuorum: ballotQuorum,
    /** How many that are; null before the opening. */
    quorumNeeded: z.int().nullable(),
    openedAt: instant.nullable(),
    closedAt: instant.nullable(),
    /** Why it was cancelled. */
    cancellation: z.string().nullable(),
    agenda: z.array(agendaItemView),
    /** Every member gmina as of the opening. */
    presences: z.array(presenceView),
    version,
    abilities: z.object({
      change: z.boolean(),
      convene: z.boolean(),
      open: z.boolean(),
      close: z.boolean(),
      cancel: z.boolean(),
      /** Items of the agenda on which a ballot may be opened now. */
      putToVote: z.array(id),
    }),
  })
  .meta({ id: 'Meeting' });
export type MeetingView = z.infer<typeof meetingView>;

const title = line(3, 160);
const planned = {
  number: z.int().min(1).max(3999),
  titlePl: title,
  titleEn: title,
  place: line(3, 200),
  startsAt: instant,
  presenceQuorum: ballotQuorum,
  /** In the order of the meeting; an item that has an id stays the same one. */
  agenda: z
    .array(
      z.strictObject({
        id: id.optional(),
        titlePl: title,
        titleEn: title,
        /** A joint position that all members know: it is put to the vote as it then stands. */
        positionId: id.optional(),
      }),
    )
    .min(1)
    .max(agendaItemsAtMost),
};
const params = z.strictObject({ id });

/** How those who are there decide. */
const inTheHall = {
  majority: ballotMajority,
  majorityOf: majorityBase,
  liveCount: z.boolean(),
  minutes: z.int().min(meetingBallotMinutes.least).max(meetingBallotMinutes.most),
};

const hindrances = ['wrong-state', 'presence-quorum-missing', 'ballot-still-open', 'already-voted-on'] as const;

export const meetingsRoutes = defineRoutes({
  listMeetings: {
    method: 'GET',
    path: '/api/meetings',
    access: 'signed-in',
    summary: 'General Assemblies that the viewer may see, the latest first.',
    query: z.strictObject({
      /** That in which this ballot was opened. */
      ballotId: id.optional(),
      /** Those that have this position on their agenda. */
      positionId: id.optional(),
      cursor,
    }),
    response: meetingPage,
  },
  planMeeting: {
    method: 'POST',
    path: '/api/meetings',
    access: 'signed-in',
    summary: 'Plans a General Assembly with its agenda; only the secretariat sees it until it is convened.',
    body: z.strictObject(planned),
    response: meetingView,
    status: 201,
    problems: ['meeting-number-taken'],
  },
  readMeeting: {
    method: 'GET',
    path: '/api/meetings/:id',
    access: 'signed-in',
    summary: 'One General Assembly: its agenda, who is there, and its ballots.',
    params,
    response: meetingView,
  },
  readMinutes: {
    method: 'GET',
    path: '/api/meetings/:id/minutes',
    access: 'signed-in',
    summary:
      'The minutes of a closed General Assembly as a PDF: who was there, what was on the agenda, what was decided.',
    params,
    query: z.strictObject({ language }),
    file: 'application/pdf',
    problems: ['wrong-state'],
  },
  changeMeeting: {
    method: 'PUT',
    path: '/api/meetings/:id',
    access: 'signed-in',
    summary: 'Changes a General Assembly that has not been opened; once it is convened, the gminas are told.',
    params,
    body: z.strictObject({ ...planned, version }),
    response: meetingView,
    problems: ['wrong-state', 'version-conflict', 'meeting-number-taken'],
  },
  conveneMeeting: {
    method: 'POST',
    path: '/api/meetings/:id/convocation',
    access: 'signed-in',
    summary: 'Convenes a General Assembly: every member gmina is told.',
    params,
    body: z.strictObject({ version }),
    response: meetingView,
    problems: ['wrong-state', 'version-conflict', 'meeting-start-past'],
  },
  openMeeting: {
    method: 'POST',
    path: '/api/meetings/:id/opening',
    access: 'signed-in',
    summary:
      'Opens a General Assembly: the roll of the member gminas of this moment stands, and they may say that they are there.',
    params,
    body: z.strictObject({ version }),
    response: meetingView,
    problems: ['wrong-state', 'version-conflict'],
  },
  closeMeeting: {
    method: 'POST',
    path: '/api/meetings/:id/closure',
    access: 'signed-in',
    summary: 'Closes a General Assembly, once none of its ballots is open.',
    params,
    body: z.strictObject({ version }),
    response: meetingView,
    problems: ['wrong-state', 'version-conflict', 'ballot-still-open'],
  },
  cancelMeeting: {
    method: 'POST',
    path: '/api/meetings/:id/cancellation',
    access: 'signed-in',
    summary: 'Cancels a General Assembly that has not been opened, with a reason.',
    params,
    body: z.strictObject({ reason, version }),
    response: meetingView,
    problems: ['wrong-state', 'version-conflict'],
  },
  recordPresence: {
    method: 'PUT',
    path: '/api/meetings/:id/presences/:organizationId',
    access: 'signed-in',
    summary: 'Says that a gmina is there, or no more: by whoever votes for it, or by the secretariat.',
    params: z.strictObject({ id, organizationId: id }),
    body: z.strictObject({
      present: z.boolean(),
      /** Who is there for it, as the secretariat sees it at the door; the gmina's own people are there by their own office. */
      office: presenceOffice.optional(),
    }),
    response: meetingView,
    problems: ['wrong-state', 'not-on-the-roll'],
  },
  putItemToVote: {
    method: 'POST',
    path: '/api/meetings/:id/agenda/:itemId/ballot',
    access: 'signed-in',
    summary:
      'Opens a ballot on an item of the agenda: the gminas that are there vote, if they are a quorum. A ballot that was withdrawn may be followed by another.',
    params: z.strictObject({ id, itemId: id }),
    body: z.strictObject({
      questionPl: prose(3, 2000),
      questionEn: prose(3, 2000),
      nature: ballotNature,
      legalBasis: line(3, 300).optional(),
      ...inTheHall,
    }),
    response: meetingView,
    status: 201,
    problems: [...hindrances, 'position-on-the-agenda'],
  },
  putPositionToVote: {
    method: 'POST',
    path: '/api/meetings/:id/agenda/:itemId/position-ballot',
    access: 'signed-in',
    summary:
      'Puts the joint position of an item to the vote of the gminas that are there: its text as it stands, by the same rules as a vote of all members.',
    params: z.strictObject({ id, itemId: id }),
    body: z.strictObject({
      ...inTheHall,
      /** The version of the text that was read: another one is a conflict. */
      textNumber: z.int().min(1),
      /** What stands in Polish alone is meant so. */
      withoutEnglish: z.boolean().optional(),
    }),
    response: meetingView,
    status: 201,
    problems: [
      ...hindrances,
      'position-missing',
      'version-conflict',
      'amendments-open',
      'unity-missing',
      'english-incomplete',
    ],
  },
});
