import { beforeEach, describe, expect, test } from '@jest/globals';
import type { TaskSeriesView } from '@blizej/contracts';
import { expectRefusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import type { PersonKey } from '../../../demo/people.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { listSeries } from '../series.queries.ts';
import { readTask } from '../tasks.queries.ts';
import { writeSeries } from '../write-series.job.ts';
import { createTask } from './create-task.ts';
import { repeatTask } from './repeat-task.ts';
import { stopTaskSeries } from './stop-task-series.ts';

describe('A task that comes again', () => {
  const world = useWorld();
  let taskId = '';

  const repeat = async (who: PersonKey, change: object = {}): Promise<TaskSeriesView> =>
    repeatTask(world.unit, await world.actor(who), {
      params: { id: taskId },
      body: { recurrence: 'MONTHLY', audience: 'NETWORK', startsOn: await world.day(1), dueDays: 14, ...change },
    });
  /** As if the day of the next one had come. */
  const comes = async (id: string) =>
    world.rows(
      Prisma.sql`UPDATE task_series SET next_on = portal_today(), starts_on = portal_today() WHERE id = ${id}::uuid`,
    );
  const written = (id: string) =>
    world.rows<{ id: string; asked: number; dueOn: string }>(Prisma.sql`
      SELECT task.id, task.due_on::text AS "dueOn",
             (SELECT count(*)::int FROM assignment WHERE task_id = task.id) AS asked
      FROM task WHERE series_id = ${id}::uuid ORDER BY task.id`);
  const members = async () =>
    (
      await world.row<{ count: number }>(Prisma.sql`SELECT count(*)::int AS count FROM membership
        WHERE network_id = ${await world.network('woda')}::uuid AND state = 'ACTIVE' AND role <> 'OBSERVER'`)
    ).count;

  beforeEach(async () => {
    taskId = (
      await createTask(world.unit, await world.actor('secretary'), {
        body: {
          networkId: await world.network('woda'),
          title: 'Stan zbiorników w kwartale',
          body: 'Proszę podać stan.',
          dueOn: await world.day(9),
          priority: 'HIGH',
          audience: 'CHOSEN',
          organizationIds: [await world.gmina('wydmy')],
        },
      })
    ).id;
  });

  test('is written on its day, once, for whoever belongs then; also by two instances at once', async () => {
    const series = await repeat('secretary');
    await writeSeries(world.unit);
    expect(await written(series.id)).toHaveLength(1);
    await comes(series.id);
    await Promise.all([writeSeries(world.unit), writeSeries(world.unit), writeSeries(world.unit)]);
    const tasks = await written(series.id);
    expect(tasks).toHaveLength(2);
    expect(tasks[1]).toMatchObject({ asked: await members(), dueOn: await world.day(14) });
    expect((await world.newest('task.assigned')).told.map(({ name }) => name)).toContain('Wanda Wydmowa');
    const view = await readTask(world.database, await world.actor('secretary'), tasks[1]?.id ?? '');
    expect(view).toMatchObject({ priority: 'HIGH', series: { id: series.id }, abilities: { repeat: false } });
  });

  test('is the secretariat’s to begin and to stop; it begins ahead and ends after its beginning; once', async () => {
    await expectRefusal(repeat('jantarowoMayor'), 'forbidden');
    await expectRefusal(repeat('foczyMayor'), 'not-found');
    await expectRefusal(repeat('secretary', { startsOn: await world.day(0) }), 'invalid');
    await expectRefusal(repeat('secretary', { startsOn: await world.day(9), endsOn: await world.day(8) }), 'invalid');
    const series = await repeat('secretary');
    await expectRefusal(repeat('secretary'), 'wrong-state');
    const stop = async (who: PersonKey, version = series.version) =>
      stopTaskSeries(world.unit, await world.actor(who), { params: { id: series.id }, body: { version } });
    await expectRefusal(stop('jantarowoMayor'), 'forbidden');
    await expectRefusal(stop('foczyMayor'), 'not-found');
    await expectRefusal(stop('secretary', 9), 'version-conflict');
    expect(await stop('secretary')).toMatchObject({ stopped: true, nextOn: null, abilities: { stop: false } });
    await comes(series.id);
    await writeSeries(world.unit);
    expect(await written(series.id)).toHaveLength(1);
  });

  test('comes no more after its last day', async () => {
    const series = await repeat('secretary', { endsOn: await world.day(1) });
    await world.rows(Prisma.sql`UPDATE task_series SET next_on = portal_today(), starts_on = portal_today() - 3,
      ends_on = portal_today() - 1 WHERE id = ${series.id}::uuid`);
    await writeSeries(world.unit);
    expect(await written(series.id)).toHaveLength(1);
  });

  test('waits while its network has no mandate in force, and the secretariat is told once; then it goes on', async () => {
    const series = await repeat('secretary');
    await comes(series.id);
    const network = await world.network('woda');
    const mandate = Prisma.sql`(SELECT mandate_id FROM network WHERE id = ${network}::uuid)`;
    await world.rows(Prisma.sql`UPDATE resolution SET valid_until = portal_today() - 1 WHERE id = ${mandate}`);
    await writeSeries(world.unit);
    await writeSeries(world.unit);
    const paused = await world.rows(Prisma.sql`SELECT FROM event WHERE kind = 'task.repeat-paused'`);
    expect(paused).toHaveLength(1);
    expect((await world.newest('task.repeat-paused')).told.map(({ reason }) => reason)).toContain('DECIDE');
    const shown = await listSeries(world.database, await world.actor('secretary'), network);
    expect(shown.find(({ id }) => id === series.id)).toMatchObject({ paused: true });
    await world.rows(Prisma.sql`UPDATE resolution SET valid_until = NULL WHERE id = ${mandate}`);
    await writeSeries(world.unit);
    expect(await written(series.id)).toHaveLength(2);
  });

  test('is known to the network’s members, to nobody else', async () => {
    const series = await repeat('secretary');
    const seen = async (who: PersonKey) =>
      (await listSeries(world.database, await world.actor(who), await world.network('woda'))).map(({ id }) => id);
    expect(await seen('wydmyOfficial')).toContain(series.id);
    expect(await seen('foczyMayor')).toEqual([]);
  });
});
