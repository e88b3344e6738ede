import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import type { ProxyHolder } from './ballot.policy.ts';
import { members } from './ballots.store.ts';

/** The proxies that hold in a ballot, at this moment or until its close; expects both tables under their own names. */
export const proxyHolds = Prisma.sql`
  (ballot_proxy.revoked_at IS NULL AND (ballot_proxy.ballot_id = ballot.id OR (ballot_proxy.ballot_id IS NULL
    AND (least(portal_clock(), ballot.closes_at) AT TIME ZONE coalesce((SELECT time_zone FROM association), 'Europe/Warsaw'))::date
      BETWEEN ballot_proxy.valid_from AND ballot_proxy.valid_until)))`;

export interface HeldProxy extends ProxyHolder {
  readonly id: string;
  readonly holder: string;
  readonly document: string;
  readonly documentOn: string;
}

/**
 * The proxies by which others may vote for a gmina in a ballot, that for this ballot alone before that for a time. Nobody takes
 * them back before the vote is in the record.
 */
export const proxiesFor = (work: Work, ballotId: string, organizationId: string): Promise<HeldProxy[]> =>
  rowsOf<HeldProxy>(
    work,
    Prisma.sql`
      SELECT ballot_proxy.id, holder_id AS "holderId", holder_person_id AS "holderPersonId", holder.name AS holder, document,
             document_on::text AS "documentOn"
      FROM ballot JOIN ballot_proxy ON ${proxyHolds} JOIN organization holder ON holder.id = holder_id
      WHERE ballot.id = ${ballotId}::uuid AND ballot_proxy.organization_id = ${organizationId}::uuid
      ORDER BY ballot_proxy.ballot_id NULLS LAST FOR SHARE OF ballot_proxy`,
  );

/** For how many other gminas those of an organization have voted by proxy in a ballot, but for one of them. */
export async function votedByProxy(
  work: Work,
  { ballotId, holderId, but }: { ballotId: string; holderId: string; but: string },
): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    work,
    Prisma.sql`
      SELECT count(DISTINCT ballot_vote.organization_id)::int AS count
      FROM ballot_vote JOIN ballot_proxy ON ballot_proxy.id = ballot_vote.proxy_id
      WHERE ballot_vote.ballot_id = ${ballotId}::uuid AND ballot_proxy.holder_id = ${holderId}::uuid
        AND ballot_proxy.organization_id <> ballot_proxy.holder_id AND ballot_vote.organization_id <> ${but}::uuid`,
  );
  return row?.count ?? 0;
}

/** Whether a person has voted for a gmina before, by an office that has ended. */
export async function votedThereOnce(work: Work, personId: string, organizationId: string): Promise<boolean> {
  const [row] = await rowsOf<{ ended: boolean }>(
    work,
    Prisma.sql`
      SELECT EXISTS (SELECT FROM appointment WHERE person_id = ${personId}::uuid AND organization_id = ${organizationId}::uuid
        AND office IN ('EXECUTIVE', 'DELEGATE') AND ends_on < portal_today()) AS ended`,
  );
  return row?.ended ?? false;
}

/** The gminas that vote in a ballot, by id: its electorate once it is open; before that, and where none is named, the members. */
const voters = (ballotId: string | undefined) => Prisma.sql`
  SELECT member.id FROM (${members}) AS member
  WHERE NOT EXISTS (SELECT FROM ballot WHERE id = ${ballotId ?? null}::uuid AND opened_at IS NOT NULL)
  UNION ALL SELECT organization_id FROM ballot_elector WHERE ballot_id = ${ballotId ?? null}::uuid`;

/** Locks a gmina that votes, so that proxies for it are named one after the other; gives its name. */
export async function lockGmina(
  work: Work,
  { organizationId, ballotId }: { organizationId: string; ballotId?: string | undefined },
): Promise<string | undefined> {
  const [row] = await rowsOf<{ name: string }>(
    work,
    Prisma.sql`
      SELECT name FROM organization
      WHERE id = ${organizationId}::uuid AND id IN (${voters(ballotId)}) FOR NO KEY UPDATE OF organization`,
  );
  return row?.name;
}

/** Whether an appointment is held today. */
const heldToday = Prisma.sql`
  appointment.starts_on <= portal_today() AND coalesce(appointment.ends_on, portal_today()) >= portal_today()`;

export interface FoundHolder extends ProxyHolder {
  readonly name: string;
  /** Whoever names it would vote by it: as the person, or by an office in the gmina that holds it, whichever they act for now. */
  readonly isNamer: boolean;
  /** A person who works for the gmina whose vote it is. */
  readonly isOwnPerson: boolean;
}

interface Wanted {
  readonly organizationId: string;
  readonly holderId: string | undefined;
  readonly email: string | undefined;
  readonly ballotId: string | undefined;
  readonly namerId: string;
  /** Whose people are found by their address; null: those of every gmina that votes. */
  readonly peopleOf: string | null;
}

