import { describe, expect, test } from '@jest/globals';
import { expectRefusal } from '../../../../test/refusals.ts';
import { newTask, share, standing } from '../../../../test/tasks.ts';
import { useWorld } from '../../../../test/world.ts';
import { people } from '../../../demo/people.ts';
import { declineAssignment } from './decline-assignment.ts';
import { readAssignment } from '../tasks.queries.ts';
import { returnAnswer } from './return-answer.ts';
import { submitAnswer } from './submit-answer.ts';
import { takeAssignment } from './take-assignment.ts';
import { writeAnswer } from './write-answer.ts';

describe('An assignment', () => {
  const world = useWorld();

  test('is taken by an official, and taken over by a colleague', async () => {
    const task = await newTask(world, 'jantarowo');
    const params = await share(world, task, 'jantarowo');
    const taken = await takeAssignment(world.unit, await world.actor('jantarowoOfficial'), { params });
    expect(standing(taken)).toMatchObject({ state: 'IN_PROGRESS', keeper: people.jantarowoOfficial.name });
    expect(taken.abilities.take).toBe(false);
    const over = await takeAssignment(world.unit, await world.actor('jantarowoColleague'), { params });
    expect(standing(over)).toMatchObject({ state: 'IN_PROGRESS', keeper: people.jantarowoColleague.name });
  });

  test('taken twice by the same person changes nothing', async () => {
    const task = await newTask(world, 'jantarowo');
    const params = await share(world, task, 'jantarowo');
    const official = await world.actor('jantarowoOfficial');
    const first = await takeAssignment(world.unit, official, { params });
    expect(await takeAssignment(world.unit, official, { params })).toEqual(first);
  });

  test('is declined by the mayor with a reason, never by an official', async () => {
    const task = await newTask(world, 'jantarowo');
    const params = await share(world, task, 'jantarowo');
    const body = { reason: 'Nie mamy studni.', version: 1 };
    await expectRefusal(
      declineAssignment(world.unit, await world.actor('jantarowoOfficial'), { params, body }),
      'forbidden',
    );
    const declined = await declineAssignment(world.unit, await world.actor('jantarowoMayor'), { params, body });
    expect(standing(declined)).toMatchObject({ state: 'DECLINED', reason: 'Nie mamy studni.' });
    const told = (await world.newest('assignment.declined')).told.map(({ name }) => name);
    expect(told).toEqual(expect.arrayContaining([people.secretary.name, people.jantarowoOfficial.name]));
    expect(told).not.toContain(people.jantarowoMayor.name);
  });

  test('keeps to the gmina what was never handed in, also when it is declined', async () => {
    const task = await newTask(world, 'jantarowo');
    const params = await share(world, task, 'jantarowo');
    const official = await world.actor('jantarowoOfficial');
    const secretary = await world.actor('secretary');
    const mayor = await world.actor('jantarowoMayor');
    const { version } = await submitAnswer(world.unit, official, {
      params,
      body: { answer: 'Dwie studnie.', version: 1 },
    });
    const back = await returnAnswer(world.unit, secretary, { params, body: { reason: 'Za mało.', version } });
    const draft = await writeAnswer(world.unit, official, {
      params,
      body: { answer: 'Trzecia jest w sporze z sąsiadem.', version: back.version },
    });
    await declineAssignment(world.unit, mayor, { params, body: { reason: 'Spór trwa.', version: draft.version } });
    const seen = async (actor: typeof mayor) =>
      (await readAssignment(world.database, actor, params.id, params.organizationId))?.answer;
    expect(await seen(mayor)).toBe('Trzecia jest w sporze z sąsiadem.');
    expect(await seen(secretary)).toBe('');
  });
});
