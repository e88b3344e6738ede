import { describe, expect, test } from '@jest/globals';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import { people } from '../../../demo/people.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { confirmPart, declarePart, moveInitiative } from '../../initiatives/index.ts';
import { readInitiative } from '../../initiatives/initiatives.queries.ts';
import { listTaskAssignments, listTasks, readTask } from '../tasks.queries.ts';
import { assignTask } from './assign-task.ts';
import { createTask } from './create-task.ts';

describe('A task for an initiative', () => {
  const world = useWorld();
  const roofs = async (): Promise<string> =>
    (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM initiative WHERE title_pl LIKE 'Zielone%'`)).id;
  const ask = async (more: object, by: 'secretary' | 'jantarowoMayor' = 'secretary') =>
    createTask(world.unit, await world.actor(by), {
      body: {
        networkId: await world.network('energia'),
        initiativeId: await roofs(),
        title: `Zadanie ${crypto.randomUUID()}`,
        body: 'Napiszcie, proszę, dwa zdania.',
        dueOn: await world.day(7),
        priority: 'NORMAL',
        organizationIds: [],
        ...more,
      },
    });

  test('asks those who take part, under a network’s mandate; they see it, and who has answered', async () => {
    const id = await roofs();
    const task = await ask({ audience: 'INITIATIVE' });
    expect(task).toMatchObject({ initiative: { id }, progress: { total: 3 } });
    const { facts, told } = await world.newest('task.assigned');
    expect(facts).toMatchObject({ initiativeId: id });
    expect(told).toContainEqual({ name: people.mewiaOfficial.name, reason: 'ASKED' });
    const one = await ask({ organizationIds: [await world.gmina('jantarowo')] });
    const member = await world.actor('mewiaOfficial');
    expect((await readTask(world.database, member, one.id))?.initiative?.id).toBe(id);
    expect(await listTaskAssignments(world.database, member, one.id)).toHaveLength(1);
    const listed = await listTasks(world.database, member, { initiative: id });
    expect(listed.items.map((each) => each.id)).toEqual(expect.arrayContaining([task.id, one.id]));
    const outsider = await world.actor('latarnikowoOfficial');
    const seen = async () =>
      (await listTasks(world.database, outsider, { initiative: id })).items.map((each) => each.id);
    expect(await seen()).toEqual([]);
    // To declare a part opens nothing; to confirm it does.
    const organizationId = await world.gmina('latarnikowo');
    const part = { organizationId, role: 'PARTNER', part: 'Dach latarni.' } as const;
    await declarePart(world.unit, outsider, { params: { id }, body: part });
    expect(await seen()).toEqual([]);
    expect(await readTask(world.database, outsider, one.id)).toBeUndefined();
    await confirmPart(world.unit, await world.actor('latarnikowoMayor'), { params: { id, organizationId } });
    expect(await seen()).toContain(one.id);
    const more = await assignTask(world.unit, await world.actor('secretary'), {
      params: { id: one.id },
      body: { organizationIds: [await world.gmina('mewia')], version: one.version },
    });
    expect(more.progress.total).toBe(2);
  });

  test('asks nobody who does not take part, and comes from the secretariat alone', async () => {
    const stranger = await world.gmina('bursztynowiec');
    const problem = await refusal(ask({ organizationIds: [stranger] }));
    expect(problem.extras.issues).toEqual([{ in: 'body', pointer: '/organizationIds/0', code: 'not_taking_part' }]);
    expect((await refusal(ask({ initiativeId: crypto.randomUUID(), audience: 'INITIATIVE' }))).extras.issues).toEqual([
      { in: 'body', pointer: '/initiativeId', code: 'unknown_initiative' },
    ]);
    const refused = await refusal(ask({ audience: 'INITIATIVE' }, 'jantarowoMayor'));
    expect(['forbidden', 'not-found']).toContain(refused.slug);
  });

  test('comes no more once the initiative has ended', async () => {
    const id = await roofs();
    const official = await world.actor('jantarowoOfficial');
    const { version } = (await readInitiative(world.database, official, id)) ?? { version: 1 };
    await moveInitiative(world.unit, official, {
      params: { id },
      body: { stage: 'ABANDONED', reason: 'Koniec.', version },
    });
    await expectRefusal(ask({ audience: 'INITIATIVE' }), 'wrong-state');
  });
});
