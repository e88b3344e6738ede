import { createHash, randomBytes } from 'node:crypto';
import type {
  BallotChoice,
  BallotCount,
  BallotNature,
  BallotOutcome,
  BallotRule,
  Office,
  RecordFormat,
  VoteChannel,
} from '@blizej/contracts';

/**
 * The chain over the votes of a ballot (ADR 0031). Each link is a SHA-256 over the link before and what it adds, written as
 * a JSON array of strings and numbers. `apps/verify` computes the same from an export, with its own code.
 */
const link = (...parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** How the record of a ballot is written; the first link names it. */
export const formatOf = ({
  recordFormat,
  publicKey,
}: {
  readonly recordFormat: 1 | 2;
  readonly publicKey: string | null;
}): RecordFormat => `blizej-${publicKey === null ? '' : 'secret-'}ballot/${recordFormat}`;

export interface SealedTerms {
  readonly recordFormat: 1 | 2;
  readonly id: string;
  readonly titlePl: string;
  readonly titleEn: string;
  readonly questionPl: string;
  readonly questionEn: string;
  readonly nature: BallotNature;
  readonly legalBasis: string | null;
  readonly rule: BallotRule;
  readonly proxyLimit: number;
  /** Of a secret ballot. */
  readonly publicKey: string | null;
  readonly openedAt: Date;
  readonly closesAt: Date;
  /** By id. */
  readonly electorate: readonly { readonly id: string; readonly name: string }[];
}

/** The first link: over everything that stands once the ballot is open. */
export const sealOf = (terms: SealedTerms): string =>
  link(
    formatOf(terms),
    terms.id,
    [terms.titlePl, terms.titleEn, terms.questionPl, terms.questionEn],
    [terms.nature, terms.legalBasis],
    [terms.rule.quorum, terms.rule.majority, terms.rule.majorityOf, terms.rule.liveCount],
    [terms.openedAt.toISOString(), terms.closesAt.toISOString()],
    terms.electorate.map(({ id, name }) => [id, name]),
    // Ballots from before there were proxies and secrecy have neither here.
    ...(terms.publicKey === null ? [] : [terms.publicKey]),
    ...(terms.proxyLimit === 0 ? [] : [terms.proxyLimit]),
  );

export interface SealedVote {
  readonly number: number;
  readonly organizationId: string;
  readonly choice?: BallotChoice | null | undefined;
  /** Instead of the choice, in a secret ballot. */
  readonly digest?: string | null | undefined;
  readonly office: Office;
  readonly castAt: Date;
  readonly nonce: string;
  readonly channel?: VoteChannel | undefined;
  readonly proxy?: ProxyInChain | null | undefined;
  readonly paper?: { readonly reference: string; readonly on: string } | null | undefined;
}
export interface ProxyInChain {
  readonly organizationId: string;
  readonly document: string;
  readonly documentOn: string;
}

/** What a vote adds beyond the ordinary: nothing where it was cast in the portal by the gmina itself. */
const manner = ({ channel = 'PORTAL', proxy, paper }: SealedVote): readonly unknown[] =>
  channel === 'PORTAL' && !proxy
    ? []
    : [
        channel,
        proxy ? [proxy.organizationId, proxy.document, proxy.documentOn] : null,
        paper ? [paper.reference, paper.on] : null,
      ];

/** The link of a vote, which is its receipt. */
export const receiptOf = (before: string, vote: SealedVote): string =>
  link(
    before,
    vote.number,
    vote.organizationId,
    vote.choice ?? vote.digest,
    vote.office,
    vote.castAt.toISOString(),
    vote.nonce,
    ...manner(vote),
  );

/** Keeps a receipt from telling the choice to whoever sees it before the list is published. */
export const newNonce = (): string => randomBytes(16).toString('hex');

export interface Closing {
  readonly head: string | null;
  readonly closedAt: Date;
  /** In the order in which they were made. */
  readonly extensions: readonly {
    readonly formerClosesAt: Date;
    readonly closesAt: Date;
    readonly reason: string;
  }[];
  /** Of a secret ballot, in the order of the list. */
  readonly opened: readonly { readonly code: string; readonly choice: BallotChoice }[] | null;
  readonly count: BallotCount;
  readonly outcome: BallotOutcome;
}

/** The last link: over what the close adds to the chain. Who has it can tell a record whose result was made anew. */
export const closingOf = ({ head, closedAt, extensions, opened, count, outcome }: Closing): string =>
  link(
    head,
    closedAt.toISOString(),
    extensions.map((one) => [one.formerClosesAt.toISOString(), one.closesAt.toISOString(), one.reason]),
    opened && opened.map(({ code, choice }) => [code, choice]),
    [count.for, count.against, count.abstain],
    outcome,
  );
