// All that the deeds of positions read and write. Rows of one position are written under the lock on it.
import type {
  AmendmentKind,
  AmendmentState,
  AnswerKind,
  BallotOutcome,
  BallotState,
  DispatchChannel,
  Localized,
  Paragraph,
  PositionState,
  StandKind,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { members } from '../ballots/index.ts';
import type { PrintedPosition } from './position-documents.ts';
import { visiblePositions } from './position.policy.ts';
import { keptStates, rapporteurOf } from './rapporteur.store.ts';

/** The one place where `visiblePositions` becomes SQL; expects the table under its own name. */
export const positionIsVisible = (actor: Actor): Prisma.Sql => {
  const { everything, announced, organizationIds } = visiblePositions(actor);
  return Prisma.sql`(${everything} OR (${announced} AND (position.announced_at IS NOT NULL
    OR (position.rapporteur_id = ${actor.personId}::uuid AND ${rapporteurOf} IS NOT NULL)
    OR position.proposed_by_id = ANY (${organizationIds}::uuid[]))))`;
};

/** What anybody reads: adopted, and said to be public. Expects the table under its own name. */
export const isRegistered = Prisma.sql`position.year IS NOT NULL AND position.is_public`;

export interface LockedPosition {
  readonly id: string;
  readonly titlePl: string;
  readonly titleEn: string | null;
  readonly state: PositionState;
  readonly nature: 'OPINION' | 'POSITION';
  readonly threshold: number;
  readonly proposedById: string;
  /** Null where nobody is, or is no more. */
  readonly rapporteurId: string | null;
  /** Its rapporteur is one no more, and nobody was told. */
  readonly lostRapporteur: boolean;
  readonly textNumber: number;
  readonly announced: boolean;
  readonly consultationUntil: Date | null;
  readonly remindedAt: Date | null;
  readonly silenceUntil: Date | null;
  readonly ballotId: string | null;
  readonly version: number;
}

const lockedColumns = Prisma.sql`
  position.id, title_pl AS "titlePl", title_en AS "titleEn", state, nature, threshold, proposed_by_id AS "proposedById",
  ${rapporteurOf} AS "rapporteurId", rapporteur_id IS DISTINCT FROM ${rapporteurOf} AS "lostRapporteur", text_number AS "textNumber", announced_at IS NOT NULL AS announced,
  consultation_until AS "consultationUntil", reminded_at AS "remindedAt", silence_until AS "silenceUntil",
  ballot_id AS "ballotId", version`;

/** Locks a position that the actor may see, with all that belongs to it, until the work ends. */
export async function lockPosition(work: Work, actor: Actor, id: string): Promise<LockedPosition | undefined> {
  const [row] = await rowsOf<LockedPosition>(
    work,
    Prisma.sql`SELECT ${lockedColumns} FROM position WHERE id = ${id}::uuid AND ${positionIsVisible(actor)} FOR UPDATE`,
  );
  return row;
}

/** The same for the portal itself. */
export async function lockPositionByClock(work: Work, id: string): Promise<LockedPosition | undefined> {
  const [row] = await rowsOf<LockedPosition>(
    work,
    Prisma.sql`SELECT ${lockedColumns} FROM position WHERE id = ${id}::uuid FOR UPDATE`,
  );
  return row;
}

export interface Terms {
  readonly occasion: string;
  readonly occasionEn?: string | undefined;
  readonly aim: string;
  readonly aimEn?: string | undefined;
  readonly wantedBy?: string | undefined;
  readonly nature: 'OPINION' | 'POSITION';
  readonly threshold: number;
  readonly isPublic: boolean;
}

const day = (value: string | undefined): Date | null => (value === undefined ? null : new Date(`${value}T00:00:00Z`));

/** What of the terms may be absent: it is then taken away. */
const optional = ({ wantedBy, occasionEn, aimEn }: Terms) => ({
  wantedBy: day(wantedBy),
  occasionEn: occasionEn ?? null,
  aimEn: aimEn ?? null,
});

export async function insertPosition(
  work: Work,
  draft: Terms & {
    titlePl: string;
    titleEn: string | null;
    networkId: string | null;
    proposedById: string;
    rapporteurId: string;
  },
): Promise<string> {
  const { id } = await transactionOf(work).position.create({
    data: { ...draft, ...optional(draft) },
    select: { id: true },
  });
  return id;
}

export async function saveTerms(work: Work, id: string, terms: Terms): Promise<void> {
  await transactionOf(work).position.update({ where: { id }, data: { ...terms, ...optional(terms) } });
}

/** Counts the version of a locked position up: something of it has changed. */
export async function touch(work: Work, id: string): Promise<void> {
  await transactionOf(work).$executeRaw`UPDATE position SET version = version + 1 WHERE id = ${id}::uuid`;
}

export interface KeptText {
  readonly titlePl: string;
  readonly titleEn: string | null;
  readonly paragraphs: Paragraph[];
}

/** A version of a text. */
export async function textOf(work: Work, positionId: string, number: number): Promise<KeptText | undefined> {
  const [row] = await rowsOf<KeptText>(
    work,
    Prisma.sql`
      SELECT title_pl AS "titlePl", title_en AS "titleEn", paragraphs FROM position_text
      WHERE position_id = ${positionId}::uuid AND number = ${number}`,
  );
  return row;
}

/** Keeps the next version of a locked position's text. */
export async function insertText(
  work: Work,
  { id, textNumber }: Pick<LockedPosition, 'id' | 'textNumber'>,
  text: KeptText & { readonly amendmentId?: string; readonly personId: string; readonly organizationId: string },
): Promise<number> {
  const number = textNumber + 1;
  const transaction = transactionOf(work);
  await transaction.$executeRaw`
    INSERT INTO position_text (position_id, number, title_pl, title_en, paragraphs, amendment_id, person_id, organization_id)
    VALUES (${id}::uuid, ${number}, ${text.titlePl}, ${text.titleEn}, ${JSON.stringify(text.paragraphs)}::jsonb,
            ${text.amendmentId ?? null}::uuid, ${text.personId}::uuid, ${text.organizationId}::uuid)`;
  await transaction.position.update({
    where: { id },
    data: { titlePl: text.titlePl, titleEn: text.titleEn, textNumber: number },
  });
  return number;
}

export async function saveConsultation(work: Work, id: string, until: Date): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE position SET state = 'CONSULTATION', consultation_until = ${until}, reminded_at = NULL,
      announced_at = coalesce(announced_at, portal_now()), version = version + 1
    WHERE id = ${id}::uuid`;
}

/** Leads a position back to its consultation: its vote has decided nothing. */
export async function saveResumption(work: Work, id: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE position SET state = 'CONSULTATION', ballot_id = NULL, silence_until = NULL, version = version + 1
    WHERE id = ${id}::uuid`;
}

