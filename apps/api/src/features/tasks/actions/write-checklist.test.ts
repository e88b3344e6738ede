import { beforeEach, describe, expect, test } from '@jest/globals';
import type { AssignmentView } from '@blizej/contracts';
import { expectRefusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import { people, type PersonKey } from '../../../demo/people.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { readAssignment } from '../tasks.queries.ts';
import { addStep, changeStep, removeStep } from './write-checklist.ts';

describe('A gmina’s own list of steps', () => {
  const world = useWorld();
  const share = async () => ({
    id: await world.task('Wizyta studyjna: zgłoszenie uczestników'),
    organizationId: await world.gmina('jantarowo'),
  });
  const add = async (text: string, position?: number, who: PersonKey = 'jantarowoOfficial') =>
    addStep(world.unit, await world.actor(who), {
      params: await share(),
      body: { text, ...(position !== undefined && { position }) },
    });
  const change = async (stepId: string, body: { text?: string; done?: boolean; position?: number }, who: PersonKey) =>
    changeStep(world.unit, await world.actor(who), { params: { ...(await share()), stepId }, body });
  const texts = (view: AssignmentView | undefined) => view?.checklist?.map(({ text }) => text);
  const idOf = (view: AssignmentView, text: string) => view.checklist?.find((step) => step.text === text)?.id ?? '';

  beforeEach(async () => {
    await world.rows(Prisma.sql`DELETE FROM checklist_step`);
  });

  test('is written, ticked, moved and cleared by its people', async () => {
    await add('Zapytać wydział');
    await add('Zebrać zgody');
    const view = await add('Najpierw to', 0);
    expect(texts(view)).toEqual(['Najpierw to', 'Zapytać wydział', 'Zebrać zgody']);
    const done = await change(idOf(view, 'Zebrać zgody'), { done: true }, 'jantarowoMayor');
    expect(done.checklist?.[2]).toMatchObject({ done: true, doneBy: people.jantarowoMayor.name });
    const moved = await change(idOf(view, 'Zebrać zgody'), { position: 0 }, 'jantarowoColleague');
    expect(texts(moved)).toEqual(['Zebrać zgody', 'Najpierw to', 'Zapytać wydział']);
    expect(moved.checklist?.[0]).toMatchObject({ done: true, doneBy: people.jantarowoMayor.name });
    const undone = await change(
      idOf(view, 'Zebrać zgody'),
      { done: false, text: 'Zebrać dwie zgody' },
      'jantarowoOfficial',
    );
    expect(undone.checklist?.[0]).toMatchObject({ text: 'Zebrać dwie zgody', done: false, doneBy: null });
    const params = { ...(await share()), stepId: idOf(view, 'Najpierw to') };
    const left = await removeStep(world.unit, await world.actor('jantarowoOfficial'), { params });
    expect(texts(left)).toEqual(['Zebrać dwie zgody', 'Zapytać wydział']);
    await expectRefusal(removeStep(world.unit, await world.actor('jantarowoOfficial'), { params }), 'not-found');
  });

  test('is seen by nobody else, not even the secretariat, and told to nobody', async () => {
    const before = await world.row(Prisma.sql`SELECT count(*)::int FROM event`);
    const view = await add('Zapytać wydział');
    const { id, organizationId } = await share();
    const seen = await readAssignment(world.database, await world.actor('secretary'), id, organizationId);
    expect(seen).toMatchObject({ checklist: null, abilities: { writeChecklist: false } });
    await expectRefusal(change(idOf(view, 'Zapytać wydział'), { done: true }, 'secretary'), 'forbidden');
    await expectRefusal(change(idOf(view, 'Zapytać wydział'), { done: true }, 'mewiaOfficial'), 'not-found');
    expect(await world.row(Prisma.sql`SELECT count(*)::int FROM event`)).toEqual(before);
  });

  test('has fifty steps at the most, also where several are added at once', async () => {
    for (let at = 0; at < 48; at += 1) await add(`Krok ${at}`);
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((at) => add(`Jeszcze ${at}`)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    await expectRefusal(add('Za dużo'), 'invalid');
  });
});