/** Who is to hold a proxy: a gmina that votes, or a person who works for one today. Undefined where there is none. */
export async function findHolder(
  work: Work,
  { organizationId, holderId, email, ballotId, namerId, peopleOf }: Wanted,
): Promise<FoundHolder | undefined> {
  const [row] = await rowsOf<FoundHolder>(
    work,
    email === undefined
      ? Prisma.sql`
          SELECT id AS "holderId", NULL AS "holderPersonId", name, false AS "isOwnPerson",
                 EXISTS (SELECT FROM appointment WHERE appointment.person_id = ${namerId}::uuid AND ${heldToday}
                   AND appointment.organization_id = organization.id AND office IN ('EXECUTIVE', 'DELEGATE')) AS "isNamer"
          FROM organization WHERE id = ${holderId ?? null}::uuid AND id IN (${voters(ballotId)})`
      : Prisma.sql`
          SELECT organization.id AS "holderId", person.id AS "holderPersonId", organization.name,
                 person.id = ${namerId}::uuid AS "isNamer",
                 EXISTS (SELECT FROM appointment WHERE appointment.person_id = person.id AND ${heldToday}
                   AND appointment.organization_id = ${organizationId}::uuid) AS "isOwnPerson"
          FROM person JOIN appointment ON appointment.person_id = person.id AND ${heldToday}
          JOIN organization ON organization.id = appointment.organization_id
          WHERE organization.id IN (${voters(ballotId)}) AND person.email = ${email.toLowerCase()} AND person.active
            AND (${holderId ?? null}::uuid IS NULL OR organization.id = ${holderId ?? null}::uuid)
            AND (${peopleOf}::uuid IS NULL OR organization.id = ${peopleOf}::uuid)
          ORDER BY organization.name LIMIT 1`,
  );
  return row;
}

/** Whether a gmina has a proxy for a ballot, or for a time that meets another. */
export async function proxyExists(
  work: Work,
  organizationId: string,
  {
    ballotId,
    validFrom,
    validUntil,
  }: { ballotId?: string | undefined; validFrom?: string | undefined; validUntil?: string | undefined },
): Promise<boolean> {
  const [row] = await rowsOf<{ exists: boolean }>(
    work,
    Prisma.sql`
      SELECT EXISTS (SELECT FROM ballot_proxy WHERE organization_id = ${organizationId}::uuid AND revoked_at IS NULL
        AND CASE WHEN ${ballotId ?? null}::uuid IS NULL
          THEN ballot_id IS NULL AND valid_from <= ${validUntil ?? null}::date AND valid_until >= ${validFrom ?? null}::date
          ELSE ballot_id = ${ballotId ?? null}::uuid END) AS exists`,
  );
  return row?.exists ?? false;
}

export interface NewProxy extends ProxyHolder {
  readonly organizationId: string;
  readonly ballotId: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly document: string;
  readonly documentOn: string;
  readonly trace: string | null;
  readonly enteredById: string;
}

export async function insertProxy(work: Work, proxy: NewProxy): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      INSERT INTO ballot_proxy (organization_id, holder_id, holder_person_id, ballot_id, valid_from, valid_until, document,
                                document_on, trace, entered_by_id)
      VALUES (${proxy.organizationId}::uuid, ${proxy.holderId}::uuid, ${proxy.holderPersonId}::uuid, ${proxy.ballotId}::uuid,
              ${proxy.validFrom}::date, ${proxy.validUntil}::date, ${proxy.document}, ${proxy.documentOn}::date, ${proxy.trace},
              ${proxy.enteredById}::uuid)
      RETURNING id`,
  );
  return row?.id ?? '';
}

export interface LockedProxy extends ProxyHolder {
  readonly id: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly holder: string;
  readonly revoked: boolean;
}

/** Locks a proxy; undefined where there is none. */
export async function lockProxy(work: Work, id: string): Promise<LockedProxy | undefined> {
  const [row] = await rowsOf<LockedProxy>(
    work,
    Prisma.sql`
      SELECT ballot_proxy.id, organization_id AS "organizationId", organization.name AS organization, holder_id AS "holderId",
             holder_person_id AS "holderPersonId", holder.name AS holder, revoked_at IS NOT NULL AS revoked
      FROM ballot_proxy JOIN organization ON organization.id = organization_id JOIN organization holder ON holder.id = holder_id
      WHERE ballot_proxy.id = ${id}::uuid FOR UPDATE OF ballot_proxy`,
  );
  return row;
}

export async function saveRevocation(work: Work, id: string, reason: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE ballot_proxy SET revoked_at = portal_clock(), revocation = ${reason} WHERE id = ${id}::uuid`;
}
