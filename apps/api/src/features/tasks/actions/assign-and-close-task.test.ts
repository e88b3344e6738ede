import { describe, expect, test } from '@jest/globals';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { newTask } from '../../../../test/tasks.ts';
import { useWorld } from '../../../../test/world.ts';
import { people } from '../../../demo/people.ts';
import { assignTask } from './assign-task.ts';
import { closeTask } from './close-task.ts';

describe('A task', () => {
  const world = useWorld();

  test('is assigned to more members later, each once', async () => {
    const task = await newTask(world, 'jantarowo');
    const input = async (version: number) => ({
      params: { id: task.id },
      body: { organizationIds: [await world.gmina('mewia')], version },
    });
    const secretary = await world.actor('secretary');
    const wider = await assignTask(world.unit, secretary, await input(1));
    expect(wider).toMatchObject({ version: 2, progress: { total: 2 } });
    expect((await world.newest('task.assigned')).told.map(({ name }) => name)).toEqual(
      expect.arrayContaining([people.mewiaMayor.name, people.mewiaOfficial.name]),
    );
    const twice = await refusal(assignTask(world.unit, secretary, await input(2)));
    expect(twice.extras.issues).toEqual([{ in: 'body', pointer: '/organizationIds/0', code: 'already_assigned' }]);
    await expectRefusal(assignTask(world.unit, secretary, await input(1)), 'version-conflict');
  });

  test('is closed once, by the secretariat', async () => {
    const task = await newTask(world, 'jantarowo');
    const input = { params: { id: task.id }, body: { version: 1 } };
    await expectRefusal(closeTask(world.unit, await world.actor('jantarowoMayor'), input), 'forbidden');
    const closed = await closeTask(world.unit, await world.actor('secretary'), input);
    expect(closed).toMatchObject({ state: 'CLOSED', abilities: { assign: false, close: false } });
    await expectRefusal(closeTask(world.unit, await world.actor('secretary'), input), 'wrong-state');
  });
});
