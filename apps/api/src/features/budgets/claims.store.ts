import type { ClaimState } from '@blizej/contracts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';

export interface KeptInstalment {
  readonly id: string;
  readonly organizationId: string;
  readonly received: number;
}

/** The instalments of a locked initiative, with what has come in for each. */
export const instalmentsOf = (work: Work, initiativeId: string): Promise<KeptInstalment[]> =>
  rowsOf<KeptInstalment>(
    work,
    Prisma.sql`
      SELECT id, organization_id AS "organizationId",
             (SELECT count(*)::int FROM budget_receipt receipt WHERE receipt.instalment_id = budget_instalment.id) AS received
      FROM budget_instalment WHERE initiative_id = ${initiativeId}::uuid`,
  );

export interface WrittenInstalment {
  readonly id?: string | undefined;
  readonly organizationId: string;
  readonly dueOn: string;
  readonly amount: number;
  readonly payer: string;
}

/** Writes all instalments of a locked initiative: known ones keep their ids, and what has come in for them. */
export async function saveInstalments(
  work: Work,
  initiativeId: string,
  instalments: readonly WrittenInstalment[],
): Promise<void> {
  await transactionOf(work).$executeRaw`
    WITH given AS (
      SELECT coalesce(id, portal_id()) AS id, "organizationId", "dueOn", amount, payer
      FROM jsonb_to_recordset(${JSON.stringify(instalments)}::jsonb)
        AS given (id uuid, "organizationId" uuid, "dueOn" date, amount bigint, payer text)
    ), gone AS (
      DELETE FROM budget_instalment WHERE initiative_id = ${initiativeId}::uuid AND id NOT IN (SELECT id FROM given)
    )
    INSERT INTO budget_instalment (id, initiative_id, organization_id, due_on, amount, payer)
    SELECT id, ${initiativeId}::uuid, "organizationId", "dueOn", amount, payer FROM given
    ON CONFLICT (id) DO UPDATE SET organization_id = EXCLUDED.organization_id, due_on = EXCLUDED.due_on,
      amount = EXCLUDED.amount, payer = EXCLUDED.payer`;
}

export interface KeptClaim {
  readonly id: string;
  readonly organizationId: string;
  readonly number: number;
  readonly amount: number;
  readonly state: ClaimState;
  readonly acceptedAmount: number | null;
  readonly submittedById: string | null;
  /** What has come in for it. */
  readonly received: number;
  readonly version: number;
}

/** The payment claims of a locked initiative. */
export const claimsOf = (work: Work, initiativeId: string): Promise<KeptClaim[]> =>
  rowsOf<KeptClaim>(
    work,
    Prisma.sql`
      SELECT id, organization_id AS "organizationId", number, amount::float8 AS amount, state,
             accepted_amount::float8 AS "acceptedAmount", submitted_by_id AS "submittedById", version,
             (SELECT coalesce(sum(receipt.amount), 0)::float8 FROM budget_receipt receipt
              WHERE receipt.claim_id = budget_claim.id) AS received
      FROM budget_claim WHERE initiative_id = ${initiativeId}::uuid`,
  );

export interface ClaimWords {
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly amount: number;
  readonly note: string;
}

/** Writes a claim, and gives its number among those of its participant. */
export async function insertClaim(
  work: Work,
  claim: ClaimWords & { initiativeId: string; organizationId: string },
): Promise<number> {
  const [row] = await rowsOf<{ number: number }>(
    work,
    Prisma.sql`
      INSERT INTO budget_claim (initiative_id, organization_id, number, period_from, period_to, amount, note)
      SELECT ${claim.initiativeId}::uuid, ${claim.organizationId}::uuid, coalesce(max(number), 0) + 1,
             ${claim.periodFrom}::date, ${claim.periodTo}::date, ${claim.amount}::bigint, ${claim.note}
      FROM budget_claim
      WHERE initiative_id = ${claim.initiativeId}::uuid AND organization_id = ${claim.organizationId}::uuid
      RETURNING number`,
  );
  return row?.number ?? 0;
}

