import type { Office, ValueEntryState, ValueKind } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { payersIn } from '../organizations/index.ts';
import { balancePolicy } from './balance.policy.ts';

/** The one place where `balancePolicy.visible` becomes SQL: a gmina that is or was a member. Expects organization and municipality under their own names. */
export const balanceIsVisible = (actor: Actor): Prisma.Sql => {
  const { everything, organizationIds } = balancePolicy.visible(actor);
  return Prisma.sql`(municipality.status IN ('MEMBER', 'FORMER')
    AND (${everything} OR organization.id = ANY (${organizationIds}::uuid[])))`;
};

/** A gmina whose balance the actor may see. */
export async function gminaWithBalance(
  work: Work,
  actor: Actor,
  id: string,
): Promise<{ id: string; name: string } | undefined> {
  const [row] = await rowsOf<{ id: string; name: string }>(
    work,
    Prisma.sql`
      SELECT organization.id, organization.name
      FROM organization JOIN municipality ON municipality.organization_id = organization.id
      WHERE organization.id = ${id}::uuid AND ${balanceIsVisible(actor)}`,
  );
  return row;
}

/** Opens a year where it is new, and locks it until the work ends: to declare in it beside others, or to close it alone. */
export async function lockYear(work: Work, year: number, to: 'close' | 'declare'): Promise<{ closed: boolean }> {
  await transactionOf(work).$executeRaw`INSERT INTO balance_year (year) VALUES (${year}) ON CONFLICT DO NOTHING`;
  const lock = to === 'close' ? Prisma.sql`FOR UPDATE` : Prisma.sql`FOR SHARE`;
  const [row] = await rowsOf<{ closed: boolean }>(
    work,
    Prisma.sql`SELECT closed_at IS NOT NULL AS closed FROM balance_year WHERE year = ${year} ${lock}`,
  );
  return row ?? { closed: false };
}

interface NewValue {
  readonly organizationId: string;
  readonly year: number;
  readonly kind: ValueKind;
  readonly happenedOn: string;
  readonly text: string;
  readonly amount: number;
  readonly euroCents?: number | undefined;
  readonly euroRate?: number | undefined;
  readonly euroRateOn?: string | undefined;
  readonly minutes?: number | undefined;
  readonly hourRate?: number | undefined;
  readonly evidence: string;
  readonly evidenceUrl?: string | undefined;
  readonly initiativeId?: string | undefined;
  readonly correctsId?: string | undefined;
  readonly declaredById: string;
  readonly declaredAs: Office;
}

/** Declares an entry in a locked year that is open. */
export async function insertValue(work: Work, value: NewValue): Promise<void> {
  await transactionOf(work).$executeRaw`
    INSERT INTO value_entry (organization_id, year, kind, happened_on, text, amount, euro_cents, euro_rate, euro_rate_on,
                             minutes, hour_rate, evidence, evidence_url, initiative_id, corrects_id, declared_by_id, declared_as)
    VALUES (${value.organizationId}::uuid, ${value.year}, ${value.kind}::value_kind, ${value.happenedOn}::date,
            ${value.text}, ${value.amount}::bigint, ${value.euroCents ?? null}::bigint, ${value.euroRate ?? null}::int,
            ${value.euroRateOn ?? null}::date, ${value.minutes ?? null}::int, ${value.hourRate ?? null}::int,
            ${value.evidence}, ${value.evidenceUrl ?? null}, ${value.initiativeId ?? null}::uuid,
            ${value.correctsId ?? null}::uuid, ${value.declaredById}::uuid, ${value.declaredAs}::office)`;
}

export const countValues = (work: Work, organizationId: string, year: number): Promise<number> =>
  transactionOf(work).valueEntry.count({ where: { organizationId, year } });

