import { z } from 'zod';
import { language } from './accounts.ts';
import { eventPage } from './activity.ts';
import { ballotMajority, ballotNature, ballotQuorum, majorityBase } from './ballots.ts';
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
import type { Issue } from './problems.ts';
import { defineRoutes } from './route.ts';

/** How far a position has come; WITHDRAWN from any state before ADOPTED. */
export const positionState = z.enum([
  'DRAFT',
  'CONSULTATION',
  'VOTING',
  'ADOPTED',
  'REJECTED',
  'SENT',
  'ANSWERED',
  'WITHDRAWN',
]);
export type PositionState = z.infer<typeof positionState>;
/** What the vote on it means: advice, or the association's stand. A resolution is never made from a position. */
export const positionNature = ballotNature.exclude(['RESOLUTION']);
/** How an adopted one was: by a ballot, or because nobody objected. */
export const adoptedBy = z.enum(['BALLOT', 'SILENCE']);
export const amendmentKind = z.enum(['REPLACE', 'DELETE', 'ADD_AFTER']);
export type AmendmentKind = z.infer<typeof amendmentKind>;
export const amendmentState = z.enum(['PROPOSED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN']);
export type AmendmentState = z.infer<typeof amendmentState>;
/** A gmina that has said nothing is silent: that is no stand. */
export const standKind = z.enum(['ENDORSES', 'OBJECTS']);
export type StandKind = z.infer<typeof standKind>;
export const dispatchChannel = z.enum(['MAIL', 'LETTER', 'E_DELIVERY']);
export type DispatchChannel = z.infer<typeof dispatchChannel>;
export const answerKind = z.enum(['AGREED', 'PARTLY', 'REFUSED', 'NO_ANSWER']);
export type AnswerKind = z.infer<typeof answerKind>;

export const paragraphsAtMost = 60;
export const addresseesAtMost = 30;
/** Of one gmina, on one position: amendments that wait for a decision, and comments. */
export const openAmendmentsAtMost = 20;
export const commentsAtMost = 200;
/** Of one addressee: how often it is sent there, and answers from there. */
export const dispatchesAtMost = 50;
export const answersAtMost = 50;

const ref = z.object({ id, name: z.string() });
/** One paragraph; its id stays with it through all versions of the text. */
export const paragraph = z.object({ id, pl: z.string(), en: z.string().nullable() });
export type Paragraph = z.infer<typeof paragraph>;

const summaryShape = {
  id,
  title: localized,
  state: positionState,
  nature: positionNature,
  /** Out of whose work it came. */
  network: z.object({ id, name: localized }).nullable(),
  proposedBy: ref,
  /** Until when gminas comment and propose amendments. */
  consultationUntil: instant.nullable(),
  /** Until when an objection opens a ballot; nobody objecting adopts it. */
  silenceUntil: instant.nullable(),
  /** Until when the gminas vote on it, where a ballot decides. */
  votingUntil: instant.nullable(),
  /** In the register of decisions. */
  decision: z.object({ number: z.int(), year: z.int(), on: day, by: adoptedBy }).nullable(),
  /** How many member gminas endorse it and object, of how many. */
  unity: z.object({ endorse: z.int(), object: z.int(), members: z.int() }),
  openAmendments: z.int(),
  /** The member gmina for which the viewer acts, and where it stands. */
  mine: z
    .object({
      organization: ref,
      stand: standKind.nullable(),
      /** Which version of the text the gmina had before it. */
      textNumber: z.int().nullable(),
    })
    .nullable(),
};
export const positionSummary = z.object(summaryShape).meta({ id: 'PositionSummary' });
export type PositionSummary = z.infer<typeof positionSummary>;
export const positionPage = pageOf(positionSummary).meta({ id: 'PositionPage' });

export const positionComment = z.object({
  id,
  /** Null: on the whole text. */
  paragraphId: id.nullable(),
  /** Of which version of the text it speaks. */
  textNumber: z.int(),
  organization: ref,
  by: z.string().nullable(),
  text: z.string(),
  writtenAt: instant,
});
export type PositionComment = z.infer<typeof positionComment>;