export async function saveClaimWords(work: Work, id: string, claim: ClaimWords): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE budget_claim SET period_from = ${claim.periodFrom}::date, period_to = ${claim.periodTo}::date,
      amount = ${claim.amount}::bigint, note = ${claim.note}, version = version + 1
    WHERE id = ${id}::uuid`;
}

export async function saveSubmission(work: Work, id: string, personId: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE budget_claim SET state = 'SUBMITTED', submitted_by_id = ${personId}::uuid, submitted_at = portal_now(),
      reason = NULL, decided_by_id = NULL, decided_at = NULL, version = version + 1
    WHERE id = ${id}::uuid`;
}

export async function saveDecision(
  work: Work,
  id: string,
  decision: { state: 'ACCEPTED' | 'RETURNED'; acceptedAmount: number | null; reason: string | null; personId: string },
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE budget_claim SET state = ${decision.state}::claim_state, accepted_amount = ${decision.acceptedAmount}::bigint,
      reason = ${decision.reason}, decided_by_id = ${decision.personId}::uuid, decided_at = portal_now(),
      version = version + 1
    WHERE id = ${id}::uuid`;
}

export interface NewReceipt {
  readonly initiativeId: string;
  readonly organizationId: string;
  readonly amount: number;
  readonly receivedOn: string;
  readonly claimId: string | null;
  readonly instalmentId: string | null;
  readonly correctsId: string | null;
  readonly note: string;
  readonly personId: string;
}

export async function insertReceipt(work: Work, receipt: NewReceipt): Promise<void> {
  await transactionOf(work).$executeRaw`
    INSERT INTO budget_receipt (initiative_id, organization_id, amount, received_on, claim_id, instalment_id, corrects_id, note,
                                person_id)
    VALUES (${receipt.initiativeId}::uuid, ${receipt.organizationId}::uuid, ${receipt.amount}::bigint,
            ${receipt.receivedOn}::date, ${receipt.claimId}::uuid, ${receipt.instalmentId}::uuid,
            ${receipt.correctsId}::uuid, ${receipt.note}, ${receipt.personId}::uuid)`;
}

export interface KeptReceipt extends Pick<NewReceipt, 'organizationId' | 'receivedOn' | 'claimId' | 'instalmentId'> {
  readonly id: string;
  /** What it comes to with its corrections. */
  readonly standsAt: number;
  /** How often it was corrected. */
  readonly corrections: number;
}

/** A receipt of a locked initiative that corrects no other. */
export async function findReceipt(work: Work, initiativeId: string, id: string): Promise<KeptReceipt | undefined> {
  const [row] = await rowsOf<KeptReceipt>(
    work,
    Prisma.sql`
      SELECT id, organization_id AS "organizationId", received_on::text AS "receivedOn", claim_id AS "claimId",
             instalment_id AS "instalmentId",
             (SELECT sum(row.amount)::float8 FROM budget_receipt row
              WHERE row.id = budget_receipt.id OR row.corrects_id = budget_receipt.id) AS "standsAt",
             (SELECT count(*)::int FROM budget_receipt row WHERE row.corrects_id = budget_receipt.id) AS corrections
      FROM budget_receipt
      WHERE id = ${id}::uuid AND initiative_id = ${initiativeId}::uuid AND corrects_id IS NULL`,
  );
  return row;
}

/** How many receipts a participant of a locked initiative has, without their corrections. */
export async function countReceipts(work: Work, initiativeId: string, organizationId: string): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    work,
    Prisma.sql`
      SELECT count(*)::int AS count FROM budget_receipt
      WHERE initiative_id = ${initiativeId}::uuid AND organization_id = ${organizationId}::uuid AND corrects_id IS NULL`,
  );
  return row?.count ?? 0;
}

/** What has come in for a participant of a locked initiative. */
export async function receivedBy(work: Work, initiativeId: string, organizationId: string): Promise<number> {
  const [row] = await rowsOf<{ received: number }>(
    work,
    Prisma.sql`
      SELECT coalesce(sum(amount), 0)::float8 AS received FROM budget_receipt
      WHERE initiative_id = ${initiativeId}::uuid AND organization_id = ${organizationId}::uuid`,
  );
  return row?.received ?? 0;
}
