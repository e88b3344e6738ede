import { beforeAll, describe, expect, test } from '@jest/globals';
import type { IdeaView } from '@blizej/contracts';
import { actorWith } from '../../../test/actors.ts';
import { refusal } from '../../../test/refusals.ts';
import { useWorld } from '../../../test/world.ts';
import { people, type PersonKey } from '../../demo/people.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma } from '../../platform/database/database.ts';
import { readInitiative } from '../initiatives/initiatives.queries.ts';
import { readTask } from '../tasks/tasks.queries.ts';
import { makeInitiativeOfIdea, makeTaskOfIdea } from './actions/accept-idea.ts';
import { listNotifications } from '../activity/activity.queries.ts';
import { changeIdea } from './actions/change-idea.ts';
import { declineIdea, putIdeaOff } from './actions/answer-idea.ts';
import { followIdea } from './actions/follow-idea.ts';
import { mergeIdea } from './actions/merge-idea.ts';
import { submitIdea } from './actions/submit-idea.ts';
import { supportIdea } from './actions/support-idea.ts';
import { withdrawIdea } from './actions/withdraw-idea.ts';
import { listIdeas, listOrigins, readIdea } from './ideas.queries.ts';
import { watchIdeas } from './watch-ideas.job.ts';

const world = useWorld();
let author: Actor;
let secretary: Actor;
beforeAll(async () => {
  author = await world.actor('jantarowoOfficial');
  secretary = await world.actor('secretary');
});

const reason = 'Tak zdecydowano po rozmowie z gminami.';
const submit = async (
  by: PersonKey = 'jantarowoOfficial',
  audience: 'GMINA' | 'MEMBERS' = 'MEMBERS',
  title = `Pomysł ${crypto.randomUUID()}`,
) =>
  submitIdea(world.unit, await world.actor(by), {
    body: {
      title,
      body: 'Zróbmy to razem, będzie taniej.',
      benefit: 'Mieszkańcom.',
      goals: ['SOCIETY'],
      topics: ['woda'],
      audience,
    },
  });
const decline = ({ id, version }: IdeaView, as = secretary) =>
  declineIdea(world.unit, as, { params: { id }, body: { reason, version } });
const putOff = ({ id, version }: IdeaView, revisitOn: string) =>
  putIdeaOff(world.unit, secretary, { params: { id }, body: { reason, version, revisitOn } });
const merge = ({ id, version }: IdeaView, into: { id: string }) =>
  mergeIdea(world.unit, secretary, { params: { id }, body: { reason, version, intoId: into.id } });
const makeInitiative = ({ id, version, title }: IdeaView, over: { startsOn?: string; endsOn?: string } = {}) =>
  makeInitiativeOfIdea(world.unit, secretary, {
    params: { id },
    body: {
      titlePl: title,
      summaryPl: 'Jedno rozwiązanie dla kilku gmin.',
      benefit: 'Mniej kosztów.',
      level: 'LOCAL',
      goals: ['SEA'],
      topics: [],
      proposer: 'GMINA',
      reason,
      version,
      ...over,
    },
  });
const support = async (id: string, by: PersonKey, supported = true) =>
  supportIdea(world.unit, await world.actor(by), { params: { id }, body: { supported } });
const see = (as: Actor, { id }: { id: string }) => readIdea(world.database, as, id);
const names = (idea: IdeaView) => idea.supporters.map(({ organization }) => organization.name);
const issues = async (deed: Promise<unknown>) => (await refusal(deed)).extras.issues;

