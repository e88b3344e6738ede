import { describe, expect, test } from '@jest/globals';
import type { TaskChange } from '@blizej/contracts';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { newTask, share } from '../../../../test/tasks.ts';
import { useWorld } from '../../../../test/world.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { readAssignment, readTask } from '../tasks.queries.ts';
import { listTaskChanges } from '../task-changes.queries.ts';
import { changeTasks } from './change-tasks.ts';
import { closeTask } from './close-task.ts';
import { submitAnswer } from './submit-answer.ts';
import { undoTaskChange } from './undo-task-change.ts';
import { writeAnswer } from './write-answer.ts';

describe('Several tasks', () => {
  const world = useWorld();

  const change = async (tasks: readonly { id: string; version: number }[], what: TaskChange) =>
    changeTasks(world.unit, await world.actor('secretary'), {
      body: { tasks: tasks.map(({ id, version }) => ({ id, version })), change: what },
    });
  const undo = async (id: string) => undoTaskChange(world.unit, await world.actor('secretary'), { params: { id } });
  const read = async (id: string) => {
    const task = await readTask(world.database, await world.actor('secretary'), id);
    if (!task) throw new Error('no task');
    return task;
  };
  const dueDays = async (id: string) =>
    (
      await world.rows<{ name: string; dueOn: string }>(Prisma.sql`
        SELECT organization.name, due_on::text AS "dueOn" FROM assignment
        JOIN organization ON organization.id = organization_id WHERE task_id = ${id}::uuid ORDER BY name`)
    ).map(({ dueOn }) => dueOn);
  const outcomes = (view: { items: { outcome: string }[] }) => view.items.map(({ outcome }) => outcome);

  test('get another day at once, each tells how it went, and all is put back', async () => {
    const tasks = [await newTask(world, 'jantarowo', 'mewia'), await newTask(world, 'jantarowo')];
    const [first, second] = tasks;
    const later = await world.day(30);
    // Mewia has a still later day of its own.
    await world.rows(Prisma.sql`UPDATE assignment SET due_on = ${await world.day(40)}::date
      WHERE task_id = ${first?.id}::uuid AND organization_id = ${await world.gmina('mewia')}::uuid`);
    const absent = { id: crypto.randomUUID(), version: 1 };
    const made = await change([...tasks, absent], { kind: 'DUE_ON', dueOn: later });
    expect(outcomes(made)).toEqual(['CHANGED', 'CHANGED', 'ABSENT']);
    expect(await read(first?.id ?? '')).toMatchObject({ dueOn: later, version: 2 });
    expect(await dueDays(first?.id ?? '')).toEqual([later, await world.day(40)]);
    const told = await world.newest('task.rescheduled');
    expect(told.facts).toMatchObject({ task: second?.title, dueOn: later });
    expect(told.told.length).toBeGreaterThan(0);

    expect(await listTaskChanges(world.database, (await world.actor('secretary')).personId)).toMatchObject([
      { id: made.id },
    ]);
    const undone = await undo(made.id);
    expect(undone.undoneAt).not.toBeNull();
    expect(await read(first?.id ?? '')).toMatchObject({ dueOn: first?.dueOn });
    expect(await dueDays(first?.id ?? '')).toEqual([first?.dueOn, await world.day(40)]);
    await expectRefusal(undo(made.id), 'undo-over');
    expect(await listTaskChanges(world.database, (await world.actor('secretary')).personId)).toEqual([]);
  });

  test('what was changed since it was chosen stays, and what was changed since the change is not put back', async () => {
    const [kept, touched] = [await newTask(world, 'jantarowo'), await newTask(world, 'jantarowo')];
    await change([touched], { kind: 'PRIORITY', priority: 'HIGH' });
    const made = await change([kept, touched], { kind: 'CLOSE' });
    expect(outcomes(made)).toEqual(['CHANGED', 'CHANGED_SINCE']);
    expect((await read(touched.id)).state).toBe('OPEN');

    const both = await change(
      [await newTask(world, 'jantarowo'), await read(touched.id)].map(({ id, version }) => ({ id, version })),
      { kind: 'DUE_ON', dueOn: await world.day(20) },
    );
    const actor = await world.actor('secretary');
    await closeTask(world.unit, actor, { params: { id: touched.id }, body: { version: 3 } });
    expect(outcomes(await undo(both.id))).toEqual(['CHANGED', 'CHANGED_SINCE']);
    expect(await read(touched.id)).toMatchObject({ state: 'CLOSED', dueOn: await world.day(20) });
  });

  test('what was closed by mistake is open again with all its answers, and can be answered', async () => {
    const task = await newTask(world, 'jantarowo');
    const made = await change([task], { kind: 'CLOSE' });
    const official = await world.actor('jantarowoOfficial');
    const answer = { params: await share(world, task, 'jantarowo'), body: { answer: 'Tak.', version: 1 } };
    await expectRefusal(submitAnswer(world.unit, official, answer), 'wrong-state');
    await undo(made.id);
    expect(await read(task.id)).toMatchObject({ state: 'OPEN' });
    expect((await world.newest('task.reopened')).facts).toMatchObject({ task: task.title });
    expect(await submitAnswer(world.unit, official, answer)).toMatchObject({ state: 'SUBMITTED' });
  });

  test('a due day moves while somebody writes: nothing of the answer is lost, nor refused', async () => {
    const task = await newTask(world, 'jantarowo');
    const official = await world.actor('jantarowoOfficial');
    const params = await share(world, task, 'jantarowo');
    const written = await writeAnswer(world.unit, official, { params, body: { answer: 'Pół', version: 1 } });
    const day = await world.day(3);
    const [moved, submitted] = await Promise.all([
      change([task], { kind: 'DUE_ON', dueOn: day }),
      submitAnswer(world.unit, official, { params, body: { answer: 'Całość', version: written.version } }),
    ]);
    expect(outcomes(moved)).toEqual(['CHANGED']);
    expect(submitted.state).toBe('SUBMITTED');
    expect(await readAssignment(world.database, official, task.id, params.organizationId)).toMatchObject({
      state: 'SUBMITTED',
      answer: 'Całość',
      dueOn: day,
    });
  });

  test('are changed by the secretariat alone, to a day that is to come, each named once; undone by whoever did it', async () => {
    const task = await newTask(world, 'jantarowo');
    const seen = { id: task.id, version: task.version };
    const mayor = await world.actor('jantarowoMayor');
    const close = { kind: 'CLOSE' } as const;
    await expectRefusal(changeTasks(world.unit, mayor, { body: { tasks: [seen], change: close } }), 'forbidden');
    const past = await refusal(change([seen], { kind: 'DUE_ON', dueOn: await world.day(-1) }));
    expect(past.extras.issues).toEqual([{ in: 'body', pointer: '/change/dueOn', code: 'due_in_past' }]);
    const twice = await refusal(change([seen, seen], close));
    expect(twice.extras.issues).toEqual([{ in: 'body', pointer: '/tasks/1', code: 'duplicate' }]);
    const made = await change([seen], close);
    const colleague = await world.actor('director');
    await expectRefusal(undoTaskChange(world.unit, colleague, { params: { id: made.id } }), 'not-found');
    await world.rows(
      Prisma.sql`UPDATE task_change SET made_at = made_at - interval '11 minutes' WHERE id = ${made.id}::uuid`,
    );
    await expectRefusal(undo(made.id), 'undo-over');
  });

  test('two people change the same tasks at once: each is changed once, and neither waits for ever', async () => {
    const tasks = [await newTask(world, 'jantarowo'), await newTask(world, 'mewia'), await newTask(world, 'jantarowo')];
    const [one, other] = await Promise.all([
      change(tasks, { kind: 'PRIORITY', priority: 'HIGH' }),
      change(tasks.toReversed(), { kind: 'DUE_ON', dueOn: await world.day(12) }),
    ]);
    const all = [...outcomes(one), ...outcomes(other)];
    expect(all.filter((outcome) => outcome === 'CHANGED')).toHaveLength(3);
    expect(all.filter((outcome) => outcome === 'CHANGED_SINCE')).toHaveLength(3);
  });
});
