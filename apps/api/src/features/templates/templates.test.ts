import { beforeAll, expect, test } from '@jest/globals';
import type { Given, networkTemplatesRoutes } from '@blizej/contracts';
import { refusal } from '../../../test/refusals.ts';
import { useWorld } from '../../../test/world.ts';
import { people } from '../../demo/people.ts';
import { proposeNetwork } from '../networks/index.ts';
import { createTask } from '../tasks/index.ts';
import { Prisma } from '../../platform/database/database.ts';
import type { Actor } from '../../kernel/actor.ts';
import { addTemplate } from './actions/add-template.ts';
import { changeTemplate } from './actions/change-template.ts';
import { removeTemplate } from './actions/remove-template.ts';
import { draftTemplate, listStandardTasks, listTemplates, readTemplate } from './templates.queries.ts';

type Body = Given<typeof networkTemplatesRoutes.addTemplate>['body'];

const world = useWorld();
let secretary: Actor;
beforeAll(async () => {
  secretary = await world.actor('secretary');
});

const task = (title: string): Body['tasks'][number] => ({
  title,
  body: 'Prosimy o odpowiedź.',
  dueDays: 21,
  priority: 'HIGH',
  fields: [{ kind: 'YES_NO', key: 'a1', label: { pl: 'Czy?', en: null }, hint: null, required: true }],
});
const body = (name: string, tasks = [task('Ankieta na początek')]): Body => ({
  name,
  kind: 'PERMANENT',
  purposePl: 'Wspólna praca gmin nad jednym.',
  benefit: 'Gmina nie zaczyna od zera.',
  joinPolicy: 'OPEN',
  goals: ['SEA'],
  topics: ['plaże'],
  tasks,
});
const add = (given: Body) => addTemplate(world.unit, secretary, { body: given });
const propose = async (templateId: string, as: 'jantarowoMayor' | 'secretary' = 'jantarowoMayor') =>
  proposeNetwork(world.unit, await world.actor(as), {
    kind: 'PERMANENT',
    namePl: 'Czyste plaże',
    purposePl: 'Wspólna praca gmin nad plażami.',
    benefit: 'Czystsze plaże.',
    joinPolicy: 'OPEN',
    goals: ['SEA'],
    topics: [],
    templateId,
  });
const titles = async (network: string, as = secretary) =>
  (await listStandardTasks(world.database, as, network))?.map(({ title, written }) => [title, written]);

test('The secretariat adds a template, which the people of every member read', async () => {
  const added = await add(body('Sieć plażowa'));
  expect(added).toMatchObject({
    name: 'Sieć plażowa',
    version: 1,
    tasks: [{ dueDays: 21 }],
    abilities: { change: true },
  });
  expect((await world.newest('template.added')).facts).toEqual({ template: 'Sieć plażowa' });
  const official = await world.actor('bursztynowiecOfficial');
  expect(await readTemplate(world.database, official, added.id)).toEqual({ ...added, abilities: { change: false } });
  expect((await listTemplates(world.database, official, {})).items.map(({ name }) => name)).toEqual([
    'Sieć plażowa',
    'Sieć tematyczna',
    'Zespół zadaniowy',
  ]);
  const outsider = { ...official, offices: [] };
  expect((await listTemplates(world.database, outsider, {})).items).toEqual([]);
  expect(await readTemplate(world.database, outsider, added.id)).toBeUndefined();
});

test('No two templates have one name, not even where two people save at once', async () => {
  const outcomes = await Promise.allSettled([add(body('Sieć portowa')), add(body('SIEC PORTOWA'))]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await refusal(add(body('sieć portowa')))).extras.issues).toMatchObject([
    { pointer: '/name', code: 'name_taken' },
  ]);
});

test('A network that was proposed by a template is offered its tasks, as they were then', async () => {
  const template = await add(body('Sieć wydmowa', [task('Ankieta'), task('Plan')]));
  const network = await propose(template.id);
  const changed = await changeTemplate(world.unit, secretary, {
    params: { id: template.id },
    body: { ...body('Sieć wydmowa', [task('Zupełnie co innego')]), version: 1 },
  });
  expect(changed).toMatchObject({ version: 2, tasks: [{ title: 'Zupełnie co innego' }] });
  expect(await titles(network.id)).toEqual([
    ['Ankieta', false],
    ['Plan', false],
  ]);
  // They are there for whoever writes tasks, and for whoever sees the network.
  expect(await titles(network.id, await world.actor('jantarowoMayor'))).toEqual([]);
  expect(await titles(network.id, await world.actor('mewiaOfficial'))).toBeUndefined();
});

test('A standard task that was written is said to be', async () => {
  const networkId = await world.network('turystyka');
  const [first] = (await titles(networkId)) ?? [];
  await createTask(world.unit, secretary, {
    body: {
      networkId,
      title: String(first?.[0]).toUpperCase(),
      body: 'Prosimy o odpowiedź.',
      dueOn: '2099-01-01',
      priority: 'NORMAL',
      audience: 'NETWORK',
      organizationIds: [],
    },
  });
  expect((await titles(networkId))?.map(([, written]) => written)).toEqual([true, false, false]);
});

test('A template that is no more proposes nothing, and says so; what it has proposed stays', async () => {
  const template = await add(body('Sieć ulotna'));
  const network = await propose(template.id);
  const removal = { params: { id: template.id }, body: { version: 1 } };
  const changing = changeTemplate(world.unit, secretary, {
    params: removal.params,
    body: { ...body('Sieć ulotna'), version: 1 },
  });
  await changing;
  expect(await refusal(removeTemplate(world.unit, secretary, removal))).toMatchObject({
    slug: 'version-conflict',
    extras: { current: { version: 2 }, by: people.secretary.name },
  });
  await removeTemplate(world.unit, secretary, { ...removal, body: { version: 2 } });
  expect((await world.newest('template.removed')).facts).toEqual({ template: 'Sieć ulotna' });
  expect((await refusal(propose(template.id))).extras.issues).toMatchObject([
    { pointer: '/templateId', code: 'no_such_template' },
  ]);
  expect(await titles(network.id)).toEqual([['Ankieta na początek', false]]);
});

test('A network gives a template: its description and its newest tasks with the time that they gave', async () => {
  const networkId = await world.network('woda');
  const draft = await draftTemplate(world.database, secretary, networkId);
  expect(draft).toMatchObject({
    name: 'Retencja i ponowne użycie wody',
    kind: 'PERMANENT',
    topics: ['woda', 'retencja'],
  });
  const [written] = await world.rows<{ count: number }>(
    Prisma.sql`SELECT count(DISTINCT lower(title))::int AS count FROM task WHERE network_id = ${networkId}::uuid`,
  );
  expect(draft?.tasks).toHaveLength(written?.count ?? 0);
  expect(draft?.tasks.every(({ dueDays }) => dueDays >= 1 && dueDays <= 365)).toBe(true);
  expect(draft?.tasks.some(({ fields }) => fields !== null)).toBe(true);
  if (!draft) throw new Error('There is no draft.');
  const { purpose, ...rest } = draft;
  const added = await add({ ...rest, purposePl: purpose.pl, purposeEn: purpose.en ?? undefined });
  expect(added.tasks).toEqual(draft.tasks);
  expect(await draftTemplate(world.database, await world.actor('jantarowoMayor'), networkId)).toBeUndefined();
});
