import { beforeAll, describe, expect, test } from '@jest/globals';
import { measurementsAtMost, type InitiativeView } from '@blizej/contracts';
import { actorWith } from '../../../test/actors.ts';
import { refusal } from '../../../test/refusals.ts';
import { useWorld } from '../../../test/world.ts';
import { people, type GminaKey, type PersonKey } from '../../demo/people.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma } from '../../platform/database/database.ts';
import { followInitiative } from './actions/follow-initiative.ts';
import { addIndicator, measure, removeIndicator } from './actions/measure-initiative.ts';
import { changeLevel, moveInitiative } from './actions/move-initiative.ts';
import { assessRisks, planMilestones } from './actions/plan-initiative.ts';
import { proposeInitiative } from './actions/propose-initiative.ts';
import { changeLeadPartner, confirmPart, declarePart, withdrawPart } from './actions/take-part.ts';
import { listInitiatives, readInitiative } from './initiatives.queries.ts';

const world = useWorld();
let official: Actor;
beforeAll(async () => {
  official = await world.actor('jantarowoOfficial');
});

const reason = 'Tak uzgodniły gminy.';
const propose = (titlePl = `Inicjatywa ${crypto.randomUUID()}`): Promise<InitiativeView> =>
  proposeInitiative(world.unit, official, {
    body: {
      titlePl,
      summaryPl: 'Jedno rozwiązanie dla kilku gmin.',
      benefit: 'Mniej kosztów.',
      level: 'LOCAL',
      goals: ['SEA'],
      topics: ['woda'],
    },
  });
const declare = async (id: string, by: PersonKey, role: 'LEAD_PARTNER' | 'PARTNER' = 'PARTNER') =>
  declarePart(world.unit, await world.actor(by), {
    params: { id },
    body: { organizationId: await world.gmina(people[by].organization as GminaKey), role, part: 'Wkład własny.' },
  });
const confirm = async (id: string, by: PersonKey) =>
  confirmPart(world.unit, await world.actor(by), {
    params: { id, organizationId: await world.gmina(people[by].organization as GminaKey) },
  });
const led = async () => {
  const { id } = await propose();
  await declare(id, 'jantarowoOfficial', 'LEAD_PARTNER');
  return confirm(id, 'jantarowoMayor');
};
const move = (initiative: InitiativeView, stage: InitiativeView['stage'], as = official) =>
  moveInitiative(world.unit, as, {
    params: { id: initiative.id },
    body: { stage, reason, version: initiative.version },
  });

