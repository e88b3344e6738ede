import type { ClosingReportView } from '@blizej/contracts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';

/** Begins a network's closing report: what it was for, and a place for each member that takes part. */
export async function insertReport(work: Work, networkId: string): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.$executeRaw`
    INSERT INTO closing_report (network_id, problem) SELECT id, purpose_pl FROM network WHERE id = ${networkId}::uuid`;
  await transaction.$executeRaw`
    INSERT INTO closing_result (network_id, organization_id)
    SELECT network_id, organization_id FROM membership
    WHERE network_id = ${networkId}::uuid AND state = 'ACTIVE' AND role <> 'OBSERVER'`;
}

/** Locks the report of a network until the work ends. */
export async function lockReport(work: Work, networkId: string): Promise<{ version: number } | undefined> {
  const [row] = await rowsOf<{ version: number }>(
    work,
    Prisma.sql`SELECT version FROM closing_report WHERE network_id = ${networkId}::uuid FOR UPDATE`,
  );
  return row;
}

export async function saveReport(
  work: Work,
  networkId: string,
  report: Pick<ClosingReportView, 'problem' | 'done' | 'remaining'> & {
    readonly results: readonly { readonly organizationId: string; readonly result: string }[];
  },
): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.$executeRaw`
    UPDATE closing_report SET problem = ${report.problem}, done = ${report.done}, remaining = ${report.remaining},
      version = version + 1
    WHERE network_id = ${networkId}::uuid`;
  await transaction.$executeRaw`
    UPDATE closing_result SET result = written.result
    FROM jsonb_to_recordset(${JSON.stringify(report.results)}::jsonb) AS written ("organizationId" uuid, result text)
    WHERE closing_result.network_id = ${networkId}::uuid AND closing_result.organization_id = written."organizationId"`;
}

/** Signs a report: what was counted until now stays as it is. */
export async function signReportAs(
  work: Work,
  networkId: string,
  personId: string,
  { figures, results }: Pick<ClosingReportView, 'figures' | 'results'>,
): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.$executeRaw`
    UPDATE closing_report SET signed_at = portal_now(), signed_by_id = ${personId}::uuid,
      figures = ${JSON.stringify(figures)}::jsonb, version = version + 1
    WHERE network_id = ${networkId}::uuid`;
  const counts = results.map(({ organization, asked, answered }) => ({ id: organization.id, asked, answered }));
  await transaction.$executeRaw`
    UPDATE closing_result SET asked = counted.asked, answered = counted.answered
    FROM jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) AS counted (id uuid, asked int, answered int)
    WHERE closing_result.network_id = ${networkId}::uuid AND closing_result.organization_id = counted.id`;
}