/** A member gmina of today by its id; undefined where it is none. */
export async function memberName(work: Work, organizationId: string): Promise<string | undefined> {
  const [row] = await rowsOf<{ name: string }>(
    work,
    Prisma.sql`SELECT member.name FROM (${members}) AS member WHERE member.id = ${organizationId}::uuid`,
  );
  return row?.name;
}

export async function insertComment(
  work: Work,
  comment: {
    positionId: string;
    paragraphId: string | null;
    textNumber: number;
    organizationId: string;
    personId: string;
    text: string;
  },
): Promise<void> {
  await transactionOf(work).positionComment.create({ data: comment });
}

/** How many comments a gmina has made on a position. */
export const countComments = (work: Work, positionId: string, organizationId: string): Promise<number> =>
  transactionOf(work).positionComment.count({ where: { positionId, organizationId } });

export async function insertAmendment(
  work: Work,
  amendment: {
    positionId: string;
    paragraphId: string;
    kind: AmendmentKind;
    textPl: string | null;
    textEn: string | null;
    reason: string;
    textNumber: number;
    organizationId: string;
    personId: string;
  },
): Promise<void> {
  await transactionOf(work).amendment.create({ data: amendment });
}

export interface LockedAmendment {
  readonly id: string;
  readonly paragraphId: string;
  readonly kind: AmendmentKind;
  readonly pl: string | null;
  readonly en: string | null;
  readonly textNumber: number;
  readonly organizationId: string;
  readonly organization: string;
  readonly personId: string;
  readonly state: AmendmentState;
}

