import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { formField, type FormField, type TaskView } from '@blizej/contracts';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { newTask, share } from '../../../../test/tasks.ts';
import { useWorld } from '../../../../test/world.ts';
import { people } from '../../../demo/people.ts';
import { actorByEmail } from '../../accounts/index.ts';
import { Prisma } from '../../../platform/database/database.ts';
import {
  listTaskAssignments,
  readAnswers,
  readAssignment,
  readQuestionnaire,
  readReach,
  readTask,
} from '../tasks.queries.ts';
import { changeForm } from './change-form.ts';
import { closeTask } from './close-task.ts';
import { createTask } from './create-task.ts';
import { returnAnswer } from './return-answer.ts';
import { submitAnswer } from './submit-answer.ts';
import { writeAnswer } from './write-answer.ts';

const field = (kind: FormField['kind'], key: string, more: object = {}): FormField =>
  formField.parse({ kind, key, label: { pl: `Pytanie ${key}` }, ...more });
const wells = field('NUMBER', 'studnie1', { required: true, unit: 'szt.', min: 0 });
const note = field('LONG_TEXT', 'uwagi1');
const clean = field('YES_NO', 'czyste1');

describe('A task with a form', () => {
  const world = useWorld();
  const ask = async (changes: Partial<Parameters<typeof createTask>[2]['body']> = {}): Promise<TaskView> =>
    createTask(world.unit, await world.actor('secretary'), {
      body: {
        networkId: await world.network('woda'),
        title: `Spis ${crypto.randomUUID()}`,
        body: 'Wypełnijcie, proszę, formularz.',
        dueOn: await world.day(7),
        priority: 'NORMAL',
        organizationIds: [await world.gmina('jantarowo'), await world.gmina('mewia')],
        fields: [wells, note],
        ...changes,
      },
    });
  const change = async ({ id, version }: Pick<TaskView, 'id' | 'version'>, ...fields: FormField[]) =>
    changeForm(world.unit, await world.actor('secretary'), { params: { id }, body: { fields, version } });

  test('asks its questions; an answer is checked by them, each issue at its question', async () => {
    const task = await ask();
    expect(task).toMatchObject({ form: { version: 1, fields: [wells, note] }, abilities: { changeForm: true } });
    const params = await share(world, task, 'jantarowo');
    const official = await world.actor('jantarowoOfficial');
    const problem = await refusal(
      submitAnswer(world.unit, official, { params, body: { answers: { studnie1: '-2' }, formVersion: 1, version: 1 } }),
    );
    expect(problem.extras.issues).toEqual([
      { in: 'body', pointer: '/answers/studnie1', code: 'too_small', params: { minimum: 0 } },
    ]);
    const { state, answers, form } = await submitAnswer(world.unit, official, {
      params,
      body: { answers: { studnie1: '12', uwagi1: '' }, formVersion: 1, version: 1 },
    });
    expect({ state, answers, form }).toEqual({
      state: 'SUBMITTED',
      answers: { studnie1: 12 },
      form: { version: 1, fields: [wells, note] },
    });
    expect((await world.newest('assignment.submitted')).detail).toEqual({ answers: { studnie1: 12 }, formVersion: 1 });
  });

  test('is answered by its form alone, and a task without one by a text alone', async () => {
    const official = await world.actor('jantarowoOfficial');
    const asked = await share(world, await ask(), 'jantarowo');
    const plain = await newTask(world, 'jantarowo');
    const issues = async (deed: Promise<unknown>) => (await refusal(deed)).extras.issues?.map(({ pointer }) => pointer);
    const text = { answer: 'Dwie.', version: 1 };
    const form = { answers: { studnie1: 2 }, formVersion: 1, version: 1 };
    expect(await issues(submitAnswer(world.unit, official, { params: asked, body: text }))).toEqual([
      '/answers',
      '/formVersion',
    ]);
    const params = await share(world, plain, 'jantarowo');
    expect(await issues(writeAnswer(world.unit, official, { params, body: form }))).toEqual(['/answer']);
    await expectRefusal(change(plain, wells), 'wrong-state');
  });

  test('keeps a draft as it was written, and keeps it to the gmina', async () => {
    const task = await ask();
    const params = await share(world, task, 'jantarowo');
    const draft = { studnie1: 'około', uwagi1: 'Sprawdzimy', obce1: 'x' };
    const kept = await writeAnswer(world.unit, await world.actor('jantarowoOfficial'), {
      params,
      body: { answers: draft, formVersion: 1, version: 1 },
    });
    expect(kept.answers).toEqual({ studnie1: 'około', uwagi1: 'Sprawdzimy' });
    const secretary = await world.actor('secretary');
    const seen = await readAssignment(world.database, secretary, params.id, params.organizationId);
    expect(seen).toMatchObject({ state: 'IN_PROGRESS', answers: {}, leftOver: [] });
    const questionnaire = await readQuestionnaire(world.database, secretary, task.id);
    if (!questionnaire) throw new Error('The secretariat reads it.');
    const { items, totals } = await readAnswers(world.database, questionnaire, { search: 'sprawdzimy' });
    expect([items, totals.map(({ answered }) => answered)]).toEqual([[], [0, 0]]);
  });

  describe('whose questions change', () => {
    test('keeps what was handed in readable in the form that it answers', async () => {
      const task = await ask();
      const params = await share(world, task, 'jantarowo');
      const official = await world.actor('jantarowoOfficial');
      const handed = await submitAnswer(world.unit, official, {
        params,
        body: { answers: { studnie1: 3, uwagi1: 'Jedna sucha.' }, formVersion: 1, version: 1 },
      });
      const changed = await change(task, wells, clean);
      expect(changed).toMatchObject({ version: 2, form: { version: 2, fields: [wells, clean] } });
      const read = await readAssignment(world.database, official, params.id, params.organizationId);
      expect(read).toMatchObject({ answers: handed.answers, form: { version: 1 }, formChanged: true });
      const secretary = await world.actor('secretary');
      const questionnaire = await readQuestionnaire(world.database, secretary, task.id);
      if (!questionnaire) throw new Error('The secretariat reads it.');
      const { fields, current, items } = await readAnswers(world.database, questionnaire, {});
      expect(fields.map(({ key }) => key)).toEqual(['studnie1', 'czyste1', 'uwagi1']);
      expect(current).toBe(2);
      expect(items.find(({ formVersion }) => formVersion === 1)?.answers).toEqual(handed.answers);
      // Returned, it is completed in the newest form; what that asks no more is still there.
      const back = await returnAnswer(world.unit, secretary, {
        params,
        body: { reason: 'Doszło pytanie.', version: handed.version },
      });
      expect(back.answers).toEqual({});
      const mine = await readAssignment(world.database, official, params.id, params.organizationId);
      expect(mine).toMatchObject({
        form: { version: 2 },
        formChanged: true,
        answers: handed.answers,
        leftOver: [{ field: note, value: 'Jedna sucha.' }],
      });
    });

    test('tells whoever is writing, who loses nothing and goes on in the new form', async () => {
      const task = await ask();
      const params = await share(world, task, 'jantarowo');
      const official = await world.actor('jantarowoOfficial');
      const draft = { studnie1: '3', uwagi1: 'Jedna sucha.' };
      const { version } = await writeAnswer(world.unit, official, {
        params,
        body: { answers: draft, formVersion: 1, version: 1 },
      });
      await change(task, wells, clean);
      const { told } = await world.newest('task.form-changed');
      const names = told.map(({ name }) => name);
      expect(names).toContain(people.jantarowoOfficial.name);
      expect(names).not.toContain(people.mewiaOfficial.name);
      const problem = await refusal(
        submitAnswer(world.unit, official, { params, body: { answers: draft, formVersion: 1, version } }),
      );
      expect(problem.slug).toBe('form-changed');
      expect(problem.extras.current).toMatchObject({ form: { version: 2 }, answers: draft, formChanged: true });
      const kept = await writeAnswer(world.unit, official, {
        params,
        body: { answers: { ...draft, czyste1: true }, formVersion: 2, version },
      });
      expect(kept).toMatchObject({ formChanged: false, leftOver: [{ value: 'Jedna sucha.' }] });
      const handed = await submitAnswer(world.unit, official, {
        params,
        body: { answers: kept.answers, formVersion: 2, version: kept.version },
      });
      expect(handed.answers).toEqual({ studnie1: 3, czyste1: true });
    });

    test('by the secretariat, in an open task, on the version that it saw; the same questions change nothing', async () => {
      const task = await ask();
      const params = { id: task.id };
      const body = { fields: [clean], version: task.version };
      await expectRefusal(changeForm(world.unit, await world.actor('jantarowoMayor'), { params, body }), 'forbidden');
      expect(await change(task, wells, note)).toMatchObject({ version: 1, form: { version: 1 } });
      const changed = await change(task, clean);
      await expectRefusal(change(task, clean, note), 'version-conflict');
      const issues = (await refusal(change(changed, field('DATE', 'studnie1')))).extras.issues;
      expect(issues).toEqual([{ in: 'body', pointer: '/fields/0/kind', code: 'kind_fixed' }]);
      await closeTask(world.unit, await world.actor('secretary'), { params, body: { version: changed.version } });
      await expectRefusal(change({ ...task, version: changed.version + 1 }, note), 'wrong-state');
    });

    test('is never changed in the database: every version stays', async () => {
      await expect(world.rows(Prisma.raw('UPDATE task_form SET version = 9'))).rejects.toMatchObject({ code: '42501' });
      await expect(world.asOwner('DELETE FROM task_form')).rejects.toThrow(/never changed or deleted/);
    });
  });

  describe('that asks everybody', () => {
    test('of the network: those who only observe are left out', async () => {
      const { network } = await readReach(world.database, await world.network('woda'));
      const task = await ask({ audience: 'NETWORK', organizationIds: [] });
      expect(task.progress.total).toBe(network);
      await world.asOwner(`UPDATE membership SET role = 'OBSERVER' WHERE organization_id = '${await world.gmina('mewia')}'
        AND network_id = '${await world.network('woda')}' AND state = 'ACTIVE'`);
      expect((await ask({ audience: 'NETWORK', organizationIds: [] })).progress.total).toBe(network - 1);
    });

    test('of the association: a gmina outside the network sees the task, and of the answers its own alone', async () => {
      const { association } = await readReach(world.database, await world.network('woda'));
      const task = await ask({ audience: 'ASSOCIATION', organizationIds: [] });
      expect(task.progress.total).toBe(association);
      const outsider = await world.actor('bursztynowiecOfficial');
      const gmina = await world.gmina('bursztynowiec');
      expect(await readTask(world.database, outsider, task.id)).toMatchObject({ mine: [gmina] });
      const seen = await listTaskAssignments(world.database, outsider, task.id);
      expect(seen?.map(({ organization }) => organization.id)).toEqual([gmina]);
      const member = await listTaskAssignments(world.database, await world.actor('jantarowoOfficial'), task.id);
      expect(member).toHaveLength(association);
    });

    test('forty gminas that hand in in the same second are all taken in, and told of once each', async () => {
      const task = await ask({ audience: 'ASSOCIATION', organizationIds: [] });
      const officials = await world.rows<{ email: string; organizationId: string }>(Prisma.sql`
        WITH gmina AS (SELECT organization_id AS id FROM assignment WHERE task_id = ${task.id}::uuid LIMIT 40),
          person AS (INSERT INTO person (name, email) SELECT 'Urzędnik ' || id, id || '@czterdziesci.example' FROM gmina
                     RETURNING id, email)
        INSERT INTO appointment (person_id, organization_id, office, starts_on)
        SELECT person.id, gmina.id, 'OFFICIAL', '2024-01-01' FROM person JOIN gmina ON person.email = gmina.id || '@czterdziesci.example'
        RETURNING (SELECT email FROM person WHERE person.id = person_id) AS email, organization_id AS "organizationId"`);
      const actors = await Promise.all(
        officials.map(async ({ organizationId }) => ({
          organizationId,
          actor: await actorByEmail(world.database, `${organizationId}@czterdziesci.example`),
        })),
      );
      expect(actors).toHaveLength(Math.min(40, task.progress.total));
      const views = await Promise.all(
        actors.map(async ({ organizationId, actor }, index) => {
          if (!actor) throw new Error('Everybody was appointed.');
          await setTimeout((1000 / actors.length) * index);
          return submitAnswer(world.unit, actor, {
            params: { id: task.id, organizationId },
            body: { answers: { studnie1: index }, formVersion: 1, version: 1 },
          });
        }),
      );
      expect(new Set(views.map(({ state }) => state))).toEqual(new Set(['SUBMITTED']));
      const secretary = await world.actor('secretary');
      const questionnaire = await readQuestionnaire(world.database, secretary, task.id);
      if (!questionnaire) throw new Error('The secretariat reads it.');
      const { totals } = await readAnswers(world.database, questionnaire, {});
      const many = actors.length;
      expect(totals[0]).toMatchObject({ answered: many, sum: (many * (many - 1)) / 2, median: (many - 1) / 2 });
      const { count } = await world.row<{ count: number }>(Prisma.sql`
        SELECT count(*)::int AS count FROM event WHERE kind = 'assignment.submitted' AND task_id = ${task.id}::uuid`);
      expect(count).toBe(many);
    }, 30_000);
  });
});
