import type {
  BudgetCurrency,
  BudgetState,
  OrganizationKind,
  PlannedBudget,
  PlannedShare,
  ShareStanding,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { carrierOf, initiativeIsLive, initiativeIsVisible } from '../initiatives/index.ts';
import { moneyStages } from './budget.lifecycle.ts';
import { budgetPolicy } from './budget.policy.ts';

/**
 * How an organization stands in an initiative today; expects the tables `organization` and `initiative` (or the id of one)
 * under their own names.
 */
export const standingIn = (initiativeId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  CASE WHEN organization.kind = 'MUNICIPALITY' AND NOT EXISTS (
         SELECT FROM municipality WHERE municipality.organization_id = organization.id AND municipality.status = 'MEMBER')
       THEN 'NOT_MEMBER'
       ELSE coalesce((SELECT part.state::text FROM initiative_part part WHERE part.initiative_id = ${initiativeId}
                        AND part.organization_id = organization.id AND part.state <> 'WITHDRAWN'), 'WITHDRAWN') END`;

/**
 * A share that waits for the actor's consent, in a budget that is put to its participants and that nothing stands in the way
 * of; expects the `share` of an `organization` in a `version` for an `initiative`.
 */
export const shareToAgree = (actor: Actor): Prisma.Sql => {
  const { partners, gminaIds } = budgetPolicy.agreeing(actor);
  return Prisma.sql`(version.state = 'ASKED' AND share.agreed_at IS NULL AND ${initiativeIsLive}
    AND ${initiativeIsVisible(actor)}
    AND (organization.id = ANY (${gminaIds}::uuid[]) OR (${partners} AND organization.kind = 'PARTNER'))
    AND NOT EXISTS (
      SELECT FROM budget_share planned JOIN organization ON organization.id = planned.organization_id
      WHERE planned.version_id = version.id AND ${standingIn(Prisma.sql`initiative.id`)} <> 'CONFIRMED'))`;
};

/**
 * A payment claim that waits for the actor's decision: for whoever carries the initiative, but on a claim of its own, and
 * where no gmina carries it, for the secretariat. Expects the `claim` for an `initiative`.
 */
export const claimToDecide = (actor: Actor): Prisma.Sql => {
  const { whereNobodyElse, carrierIds } = budgetPolicy.deciding(actor);
  return Prisma.sql`(claim.state = 'SUBMITTED' AND initiative.stage::text = ANY (${[...moneyStages]}::text[])
    AND ${initiativeIsVisible(actor)} AND claim.submitted_by_id IS DISTINCT FROM ${actor.personId}::uuid
    AND ((${carrierOf} = ANY (${carrierIds}::uuid[]) AND claim.organization_id <> ALL (${carrierIds}::uuid[]))
      OR (${whereNobodyElse} AND NOT EXISTS (
        SELECT FROM municipality
        WHERE municipality.organization_id = ${carrierOf} AND municipality.organization_id <> claim.organization_id))))`;
};

export interface Participant {
  readonly organizationId: string;
  readonly organizationKind: OrganizationKind;
  readonly name: string;
  readonly standing: ShareStanding;
}

/** Everybody who takes part in a locked initiative, took part in it or stands in its budget. */
export const participantsOf = (work: Work, initiativeId: string): Promise<Participant[]> =>
  rowsOf<Participant>(
    work,
    Prisma.sql`
      SELECT organization.id AS "organizationId", organization.kind AS "organizationKind", organization.name,
             ${standingIn(Prisma.sql`${initiativeId}::uuid`)} AS standing
      FROM organization
      WHERE organization.id IN (
        SELECT organization_id FROM initiative_part WHERE initiative_id = ${initiativeId}::uuid
        UNION SELECT share.organization_id FROM budget_share share JOIN budget_version version ON version.id = share.version_id
              WHERE version.initiative_id = ${initiativeId}::uuid)`,
  );

export interface KeptShare {
  readonly organizationId: string;
  readonly grant: number;
  readonly agreed: boolean;
}

export interface KeptVersion {
  readonly id: string;
  readonly number: number;
  readonly state: BudgetState;
  readonly shares: readonly KeptShare[];
}

export interface KeptBudget {
  readonly currency: BudgetCurrency;
  readonly version: number;
  readonly latest: KeptVersion;
  /** The agreed version that no later one has replaced. */
  readonly inForce: KeptVersion | null;
}

const versionOf = (initiativeId: string, among: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (SELECT json_build_object('id', version.id, 'number', version.number, 'state', version.state, 'shares',
            (SELECT coalesce(json_agg(json_build_object('organizationId', share.organization_id,
                      'grant', share.grant_amount, 'agreed', share.agreed_at IS NOT NULL)), '[]')
             FROM budget_share share WHERE share.version_id = version.id))
   FROM budget_version version WHERE version.initiative_id = ${initiativeId}::uuid AND ${among}
   ORDER BY version.number DESC LIMIT 1)`;

/** The budget of a locked initiative; undefined as long as nothing is planned. */
export async function findBudget(work: Work, initiativeId: string): Promise<KeptBudget | undefined> {
  const [row] = await rowsOf<KeptBudget>(
    work,
    Prisma.sql`
      SELECT currency, version, ${versionOf(initiativeId, Prisma.sql`true`)} AS latest,
             ${versionOf(initiativeId, Prisma.sql`version.state = 'AGREED'`)} AS "inForce"
      FROM budget WHERE initiative_id = ${initiativeId}::uuid`,
  );
  return row;
}

/** Counts the version of a locked budget up: something that others have read has changed. */
export async function touchBudget(work: Work, initiativeId: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE budget SET version = version + 1 WHERE initiative_id = ${initiativeId}::uuid`;
}

interface WrittenVersion {
  readonly initiativeId: string;
  readonly plan: PlannedBudget;
  readonly reason: string | null;
  readonly personId: string;
}

/** Writes the version that is not agreed yet, anew where there is one, as the next where there is none. */
export async function savePlan(work: Work, { initiativeId, plan, reason, personId }: WrittenVersion): Promise<void> {
  const transaction = transactionOf(work);
  const { currency, rate, grantRate, total, grant, own, shares } = plan;
  await transaction.$executeRaw`
    INSERT INTO budget (initiative_id, currency) VALUES (${initiativeId}::uuid, ${currency}::budget_currency)
    ON CONFLICT (initiative_id) DO UPDATE SET currency = EXCLUDED.currency, version = budget.version + 1`;
  const [version] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      INSERT INTO budget_version (initiative_id, number, grant_rate, pln_per_eur, rate_day, rate_source, total, grant_amount,
                                  own_amount, reason, written_by_id)
      SELECT ${initiativeId}::uuid, coalesce(max(number), 0) + 1, ${grantRate}::int, ${rate.plnPerEur}::int, ${rate.day}::date,
             ${rate.source}, ${total}::bigint, ${grant}::bigint, ${own}::bigint,
             -- What is written anew keeps its reason.
             CASE WHEN max(number) IS NOT NULL THEN coalesce(${reason}, (
               SELECT open.reason FROM budget_version open
               WHERE open.initiative_id = ${initiativeId}::uuid AND open.state <> 'AGREED')) END, ${personId}::uuid
      FROM budget_version WHERE initiative_id = ${initiativeId}::uuid AND state = 'AGREED'
      ON CONFLICT (initiative_id, number) DO UPDATE SET state = 'DRAFT', grant_rate = EXCLUDED.grant_rate,
        pln_per_eur = EXCLUDED.pln_per_eur, rate_day = EXCLUDED.rate_day, rate_source = EXCLUDED.rate_source,
        total = EXCLUDED.total, grant_amount = EXCLUDED.grant_amount, own_amount = EXCLUDED.own_amount,
        reason = EXCLUDED.reason, written_by_id = EXCLUDED.written_by_id,
        written_at = portal_now()
      RETURNING id`,
  );
  if (!version) throw new Error('A budget was not planned.');
  await transaction.$executeRaw`DELETE FROM budget_share WHERE version_id = ${version.id}::uuid`;
  await insertShares(work, version.id, shares);
}

async function insertShares(work: Work, versionId: string, shares: readonly PlannedShare[]): Promise<void> {
  await transactionOf(work).$executeRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(shares)}::jsonb)
        AS given ("organizationId" uuid, "grant" bigint, own bigint, lines jsonb)
    ), share AS (
      INSERT INTO budget_share (version_id, organization_id, grant_amount, own_amount)
      SELECT ${versionId}::uuid, "organizationId", "grant", own FROM given RETURNING id, organization_id
    )
    INSERT INTO budget_line (share_id, category, grant_amount, own_amount)
    SELECT share.id, line.category::cost_category, line."grant", line.own
    FROM share JOIN given ON given."organizationId" = share.organization_id
    CROSS JOIN LATERAL jsonb_to_recordset(given.lines) AS line (category text, "grant" bigint, own bigint)`;
}

/** Puts a version to its participants: whatever was agreed to before is asked anew. */
export async function saveBudgetState(work: Work, versionId: string, state: BudgetState): Promise<void> {
  const transaction = transactionOf(work);
  if (state !== 'AGREED') {
    await transaction.$executeRaw`
      UPDATE budget_share SET agreed_by_id = NULL, agreed_at = NULL WHERE version_id = ${versionId}::uuid`;
  }
  await transaction.$executeRaw`
    UPDATE budget_version SET state = ${state}::budget_state,
      agreed_at = CASE WHEN ${state} = 'AGREED' THEN portal_now() END WHERE id = ${versionId}::uuid`;
}

export async function saveAgreement(
  work: Work,
  { versionId, organizationId, personId }: { versionId: string; organizationId: string; personId: string },
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE budget_share SET agreed_by_id = ${personId}::uuid, agreed_at = portal_now()
    WHERE version_id = ${versionId}::uuid AND organization_id = ${organizationId}::uuid`;
}