/** An amendment of a locked position. */
export async function findAmendment(work: Work, positionId: string, id: string): Promise<LockedAmendment | undefined> {
  const [row] = await rowsOf<LockedAmendment>(
    work,
    Prisma.sql`
      SELECT amendment.id, paragraph_id AS "paragraphId", amendment.kind, text_pl AS pl, text_en AS en,
             text_number AS "textNumber", organization_id AS "organizationId", organization.name AS organization,
             person_id AS "personId", state
      FROM amendment JOIN organization ON organization.id = amendment.organization_id
      WHERE amendment.id = ${id}::uuid AND position_id = ${positionId}::uuid`,
  );
  return row;
}

export async function saveAmendmentDecision(
  work: Work,
  id: string,
  decision: { state: AmendmentState; reason: string; personId: string; mergedIn: number | null },
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE amendment SET state = ${decision.state}::amendment_state, decision = ${decision.reason},
      decided_by_id = ${decision.personId}::uuid, decided_at = portal_clock(), merged_in = ${decision.mergedIn}
    WHERE id = ${id}::uuid`;
}

export async function saveAmendmentWithdrawal(work: Work, id: string): Promise<void> {
  await transactionOf(work).amendment.update({ where: { id }, data: { state: 'WITHDRAWN' } });
}

/** How many amendments to a position wait for a decision; those of one gmina, where it is named. */
export const countOpenAmendments = (work: Work, positionId: string, organizationId?: string): Promise<number> =>
  transactionOf(work).amendment.count({
    where: { positionId, state: 'PROPOSED', ...(organizationId !== undefined && { organizationId }) },
  });

/** A gmina's latest word on a locked position. */
export async function saveStand(
  work: Work,
  stand: {
    positionId: string;
    organizationId: string;
    stand: StandKind;
    reason: string | null;
    textNumber: number;
    personId: string;
  },
): Promise<void> {
  await transactionOf(work).$executeRaw`
    INSERT INTO position_stand (position_id, organization_id, stand, reason, text_number, person_id)
    VALUES (${stand.positionId}::uuid, ${stand.organizationId}::uuid, ${stand.stand}::stand_kind, ${stand.reason},
            ${stand.textNumber}, ${stand.personId}::uuid)
    ON CONFLICT (position_id, organization_id) DO UPDATE SET stand = excluded.stand, reason = excluded.reason,
      text_number = excluded.text_number, person_id = excluded.person_id, stated_at = portal_clock()`;
}

interface UnityOfMembers {
  readonly endorse: number;
  readonly object: number;
  readonly members: number;
  readonly memberIds: string[];
  readonly silentIds: string[];
}

/** How many of today's member gminas endorse a position and object, of how many; and those that have said nothing. */
export async function unityOf(work: Work, positionId: string): Promise<UnityOfMembers> {
  const [row] = await rowsOf<UnityOfMembers>(
    work,
    Prisma.sql`
      SELECT count(*) FILTER (WHERE stand.stand = 'ENDORSES')::int AS endorse,
             count(*) FILTER (WHERE stand.stand = 'OBJECTS')::int AS object, count(*)::int AS members,
             coalesce(array_agg(member.id), '{}') AS "memberIds",
             coalesce(array_agg(member.id) FILTER (WHERE stand.stand IS NULL), '{}') AS "silentIds"
      FROM (${members}) AS member LEFT JOIN position_stand stand
        ON stand.organization_id = member.id AND stand.position_id = ${positionId}::uuid`,
  );
  return row ?? { endorse: 0, object: 0, members: 0, memberIds: [], silentIds: [] };
}

/** Puts a locked position to the vote: to a ballot, or to silence until a moment. */
export async function saveVote(
  work: Work,
  id: string,
  on: { readonly ballotId: string } | { readonly silenceUntil: Date },
): Promise<void> {
  const ballotId = 'ballotId' in on ? on.ballotId : null;
  const silenceUntil = 'silenceUntil' in on ? on.silenceUntil : null;
  await transactionOf(work).$executeRaw`
    UPDATE position SET state = 'VOTING', ballot_id = ${ballotId}::uuid,
      silence_until = coalesce(${silenceUntil}::timestamptz, silence_until), version = version + 1
    WHERE id = ${id}::uuid`;
}

export async function saveWithdrawal(work: Work, id: string, reason: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE position SET state = 'WITHDRAWN', withdrawal = ${reason}, version = version + 1 WHERE id = ${id}::uuid`;
}

