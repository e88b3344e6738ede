import { beforeAll, describe, expect, test } from '@jest/globals';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import type { PersonKey } from '../../../demo/people.ts';
import { readTask } from '../tasks.queries.ts';
import { changeNeeds } from './change-needs.ts';
import { closeTask } from './close-task.ts';
import { createTask } from './create-task.ts';

describe('What a task needs', () => {
  const world = useWorld();
  const ids: string[] = [];
  const read = async (at: number, who: PersonKey = 'secretary') => {
    const view = await readTask(world.database, await world.actor(who), ids[at] ?? '');
    if (!view) throw new Error('No such task.');
    return view;
  };
  const needs = async (at: number, on: readonly number[], who: PersonKey = 'secretary') =>
    changeNeeds(world.unit, await world.actor(who), {
      params: { id: ids[at] ?? '' },
      body: { taskIds: on.map((each) => ids[each] ?? ''), version: (await read(at)).version },
    });

  beforeAll(async () => {
    for (const title of ['Pierwsze', 'Drugie', 'Trzecie', 'Czwarte'])
      ids.push(
        (
          await createTask(world.unit, await world.actor('secretary'), {
            body: {
              networkId: await world.network('woda'),
              title,
              body: 'Zadanie do próby.',
              dueOn: await world.day(20),
              priority: 'NORMAL',
              audience: 'CHOSEN',
              organizationIds: [await world.gmina('wydmy')],
            },
          })
        ).id,
      );
  });

  test('is said once and shown on both tasks', async () => {
    expect((await needs(1, [0])).needs.map(({ title }) => title)).toEqual(['Pierwsze']);
    expect((await read(0, 'wydmyOfficial')).neededBy.map(({ title }) => title)).toEqual(['Drugie']);
  });

  test('goes in no circle, not even by two at once', async () => {
    await needs(2, [1]);
    await expectRefusal(needs(0, [2]), 'needs-in-circle');
    expect((await refusal(needs(0, [0]))).slug).toBe('invalid');
    await needs(2, []);
    const outcomes = await Promise.allSettled([needs(2, [3]), needs(3, [2])]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const wrong = outcomes.find(({ status }) => status === 'rejected');
    expect(wrong).toMatchObject({ reason: { slug: 'needs-in-circle' } });
    await needs(2, []);
    await needs(3, []);
  });

  test('is of the same network, the secretariat’s to say, and of the version that was seen', async () => {
    const other = await world.task('Dane o zużyciu energii w budynkach gminnych');
    await expectRefusal(
      changeNeeds(world.unit, await world.actor('secretary'), {
        params: { id: ids[2] ?? '' },
        body: { taskIds: [other], version: (await read(2)).version },
      }),
      'invalid',
    );
    await expectRefusal(needs(2, [0], 'wydmyMayor'), 'forbidden');
    await expectRefusal(needs(2, [0], 'foczyMayor'), 'not-found');
    await expectRefusal(
      changeNeeds(world.unit, await world.actor('secretary'), {
        params: { id: ids[2] ?? '' },
        body: { taskIds: [], version: 99 },
      }),
      'version-conflict',
    );
  });

  test('once the last of it is finished, who still has to answer is told', async () => {
    await needs(1, [0, 2]);
    const close = async (at: number) =>
      closeTask(world.unit, await world.actor('secretary'), {
        params: { id: ids[at] ?? '' },
        body: { version: (await read(at)).version },
      });
    await close(0);
    expect((await world.newest('task.closed')).facts).toMatchObject({ task: 'Pierwsze' });
    await close(2);
    const ready = await world.newest('task.ready');
    expect(ready.facts).toMatchObject({ task: 'Drugie' });
    expect(ready.told.map(({ name }) => name)).toContain('Wanda Wydmowa');
  });
});
