import type { FormField, Priority, Recurrence, ResolutionStanding, SeriesAudience } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { standingOfResolution } from '../organizations/index.ts';
import { visibleTasks } from './task.policy.ts';

export interface Series {
  id: string;
  networkId: string;
  networkNamePl: string;
  networkNameEn: string | null;
  title: string;
  body: string;
  priority: Priority;
  fields: FormField[] | null;
  audience: SeriesAudience;
  recurrence: Recurrence;
  startsOn: string;
  nextOn: string;
  dueDays: number;
  endsOn: string | null;
  stopped: boolean;
  paused: boolean;
  version: number;
  /** Under which a task may be written now; null where none is in force, or the network is not at work. */
  mandateId: string | null;
}

export const seriesColumns = Prisma.sql`
  series.id, series.network_id AS "networkId", network.name_pl AS "networkNamePl", network.name_en AS "networkNameEn",
  series.title, series.body, series.priority, series.fields, series.audience, series.recurrence,
  series.starts_on::text AS "startsOn", series.next_on::text AS "nextOn", series.due_days AS "dueDays",
  series.ends_on::text AS "endsOn", series.stopped_at IS NOT NULL AS stopped, series.paused_at IS NOT NULL AS paused,
  series.version`;

/** A series is seen by the members of its network and the secretariat, as its tasks are; expects the network. */
export const seriesIsVisible = (actor: Actor): Prisma.Sql => {
  const scope = visibleTasks(actor);
  return Prisma.sql`(${scope.everything} OR EXISTS (
    SELECT FROM membership seat WHERE seat.network_id = network.id AND seat.state = 'ACTIVE'
      AND seat.organization_id = ANY (${scope.organizationIds}::uuid[])))`;
};

/** Locks a series that the actor may see, or the portal itself (null), and its network against closing. */
export async function lockSeries(work: Work, actor: Actor | null, id: string): Promise<Series | undefined> {
  const [row] = await rowsOf<
    Omit<Series, 'mandateId'> & { works: boolean; mandateId: string; standing: ResolutionStanding | null }
  >(
    work,
    Prisma.sql`
      SELECT ${seriesColumns}, network.state = 'ACTIVE' AS works, network.mandate_id AS "mandateId",
             ${standingOfResolution} AS standing
      FROM task_series series JOIN network ON network.id = series.network_id
      LEFT JOIN resolution ON resolution.id = network.mandate_id
      WHERE series.id = ${id}::uuid AND ${actor ? seriesIsVisible(actor) : Prisma.sql`TRUE`}
      FOR UPDATE OF series FOR SHARE OF network`,
  );
  if (!row) return undefined;
  const { works, standing, mandateId, ...series } = row;
  return { ...series, mandateId: works && standing === 'IN_FORCE' ? mandateId : null };
}

/** The series of which a task is to be written today or was to be before. */
export async function dueSeries(work: Work): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      SELECT id FROM task_series WHERE next_on <= portal_today() AND stopped_at IS NULL
        AND (ends_on IS NULL OR next_on <= ends_on) ORDER BY next_on, id`,
  );
  return rows.map(({ id }) => id);
}

/** Begins a series with the words and the newest questions of a task; gives its id. The task becomes its first. */
export async function insertSeries(
  work: Work,
  taskId: string,
  series: {
    recurrence: Recurrence;
    audience: SeriesAudience;
    startsOn: string;
    dueDays: number;
    endsOn: string | null;
  },
): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      INSERT INTO task_series (network_id, title, body, priority, fields, audience, recurrence, starts_on, next_on, due_days, ends_on)
      SELECT network_id, title, body, priority,
             (SELECT fields FROM task_form WHERE task_id = task.id ORDER BY version DESC LIMIT 1),
             ${series.audience}::series_audience, ${series.recurrence}::recurrence, ${series.startsOn}::date,
             ${series.startsOn}::date, ${series.dueDays}, ${series.endsOn}::date
      FROM task WHERE id = ${taskId}::uuid RETURNING id`,
  );
  if (!row) throw new Error('A series was begun from no task.');
  await transactionOf(work).$executeRaw`
    UPDATE task SET series_id = ${row.id}::uuid, version = version + 1 WHERE id = ${taskId}::uuid`;
  return row.id;
}

/** One was written: on to the next. */
export async function saveNext(work: Work, id: string, nextOn: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE task_series SET next_on = ${nextOn}::date, paused_at = NULL WHERE id = ${id}::uuid`;
}

export async function savePause(work: Work, id: string): Promise<void> {
  await transactionOf(work).$executeRaw`UPDATE task_series SET paused_at = portal_now() WHERE id = ${id}::uuid`;
}

export async function saveStop(work: Work, id: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE task_series SET stopped_at = portal_now(), version = version + 1 WHERE id = ${id}::uuid`;
}