/** What has become of the ballot on a position. */
export async function ballotResult(
  work: Work,
  ballotId: string,
): Promise<{ state: BallotState; outcome: BallotOutcome | null } | undefined> {
  const [row] = await rowsOf<{ state: BallotState; outcome: BallotOutcome | null }>(
    work,
    Prisma.sql`SELECT state, outcome FROM ballot WHERE id = ${ballotId}::uuid`,
  );
  return row;
}

/**
 * Adopts a locked position under the next number of the year. The number is taken under a lock on its year, in the transaction
 * of the adoption: two at once come one after the other, and one that fails gives it back.
 */
export async function saveAdoption(
  work: Work,
  id: string,
  by: 'BALLOT' | 'SILENCE',
): Promise<{ year: number; number: number }> {
  const [taken] = await rowsOf<{ year: number; number: number }>(
    work,
    Prisma.sql`
      INSERT INTO decision_year (year, last) VALUES (extract(year FROM portal_today())::int, 1)
      ON CONFLICT (year) DO UPDATE SET last = decision_year.last + 1
      RETURNING year, last AS number`,
  );
  if (!taken) throw new Error('A decision got no number.');
  await transactionOf(work).$executeRaw`
    UPDATE position SET state = 'ADOPTED', adopted_by = ${by}::adopted_by, decided_on = portal_today(),
      year = ${taken.year}, number = ${taken.number}, version = version + 1
    WHERE id = ${id}::uuid`;
  return taken;
}

export async function saveRejection(work: Work, id: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE position SET state = 'REJECTED', decided_on = portal_today(), version = version + 1 WHERE id = ${id}::uuid`;
}

/** Positions of which the clock may ask something now. */
export async function positionsUnderWay(work: Work): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      SELECT id FROM position
      WHERE (state::text = ANY (${keptStates}) AND rapporteur_id IS DISTINCT FROM ${rapporteurOf})
         OR (state = 'CONSULTATION' AND reminded_at IS NULL AND portal_clock() < consultation_until
             AND portal_clock() >= consultation_until - interval '2 days')
         OR (state = 'VOTING' AND ballot_id IS NULL AND portal_clock() >= silence_until)
         OR (state = 'VOTING' AND EXISTS (
              SELECT FROM ballot WHERE ballot.id = position.ballot_id AND ballot.state IN ('CLOSED', 'WITHDRAWN')))
         OR (state IN ('ADOPTED', 'SENT') AND EXISTS (
              SELECT FROM addressee WHERE addressee.position_id = position.id AND ${isLate} AND addressee.reminded_at IS NULL))
      ORDER BY id`,
  );
  return rows.map(({ id }) => id);
}

export async function saveReminded(work: Work, id: string): Promise<void> {
  await transactionOf(work).$executeRaw`UPDATE position SET reminded_at = portal_clock() WHERE id = ${id}::uuid`;
}

