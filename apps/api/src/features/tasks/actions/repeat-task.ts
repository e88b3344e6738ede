import type { Given, TaskSeriesView, taskSeriesRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { readSeriesIn } from '../series.queries.ts';
import { insertSeries } from '../series.store.ts';
import { taskLifecycle } from '../task.lifecycle.ts';
import { taskPolicy } from '../task.policy.ts';
import { readTaskIn } from '../tasks.queries.ts';
import { lockTask } from '../tasks.store.ts';

type Input = Given<typeof taskSeriesRoutes.repeatTask>;

/** Has a task come again and again, as it reads now. */
export const repeatTask = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<TaskSeriesView> =>
  unit.run(actor, async (work) => {
    const task = found(await lockTask(work, actor, params.id));
    allow(taskPolicy.repeat(actor));
    taskLifecycle.move(task.state, 'work');
    const { series } = await readTaskIn(work, actor, task.id);
    if (series !== null) throw new Problem('wrong-state', { state: 'REPEATED' });
    const { recurrence, audience, startsOn, dueDays, endsOn } = body;
    refuse([
      ...(startsOn <= (await today(work)) ? [bodyIssue('/startsOn', 'not_ahead')] : []),
      ...(endsOn !== undefined && endsOn < startsOn ? [bodyIssue('/endsOn', 'ends_before_start')] : []),
    ]);
    const id = await insertSeries(work, task.id, { recurrence, audience, startsOn, dueDays, endsOn: endsOn ?? null });
    work.record({
      kind: 'task.repeated',
      facts: { network: { pl: task.networkNamePl, en: task.networkNameEn }, task: task.title, since: startsOn },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: task.networkId,
      taskId: task.id,
    });
    return readSeriesIn(work, actor, id);
  });
