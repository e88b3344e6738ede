import type { CallCurrency, Goal } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { fundingIsVisible } from './calls.store.ts';
import type { Session } from './plan.rules.ts';

export interface LockedNeed {
  readonly id: string;
  readonly title: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly isWithdrawn: boolean;
  readonly version: number;
}

/** Locks a need that the actor may see. */
export async function lockNeed(work: Work, actor: Actor, id: string): Promise<LockedNeed | undefined> {
  const [row] = await rowsOf<LockedNeed>(
    work,
    Prisma.sql`
      SELECT need.id, need.title, organization.id AS "organizationId", organization.name AS organization,
             need.withdrawal IS NOT NULL AS "isWithdrawn", need.version
      FROM need JOIN organization ON organization.id = need.organization_id
      WHERE need.id = ${id}::uuid AND ${fundingIsVisible(actor)} FOR UPDATE OF need`,
  );
  return row;
}

export interface DescribedNeed {
  readonly title: string;
  readonly why: string;
  readonly topics: readonly string[];
  readonly goals: readonly Goal[];
  readonly year: number;
  readonly border: boolean;
  readonly cost?: number | undefined;
  readonly currency?: CallCurrency | undefined;
}

const dataOf = ({ topics, goals, cost, currency, ...rest }: DescribedNeed) => ({
  ...rest,
  topics: [...topics],
  goals: [...goals],
  cost: cost === undefined ? null : BigInt(cost),
  // A currency alone says nothing.
  currency: cost === undefined ? null : (currency ?? null),
});

export async function insertNeed(
  work: Work,
  organizationId: string,
  personId: string,
  need: DescribedNeed,
): Promise<string> {
  const data = { organizationId, personId, ...dataOf(need) };
  return (await transactionOf(work).need.create({ data, select: { id: true } })).id;
}

export async function saveNeed(work: Work, id: string, need: DescribedNeed): Promise<void> {
  const data = { ...dataOf(need), version: { increment: 1 } };
  await transactionOf(work).need.update({ where: { id }, data, select: { id: true } });
}

export async function saveNeedWithdrawal(work: Work, id: string, withdrawal: string): Promise<void> {
  const data = { withdrawal, version: { increment: 1 } };
  await transactionOf(work).need.update({ where: { id }, data, select: { id: true } });
}

/** A gmina that is a member of the association today. */
export async function memberGmina(work: Work, organizationId: string): Promise<{ name: string } | undefined> {
  const [row] = await rowsOf<{ name: string }>(
    work,
    Prisma.sql`
      SELECT organization.name FROM organization JOIN municipality ON municipality.organization_id = organization.id
      WHERE organization.id = ${organizationId}::uuid AND municipality.status = 'MEMBER'`,
  );
  return row;
}

/** Keeps sessions of a council: a day that is known gets its new last day for drafts. */
export async function saveSessions(work: Work, organizationId: string, sessions: readonly Session[]): Promise<void> {
  await transactionOf(work).$executeRaw`
    INSERT INTO council_session (organization_id, held_on, tabled_by)
    SELECT ${organizationId}::uuid, "heldOn", "tabledBy"
    FROM jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb) AS session ("heldOn" date, "tabledBy" date)
    ON CONFLICT (organization_id, held_on) DO UPDATE SET tabled_by = excluded.tabled_by`;
}

export interface KeptSession extends Session {
  readonly id: string;
  readonly organizationId: string;
  readonly organization: string;
}

/** Locks a session that the actor may see. */
export async function lockSession(work: Work, actor: Actor, id: string): Promise<KeptSession | undefined> {
  const [row] = await rowsOf<KeptSession>(
    work,
    Prisma.sql`
      SELECT session.id, session.held_on::text AS "heldOn", session.tabled_by::text AS "tabledBy",
             organization.id AS "organizationId", organization.name AS organization
      FROM council_session session JOIN organization ON organization.id = session.organization_id
      WHERE session.id = ${id}::uuid AND ${fundingIsVisible(actor)} FOR UPDATE OF session`,
  );
  return row;
}

export async function deleteSession(work: Work, id: string): Promise<void> {
  await transactionOf(work).councilSession.delete({ where: { id } });
}

/** Keeps that an initiative applies in a call, and how much it asks for; true where it is new. */
export async function saveChoice(
  work: Work,
  choice: { initiativeId: string; callId: string; grant: number | undefined; personId: string },
): Promise<boolean> {
  const [row] = await rowsOf<{ isNew: boolean }>(
    work,
    Prisma.sql`
      INSERT INTO call_choice (initiative_id, call_id, "grant", person_id)
      VALUES (${choice.initiativeId}::uuid, ${choice.callId}::uuid, ${choice.grant ?? null}, ${choice.personId}::uuid)
      ON CONFLICT (initiative_id, call_id) DO UPDATE SET "grant" = excluded."grant"
      RETURNING xmax = 0 AS "isNew"`,
  );
  return row?.isNew ?? false;
}

/** True where it had applied. */
export async function deleteChoice(work: Work, initiativeId: string, callId: string): Promise<boolean> {
  const { count } = await transactionOf(work).callChoice.deleteMany({ where: { initiativeId, callId } });
  return count > 0;
}

/** Gives a person's calendar a new secret, of which the hash is kept. */
export async function saveFeed(work: Work, personId: string, tokenHash: Buffer): Promise<void> {
  await transactionOf(work).$executeRaw`
    INSERT INTO calendar_feed (person_id, token_hash) VALUES (${personId}::uuid, ${tokenHash})
    ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = portal_now()`;
}

/** True where there was one. */
export async function deleteFeed(work: Work, personId: string): Promise<boolean> {
  const { count } = await transactionOf(work).calendarFeed.deleteMany({ where: { personId } });
  return count > 0;
}
