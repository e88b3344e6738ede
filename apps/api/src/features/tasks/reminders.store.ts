import type { DigestReader } from '../../kernel/digest.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf } from '../../platform/database/database.ts';
import { hadNoLetter } from '../activity/index.ts';
import type { Owed, Reminder } from './reminder.rules.ts';

/** What is owed and due within a week, or late. */
export const readOwed = (work: Work): Promise<Owed[]> =>
  rowsOf<Owed>(
    work,
    Prisma.sql`
      SELECT assignment.id AS "assignmentId", assignment.due_on::text AS "dueOn",
             assignment.due_on - portal_today() AS "daysLeft", assignment.due_on - task.created_at::date AS "daysGiven"
      FROM assignment JOIN task ON task.id = assignment.task_id AND task.state = 'OPEN'
      WHERE assignment.state IN ('OPEN', 'IN_PROGRESS', 'RETURNED') AND assignment.due_on <= portal_today() + 7
      ORDER BY assignment.id`,
  );

export interface NotedReminder {
  personId: string;
  kind: Reminder['kind'];
  mailed: boolean;
  taskId: string;
  networkId: string;
  networkNamePl: string;
  networkNameEn: string | null;
  title: string;
  organizationId: string;
  organizationName: string;
}

/** Notes reminders for those on the first rung of each ladder who had no letter today; gives the new ones. One statement. */
export async function insertReminders(
  work: Work,
  reminders: readonly (Reminder & Pick<Owed, 'assignmentId' | 'dueOn'>)[],
): Promise<NotedReminder[]> {
  const rows = reminders.map(({ assignmentId, dueOn, kind, step, ladder }) => ({
    assignment_id: assignmentId,
    due_on: dueOn,
    kind,
    step,
    rungs: ladder.flatMap((rung, position) => rung.map((who) => ({ who, position }))),
  }));
  return rowsOf<NotedReminder>(
    work,
    Prisma.sql`
      WITH due AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS due (assignment_id uuid, due_on date, kind text, step int, rungs jsonb)
      ), told AS (
        SELECT DISTINCT due.assignment_id, due.due_on, due.kind, due.step, appointment.person_id,
               rung.position = min(rung.position) OVER (PARTITION BY due.assignment_id, due.kind) AS "isFirst"
        FROM due JOIN assignment ON assignment.id = due.assignment_id
        CROSS JOIN LATERAL jsonb_to_recordset(due.rungs) AS rung (who text, position int)
        JOIN appointment ON appointment.organization_id = assignment.organization_id
          AND appointment.starts_on <= portal_today()
          AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())
          AND CASE rung.who WHEN 'KEEPER' THEN appointment.person_id = assignment.keeper_id
              ELSE appointment.office::text = rung.who END
        JOIN person ON person.id = appointment.person_id AND person.active
      ), noted AS (
        INSERT INTO reminder (assignment_id, person_id, due_on, kind, step, reminded_on)
        SELECT DISTINCT told.assignment_id, person.id, told.due_on, told.kind::reminder_kind, told.step, portal_today()
        FROM told JOIN person ON person.id = told.person_id
        WHERE told."isFirst" AND ${hadNoLetter}
        ON CONFLICT DO NOTHING RETURNING assignment_id, person_id, kind)
      SELECT person.id AS "personId", noted.kind, person.mail_reminders AS mailed, task.id AS "taskId", task.title,
             network.id AS "networkId", network.name_pl AS "networkNamePl", network.name_en AS "networkNameEn",
             organization.id AS "organizationId", organization.name AS "organizationName"
      FROM noted JOIN person ON person.id = noted.person_id JOIN assignment ON assignment.id = noted.assignment_id
      JOIN task ON task.id = assignment.task_id JOIN network ON network.id = task.network_id
      JOIN organization ON organization.id = assignment.organization_id
      ORDER BY noted.assignment_id, noted.kind`,
  );
}

export interface ReminderLine {
  taskId: string;
  title: string;
  organizationName: string;
  escalated: boolean;
  daysLeft: number;
}

/** What of a day's reminders of a person is still owed, what is due first first; each assignment once. */
export const remindersOfDay = (work: Work, { personId, day }: DigestReader): Promise<ReminderLine[]> =>
  rowsOf<ReminderLine>(
    work,
    Prisma.sql`
      SELECT task.id AS "taskId", task.title, organization.name AS "organizationName",
             assignment.due_on - portal_today() AS "daysLeft", said.escalated
      FROM (
        SELECT assignment_id, bool_or(kind IN ('ESCALATED_TO_COORDINATOR', 'ESCALATED_TO_EXECUTIVE')) AS escalated
        FROM reminder WHERE person_id = ${personId}::uuid AND reminded_on = ${day}::date GROUP BY assignment_id
      ) AS said
      JOIN assignment ON assignment.id = said.assignment_id JOIN task ON task.id = assignment.task_id
      JOIN organization ON organization.id = assignment.organization_id
      WHERE task.state = 'OPEN' AND assignment.state IN ('OPEN', 'IN_PROGRESS', 'RETURNED')
        AND EXISTS (SELECT FROM person WHERE person.id = ${personId}::uuid AND person.mail_reminders)
      ORDER BY assignment.due_on, task.title COLLATE "pl-x-icu", organization.name COLLATE "pl-x-icu"`,
  );