/** Whether a gmina has openly voted for the position in the ballot that decided it; how it voted in secret, nobody knows. */
export const votedFor = (organizationId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  EXISTS (SELECT FROM ballot_vote vote WHERE vote.ballot_id = position.ballot_id
            AND vote.organization_id = ${organizationId} AND vote.counted AND vote.choice = 'FOR')`;

/** The same of a locked position. */
export async function hasVotedFor(work: Work, id: string, organizationId: string): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`SELECT FROM position WHERE id = ${id}::uuid AND ${votedFor(Prisma.sql`${organizationId}::uuid`)}`,
  );
  return rows.length > 0;
}

export async function saveDissent(
  work: Work,
  dissent: { positionId: string; organizationId: string; textPl: string; textEn: string | null; personId: string },
): Promise<void> {
  await transactionOf(work).$executeRaw`
    INSERT INTO position_dissent (position_id, organization_id, text_pl, text_en, person_id)
    VALUES (${dissent.positionId}::uuid, ${dissent.organizationId}::uuid, ${dissent.textPl}, ${dissent.textEn},
            ${dissent.personId}::uuid)
    ON CONFLICT (position_id, organization_id) DO UPDATE SET text_pl = excluded.text_pl, text_en = excluded.text_en,
      person_id = excluded.person_id, recorded_at = portal_now()`;
}

/** Keeps the approval of a gmina's mayor; gives whether it is the first. */
export async function insertSignature(
  work: Work,
  signature: { positionId: string; organizationId: string; personId: string },
): Promise<boolean> {
  const inserted = await transactionOf(work).$executeRaw`
    INSERT INTO position_signature (position_id, organization_id, person_id)
    VALUES (${signature.positionId}::uuid, ${signature.organizationId}::uuid, ${signature.personId}::uuid)
    ON CONFLICT DO NOTHING`;
  return inserted === 1;
}

/** An answer was due, and there is none. Expects the addressee under its own name. */
export const isLate = Prisma.sql`(addressee.answer_due_on < portal_today()
  AND EXISTS (SELECT FROM dispatch WHERE dispatch.addressee_id = addressee.id)
  AND NOT EXISTS (SELECT FROM addressee_answer answer WHERE answer.addressee_id = addressee.id))`;

export interface KeptAddressee {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly email: string | null;
  readonly eDelivery: string | null;
  readonly answerDueOn: string | null;
  /** The day on which it was first sent there. */
  readonly firstSentOn: string | null;
  readonly answered: boolean;
  /** The answer is late, and nobody was reminded of it. */
  readonly overdue: boolean;
}

export const listAddressees = (work: Work, positionId: string): Promise<KeptAddressee[]> =>
  rowsOf<KeptAddressee>(
    work,
    Prisma.sql`
      SELECT addressee.id, name, address, email, e_delivery AS "eDelivery", answer_due_on::text AS "answerDueOn",
             (SELECT min(sent_on)::text FROM dispatch WHERE dispatch.addressee_id = addressee.id) AS "firstSentOn",
             EXISTS (SELECT FROM addressee_answer answer WHERE answer.addressee_id = addressee.id) AS answered,
             ${isLate} AND reminded_at IS NULL AS overdue
      FROM addressee WHERE position_id = ${positionId}::uuid ORDER BY addressee.place, addressee.id`,
  );

export interface WrittenAddressee {
  readonly id?: string | undefined;
  readonly name: string;
  readonly address?: string | undefined;
  readonly email?: string | undefined;
  readonly eDelivery?: string | undefined;
  readonly answerDueOn?: string | undefined;
}

/** Writes those addressees of a locked position to whom it was not sent; `sent` ids stay as they are. */
export async function saveAddressees(
  work: Work,
  positionId: string,
  written: readonly WrittenAddressee[],
  sent: ReadonlySet<string>,
): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.addressee.deleteMany({ where: { positionId, id: { notIn: [...sent] } } });
  await transaction.addressee.createMany({
    data: written
      .map((one, place) => ({ ...one, place }))
      .filter(({ id }) => id === undefined || !sent.has(id))
      .map(({ place, name, address, email, eDelivery, answerDueOn }) => ({
        positionId,
        place,
        name,
        address: address ?? null,
        email: email ?? null,
        eDelivery: eDelivery ?? null,
        answerDueOn: day(answerDueOn),
      })),
  });
}

export async function saveAnswerReminded(work: Work, addresseeIds: readonly string[]): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE addressee SET reminded_at = portal_clock() WHERE id = ANY (${[...addresseeIds]}::uuid[])`;
}

