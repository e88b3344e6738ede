import type { Given, TaskSeriesView, taskSeriesRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { readSeriesIn } from '../series.queries.ts';
import { lockSeries, saveStop } from '../series.store.ts';
import { taskPolicy } from '../task.policy.ts';

type Input = Given<typeof taskSeriesRoutes.stopTaskSeries>;

/** No more tasks of a series are written. */
export const stopTaskSeries = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<TaskSeriesView> =>
  unit.run(actor, async (work) => {
    const series = found(await lockSeries(work, actor, params.id));
    allow(taskPolicy.repeat(actor));
    const current = await readSeriesIn(work, actor, series.id);
    expectVersion(body.version, series.version, () => current);
    if (series.stopped) throw new Problem('wrong-state', { state: 'STOPPED' });
    await saveStop(work, series.id);
    work.record({
      kind: 'task.repeat-stopped',
      facts: { network: { pl: series.networkNamePl, en: series.networkNameEn }, task: series.title },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: series.networkId,
    });
    return readSeriesIn(work, actor, series.id);
  });