export const amendmentView = z.object({
  id,
  paragraphId: id,
  kind: amendmentKind,
  pl: z.string().nullable(),
  en: z.string().nullable(),
  reason: z.string(),
  organization: ref,
  by: z.string().nullable(),
  proposedAt: instant,
  state: amendmentState,
  /** The words that it wants changed, as they were when it was proposed; null where that paragraph was not found. */
  before: localized.nullable(),
  /** The paragraph has other words by now: it cannot be accepted as it is. */
  outdated: z.boolean(),
  decision: z.object({ reason: z.string(), by: z.string().nullable(), at: instant }).nullable(),
  /** The version of the text into which it was merged. */
  mergedIn: z.int().nullable(),
  abilities: z.object({ decide: z.boolean(), withdraw: z.boolean() }),
});
export type AmendmentView = z.infer<typeof amendmentView>;

export const standView = z.object({
  organization: ref,
  stand: standKind.nullable(),
  reason: z.string().nullable(),
  statedAt: instant.nullable(),
  /** Which version of the text the gmina had before it. */
  textNumber: z.int().nullable(),
});
export type StandView = z.infer<typeof standView>;

export const addresseeView = z.object({
  id,
  name: z.string(),
  address: z.string().nullable(),
  email: z.string().nullable(),
  /** Of e-Doręczenia. */
  eDelivery: z.string().nullable(),
  answerDueOn: day.nullable(),
  /** The day is over, and there is no answer. */
  late: z.boolean(),
  dispatches: z.array(
    z.object({ id, channel: dispatchChannel, sentOn: day, proof: z.string().nullable(), by: z.string().nullable() }),
  ),
  answers: z.array(z.object({ id, kind: answerKind, receivedOn: day, text: z.string(), by: z.string().nullable() })),
});
export type AddresseeView = z.infer<typeof addresseeView>;

export const positionView = z
  .object({
    ...summaryShape,
    /** What happened. */
    occasion: localized,
    /** Whom it is to move, and to what. */
    aim: localized,
    wantedBy: day.nullable(),
    /** Of the member gminas, in percent: fewer endorsing, and it does not go to the vote. */
    threshold: z.int(),
    /** How many endorsements are missing until it may. */
    missing: z.int(),
    /** Whether it stands in the public register once it is adopted. */
    isPublic: z.boolean(),
    rapporteur: ref.nullable(),
    text: z.object({ number: z.int(), paragraphs: z.array(paragraph) }),
    /** What has no English in a text that has some: the title, and paragraphs by their place, counted from 1. */
    withoutEnglish: z.object({ title: z.boolean(), paragraphs: z.array(z.int()) }),
    versions: z.array(
      z.object({
        number: z.int(),
        savedAt: instant,
        by: z.string().nullable(),
        organization: ref,
        /** The gmina whose amendment was merged; null where the text was written anew. */
        amendmentOf: ref.nullable(),
      }),
    ),
    comments: z.array(positionComment),
    amendments: z.array(amendmentView),
    stands: z.array(standView),
    ballotId: id.nullable(),
    dissents: z.array(z.object({ organization: ref, text: localized, recordedAt: instant })),
    signatures: z.array(z.object({ organization: ref, by: z.string().nullable(), signedAt: instant })),
    addressees: z.array(addresseeView),
    /** What has changed by it. */
    effect: localized.nullable(),
    /** Why it was withdrawn. */
    withdrawal: z.string().nullable(),
    /** Who may be its rapporteur; empty for those who do not choose. */
    candidates: z.array(ref),
    version,
    abilities: z.object({
      change: z.boolean(),
      write: z.boolean(),
      entrust: z.boolean(),
      consult: z.boolean(),
      comment: z.boolean(),
      takeStand: z.boolean(),
      putToVote: z.boolean(),
      beginSilence: z.boolean(),
      object: z.boolean(),
      withdraw: z.boolean(),
      dissent: z.boolean(),
      sign: z.boolean(),
      address: z.boolean(),
      send: z.boolean(),
      recordAnswer: z.boolean(),
      recordEffect: z.boolean(),
    }),
  })
  .meta({ id: 'Position' });
export type PositionView = z.infer<typeof positionView>;

