// A position itself: who sees it, its lock, its terms, its text and the way that it goes. Written under the lock on it.
import type { BallotOutcome, BallotState, Localized, Paragraph, PositionState } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { isLate } from './aftermath.store.ts';
import { positionPolicy, visiblePositions } from './position.policy.ts';
import { keptStates, rapporteurOf } from './rapporteur.store.ts';

/** The one place where `visiblePositions` becomes SQL; expects the table under its own name. */
export const positionIsVisible = (actor: Actor): Prisma.Sql => {
  const { everything, announced, organizationIds } = visiblePositions(actor);
  return Prisma.sql`(${everything} OR (${announced} AND (position.announced_at IS NOT NULL
    OR (position.rapporteur_id = ${actor.personId}::uuid AND ${rapporteurOf} IS NOT NULL)
    OR position.proposed_by_id = ANY (${organizationIds}::uuid[]))))`;
};

/**
 * A `member` gmina whose signature an adopted position waits for: it has neither signed nor put its dissent on record, and no
 * answer has come. Later it may still sign, but nobody waits for that. Expects the position under its own name.
 */
export const waitsForSignature = (actor: Actor): Prisma.Sql => Prisma.sql`(
  position.state IN ('ADOPTED', 'SENT') AND ${positionIsVisible(actor)}
  AND member.id = ANY (${positionPolicy.signsFor(actor)}::uuid[])
  AND NOT EXISTS (SELECT FROM position_signature signature
                  WHERE signature.position_id = position.id AND signature.organization_id = member.id)
  AND NOT EXISTS (SELECT FROM position_dissent dissent
                  WHERE dissent.position_id = position.id AND dissent.organization_id = member.id))`;

/** What anybody reads: adopted, and said to be public. Expects the table under its own name. */
export const isRegistered = Prisma.sql`position.year IS NOT NULL AND position.is_public`;

/** What every member knows and may still amend. Expects the table under its own name. */
export const isInConsultation = Prisma.sql`position.state = 'CONSULTATION'`;

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
  readonly wantedBy: string | null;
  readonly version: number;
}

const lockedColumns = Prisma.sql`
  position.id, title_pl AS "titlePl", title_en AS "titleEn", state, nature, threshold, proposed_by_id AS "proposedById",
  ${rapporteurOf} AS "rapporteurId", rapporteur_id IS DISTINCT FROM ${rapporteurOf} AS "lostRapporteur", text_number AS "textNumber", announced_at IS NOT NULL AS announced,
  consultation_until AS "consultationUntil", reminded_at AS "remindedAt", silence_until AS "silenceUntil",
  ballot_id AS "ballotId", wanted_by::text AS "wantedBy", version`;

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
): Promise<{ state: BallotState; outcome: BallotOutcome | null; withdrawal: string | null } | undefined> {
  const [row] = await rowsOf<{ state: BallotState; outcome: BallotOutcome | null; withdrawal: string | null }>(
    work,
    Prisma.sql`SELECT state, outcome, withdrawal FROM ballot WHERE id = ${ballotId}::uuid`,
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
