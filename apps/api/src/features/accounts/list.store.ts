import type { BulkRunView, Given, invitationsRoutes } from '@blizej/contracts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';

/** A row of a list as it is worked off, with the organization's name for the report. */
export type WaitingRow = Given<typeof invitationsRoutes.inviteList>['body']['rows'][number];

/** Keeps a list that is to be worked off and gives its id. */
export async function insertBulkRun(
  work: Work,
  personId: string,
  actingForId: string | null,
  fileName: string,
  rows: readonly WaitingRow[],
): Promise<string> {
  const { id } = await transactionOf(work).bulkRun.create({
    data: { kind: 'INVITATIONS', personId, actingForId, fileName, rows: rows as object[], total: rows.length },
    select: { id: true },
  });
  return id;
}

/** A run as it begins. */
export async function readBulkRunIn(work: Work, id: string): Promise<BulkRunView> {
  const { fileName, total, done, createdAt } = await transactionOf(work).bulkRun.findUniqueOrThrow({ where: { id } });
  return { id, fileName, total, done, createdAt: createdAt.toISOString(), finishedAt: null, report: [] };
}

/** Locks a run and gives the next row that waits, with the address of whoever began it; undefined where none is left. */
export async function lockNextRow(
  work: Work,
  runId: string,
): Promise<{ row: WaitingRow; organization: string; beganBy: string; actingForId: string | null } | undefined> {
  const [next] = await rowsOf<{
    row: WaitingRow;
    organization: string | null;
    beganBy: string;
    actingForId: string | null;
  }>(
    work,
    Prisma.sql`
      SELECT run.rows->run.done AS row, organization.name AS organization, person.email AS "beganBy",
             run.acting_for_id AS "actingForId"
      FROM bulk_run run JOIN person ON person.id = run.person_id
      LEFT JOIN organization ON organization.id = (run.rows->run.done->>'organizationId')::uuid
      WHERE run.id = ${runId}::uuid AND run.done < run.total FOR UPDATE OF run`,
  );
  return next && { ...next, organization: next.organization ?? '' };
}

/** Notes what became of the row that was next; the last one ends the run. */
export async function reportRow(work: Work, runId: string, entry: BulkRunView['report'][number]): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE bulk_run SET done = done + 1, report = report || ${JSON.stringify([entry])}::jsonb,
      finished_at = CASE WHEN done + 1 = total THEN portal_now() END
    WHERE id = ${runId}::uuid`;
}
