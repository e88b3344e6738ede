import { beforeAll, describe, expect, test } from '@jest/globals';
import type { TaskView } from '@blizej/contracts';
import { people, type GminaKey, type PersonKey } from '../../demo/people.ts';
import { digestParts } from '../../digest.ts';
import { newTask, share } from '../../../test/tasks.ts';
import { usePortal } from '../../../test/world.ts';
import { Prisma } from '../../platform/database/database.ts';
import { writeDigests } from '../activity/index.ts';
import { submitAnswer } from './actions/submit-answer.ts';
import { takeAssignment } from './actions/take-assignment.ts';

describe('The letter of the day', () => {
  const portal = usePortal();
  const { world } = portal;

  // The demo has late answers of its own; here they are out of the way.
  beforeAll(() => world.asOwner(`UPDATE assignment SET state = 'ACCEPTED', answer = 'x', submitted_at = now()`));

  /** A task of gminas, written long ago, whose due day is so many days from today. */
  const dueIn = async (days: number, ...gminas: GminaKey[]) => {
    const task = await newTask(world, ...gminas);
    await world.asOwner(`
      UPDATE task SET created_at = now() - interval '60 days', due_on = portal_today() + ${days} WHERE id = '${task.id}';
      UPDATE assignment SET due_on = portal_today() + ${days} WHERE task_id = '${task.id}'`);
    await world.letters();
    return task;
  };

  const settle = (...tasks: TaskView[]) =>
    world.asOwner(`UPDATE assignment SET state = 'ACCEPTED', answer = 'x', submitted_at = now()
      WHERE task_id IN (${tasks.map(({ id }) => `'${id}'`).join()})`);

  /** What the morning brings, by whom it is for. */
  const morning = async (): Promise<Record<string, { subject: string; text: string }>> => {
    await writeDigests(world.unit, digestParts);
    const letters = await world.letters();
    expect(new Set(letters.map(({ to }) => to)).size).toBe(letters.length);
    return Object.fromEntries(letters.map(({ to, subject, text }) => [to, { subject, text }]));
  };

  /** As if it were another day: letters and reminders lie so much further back. */
  const pass = (days: number) =>
    world.asOwner(`
      UPDATE digest SET day = day - ${days};
      UPDATE reminder SET reminded_on = reminded_on - ${days}`);

  const emailsOf = (...keys: PersonKey[]): string[] => keys.map((key) => people[key].email).toSorted();

  test('reminds whoever may answer, says why it came and how to stop it, and comes once', async () => {
    const task = await dueIn(7, 'jantarowo');
    const letters = await morning();
    expect(Object.keys(letters).toSorted()).toEqual(
      emailsOf('jantarowoOfficial', 'jantarowoColleague', 'jantarowoCoordinator'),
    );
    const { subject, text } = letters[people.jantarowoOfficial.email] ?? { subject: '', text: '' };
    expect(subject).toBe(`termin za 7 dni: ${task.title} (Jantarowo)`);
    expect(text).toContain(`/app/zadania/${task.id}`);
    expect(text).toContain('/app/profil');
    expect(await morning()).toEqual({});
    await pass(1);
    expect(await morning()).toEqual({});
    await settle(task);
  });

  test('has everything in one: what is due and what is late, for the keeper alone', async () => {
    const late = await dueIn(-1, 'mewia');
    const today = await dueIn(0, 'mewia');
    const official = await world.actor('mewiaOfficial');
    for (const task of [late, today]) {
      await takeAssignment(world.unit, official, { params: await share(world, task, 'mewia') });
    }
    await world.letters();
    const letters = await morning();
    expect(Object.keys(letters)).toEqual([people.mewiaOfficial.email]);
    const { subject, text } = letters[people.mewiaOfficial.email] ?? { subject: '', text: '' };
    expect(subject).toBe('2 sprawy czekają na odpowiedź');
    expect(text).toContain(`1 dzień po terminie: ${late.title}`);
    expect(text).toContain(`termin dzisiaj: ${today.title}`);
    await settle(late, today);
  });

  test('leaves out what was answered before it went, and is not sent when it is empty', async () => {
    const task = await dueIn(2, 'wydmy');
    await writeDigests(world.unit, digestParts);
    await submitAnswer(world.unit, await world.actor('wydmyOfficial'), {
      params: await share(world, task, 'wydmy'),
      body: { answer: 'Już jest.', version: 1 },
    });
    const letters = (await world.letters()).filter(({ subject }) => subject.startsWith('termin'));
    expect(letters).toEqual([]);
  });

  test('of what stays late the liaison officer is told, then the mayor; the log says so', async () => {
    const task = await dueIn(-3, 'latarnikowo', 'sosnowy');
    await takeAssignment(world.unit, await world.actor('latarnikowoOfficial'), {
      params: await share(world, task, 'latarnikowo'),
    });
    await world.letters();
    const third = await morning();
    // Sosnowy Brzeg has no liaison officer: the mayor is told at once.
    expect(Object.keys(third).toSorted()).toEqual(
      emailsOf('latarnikowoOfficial', 'latarnikowoCoordinator', 'sosnowyOfficial', 'sosnowyMayor'),
    );
    expect(third[people.latarnikowoCoordinator.email]?.subject).toBe(
      `3 dni po terminie, nikt jeszcze nie odpowiedział: ${task.title} (Latarnikowo)`,
    );
    expect(await world.newest('assignment.escalated')).toMatchObject({
      actor: null,
      facts: { task: task.title },
      told: [{ reason: 'INFORMED' }],
    });
    await pass(4);
    await world.asOwner(`UPDATE assignment SET due_on = due_on - 4 WHERE task_id = '${task.id}';
      UPDATE reminder SET due_on = due_on - 4 WHERE assignment_id IN (SELECT id FROM assignment WHERE task_id = '${task.id}')`);
    const seventh = await morning();
    expect(Object.keys(seventh).toSorted()).toEqual(emailsOf('latarnikowoMayor', 'sosnowyMayor'));
    await pass(1);
    await world.asOwner(`UPDATE assignment SET due_on = due_on - 1 WHERE task_id = '${task.id}';
      UPDATE reminder SET due_on = due_on - 1 WHERE assignment_id IN (SELECT id FROM assignment WHERE task_id = '${task.id}')`);
    const eighth = await morning();
    expect(Object.keys(eighth).toSorted()).toEqual(emailsOf('latarnikowoOfficial', 'sosnowyOfficial'));
    await settle(task);
  });

  test('does not go to whoever does not want it, whose inbox still says it', async () => {
    await world.asOwner(`UPDATE person SET mail_reminders = false WHERE email = '${people.mewiaOfficial.email}'`);
    const task = await dueIn(-3, 'mewia');
    const letters = await morning();
    expect(Object.keys(letters)).toEqual([people.mewiaMayor.email]);
    await settle(task);
  });

  test('brings the news to those who want it, once, and not what they have read', async () => {
    await pass(1);
    await world.asOwner(`UPDATE notification SET read_at = now();
      UPDATE person SET mail_informed = true WHERE email IN ('${people.jantarowoMayor.email}', '${people.mewiaMayor.email}')`);
    for (const gmina of ['jantarowo', 'mewia'] as const) {
      const task = await newTask(world, gmina);
      await submitAnswer(world.unit, await world.actor(`${gmina}Official`), {
        params: await share(world, task, gmina),
        body: { answer: 'Tak.', version: 1 },
      });
    }
    await (
      await portal.as('mewiaMayor')
    )
      .post('/api/notifications/read')
      .send({ upTo: 'ffffffff-ffff-7fff-bfff-ffffffffffff' });
    // The request and the decision go out at once, the news does not.
    const atOnce = (await world.letters()).filter(({ to }) => to === people.jantarowoMayor.email);
    expect(atOnce.every(({ subject }) => subject.startsWith('Prośba: '))).toBe(true);
    const letters = await morning();
    expect(Object.keys(letters)).toEqual([people.jantarowoMayor.email]);
    expect(letters[people.jantarowoMayor.email]?.text).toContain('Co się wydarzyło');
    await pass(1);
    expect(await morning()).toEqual({});
  });

  test('is one, whoever begins it at once', async () => {
    const task = await dueIn(0, 'wydmy');
    await Promise.all([1, 2, 3].map(() => writeDigests(world.unit, digestParts)));
    const letters = (await world.letters()).filter(({ to }) => to === people.wydmyOfficial.email);
    expect(letters.map(({ subject }) => subject)).toEqual([`termin dzisiaj: ${task.title} (Wydmy Wielkie)`]);
    const noted = await world.rows(Prisma.sql`
      SELECT kind FROM reminder JOIN person ON person.id = person_id
      WHERE email = ${people.wydmyOfficial.email} AND kind = 'DUE_DAY'`);
    expect(noted).toHaveLength(1);
  });
});
