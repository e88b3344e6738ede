import { describe, expect, test } from '@jest/globals';
import { taskStage, type TaskSummary } from '@blizej/contracts';
import { newTask, share } from '../../../test/tasks.ts';
import { useWorld } from '../../../test/world.ts';
import { submitAnswer } from './actions/submit-answer.ts';
import { listAssignments, listTasks } from './tasks.queries.ts';

describe('Lists of tasks', () => {
  const world = useWorld();

  const stages = async () => {
    const secretary = await world.actor('secretary');
    const found = new Map<string, TaskSummary[]>();
    for (const stage of taskStage.options)
      found.set(stage, (await listTasks(world.database, secretary, { stage })).items);
    return found;
  };

  test('every task stands in one stage of the board, by its answers', async () => {
    const answered = await newTask(world, 'jantarowo');
    await submitAnswer(world.unit, await world.actor('jantarowoOfficial'), {
      params: await share(world, answered, 'jantarowo'),
      body: { answer: 'Tak.', version: 1 },
    });
    const all = (await listTasks(world.database, await world.actor('secretary'), {})).items.map(({ id }) => id);
    const found = await stages();
    const staged = [...found.values()].flat().map(({ id }) => id);
    expect(staged.toSorted()).toEqual(all.toSorted());
    for (const { progress } of found.get('ASKED') ?? []) expect(progress.answered).toBe(0);
    for (const { progress } of found.get('ANSWERING') ?? []) {
      expect(progress.answered).toBeGreaterThan(0);
      expect(progress.answered + progress.declined).toBeLessThan(progress.total);
    }
    for (const { progress } of found.get('COMPLETE') ?? [])
      expect(progress.answered + progress.declined).toBe(progress.total);
    for (const stage of taskStage.options) expect(found.get(stage)?.length).toBeGreaterThan(0);
  });

  test('what is over comes latest first, what is to come by due day', async () => {
    const secretary = await world.actor('secretary');
    const over = (await listAssignments(world.database, secretary, { show: 'done' })).items.map(({ dueOn }) => dueOn);
    expect(over).toEqual(over.toSorted().toReversed());
    const ahead = (await listAssignments(world.database, secretary, { show: 'todo' })).items.map(({ dueOn }) => dueOn);
    expect(ahead).toEqual(ahead.toSorted());
  });

  test('a month has what is due from its first day to its last', async () => {
    const official = await world.actor('jantarowoOfficial');
    const all = (await listAssignments(world.database, official, { show: 'all' })).items.map(({ dueOn }) => dueOn);
    const [from = '', to = ''] = [all.toSorted().at(1), all.toSorted().at(-2)];
    const within = await listAssignments(world.database, official, { show: 'all', from, to });
    expect(within.items.map(({ dueOn }) => dueOn)).toEqual(all.filter((day) => day >= from && day <= to));
    expect(within.items.length).toBeGreaterThan(1);
  });
});
