import { describe, expect, test } from '@jest/globals';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { newTask, share, standing } from '../../../../test/tasks.ts';
import { useWorld } from '../../../../test/world.ts';
import { people } from '../../../demo/people.ts';
import { closeTask } from './close-task.ts';
import { submitAnswer } from './submit-answer.ts';
import { takeAssignment } from './take-assignment.ts';

describe('An official hands an answer in', () => {
  const world = useWorld();

  test('at once, without taking the task first: the official becomes its keeper', async () => {
    const task = await newTask(world, 'jantarowo');
    const answered = await submitAnswer(world.unit, await world.actor('jantarowoOfficial'), {
      params: await share(world, task, 'jantarowo'),
      body: { answer: 'Dwie studnie.', version: 1 },
    });
    expect(standing(answered)).toEqual({
      state: 'SUBMITTED',
      answer: 'Dwie studnie.',
      reason: null,
      version: 3,
      keeper: people.jantarowoOfficial.name,
    });
    expect(answered.submittedAt).not.toBeNull();
  });

  test('the secretariat is asked to decide, the gmina’s mayor and coordinator know, and the text stays with the event', async () => {
    const task = await newTask(world, 'jantarowo');
    await submitAnswer(world.unit, await world.actor('jantarowoOfficial'), {
      params: await share(world, task, 'jantarowo'),
      body: { answer: 'Trzy studnie.', version: 1 },
    });
    const event = await world.newest('assignment.submitted');
    expect(event).toMatchObject({
      actor: people.jantarowoOfficial.name,
      actingForId: await world.gmina('jantarowo'),
      detail: { answer: 'Trzy studnie.' },
    });
    expect(event.facts).not.toHaveProperty('answer');
    expect(Object.fromEntries(event.told.map(({ name, reason }) => [name, reason]))).toEqual({
      [people.director.name]: 'DECIDE',
      [people.secretary.name]: 'DECIDE',
      [people.jantarowoMayor.name]: 'INFORMED',
      [people.jantarowoCoordinator.name]: 'INFORMED',
    });
  });

  test('two colleagues at once: one is handed in, the other is shown it and loses nothing', async () => {
    const task = await newTask(world, 'jantarowo');
    const params = await share(world, task, 'jantarowo');
    const { version } = await takeAssignment(world.unit, await world.actor('jantarowoOfficial'), { params });
    const outcomes = await Promise.allSettled(
      (['jantarowoOfficial', 'jantarowoColleague'] as const).map(async (key) =>
        submitAnswer(world.unit, await world.actor(key), { params, body: { answer: key, version } }),
      ),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('with an older version than the current one: refused with the current one', async () => {
    const task = await newTask(world, 'jantarowo');
    const params = await share(world, task, 'jantarowo');
    await takeAssignment(world.unit, await world.actor('jantarowoColleague'), { params });
    const problem = await refusal(
      submitAnswer(world.unit, await world.actor('jantarowoOfficial'), {
        params,
        body: { answer: 'Moja.', version: 1 },
      }),
    );
    expect(problem.slug).toBe('version-conflict');
    expect(problem.extras.current).toMatchObject({ version: 2, keeper: { name: people.jantarowoColleague.name } });
  });

  test('not twice, and not to a closed task', async () => {
    const task = await newTask(world, 'jantarowo', 'mewia');
    const params = await share(world, task, 'jantarowo');
    const official = await world.actor('jantarowoOfficial');
    const { version } = await submitAnswer(world.unit, official, { params, body: { answer: 'Raz.', version: 1 } });
    await expectRefusal(
      submitAnswer(world.unit, official, { params, body: { answer: 'Dwa.', version } }),
      'wrong-state',
    );
    await closeTask(world.unit, await world.actor('secretary'), { params: { id: task.id }, body: { version: 1 } });
    await expectRefusal(
      submitAnswer(world.unit, await world.actor('mewiaOfficial'), {
        params: await share(world, task, 'mewia'),
        body: { answer: 'Za późno.', version: 1 },
      }),
      'wrong-state',
    );
  });

  test('never for another gmina, which does not even exist for the official; the secretariat may not answer for it', async () => {
    const task = await newTask(world, 'jantarowo', 'mewia');
    const params = await share(world, task, 'mewia');
    const body = { answer: 'Cudza.', version: 1 };
    await expectRefusal(
      submitAnswer(world.unit, await world.actor('jantarowoOfficial'), { params, body }),
      'not-found',
    );
    await expectRefusal(submitAnswer(world.unit, await world.actor('secretary'), { params, body }), 'forbidden');
  });

  test('a retry with the same idempotency key has one effect and the same answer', async () => {
    const task = await newTask(world, 'jantarowo');
    const params = await share(world, task, 'jantarowo');
    const official = await world.actor('jantarowoOfficial');
    const request = {
      id: crypto.randomUUID(),
      sessionId: crypto.randomUUID(),
      expiresAt: new Date(),
      secondFactorMissing: false,
      idempotency: { key: crypto.randomUUID(), fingerprint: Buffer.alloc(32, 1) },
    };
    const submit = () =>
      submitAnswer(world.unit, { ...official, request }, { params, body: { answer: 'Raz.', version: 1 } });
    const [first, second] = await Promise.all([submit(), submit()]);
    expect(second).toEqual(first);
    expect(await submit()).toEqual(first);
    const other = { ...request, idempotency: { ...request.idempotency, fingerprint: Buffer.alloc(32, 2) } };
    await expectRefusal(
      submitAnswer(world.unit, { ...official, request: other }, { params, body: { answer: 'Inna.', version: 1 } }),
      'idempotency-key-reused',
    );
  });
});