describe('The way of an initiative', () => {
  test('from an idea to its end: each step with who, for whom and why', async () => {
    let initiative = await led();
    for (const stage of [
      'PREPARATION',
      'APPLIED',
      'PREPARATION',
      'APPLIED',
      'FUNDED',
      'RUNNING',
      'COMPLETED',
    ] as const) {
      expect(initiative.abilities.moveTo).toContain(stage);
      initiative = await move(initiative, stage);
    }
    expect(initiative.moves[0]).toMatchObject({
      stage: 'COMPLETED',
      reason,
      by: people.jantarowoOfficial.name,
      organization: 'Jantarowo',
    });
    expect(initiative.moves).toHaveLength(7);
    expect(initiative.abilities).toMatchObject({ change: false, moveTo: [], declareFor: [] });
    const problem = await refusal(move(initiative, 'ABANDONED'));
    expect([problem.slug, problem.extras.state]).toEqual(['wrong-state', 'COMPLETED']);
    await expect(
      world.rows(Prisma.sql`UPDATE initiative SET title_pl = 'x' WHERE id = ${initiative.id}::uuid`),
    ).rejects.toThrow('has ended');
  });

  test('no application without a lead partner who stands by it', async () => {
    const { id } = await propose();
    const prepared = await move(await declare(id, 'jantarowoOfficial', 'LEAD_PARTNER'), 'PREPARATION');
    expect(prepared.abilities.moveTo).toEqual(['ABANDONED']);
    expect((await refusal(move(prepared, 'APPLIED'))).slug).toBe('lead-partner-missing');
  });

  test('no end with open milestones; one that is reached is told, once', async () => {
    let initiative = await led();
    for (const stage of ['PREPARATION', 'APPLIED', 'FUNDED', 'RUNNING'] as const)
      initiative = await move(initiative, stage);
    const plan = (
      milestones: { id?: string; titlePl: string; titleEn?: string; dueOn: string; reachedOn?: string }[],
    ) =>
      planMilestones(world.unit, official, {
        params: { id: initiative.id },
        body: { milestones, version: initiative.version },
      });
    initiative = await plan([{ titlePl: 'Odbiór', dueOn: '2099-01-01' }]);
    expect((await refusal(move(initiative, 'COMPLETED'))).slug).toBe('milestones-open');
    const [milestone] = initiative.milestones;
    const reachedOn = await world.day(0);
    const tomorrow = await world.day(1);
    const known = { ...(milestone && { id: milestone.id }), titlePl: 'Odbiór', dueOn: '2099-01-01' };
    expect((await refusal(plan([{ ...known, reachedOn: tomorrow }]))).extras.issues).toMatchObject([
      { pointer: '/milestones/0/reachedOn', code: 'in_future' },
    ]);
    initiative = await plan([{ ...known, reachedOn }]);
    expect(initiative.milestones).toMatchObject([{ id: milestone?.id, reachedOn, late: false }]);
    expect((await world.newest('initiative.milestone-reached')).facts).toMatchObject({
      milestone: { pl: 'Odbiór', en: null },
    });
    const before = await world.rows(Prisma.sql`SELECT FROM event WHERE kind = 'initiative.milestone-reached'`);
    initiative = await plan([{ ...known, titlePl: 'Odbiór końcowy', reachedOn }]);
    expect(await world.rows(Prisma.sql`SELECT FROM event WHERE kind = 'initiative.milestone-reached'`)).toHaveLength(
      before.length,
    );
    expect((await move(initiative, 'COMPLETED')).stage).toBe('COMPLETED');
  });

  test('two at once: one moves it, the other is shown what has become of it', async () => {
    const initiative = await led();
    const outcomes = await Promise.allSettled([move(initiative, 'PREPARATION'), move(initiative, 'ABANDONED')]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('the ladder: how far it reaches, with the reason', async () => {
    const initiative = await led();
    const higher = await changeLevel(world.unit, official, {
      params: { id: initiative.id },
      body: { level: 'REGIONAL', reason, version: initiative.version },
    });
    expect(higher).toMatchObject({ level: 'REGIONAL', moves: [{ stage: null, level: 'REGIONAL', reason }] });
  });
});

describe('Taking part', () => {
  test('is declared by who works for the gmina, confirmed by who decides for it, and told to all concerned', async () => {
    const { id } = await led();
    const declared = await declare(id, 'mewiaOfficial');
    expect(declared.parts).toEqual({ confirmed: 1, all: 2 });
    const asked = await world.newest('initiative.part-declared');
    expect(asked.told).toContainEqual({ name: people.mewiaMayor.name, reason: 'DECIDE' });
    expect(asked.told).toContainEqual({ name: people.jantarowoMayor.name, reason: 'INFORMED' });
    expect((await refusal(confirm(id, 'mewiaOfficial'))).slug).toBe('forbidden');
    const confirmed = await confirm(id, 'mewiaMayor');
    const mewia = await world.gmina('mewia');
    expect(confirmed.participants.find(({ organization }) => organization.id === mewia)).toMatchObject({
      state: 'CONFIRMED',
      declaredBy: { name: people.mewiaOfficial.name },
      confirmedBy: { name: people.mewiaMayor.name },
    });
    expect((await refusal(confirm(id, 'mewiaMayor'))).slug).toBe('wrong-state');
    expect((await refusal(declare(id, 'mewiaOfficial'))).slug).toBe('part-exists');
  });

  test('one leads, also where two want to at the same moment', async () => {
    const { id } = await propose();
    const outcomes = await Promise.allSettled([
      declare(id, 'jantarowoOfficial', 'LEAD_PARTNER'),
      declare(id, 'mewiaOfficial', 'LEAD_PARTNER'),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await refusal(declare(id, 'wydmyOfficial', 'LEAD_PARTNER'))).slug).toBe('lead-partner-exists');
  });

  test('a lead that is only declared carries nothing; whoever carries the initiative turns it down, with the reason', async () => {
    const { id } = await propose();
    const declared = await declare(id, 'mewiaOfficial', 'LEAD_PARTNER');
    const declarer = await world.actor('mewiaOfficial');
    expect(declared).toMatchObject({ lead: { name: 'Mewia Zatoka' }, abilities: { change: false, moveTo: [] } });
    expect((await refusal(move(declared, 'ABANDONED', declarer))).slug).toBe('forbidden');
    const mewia = await world.gmina('mewia');
    const turnDown = (version: number, as = official) =>
      withdrawPart(world.unit, as, { params: { id, organizationId: mewia }, body: { reason, version } });
    const withdrawable = async () =>
      (await readInitiative(world.database, official, id))?.participants[0]?.abilities.withdraw;
    expect(await withdrawable()).toBe(true);
    const { version } = declared;
    expect((await refusal(turnDown(version, declarer))).slug).toBe('forbidden');
    expect((await refusal(turnDown(version, await world.actor('wydmyMayor')))).slug).toBe('forbidden');
    expect(await turnDown(version)).toMatchObject({ lead: null, parts: { confirmed: 0, all: 0 } });
    const { facts, told } = await world.newest('initiative.part-withdrawn');
    expect(facts).toMatchObject({ organization: 'Mewia Zatoka', reason });
    expect(told.map(({ name }) => name)).toContain(people.mewiaMayor.name);
    // What is confirmed is the gmina's own to withdraw.
    await declare(id, 'mewiaOfficial');
    const confirmed = await confirm(id, 'mewiaMayor');
    expect(await withdrawable()).toBe(false);
    expect((await refusal(turnDown(confirmed.version))).slug).toBe('forbidden');
  });

  test('lets a gmina in to what is worked on once it is confirmed; its proposer is in from the beginning', async () => {
    const { id, abilities } = await propose();
    expect(abilities.readWork).toBe(true);
    expect((await declare(id, 'mewiaOfficial')).abilities.readWork).toBe(false);
    expect((await confirm(id, 'mewiaMayor')).abilities.readWork).toBe(true);
  });

  test('a lead partner that withdraws leaves it standing still until another leads; all are told why', async () => {
    const { id } = await led();
    await declare(id, 'mewiaOfficial');
    let initiative = await move(await confirm(id, 'mewiaMayor'), 'PREPARATION');
    const jantarowo = await world.gmina('jantarowo');
    const mewia = await world.gmina('mewia');
    initiative = await withdrawPart(world.unit, await world.actor('jantarowoMayor'), {
      params: { id, organizationId: jantarowo },
      body: { reason: 'Rada nie dała środków.', version: initiative.version },
    });
    expect(initiative).toMatchObject({ lead: null, parts: { confirmed: 1, all: 1 } });
    const { facts, told } = await world.newest('initiative.part-withdrawn');
    expect(facts).toMatchObject({ organization: 'Jantarowo', reason: 'Rada nie dała środków.' });
    expect(told.map(({ name }) => name)).toEqual(
      expect.arrayContaining([people.mewiaMayor.name, people.secretary.name]),
    );
    const secretary = await world.actor('secretary');
    expect((await refusal(move(initiative, 'APPLIED', secretary))).slug).toBe('lead-partner-missing');
    const moved = await changeLeadPartner(world.unit, secretary, {
      params: { id, organizationId: mewia },
      body: { version: initiative.version },
    });
    expect(moved.lead?.id).toBe(mewia);
    // It may come back, as a partner.
    expect((await declare(id, 'jantarowoOfficial')).parts).toEqual({ confirmed: 1, all: 2 });
  });

  test('a gmina that is no member of the association takes no part', async () => {
    const { id } = await propose();
    const [gmina] = await world.rows<{ id: string }>(
      Prisma.sql`SELECT organization_id AS id FROM municipality WHERE status IS DISTINCT FROM 'MEMBER' LIMIT 1`,
    );
    const declaring = declarePart(world.unit, official, {
      params: { id },
      body: { organizationId: gmina?.id ?? '', role: 'PARTNER', part: 'Wkład własny.' },
    });
    expect((await refusal(declaring)).extras.issues).toMatchObject([
      { pointer: '/organizationId', code: 'unknown_organization' },
    ]);
  });
});

describe('Results', () => {
  test('an indicator is measured with evidence; what was measured stays; those who follow are told', async () => {
    const { id, version } = await led();
    const follower = await world.actor('sosnowyOfficial');
    await followInitiative(world.unit, follower, { params: { id }, body: { following: true } });
    const added = await addIndicator(world.unit, official, {
      params: { id },
      body: { namePl: 'Miejsca postoju', unit: 'szt.', baseline: 2, target: 12.5, border: true, version },
    });
    const indicatorId = added.indicators[0]?.id ?? '';
    const params = { id, indicatorId };
    const measured = await measure(world.unit, official, {
      params,
      body: { value: 7.25, measuredOn: await world.day(0), evidence: 'Protokół odbioru.' },
    });
    expect(measured.indicators).toMatchObject([
      { baseline: 2, target: 12.5, border: true, measurements: [{ value: 7.25, evidence: 'Protokół odbioru.' }] },
    ]);
    expect((await world.newest('initiative.measured')).told).toContainEqual({
      name: people.sosnowyOfficial.name,
      reason: 'INFORMED',
    });
    expect((await refusal(removeIndicator(world.unit, official, { params }))).slug).toBe('indicator-measured');
    await expect(world.rows(Prisma.sql`UPDATE measurement SET value = 100`)).rejects.toThrow('never changed');
    // Another initiative's indicator is none of this one.
    const other = await led();
    const wrong = measure(world.unit, official, {
      params: { id: other.id, indicatorId },
      body: { value: 1, measuredOn: await world.day(0), evidence: 'Nie ten.' },
    });
    expect((await refusal(wrong)).slug).toBe('not-found');
  });

  test('an indicator is measured so many times and no more', async () => {
    const { id, version } = await led();
    const { indicators } = await addIndicator(world.unit, official, {
      params: { id },
      body: { namePl: 'Kładki', unit: 'szt.', baseline: 0, target: 5, border: false, version },
    });
    const indicatorId = indicators[0]?.id ?? '';
    const again = async () =>
      measure(world.unit, official, {
        params: { id, indicatorId },
        body: { value: 1, measuredOn: await world.day(0), evidence: 'Protokół.' },
      });
    await world.rows(Prisma.sql`
      INSERT INTO measurement (indicator_id, value, measured_on, evidence, person_id)
      SELECT ${indicatorId}::uuid, 1, portal_today(), 'Protokół.', ${official.personId}::uuid
      FROM generate_series(1, ${measurementsAtMost - 1}::int)`);
    await again();
    expect((await refusal(again())).slug).toBe('too-many');
  });

  test('risks are written as a whole, the gravest first', async () => {
    const { id, version } = await led();
    const risk = (text: string, likelihood: number, impact: number) => ({
      text,
      likelihood,
      impact,
      response: 'Plan B.',
    });
    const { risks } = await assessRisks(world.unit, official, {
      params: { id },
      body: { risks: [risk('Mały', 1, 1), risk('Duży', 3, 3)], version },
    });
    expect(risks.map(({ text }) => text)).toEqual(['Duży', 'Mały']);
  });
});

test('A guest sees an initiative as long as the guest’s organization takes part, and no other', async () => {
  const { id } = await led();
  const organizationId = await world.gmina('mewia');
  const guest = { ...actorWith(['PARTNER_CONTACT', organizationId]), personId: crypto.randomUUID() };
  expect(await readInitiative(world.database, guest, id)).toBeUndefined();
  const declared = await declare(id, 'mewiaOfficial');
  expect(await readInitiative(world.database, guest, id)).toMatchObject({ id, abilities: { change: false } });
  expect((await listInitiatives(world.database, guest, {})).items.map((one) => one.id)).toContain(id);
  await withdrawPart(world.unit, await world.actor('mewiaMayor'), {
    params: { id, organizationId },
    body: { reason, version: declared.version },
  });
  expect(await readInitiative(world.database, guest, id)).toBeUndefined();
});

test('The list is searched without marks, and narrowed by stage, topic, part and following', async () => {
  const { id, title } = await propose('Ścieżka Żeglarzy');
  const ids = async (query: Parameters<typeof listInitiatives>[2], as = official) =>
    (await listInitiatives(world.database, as, query)).items.map((one) => one.id);
  expect(await ids({ search: 'sciezka zegl' })).toEqual([id]);
  expect(await ids({ search: title.pl, stage: 'IDEA', level: 'LOCAL', goal: 'SEA', topic: 'woda' })).toEqual([id]);
  expect(await ids({ search: title.pl, stage: 'RUNNING' })).toEqual([]);
  expect(await ids({ search: title.pl, mine: true })).toEqual([]);
  // Who proposes it follows it.
  expect(await ids({ search: title.pl, following: true })).toEqual([id]);
  expect(await ids({ search: title.pl, following: true }, await world.actor('mewiaOfficial'))).toEqual([]);
});
