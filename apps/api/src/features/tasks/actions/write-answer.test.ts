import { describe, expect, test } from '@jest/globals';
import { expectRefusal } from '../../../../test/refusals.ts';
import { newTask, share, standing } from '../../../../test/tasks.ts';
import { useWorld } from '../../../../test/world.ts';
import { people } from '../../../demo/people.ts';
import { readAssignment } from '../tasks.queries.ts';
import { writeAnswer } from './write-answer.ts';

describe('An answer that is being written', () => {
  const world = useWorld();
  const write = async (who: 'jantarowoOfficial' | 'jantarowoColleague', id: string, answer: string, version: number) =>
    writeAnswer(world.unit, await world.actor(who), {
      params: { id, organizationId: await world.gmina('jantarowo') },
      body: { answer, version },
    });

  test('is kept, and whoever begins it is its keeper', async () => {
    const task = await newTask(world, 'jantarowo');
    const kept = await write('jantarowoOfficial', task.id, 'Na razie tyle', 1);
    expect(standing(kept)).toMatchObject({
      state: 'IN_PROGRESS',
      answer: 'Na razie tyle',
      keeper: people.jantarowoOfficial.name,
    });
  });

  test('may be gone on with by a colleague without taking it from its keeper', async () => {
    const task = await newTask(world, 'jantarowo');
    const { version } = await write('jantarowoOfficial', task.id, 'Początek', 1);
    const kept = await write('jantarowoColleague', task.id, 'Początek i koniec', version);
    expect(standing(kept)).toMatchObject({ answer: 'Początek i koniec', keeper: people.jantarowoOfficial.name });
    await expectRefusal(write('jantarowoOfficial', task.id, 'Nadpisuję', version), 'version-conflict');
  });

  test('is the gmina’s own: the secretariat sees that somebody writes, not what', async () => {
    const task = await newTask(world, 'jantarowo');
    await write('jantarowoOfficial', task.id, 'Tajny szkic', 1);
    const params = await share(world, task, 'jantarowo');
    const seen = await readAssignment(world.database, await world.actor('secretary'), params.id, params.organizationId);
    expect(seen).toMatchObject({ state: 'IN_PROGRESS', answer: '' });
    expect(
      await readAssignment(world.database, await world.actor('mewiaOfficial'), params.id, params.organizationId),
    ).toBeUndefined();
  });
});
