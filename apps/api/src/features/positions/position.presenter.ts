import type {
  AddresseeView,
  AmendmentState,
  AmendmentView,
  Localized,
  PositionSummary,
  PositionView,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { amendmentLifecycle, positionLifecycle } from './position.lifecycle.ts';
import { positionPolicy } from './position.policy.ts';
import { endorsementsMissing, isOutdated, missingEnglish } from './position.rules.ts';

export interface SummaryRow extends Omit<PositionSummary, 'consultationUntil' | 'silenceUntil' | 'votingUntil'> {
  consultationUntil: Date | null;
  silenceUntil: Date | null;
  votingUntil: Date | null;
  now: Date;
}

interface AmendmentRow extends Omit<AmendmentView, 'outdated' | 'abilities'> {
  state: AmendmentState;
}

export interface PositionRow
  extends
    SummaryRow,
    Omit<PositionView, keyof PositionSummary | 'missing' | 'withoutEnglish' | 'amendments' | 'abilities'> {
  amendments: AmendmentRow[];
  /** How the viewer's gmina has voted, where that is open. */
  votedFor: boolean;
}

const iso = (moment: Date | string): string => new Date(moment).toISOString();

export const presentSummary = ({ now: _now, ...row }: SummaryRow): PositionSummary => ({
  ...row,
  consultationUntil: row.consultationUntil && iso(row.consultationUntil),
  silenceUntil: row.silenceUntil && iso(row.silenceUntil),
  votingUntil: row.votingUntil && iso(row.votingUntil),
});

/** The moments that JSON brought, in the shape of the wire. */
const stamped = <K extends string, T extends Record<K, string>>(rows: readonly T[], key: K): T[] =>
  rows.map((row) => ({ ...row, [key]: iso(row[key]) }));

const presentAmendment = (row: AmendmentRow, position: Omit<PositionRow, 'votedFor'>, actor: Actor): AmendmentView => {
  const isAtWork = position.state === 'CONSULTATION';
  const before: Localized | null = row.before && { pl: row.before.pl, en: row.before.en };
  return {
    ...row,
    before,
    proposedAt: iso(row.proposedAt),
    decision: row.decision && { ...row.decision, at: iso(row.decision.at) },
    outdated: row.state === 'PROPOSED' && isOutdated(row, before, position.text.paragraphs),
    abilities: {
      decide:
        isAtWork && amendmentLifecycle.allows(row.state, 'accept') && positionPolicy.keep(actor, factsOf(position)),
      withdraw:
        isAtWork &&
        amendmentLifecycle.allows(row.state, 'withdraw') &&
        positionPolicy.discuss(actor, row.organization.id),
    },
  };
};

const factsOf = ({ proposedBy, rapporteur }: Pick<PositionRow, 'proposedBy' | 'rapporteur'>) => ({
  proposedById: proposedBy.id,
  rapporteurId: rapporteur?.id ?? null,
});

/** What the viewer may do with a position now: policy and life cycle together. */
const abilitiesOf = (row: PositionRow, missing: number, actor: Actor): PositionView['abilities'] => {
  const { state, mine, now, consultationUntil, silenceUntil, ballotId, openAmendments, addressees } = row;
  const allows = (move: Parameters<typeof positionLifecycle.allows>[1]): boolean =>
    positionLifecycle.allows(state, move);
  const keeps = positionPolicy.keep(actor, factsOf(row));
  const gmina = mine?.organization.id;
  const isInTime = consultationUntil !== null && now < consultationUntil;
  const discusses = gmina !== undefined && positionPolicy.discuss(actor, gmina);
  const speaks = gmina !== undefined && positionPolicy.speakFor(actor, gmina);
  const isSilence = state === 'VOTING' && ballotId === null && silenceUntil !== null;
  const puts = allows('putToVote') && positionPolicy.putToVote(actor) && openAmendments === 0;
  return {
    change: allows('change') && positionPolicy.write(actor, factsOf(row)),
    write: allows('write') && positionPolicy.write(actor, factsOf(row)),
    entrust: allows('entrust') && positionPolicy.entrust(actor, factsOf(row)),
    consult: allows('consult') && keeps,
    comment: allows('discuss') && isInTime && discusses,
    takeStand: allows('discuss') && speaks,
    putToVote: puts && missing === 0,
    beginSilence: puts && row.unity.object === 0,
    object: isSilence && now < silenceUntil && speaks,
    withdraw: allows('withdraw') && positionPolicy.withdraw(actor, { ...factsOf(row), state }),
    dissent: allows('dissent') && speaks && !row.votedFor,
    sign:
      allows('sign') &&
      gmina !== undefined &&
      positionPolicy.sign(actor, gmina) &&
      !row.signatures.some(({ organization }) => organization.id === gmina),
    address: allows('address') && keeps,
    send: allows('send') && keeps,
    recordAnswer: allows('answer') && keeps && addressees.some(({ dispatches }) => dispatches.length > 0),
    recordEffect: allows('effect') && keeps,
  };
};

/** A position with what the viewer may do. */
export const presentPosition = ({ votedFor, ...row }: PositionRow, actor: Actor): PositionView => {
  const { unity, threshold } = row;
  const missing = endorsementsMissing(threshold, unity.members, unity.endorse);
  const abilities = abilitiesOf({ ...row, votedFor }, missing, actor);
  return {
    ...row,
    ...presentSummary(row),
    missing,
    withoutEnglish: missingEnglish({ titleEn: row.title.en, paragraphs: row.text.paragraphs }),
    versions: stamped(row.versions, 'savedAt'),
    comments: stamped(row.comments, 'writtenAt'),
    amendments: row.amendments.map((amendment) => presentAmendment(amendment, row, actor)),
    stands: row.stands.map((stand) => ({ ...stand, statedAt: stand.statedAt && iso(stand.statedAt) })),
    dissents: stamped(row.dissents, 'recordedAt'),
    signatures: stamped(row.signatures, 'signedAt'),
    addressees: row.addressees satisfies AddresseeView[],
    candidates: abilities.entrust ? row.candidates : [],
    abilities,
  };
};
