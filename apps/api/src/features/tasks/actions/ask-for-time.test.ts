import { describe, expect, test } from '@jest/globals';
import type { AssignmentView } from '@blizej/contracts';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { newTask, share } from '../../../../test/tasks.ts';
import { useWorld } from '../../../../test/world.ts';
import { people, type PersonKey } from '../../../demo/people.ts';
import { listAssignments } from '../tasks.queries.ts';
import { askForTime, grantTime, refuseTime, withdrawTimeRequest } from './ask-for-time.ts';
import { submitAnswer } from './submit-answer.ts';

describe('A gmina that needs more time', () => {
  const world = useWorld();

  const asked = async () => {
    const task = await newTask(world, 'jantarowo', 'mewia');
    const params = await share(world, task, 'jantarowo');
    const ask = async (who: PersonKey, days: number): Promise<AssignmentView> =>
      askForTime(world.unit, await world.actor(who), {
        params,
        body: { dueOn: await world.day(days), reason: 'Sesja rady jest później.' },
      });
    return { task, params, ask };
  };
  const requestOf = (view: AssignmentView): string => view.dueRequest?.id ?? '';

  test('asks once; the secretariat is told at once, gives another day, and only that gmina has it', async () => {
    const { task, params, ask } = await asked();
    const view = await ask('jantarowoOfficial', 20);
    expect(view.dueRequest).toMatchObject({ state: 'OPEN', dueOn: await world.day(20) });
    expect(view.abilities).toMatchObject({ askForTime: false, withdrawTimeRequest: true, decideTimeRequest: false });
    expect((await world.newest('assignment.time-asked')).told).toContainEqual(
      expect.objectContaining({ name: people.secretary.name, reason: 'DECIDE' }),
    );
    await expectRefusal(ask('jantarowoColleague', 25), 'wrong-state');
    const secretary = await world.actor('secretary');
    const { items } = await listAssignments(world.database, secretary, { show: 'asking' });
    expect(items.map(({ task: { title }, organization }) => [title, organization.id])).toContainEqual([
      task.title,
      params.organizationId,
    ]);
    const body = { requestId: requestOf(view), dueOn: await world.day(15) };
    const granted = await grantTime(world.unit, secretary, { params, body });
    expect(granted).toMatchObject({
      dueOn: await world.day(15),
      version: view.version,
      dueRequest: { state: 'GRANTED' },
    });
    const other = await share(world, task, 'mewia');
    const mine = await listAssignments(world.database, await world.actor('mewiaOfficial'), { show: 'todo' });
    expect(mine.items.find((one) => one.task.id === other.id)?.dueOn).toBe(task.dueOn);
    await expectRefusal(grantTime(world.unit, secretary, { params, body }), 'wrong-state');
  });

  test('is refused with a reason that it reads, and may ask again', async () => {
    const { task, params, ask } = await asked();
    const requestId = requestOf(await ask('jantarowoOfficial', 20));
    const refused = await refuseTime(world.unit, await world.actor('secretary'), {
      params,
      body: { requestId, reason: 'Wniosek składamy w piątek.' },
    });
    expect(refused).toMatchObject({
      dueOn: task.dueOn,
      dueRequest: { state: 'REFUSED', refusal: 'Wniosek składamy w piątek.' },
    });
    expect((await ask('jantarowoOfficial', 9)).dueRequest).toMatchObject({ state: 'OPEN' });
  });

  test('may take it back; the request that was decided on has to be the one that stands', async () => {
    const { params, ask } = await asked();
    const first = requestOf(await ask('jantarowoOfficial', 20));
    const withdrawn = await withdrawTimeRequest(world.unit, await world.actor('jantarowoColleague'), {
      params,
      body: { requestId: first },
    });
    expect(withdrawn.dueRequest).toMatchObject({ state: 'WITHDRAWN' });
    await ask('jantarowoOfficial', 10);
    const secretary = await world.actor('secretary');
    const stale = grantTime(world.unit, secretary, { params, body: { requestId: first, dueOn: await world.day(20) } });
    await expectRefusal(stale, 'wrong-state');
  });

  test('answers in time after all: the request is void, and stays so when the answer is returned', async () => {
    const { params, ask } = await asked();
    const view = await ask('jantarowoOfficial', 20);
    const submitted = await submitAnswer(world.unit, await world.actor('jantarowoOfficial'), {
      params,
      body: { answer: 'Już jest.', version: view.version },
    });
    expect(submitted).toMatchObject({ dueRequest: { state: 'WITHDRAWN' }, abilities: { askForTime: false } });
    const body = { requestId: requestOf(view), dueOn: await world.day(20) };
    await expectRefusal(grantTime(world.unit, await world.actor('secretary'), { params, body }), 'wrong-state');
  });

  test.each([
    ['a day that is over', -1, 'due_in_past'],
    ['the day that it has', 7, 'not_later'],
    ['an earlier day', 3, 'not_later'],
  ])('cannot ask for %s', async (_, days, code) => {
    const { ask } = await asked();
    expect((await refusal(ask('jantarowoOfficial', days))).extras.issues).toEqual([
      { in: 'body', pointer: '/dueOn', code },
    ]);
  });

  test('two colleagues ask at once: one request stands', async () => {
    const { ask } = await asked();
    const results = await Promise.allSettled([ask('jantarowoOfficial', 20), ask('jantarowoColleague', 21)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