export async function insertDispatch(
  work: Work,
  dispatch: { addresseeId: string; channel: DispatchChannel; sentOn: string; proof: string | null; personId: string },
): Promise<string> {
  const { sentOn, ...columns } = dispatch;
  const { id } = await transactionOf(work).dispatch.create({
    data: { ...columns, sentOn: new Date(`${sentOn}T00:00:00Z`) },
    select: { id: true },
  });
  return id;
}

export async function insertAnswer(
  work: Work,
  answer: { addresseeId: string; kind: AnswerKind; receivedOn: string; text: string; personId: string },
): Promise<void> {
  const { receivedOn, ...columns } = answer;
  await transactionOf(work).addresseeAnswer.create({
    data: { ...columns, receivedOn: new Date(`${receivedOn}T00:00:00Z`) },
  });
}

/** Moves a locked position on after its adoption. */
export async function saveState(work: Work, id: string, state: 'SENT' | 'ANSWERED'): Promise<void> {
  await transactionOf(work).position.update({ where: { id }, data: { state } });
}

export async function saveEffect(work: Work, id: string, effect: string): Promise<void> {
  await transactionOf(work).position.update({ where: { id }, data: { effect, version: { increment: 1 } } });
}

/** The gmina that leads a network which the actor may see; undefined where there is none. */
export async function leadOf(work: Work, networkId: string): Promise<{ id: string; name: Localized } | undefined> {
  const [row] = await rowsOf<{ id: string; name: Localized }>(
    work,
    Prisma.sql`
      SELECT membership.organization_id AS id, json_build_object('pl', network.name_pl, 'en', network.name_en) AS name
      FROM network JOIN membership ON membership.network_id = network.id AND membership.role = 'LEAD'
        AND membership.state = 'ACTIVE'
      WHERE network.id = ${networkId}::uuid AND network.state IN ('ACTIVE', 'CLOSING')`,
  );
  return row;
}

/** A letter that is to be sent. */
export interface DispatchedLetter {
  readonly name: string;
  readonly email: string | null;
  readonly positionId: string;
  readonly isPublic: boolean;
  readonly association: Localized;
  readonly printed: PrintedPosition;
}

/** What a dispatch by mail has to say; undefined where there is none. */
export async function dispatchedLetter(work: Work, dispatchId: string): Promise<DispatchedLetter | undefined> {
  const [row] = await rowsOf<DispatchedLetter>(
    work,
    Prisma.sql`
      SELECT addressee.name, addressee.email, position.id AS "positionId", position.is_public AS "isPublic",
        (SELECT json_build_object('pl', name_pl, 'en', name_en) FROM association) AS association,
        json_build_object(
          'title', json_build_object('pl', text.title_pl, 'en', text.title_en), 'nature', position.nature,
          'decision', json_build_object('number', position.number, 'year', position.year,
                                        'on', position.decided_on::text, 'by', position.adopted_by),
          'paragraphs', text.paragraphs,
          'addressees', (SELECT json_agg(other.name ORDER BY other.place, other.id) FROM addressee other
                         WHERE other.position_id = position.id),
          'dissents', (SELECT coalesce(json_agg(json_build_object('organization', organization.name,
                                'text', json_build_object('pl', dissent.text_pl, 'en', dissent.text_en))
                              ORDER BY organization.name COLLATE "pl-x-icu"), '[]')
                       FROM position_dissent dissent JOIN organization ON organization.id = dissent.organization_id
                       WHERE dissent.position_id = position.id),
          'signatures', (SELECT coalesce(json_agg(organization.name ORDER BY organization.name COLLATE "pl-x-icu"), '[]')
                         FROM position_signature signature
                         JOIN organization ON organization.id = signature.organization_id
                         WHERE signature.position_id = position.id)) AS printed
      FROM dispatch JOIN addressee ON addressee.id = dispatch.addressee_id
      JOIN position ON position.id = addressee.position_id
      JOIN position_text text ON text.position_id = position.id AND text.number = position.text_number
      WHERE dispatch.id = ${dispatchId}::uuid AND dispatch.channel = 'MAIL'`,
  );
  return row;
}
