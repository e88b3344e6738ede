import { describe, expect, test } from '@jest/globals';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { newTask } from '../../../../test/tasks.ts';
import { useWorld } from '../../../../test/world.ts';
import { people } from '../../../demo/people.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { createTask } from './create-task.ts';

describe('The secretariat writes a task', () => {
  const world = useWorld();
  const input = async (changes: Record<string, unknown> = {}) => ({
    body: {
      networkId: await world.network('woda'),
      title: 'Spis studni publicznych',
      body: 'Ile studni publicznych działa w gminie?',
      dueOn: await world.day(14),
      priority: 'NORMAL' as const,
      organizationIds: [await world.gmina('jantarowo'), await world.gmina('mewia')],
      ...changes,
    },
  });

  test('under the mandate of its network, asked of each gmina with the same due day', async () => {
    const task = await createTask(world.unit, await world.actor('secretary'), await input());
    expect(task).toMatchObject({
      title: 'Spis studni publicznych',
      state: 'OPEN',
      version: 1,
      mandate: { number: 'LIV/7/2026', issuer: 'Sekretariat stowarzyszenia' },
      progress: { total: 2, answered: 0, accepted: 0, declined: 0, late: 0 },
    });
  });

  test('and everybody who may answer in those gminas is told, nobody else', async () => {
    await createTask(world.unit, await world.actor('secretary'), await input());
    const event = await world.newest('task.assigned');
    expect(event).toMatchObject({ actor: people.secretary.name, facts: { task: 'Spis studni publicznych', count: 2 } });
    expect(event.told.map(({ name }) => name).toSorted()).toEqual(
      [
        people.jantarowoMayor,
        people.jantarowoCoordinator,
        people.jantarowoOfficial,
        people.jantarowoColleague,
        people.mewiaMayor,
        people.mewiaOfficial,
      ]
        .map(({ name }) => name)
        .toSorted(),
    );
    expect(new Set(event.told.map(({ reason }) => reason))).toEqual(new Set(['ASKED']));
  });

  test('the network counts it', async () => {
    const count = async () =>
      (
        await world.row<{ count: number }>(
          Prisma.sql`SELECT open_task_count AS count FROM network WHERE id = ${await world.network('woda')}::uuid`,
        )
      ).count;
    const before = await count();
    await newTask(world, 'jantarowo');
    expect(await count()).toBe(before + 1);
  });

  test('but not with a due day in the past, nor of a gmina outside the network: both are said at once', async () => {
    const problem = await refusal(
      createTask(
        world.unit,
        await world.actor('secretary'),
        await input({
          dueOn: await world.day(-1),
          organizationIds: [await world.gmina('jantarowo'), await world.gmina('bursztynowiec')],
        }),
      ),
    );
    expect(problem.slug).toBe('invalid');
    expect(problem.extras.issues).toEqual([
      { in: 'body', pointer: '/dueOn', code: 'due_in_past' },
      { in: 'body', pointer: '/organizationIds/1', code: 'not_in_network' },
    ]);
  });

  test('nor in a network that is not active', async () => {
    const networkId = await world.network('odpornosc');
    await expectRefusal(
      createTask(world.unit, await world.actor('secretary'), await input({ networkId })),
      'wrong-state',
    );
  });

  test('and nobody else does: an official who sees the network is refused, who does not see it finds nothing', async () => {
    await expectRefusal(createTask(world.unit, await world.actor('jantarowoOfficial'), await input()), 'forbidden');
    const networkId = await world.network('odpornosc');
    await expectRefusal(
      createTask(world.unit, await world.actor('jantarowoOfficial'), await input({ networkId })),
      'not-found',
    );
  });
});
