import { z } from 'zod';
import { ballotNature } from './ballots.ts';

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