/** Whether the gmina takes part in the initiative. */
export async function takesPart(work: Work, organizationId: string, initiativeId: string): Promise<boolean> {
  const part = await transactionOf(work).initiativePart.findFirst({
    where: { organizationId, initiativeId, state: { not: 'WITHDRAWN' } },
    select: { id: true },
  });
  return part !== null;
}

export interface LockedValue {
  readonly id: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly year: number;
  readonly kind: ValueKind;
  readonly state: ValueEntryState;
  readonly text: string;
  readonly declaredById: string;
  readonly declaredAs: Office;
  readonly correctsId: string | null;
  /** Its amount with those of its confirmed corrections. */
  readonly standing: number;
  readonly correctionWaits: boolean;
}

/** Locks an entry of a balance that the actor may see, until the work ends. */
export async function lockValue(
  work: Work,
  actor: Actor,
  organizationId: string,
  id: string,
): Promise<LockedValue | undefined> {
  const [seen] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      SELECT entry.id FROM value_entry entry JOIN organization ON organization.id = entry.organization_id
      JOIN municipality ON municipality.organization_id = organization.id
      WHERE entry.id = ${id}::uuid AND organization.id = ${organizationId}::uuid AND ${balanceIsVisible(actor)}
      FOR UPDATE OF entry`,
  );
  if (!seen) return undefined;
  // Read after the lock is held: a correction may have been confirmed while this waited.
  const [locked] = await rowsOf<LockedValue>(
    work,
    Prisma.sql`
      SELECT entry.id, organization.id AS "organizationId", organization.name AS organization, entry.year, entry.kind,
             entry.state, entry.text, entry.declared_by_id AS "declaredById", entry.declared_as AS "declaredAs",
             entry.corrects_id AS "correctsId",
             (entry.amount + coalesce((SELECT sum(amount) FROM value_entry correction
                WHERE correction.corrects_id = entry.id AND correction.state = 'CONFIRMED'), 0))::float8 AS standing,
             EXISTS (SELECT FROM value_entry correction
                     WHERE correction.corrects_id = entry.id AND correction.state = 'DECLARED') AS "correctionWaits"
      FROM value_entry entry JOIN organization ON organization.id = entry.organization_id
      WHERE entry.id = ${id}::uuid`,
  );
  return locked;
}

export async function saveDecision(
  work: Work,
  id: string,
  decision: { state: 'CONFIRMED' | 'REFUSED'; personId: string; office: Office; refusal: string | null },
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE value_entry SET state = ${decision.state}::value_entry_state, decided_by_id = ${decision.personId}::uuid,
      decided_as = ${decision.office}::office, decided_at = portal_now(), refusal = ${decision.refusal}
    WHERE id = ${id}::uuid`;
}

export async function saveWithdrawal(work: Work, id: string): Promise<void> {
  await transactionOf(work).valueEntry.update({ where: { id }, data: { state: 'WITHDRAWN' } });
}

/** How many entries of a locked year wait for somebody's word. */
export const countWaiting = (work: Work, year: number): Promise<number> =>
  transactionOf(work).valueEntry.count({ where: { year, state: 'DECLARED' } });

/** Closes a locked year: its dues stand from now on as they are reckoned today. Gives the gminas that had belonged. */
export async function saveClose(work: Work, year: number, personId: string): Promise<string[]> {
  const payers = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      WITH payer AS MATERIALIZED (SELECT * FROM ${payersIn(Prisma.sql`(SELECT ${year}::int AS year)`)} AS payer),
      kept AS (
        INSERT INTO closed_dues (year, organization_id, per_inhabitant, population, population_year)
        SELECT year, organization_id, per_inhabitant, population, population_year FROM payer
        WHERE per_inhabitant IS NOT NULL AND population IS NOT NULL)
      SELECT organization_id AS id FROM payer`,
  );
  await transactionOf(work).$executeRaw`
    UPDATE balance_year SET closed_at = portal_now(), closed_by_id = ${personId}::uuid WHERE year = ${year}`;
  return payers.map(({ id }) => id);
}
