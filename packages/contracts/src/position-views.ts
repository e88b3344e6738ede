import { z } from 'zod';
import {
  positionState,
  positionNature,
  adoptedBy,
  amendmentKind,
  amendmentState,
  standKind,
  dispatchChannel,
  answerKind,
} from './position-kinds.ts';
import { day, id, instant, localized, pageOf, version } from './primitives.ts';

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
