import type { TaskSeriesView } from '@blizej/contracts';
import type { Work } from '../../kernel/work.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { seriesColumns, seriesIsVisible, type Series } from './series.store.ts';
import { taskPolicy } from './task.policy.ts';

type Row = Omit<Series, 'mandateId'>;

const presentSeries = (row: Row, actor: Actor): TaskSeriesView => ({
  id: row.id,
  title: row.title,
  recurrence: row.recurrence,
  audience: row.audience,
  dueDays: row.dueDays,
  nextOn: row.stopped || (row.endsOn !== null && row.nextOn > row.endsOn) ? null : row.nextOn,
  endsOn: row.endsOn,
  paused: row.paused && !row.stopped,
  stopped: row.stopped,
  version: row.version,
  abilities: { stop: taskPolicy.repeat(actor) && !row.stopped },
});

/** The series of a network that go on, for those who see its tasks. */
export async function listSeries(db: Reader, actor: Actor, networkId: string): Promise<TaskSeriesView[]> {
  const rows = await db.rows<Row>(Prisma.sql`
    SELECT ${seriesColumns} FROM task_series series JOIN network ON network.id = series.network_id
    WHERE series.network_id = ${networkId}::uuid AND series.stopped_at IS NULL
      AND (series.ends_on IS NULL OR series.next_on <= series.ends_on)
      AND ${seriesIsVisible(actor)}
    ORDER BY series.next_on, series.id LIMIT 100`);
  return rows.map((row) => presentSeries(row, actor));
}

/** One series, inside a work, for what a deed answers. */
export async function readSeriesIn(work: Work, actor: Actor, id: string): Promise<TaskSeriesView> {
  const [row] = await rowsOf<Row>(
    work,
    Prisma.sql`SELECT ${seriesColumns} FROM task_series series JOIN network ON network.id = series.network_id
      WHERE series.id = ${id}::uuid`,
  );
  if (!row) throw new Error('A deed lost sight of its series.');
  return presentSeries(row, actor);
}