describe('An idea that is handed in', () => {
  test('waits two weeks for its answer; the secretariat and the gmina’s liaison officer know of it', async () => {
    const idea = await submit();
    expect(idea).toMatchObject({
      state: 'SUBMITTED',
      organization: { name: 'Jantarowo' },
      author: { name: people.jantarowoOfficial.name },
      dueOn: await world.day(14),
      late: false,
      following: true,
      abilities: { answer: false, support: false, change: true, withdraw: true },
    });
    const { told, detail } = await world.newest('idea.submitted');
    expect(detail).toMatchObject({ body: 'Zróbmy to razem, będzie taniej.' });
    expect(told.map(({ name }) => name).toSorted()).toEqual(
      [people.jantarowoCoordinator.name, people.director.name, people.secretary.name].toSorted(),
    );
    expect(told).toContainEqual({ name: people.secretary.name, reason: 'DECIDE' });
    expect(told).toContainEqual({ name: people.jantarowoCoordinator.name, reason: 'INFORMED' });
    expect(await see(await world.actor('wydmyOfficial'), idea)).toMatchObject({ abilities: { support: true } });
  });

  test('and kept to its gmina is seen there and by the secretariat, by nobody else', async () => {
    const idea = await submit('jantarowoOfficial', 'GMINA');
    expect(await see(await world.actor('jantarowoMayor'), idea)).toMatchObject({ audience: 'GMINA' });
    expect(await see(secretary, idea)).toMatchObject({ abilities: { answer: true } });
    expect(await see(await world.actor('wydmyOfficial'), idea)).toBeUndefined();
    expect((await refusal(support(idea.id, 'wydmyOfficial'))).slug).toBe('not-found');
    const guest = { ...actorWith(['PARTNER_CONTACT', 'abroad']), personId: crypto.randomUUID() };
    expect(await see(guest, await submit())).toBeUndefined();
    expect((await listIdeas(world.database, guest, {})).items).toEqual([]);
  });

  test('is worded anew by its author alone, as it was seen, and before an answer, which stays due on its day', async () => {
    const idea = await submit();
    await support(idea.id, 'mewiaOfficial');
    const change = (as: Actor, { id, version }: Pick<IdeaView, 'id' | 'version'>, title = 'Boje dla całej zatoki') =>
      changeIdea(world.unit, as, {
        params: { id },
        body: {
          title,
          body: 'Kupmy boje razem.',
          benefit: 'Kąpiącym się.',
          goals: ['SEA'],
          topics: ['morze'],
          version,
        },
      });
    expect((await refusal(change(await world.actor('jantarowoMayor'), idea))).slug).toBe('forbidden');
    await world.asOwner(`UPDATE idea SET due_on = due_on - 3 WHERE id = '${idea.id}'`);
    const changed = await change(author, idea);
    expect(changed).toMatchObject({
      title: 'Boje dla całej zatoki',
      state: 'SUBMITTED',
      audience: idea.audience,
      dueOn: await world.day(11),
      topics: ['morze'],
    });
    const { facts, told, detail } = await world.newest('idea.changed');
    expect(facts).toMatchObject({ idea: 'Boje dla całej zatoki', ideaId: idea.id });
    expect(detail).toMatchObject({ body: 'Kupmy boje razem.' });
    expect(told.map(({ name }) => name)).toEqual(
      expect.arrayContaining([people.secretary.name, people.jantarowoCoordinator.name]),
    );
    const conflict = await refusal(change(author, idea, 'Boje po raz trzeci'));
    expect(conflict.slug).toBe('version-conflict');
    expect(conflict.extras.current).toMatchObject({ title: 'Boje dla całej zatoki', version: changed.version });
    expect(await decline(changed)).toMatchObject({ state: 'DECLINED', abilities: { change: false } });
    const answered = { id: idea.id, version: changed.version + 1 };
    expect((await refusal(change(author, answered))).slug).toBe('wrong-state');
  });

  test('tells of its answer in the inbox of whoever follows it, of another gmina too', async () => {
    const follower = await world.actor('wydmyOfficial');
    const idea = await submit();
    await followIdea(world.unit, follower, { params: { id: idea.id }, body: { following: true } });
    await decline(idea);
    const { items } = await listNotifications(world.database, follower, {});
    expect(items[0]?.event).toMatchObject({ kind: 'idea.declined', facts: { ideaId: idea.id } });
  });

  test('is taken back by its author alone, and before an answer', async () => {
    const idea = await submit();
    const withdraw = (as: Actor, { id, version }: IdeaView) =>
      withdrawIdea(world.unit, as, { params: { id }, body: { version } });
    expect((await refusal(withdraw(await world.actor('jantarowoMayor'), idea))).slug).toBe('forbidden');
    expect(await withdraw(author, idea)).toMatchObject({ state: 'WITHDRAWN', abilities: { withdraw: false } });
    const answered = await submit();
    await decline(answered);
    const problem = await refusal(withdraw(author, answered));
    expect([problem.slug, problem.extras.state]).toEqual(['wrong-state', 'DECLINED']);
  });
});