/** How words stand between two versions of a text. */
export const comparedPiece = z.object({ kind: z.enum(['SAME', 'ADDED', 'REMOVED']), text: z.string() });
export type ComparedPiece = z.infer<typeof comparedPiece>;
export const comparedParagraph = z.object({
  id,
  kind: z.enum(['SAME', 'CHANGED', 'ADDED', 'REMOVED']),
  pl: z.array(comparedPiece),
  en: z.array(comparedPiece),
});
export type ComparedParagraph = z.infer<typeof comparedParagraph>;
export const positionComparison = z
  .object({
    title: localized,
    from: z.int(),
    to: z.int(),
    titlePl: z.array(comparedPiece),
    titleEn: z.array(comparedPiece),
    paragraphs: z.array(comparedParagraph),
  })
  .meta({ id: 'PositionComparison' });
export type PositionComparison = z.infer<typeof positionComparison>;

export const positionDrafting = z
  .object({ forAssociation: z.boolean(), networks: z.array(z.object({ id, name: localized })) })
  .meta({ id: 'PositionDrafting' });
export type PositionDrafting = z.infer<typeof positionDrafting>;

const words = prose(3, 3000);
const title = line(3, 120);
const terms = {
  occasion: prose(10, 2000),
  occasionEn: prose(10, 2000).optional(),
  aim: prose(3, 1000),
  aimEn: prose(3, 1000).optional(),
  wantedBy: day.optional(),
  nature: positionNature,
  threshold: z.int().min(0).max(100),
  isPublic: z.boolean(),
};
const text = {
  titlePl: title,
  titleEn: title.optional(),
  paragraphs: z
    .array(z.strictObject({ id: id.optional(), pl: words, en: words.optional() }))
    .min(1)
    .max(paragraphsAtMost),
};
/** That parts of the text stand in Polish alone is meant so. */
const withoutEnglish = z.boolean().optional();
const params = z.strictObject({ id });
const ofGmina = z.strictObject({ id, organizationId: id });
interface Addresses {
  readonly address?: string | undefined;
  readonly email?: string | undefined;
  readonly eDelivery?: string | undefined;
}

/** Nothing can be sent to an addressee, in its place in the list, of whom no address is known. */
export const addressIssues = ({ address, email, eDelivery }: Addresses, at: number): Issue[] =>
  address || email || eDelivery ? [] : [{ in: 'body', pointer: `/addressees/${at}/address`, code: 'address_missing' }];

/** As it is written on letters: `AE:PL-12345-67890-ABCDE-12`. */
const eDelivery = line(1, 40).pipe(z.string().regex(/^AE:[A-Z]{2}-\d{5}-\d{5}-[A-Z]{5}-\d{2}$/));

