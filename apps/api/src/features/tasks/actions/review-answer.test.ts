import { describe, expect, test } from '@jest/globals';
import { expectRefusal } from '../../../../test/refusals.ts';
import { newTask, share, standing } from '../../../../test/tasks.ts';
import { useWorld } from '../../../../test/world.ts';
import { people } from '../../../demo/people.ts';
import { acceptAnswer } from './accept-answer.ts';
import { returnAnswer } from './return-answer.ts';
import { submitAnswer } from './submit-answer.ts';

describe('The secretariat reviews an answer', () => {
  const world = useWorld();
  const answered = async () => {
    const task = await newTask(world, 'jantarowo');
    const params = await share(world, task, 'jantarowo');
    const { version } = await submitAnswer(world.unit, await world.actor('jantarowoOfficial'), {
      params,
      body: { answer: 'Odpowiedź.', version: 1 },
    });
    return { params, version };
  };

  test('and accepts it: the gmina is told, the answer cannot change any more', async () => {
    const { params, version } = await answered();
    const accepted = await acceptAnswer(world.unit, await world.actor('secretary'), { params, body: { version } });
    expect(standing(accepted)).toMatchObject({ state: 'ACCEPTED', answer: 'Odpowiedź.' });
    expect((await world.newest('assignment.accepted')).told.map(({ name }) => name)).toContain(
      people.jantarowoOfficial.name,
    );
    await expectRefusal(
      submitAnswer(world.unit, await world.actor('jantarowoOfficial'), {
        params,
        body: { answer: 'Jeszcze coś.', version: accepted.version },
      }),
      'wrong-state',
    );
  });

  test('or returns it with a reason: its keeper is asked again, the text is still there, and it can be handed in again', async () => {
    const { params, version } = await answered();
    const returned = await returnAnswer(world.unit, await world.actor('secretary'), {
      params,
      body: { reason: 'Brakuje liczb.', version },
    });
    expect(standing(returned)).toMatchObject({ state: 'RETURNED', reason: 'Brakuje liczb.' });
    const event = await world.newest('assignment.returned');
    expect(event.told).toContainEqual({ name: people.jantarowoOfficial.name, reason: 'ASKED' });
    const again = await submitAnswer(world.unit, await world.actor('jantarowoOfficial'), {
      params,
      body: { answer: 'Odpowiedź: 12.', version: returned.version },
    });
    expect(standing(again)).toMatchObject({ state: 'SUBMITTED', answer: 'Odpowiedź: 12.' });
  });

  test('one decision only, when two of the secretariat decide at once', async () => {
    const { params, version } = await answered();
    const outcomes = await Promise.allSettled([
      acceptAnswer(world.unit, await world.actor('secretary'), { params, body: { version } }),
      returnAnswer(world.unit, await world.actor('director'), { params, body: { reason: 'Za krótko.', version } }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('not before it is handed in, and no gmina reviews its own', async () => {
    const task = await newTask(world, 'jantarowo');
    const params = await share(world, task, 'jantarowo');
    await expectRefusal(
      acceptAnswer(world.unit, await world.actor('secretary'), { params, body: { version: 1 } }),
      'wrong-state',
    );
    const handedIn = await answered();
    await expectRefusal(
      acceptAnswer(world.unit, await world.actor('jantarowoMayor'), {
        params: handedIn.params,
        body: { version: handedIn.version },
      }),
      'forbidden',
    );
  });
});