describe('Other gminas', () => {
  test('say “we too” once each, however many of their people do, and take it back', async () => {
    const { id } = await submit();
    await Promise.all([support(id, 'mewiaOfficial'), support(id, 'mewiaMayor'), support(id, 'wydmyOfficial')]);
    expect((await see(author, { id }))?.supports).toBe(2);
    expect((await world.newest('idea.supported')).told.map(({ name }) => name)).toEqual([
      people.jantarowoOfficial.name,
    ]);
    expect(names(await support(id, 'mewiaMayor', false))).toEqual(['Wydmy Wielkie']);
    expect((await refusal(support(id, 'jantarowoMayor'))).slug).toBe('forbidden');
  });

  test('support nothing that has ended', async () => {
    const idea = await submit();
    await decline(idea);
    expect((await refusal(support(idea.id, 'mewiaOfficial'))).slug).toBe('wrong-state');
  });
});

describe('An answer', () => {
  test('is the secretariat’s, with a reason that the author, the liaison officer and the followers read', async () => {
    const idea = await submit();
    await followIdea(world.unit, await world.actor('wydmyOfficial'), {
      params: { id: idea.id },
      body: { following: true },
    });
    expect((await refusal(decline(idea, author))).slug).toBe('forbidden');
    const answered = await decline(idea);
    expect(answered).toMatchObject({
      state: 'DECLINED',
      answers: [{ kind: 'DECLINED', reason, by: { name: people.secretary.name } }],
      abilities: { answer: false },
    });
    const { facts, told } = await world.newest('idea.declined');
    expect(facts).toEqual({ idea: idea.title, ideaId: idea.id, reason });
    expect(told.map(({ name }) => name).toSorted()).toEqual(
      [people.jantarowoCoordinator.name, people.jantarowoOfficial.name, people.wydmyOfficial.name].toSorted(),
    );
  });

  test('counts once: of two at the same time one is refused', async () => {
    const idea = await submit();
    const outcomes = await Promise.allSettled([decline(idea), makeInitiative(idea)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [refused] = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({ slug: 'wrong-state' });
    const later = await submit();
    const day = await world.day(30);
    const twice = await Promise.allSettled([putOff(later, day), putOff(later, day)]);
    expect(twice.find((outcome) => outcome.status === 'rejected')?.reason).toMatchObject({ slug: 'version-conflict' });
  });

  test('stays as it was given, whoever asks the database', async () => {
    const idea = await decline(await submit());
    const { id } = idea;
    await expect(world.asOwner(`UPDATE idea_answer SET reason = 'x' WHERE idea_id = '${id}'`)).rejects.toThrow(
      'never changed',
    );
    await expect(world.rows(Prisma.sql`UPDATE idea SET state = 'SUBMITTED' WHERE id = ${id}::uuid`)).rejects.toThrow(
      'has its answer',
    );
  });

  test('may put it off to a day to come; then it waits anew, with two weeks more', async () => {
    const idea = await submit();
    expect(await issues(putOff(idea, await world.day(0)))).toMatchObject([
      { pointer: '/revisitOn', code: 'not_ahead' },
    ]);
    const later = await putOff(idea, await world.day(1));
    expect(later).toMatchObject({ state: 'LATER', revisitOn: await world.day(1), abilities: { answer: true } });
    await watchIdeas(world.unit);
    expect(await see(secretary, idea)).toMatchObject({ state: 'LATER' });
    await watchIdeas(world.unit.at(new Date(Date.now() + 86_400_000)));
    const again = await see(secretary, idea);
    expect(again).toMatchObject({ state: 'SUBMITTED', revisitOn: null, dueOn: await world.day(15) });
    expect((await world.newest('idea.waits-again')).told).toContainEqual({
      name: people.secretary.name,
      reason: 'DECIDE',
    });
    expect((await see(secretary, idea))?.answers).toHaveLength(1);
  });
});

describe('An idea that goes on in another', () => {
  test('brings those who support and follow it along; both pages show it', async () => {
    const source = await submit('jantarowoOfficial');
    const target = await submit('mewiaOfficial');
    await support(source.id, 'wydmyOfficial');
    await support(source.id, 'mewiaMayor');
    const merged = await merge(source, target);
    expect(merged).toMatchObject({ state: 'MERGED', mergedInto: { id: target.id, title: target.title } });
    const now = await see(secretary, target);
    expect(now?.merged).toMatchObject([{ id: source.id, organization: { name: 'Jantarowo' } }]);
    // Its own gmina wants it now too; the target's need not say so.
    expect(now && names(now)).toEqual(['Jantarowo', 'Wydmy Wielkie']);
    expect(await see(author, target)).toMatchObject({ following: true });
  });

  test('whose other one went on itself comes to where that is now, and no circle is made', async () => {
    const [first, second, third] = [await submit(), await submit('mewiaOfficial'), await submit('wydmyOfficial')];
    await merge(first, second);
    await merge(second, third);
    expect((await see(secretary, first))?.mergedInto?.id).toBe(third.id);
    const fourth = await submit('foczyOfficial');
    expect((await merge(fourth, first)).mergedInto?.id).toBe(third.id);
    expect((await see(secretary, third))?.merged).toHaveLength(3);
    expect(await issues(merge(third, first))).toMatchObject([{ pointer: '/intoId', code: 'merged_into_itself' }]);
  });

  test('is never one of two that merge into each other at once', async () => {
    const [one, other] = [await submit(), await submit('mewiaOfficial')];
    const outcomes = await Promise.allSettled([merge(one, other), merge(other, one)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('does not go into itself, into a withdrawn one, nor where its own people could not follow', async () => {
    const idea = await submit();
    const gone = await submit('mewiaOfficial');
    await withdrawIdea(world.unit, await world.actor('mewiaOfficial'), {
      params: { id: gone.id },
      body: { version: gone.version },
    });
    const kept = await submit('mewiaOfficial', 'GMINA');
    for (const [into, code] of [
      [idea, 'merged_into_itself'],
      [gone, 'idea_not_open'],
      [kept, 'idea_kept'],
      [{ id: crypto.randomUUID() }, 'unknown_idea'],
    ] as const) {
      expect(await issues(merge(idea, into))).toMatchObject([{ pointer: '/intoId', code }]);
    }
    const offered = await listIdeas(world.database, secretary, { mergeable: idea.id });
    const ids = offered.items.map(({ id }) => id);
    expect([idea, gone, kept].filter(({ id }) => ids.includes(id))).toEqual([]);
    await expect(
      world.rows(Prisma.sql`
        UPDATE idea SET state = 'MERGED', merged_into_id = ${gone.id}::uuid WHERE id = ${idea.id}::uuid`),
    ).rejects.toThrow('does not go on');
  });

  test('and was kept to its gmina shows there to its own people alone', async () => {
    const kept = await submit('jantarowoOfficial', 'GMINA');
    const target = await submit('mewiaOfficial');
    await merge(kept, target);
    expect((await see(author, target))?.merged).toHaveLength(1);
    expect(await see(await world.actor('wydmyOfficial'), target)).toMatchObject({ merged: [], supporters: [] });
  });
});

describe('An accepted idea', () => {
  test('becomes an initiative of its gmina, whose results reach its author and followers', async () => {
    const idea = await submit();
    await followIdea(world.unit, await world.actor('wydmyOfficial'), {
      params: { id: idea.id },
      body: { following: true },
    });
    const accepted = await makeInitiative(idea);
    expect(accepted).toMatchObject({ state: 'INITIATIVE', initiative: { title: { pl: idea.title } } });
    const initiativeId = accepted.initiative?.id ?? '';
    const initiative = await readInitiative(world.database, author, initiativeId);
    expect(initiative).toMatchObject({ proposedBy: { name: 'Jantarowo' }, following: true, followers: 3 });
    expect((await world.newest('initiative.proposed')).facts).toMatchObject({ initiativeId });
    // Who comes later comes to the initiative too.
    const another = await submit('foczyOfficial');
    await merge(another, idea);
    const latecomer = await world.actor('foczyOfficial');
    expect(await readInitiative(world.database, latecomer, initiativeId)).toMatchObject({ following: true });
    const { items } = await listOrigins(world.database, latecomer, { initiativeId });
    expect(items.map(({ id, author: { name } }) => [id, name])).toEqual([
      [idea.id, people.jantarowoOfficial.name],
      [another.id, people.foczyOfficial.name],
    ]);
  });

  test('that breaks a rule of initiatives stays as it was', async () => {
    const idea = await submit();
    const days = { startsOn: '2027-02-02', endsOn: '2027-02-01' };
    expect(await issues(makeInitiative(idea, days))).toMatchObject([{ pointer: '/endsOn' }]);
    expect(await see(secretary, idea)).toMatchObject({ state: 'SUBMITTED', answers: [] });
  });

  test('becomes a task of an active network; whoever does not see the task learns no more than that', async () => {
    const idea = await submit('bursztynowiecOfficial');
    const body = {
      networkId: await world.network('woda'),
      title: 'Zadanie z pomysłu',
      body: 'Prosimy o odpowiedź.',
      dueOn: await world.day(20),
      priority: 'NORMAL' as const,
      organizationIds: [await world.gmina('jantarowo')],
      reason,
      version: idea.version,
    };
    const params = { id: idea.id };
    const proposed = { ...body, networkId: await world.network('odpornosc') };
    expect((await refusal(makeTaskOfIdea(world.unit, secretary, { params, body: proposed }))).slug).toBe('wrong-state');
    const accepted = await makeTaskOfIdea(world.unit, secretary, { params, body });
    expect(accepted).toMatchObject({ state: 'TASK', task: { title: 'Zadanie z pomysłu' } });
    const taskId = accepted.task?.id ?? '';
    expect(await readTask(world.database, author, taskId)).toMatchObject({ title: 'Zadanie z pomysłu' });
    expect((await listOrigins(world.database, author, { taskId })).items).toMatchObject([{ id: idea.id }]);
    const outsider = await world.actor('bursztynowiecOfficial');
    expect(await see(outsider, idea)).toMatchObject({ state: 'TASK', task: null });
  });
});

test('The secretariat is reminded four days ahead, one day ahead and once it is late, once each', async () => {
  const { id } = await submit();
  const told = async () =>
    (
      await world.rows<{ kind: string }>(Prisma.sql`
        SELECT kind FROM event WHERE facts ->> 'ideaId' = ${id} AND kind LIKE 'idea.answer-%' ORDER BY event.id`)
    ).map(({ kind }) => kind);
  const onDay = (days: number) => watchIdeas(world.unit.at(new Date(Date.now() + days * 86_400_000)));
  await onDay(9);
  expect(await told()).toEqual([]);
  await Promise.all([onDay(10), onDay(10), onDay(10)]);
  await onDay(12);
  expect(await told()).toEqual(['idea.answer-due']);
  await onDay(13);
  await onDay(14);
  expect(await told()).toHaveLength(2);
  await onDay(15);
  await onDay(16);
  expect(await told()).toEqual(['idea.answer-due', 'idea.answer-due', 'idea.answer-late']);
  expect((await world.newest('idea.answer-late')).told).toContainEqual({
    name: people.secretary.name,
    reason: 'DECIDE',
  });
});

test('The list is searched without marks, and narrowed by state, goal, own gmina, following and lateness', async () => {
  const { id, title } = await submit('jantarowoOfficial', 'MEMBERS', 'Żaglówki dla Szkół');
  const ids = async (query: Parameters<typeof listIdeas>[2], as = author) =>
    (await listIdeas(world.database, as, query)).items.map((one) => one.id);
  expect(await ids({ search: 'zaglowki dla szkol' })).toEqual([id]);
  expect(await ids({ search: title, state: 'SUBMITTED', goal: 'SOCIETY', mine: true, following: true })).toEqual([id]);
  expect(await ids({ search: title, goal: 'SEA' })).toEqual([]);
  expect(await ids({ search: title, mine: true }, await world.actor('mewiaOfficial'))).toEqual([]);
  expect(await ids({ search: title, late: true })).toEqual([]);
  await world.rows(Prisma.sql`UPDATE idea SET due_on = portal_today() - 1 WHERE id = ${id}::uuid`);
  expect(await ids({ search: title, late: true })).toEqual([id]);
  const { waiting, late } = await listIdeas(world.database, author, {});
  // The demo has a late one already.
  expect([late, waiting > late]).toEqual([2, true]);
});