export const positionsRoutes = defineRoutes({
  listPositions: {
    method: 'GET',
    path: '/api/positions',
    access: 'signed-in',
    summary: 'Positions that the viewer may see, the newest first; or the register of decisions, the latest first.',
    query: z.strictObject({
      search,
      state: positionState.optional(),
      networkId: id.optional(),
      /** That which this ballot decides. */
      ballotId: id.optional(),
      /** Only what was adopted, by its number. */
      register: flag.optional(),
      cursor,
    }),
    response: positionPage,
  },
  draftPosition: {
    method: 'POST',
    path: '/api/positions',
    access: 'signed-in',
    summary:
      'Drafts a position, for a network that one leads or for the association. Others see it from its consultation on.',
    body: z.strictObject({ ...terms, ...text, networkId: id.optional() }),
    response: positionView,
    status: 201,
  },
  readDrafting: {
    method: 'GET',
    path: '/api/positions/drafting',
    access: 'signed-in',
    summary: 'For whom the viewer may draft a position: for the association, and for which networks.',
    response: positionDrafting,
  },
  readPosition: {
    method: 'GET',
    path: '/api/positions/:id',
    access: 'signed-in',
    summary: 'One position: its text with what gminas say of it, and how far it has come.',
    params,
    response: positionView,
  },
  changePosition: {
    method: 'PUT',
    path: '/api/positions/:id',
    access: 'signed-in',
    summary: 'Changes what a draft is for, and by which threshold it goes to the vote.',
    params,
    body: z.strictObject({ ...terms, version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict'],
  },
  nameRapporteur: {
    method: 'PUT',
    path: '/api/positions/:id/rapporteur',
    access: 'signed-in',
    summary: 'Names who keeps the position from now on: one of the people of whoever drafts it, or of the secretariat.',
    params,
    body: z.strictObject({ personId: id, version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict'],
  },
  writePositionText: {
    method: 'PUT',
    path: '/api/positions/:id/text',
    access: 'signed-in',
    summary: 'Saves a new version of the text; paragraphs that keep their id are the same paragraphs.',
    params,
    body: z.strictObject({ ...text, version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict'],
  },
  comparePosition: {
    method: 'GET',
    path: '/api/positions/:id/comparison',
    access: 'signed-in',
    summary: 'Two versions of a text compared, word by word within each paragraph.',
    params,
    query: z.strictObject({
      from: z.coerce.number().int().min(1).max(10_000),
      to: z.coerce.number().int().min(1).max(10_000),
    }),
    response: positionComparison,
  },
  openConsultation: {
    method: 'POST',
    path: '/api/positions/:id/consultation',
    access: 'signed-in',
    summary: 'Opens the consultation until a moment; an open one is put off to a later moment.',
    params,
    body: z.strictObject({ until: instant, version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict'],
  },
  commentPosition: {
    method: 'POST',
    path: '/api/positions/:id/comments',
    access: 'signed-in',
    summary: 'Says for a gmina what it thinks of a paragraph, or of the whole text.',
    params,
    body: z.strictObject({ organizationId: id, paragraphId: id.optional(), text: prose(3, 2000) }),
    response: positionView,
    status: 201,
    problems: ['wrong-state', 'consultation-over', 'not-in-electorate', 'too-many'],
  },
  proposeAmendment: {
    method: 'POST',
    path: '/api/positions/:id/amendments',
    access: 'signed-in',
    summary:
      'Proposes for a gmina other words for a paragraph, a paragraph after it, or to leave it out; with a reason.',
    params,
    body: z.strictObject({
      organizationId: id,
      paragraphId: id,
      kind: amendmentKind,
      pl: words.optional(),
      en: words.optional(),
      reason,
      /** The version of the text that one read. */
      textNumber: z.int().min(1),
    }),
    response: positionView,
    status: 201,
    problems: ['wrong-state', 'consultation-over', 'paragraph-changed', 'not-in-electorate', 'too-many'],
  },
  decideAmendment: {
    method: 'POST',
    path: '/api/positions/:id/amendments/:amendmentId/decision',
    access: 'signed-in',
    summary: 'Accepts an amendment, which makes a new version with its gmina named, or rejects it; with a reason.',
    params: z.strictObject({ id, amendmentId: id }),
    body: z.strictObject({ accepted: z.boolean(), reason, version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict', 'paragraph-changed', 'too-many'],
  },
  withdrawAmendment: {
    method: 'POST',
    path: '/api/positions/:id/amendments/:amendmentId/withdrawal',
    access: 'signed-in',
    summary: 'A gmina takes its amendment back before it is decided.',
    params: z.strictObject({ id, amendmentId: id }),
    response: positionView,
    problems: ['wrong-state'],
  },
  takeStand: {
    method: 'PUT',
    path: '/api/positions/:id/stands/:organizationId',
    access: 'signed-in',
    summary: 'A gmina endorses the position, or objects and says why; its latest word counts.',
    params: ofGmina,
    body: z.strictObject({ stand: standKind, reason: reason.optional() }),
    response: positionView,
    problems: ['wrong-state', 'not-in-electorate'],
  },
  putToVote: {
    method: 'POST',
    path: '/api/positions/:id/vote',
    access: 'signed-in',
    summary: 'Opens a ballot on the text as it stands; its result decides the position.',
    params,
    body: z.strictObject({
      quorum: ballotQuorum,
      majority: ballotMajority,
      majorityOf: majorityBase,
      closesAt: instant,
      withoutEnglish,
      version,
    }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict', 'amendments-open', 'unity-missing', 'english-incomplete'],
  },
  beginSilence: {
    method: 'POST',
    path: '/api/positions/:id/silence',
    access: 'signed-in',
    summary:
      'Begins the silence procedure: unless a gmina objects by then, in three days at least, the position is adopted.',
    params,
    body: z.strictObject({ until: instant, withoutEnglish, version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict', 'amendments-open', 'gmina-objects', 'english-incomplete'],
  },
  objectToSilence: {
    method: 'POST',
    path: '/api/positions/:id/objections',
    access: 'signed-in',
    summary: 'A gmina breaks the silence, with a reason: a ballot opens.',
    params,
    body: z.strictObject({ organizationId: id, reason }),
    response: positionView,
    status: 201,
    problems: ['wrong-state', 'silence-over', 'not-in-electorate'],
  },
  withdrawPosition: {
    method: 'POST',
    path: '/api/positions/:id/withdrawal',
    access: 'signed-in',
    summary:
      'Withdraws a position that is not adopted, with the ballot that is open on it: from then on the secretariat alone.',
    params,
    body: z.strictObject({ reason, version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict', 'ballot-closed'],
  },
  recordDissent: {
    method: 'PUT',
    path: '/api/positions/:id/dissents/:organizationId',
    access: 'signed-in',
    summary:
      'A gmina’s dissent, which stands beside the adopted position, until it is sent; not of one that openly voted for it.',
    params: ofGmina,
    body: z.strictObject({ pl: words, en: words.optional() }),
    response: positionView,
    problems: ['wrong-state', 'not-in-electorate', 'voted-for'],
  },
  signPosition: {
    method: 'POST',
    path: '/api/positions/:id/signatures',
    access: 'signed-in',
    summary: 'The mayor approves the adopted position in the portal for the gmina: an approval, not a signature.',
    params,
    body: z.strictObject({ organizationId: id }),
    response: positionView,
    status: 201,
    problems: ['wrong-state', 'not-in-electorate'],
  },
  setAddressees: {
    method: 'PUT',
    path: '/api/positions/:id/addressees',
    access: 'signed-in',
    summary: 'Writes to whom the position goes; whoever it was sent to stays.',
    params,
    body: z.strictObject({
      addressees: z
        .array(
          z.strictObject({
            id: id.optional(),
            name: line(3, 200),
            address: prose(3, 500).optional(),
            email: z.email().max(254).optional(),
            eDelivery: eDelivery.optional(),
            answerDueOn: day.optional(),
          }),
        )
        .max(addresseesAtMost),
      version,
    }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict', 'addressee-sent'],
  },
  sendPosition: {
    method: 'POST',
    path: '/api/positions/:id/addressees/:addresseeId/dispatches',
    access: 'signed-in',
    summary: 'Sends the position by the portal’s mail, or records how and when it was sent, with the proof.',
    params: z.strictObject({ id, addresseeId: id }),
    body: z.strictObject({
      channel: dispatchChannel,
      /** Absent: today. By mail it is always today. */
      sentOn: day.optional(),
      proof: line(3, 300).optional(),
    }),
    response: positionView,
    status: 201,
    problems: ['wrong-state', 'address-missing', 'mailed-today', 'too-many'],
  },
  recordAnswer: {
    method: 'POST',
    path: '/api/positions/:id/addressees/:addresseeId/answers',
    access: 'signed-in',
    summary: 'Records what an addressee has answered, or that no answer is to be had.',
    params: z.strictObject({ id, addresseeId: id }),
    body: z.strictObject({ kind: answerKind, receivedOn: day, text: prose(3, 5000) }),
    response: positionView,
    status: 201,
    problems: ['wrong-state', 'too-many'],
  },
  recordEffect: {
    method: 'PUT',
    path: '/api/positions/:id/effect',
    access: 'signed-in',
    summary: 'Says what has changed by the position.',
    params,
    body: z.strictObject({ effect: prose(3, 3000), effectEn: prose(3, 3000).optional(), version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict'],
  },
  printPosition: {
    method: 'GET',
    path: '/api/positions/:id/pdf',
    access: 'signed-in',
    summary: 'The position as a tagged PDF, in Polish or English.',
    params,
    query: z.strictObject({ language: language.default('pl') }),
    file: 'application/pdf',
  },
  printAmendments: {
    method: 'GET',
    path: '/api/positions/:id/amendments/pdf',
    access: 'signed-in',
    summary: 'The record of all amendments with what became of each, as a tagged PDF, in Polish or English.',
    params,
    query: z.strictObject({ language: language.default('pl') }),
    file: 'application/pdf',
  },
  listPositionActivity: {
    method: 'GET',
    path: '/api/positions/:id/activity',
    access: 'signed-in',
    summary: 'What happened with a position, newest first.',
    params,
    query: z.strictObject({ cursor }),
    response: eventPage,
  },
});
