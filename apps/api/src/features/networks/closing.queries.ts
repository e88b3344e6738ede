import type { ClosingReportView } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { presentReport, type ReportRow } from './closing.presenter.ts';
import { networkPolicy } from './network.policy.ts';
import { networkIsVisible } from './networks.store.ts';

/** An answer that came after its day, in the association's time zone, or not at all. */
const isLate = Prisma.sql`
  CASE WHEN assignment.state IN ('SUBMITTED', 'ACCEPTED')
       THEN (assignment.submitted_at AT TIME ZONE association.time_zone)::date > assignment.due_on
       WHEN assignment.state = 'DECLINED' THEN false
       ELSE assignment.due_on < portal_today() END`;

/** What happened in a network until now. */
const figures = Prisma.sql`
  (SELECT json_build_object(
     'tasks', count(DISTINCT task.id), 'openTasks', network.open_task_count, 'asked', count(assignment.id),
     'accepted', count(*) FILTER (WHERE assignment.state = 'ACCEPTED'),
     'declined', count(*) FILTER (WHERE assignment.state = 'DECLINED'),
     'late', count(*) FILTER (WHERE ${isLate}), 'members', network.member_count)
   FROM task LEFT JOIN assignment ON assignment.task_id = task.id CROSS JOIN association
   WHERE task.network_id = network.id)`;

const results = Prisma.sql`
  (SELECT json_agg(json_build_object(
            'organization', json_build_object('id', organization.id, 'name', organization.name),
            'asked', coalesce(closing_result.asked, counted.asked),
            'answered', coalesce(closing_result.answered, counted.answered), 'result', closing_result.result)
          ORDER BY organization.name COLLATE "pl-x-icu")
   FROM closing_result JOIN organization ON organization.id = closing_result.organization_id
   CROSS JOIN LATERAL (
     SELECT count(*)::int AS asked, count(*) FILTER (WHERE assignment.state IN ('SUBMITTED', 'ACCEPTED'))::int AS answered
     FROM assignment JOIN task ON task.id = assignment.task_id
     WHERE task.network_id = network.id AND assignment.organization_id = organization.id) AS counted
   WHERE closing_result.network_id = network.id)`;

/** The report with which a network closes, as far as the actor may read it: in one statement. */
export async function readReport(db: Reader, actor: Actor, networkId: string): Promise<ClosingReportView | undefined> {
  const [row] = await db.rows<ReportRow>(Prisma.sql`
    SELECT network.id, network.name_pl AS "namePl", network.name_en AS "nameEn", network.state,
           lead.organization_id AS "leadId", report.problem, report.done, report.remaining, report.version,
           report.signed_at AS "signedAt", signer.name AS "signedBy",
           coalesce(report.figures::json, ${figures}) AS figures, ${results} AS results
    FROM network JOIN closing_report report ON report.network_id = network.id
    LEFT JOIN person signer ON signer.id = report.signed_by_id
    LEFT JOIN membership lead ON lead.network_id = network.id AND lead.role = 'LEAD' AND lead.state = 'ACTIVE'
    WHERE network.id = ${networkId}::uuid AND ${networkIsVisible(actor)}`);
  return row && networkPolicy.readReport(actor, row, row.signedAt !== null) ? presentReport(row, actor) : undefined;
}

/** The same inside a work, for what a deed answers. */
export const readReportIn = async (work: Work, actor: Actor, networkId: string): Promise<ClosingReportView> =>
  found(await readReport({ rows: (sql) => rowsOf(work, sql) }, actor, networkId));
