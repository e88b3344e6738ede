import { beforeAll, describe, expect, test } from '@jest/globals';
import { decisionsAtMost, type InitiativeView } from '@blizej/contracts';
import { actorWith } from '../../../test/actors.ts';
import { expectRefusal, refusal } from '../../../test/refusals.ts';
import { useWorld } from '../../../test/world.ts';
import { people, type GminaKey, type PersonKey } from '../../demo/people.ts';
import { leavings } from '../../leavings.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma } from '../../platform/database/database.ts';
import { listNotifications } from '../activity/activity.queries.ts';
import { leaveAssociation } from '../organizations/actions/leave-association.ts';
import { changeInitiative } from './actions/change-initiative.ts';
import { followInitiative } from './actions/follow-initiative.ts';
import { addIndicator, measure } from './actions/measure-initiative.ts';
import { moveInitiative } from './actions/move-initiative.ts';
import { planMilestones } from './actions/plan-initiative.ts';
import { proposeInitiative } from './actions/propose-initiative.ts';
import { publishCard } from './actions/publish-card.ts';
import { recordDecision } from './actions/record-decision.ts';
import { removeFilter, saveFilter } from './actions/save-filter.ts';
import { changeLeadPartner, confirmPart, declarePart } from './actions/take-part.ts';
import { listCards, readPublicCard } from './cards.queries.ts';
import { listInitiatives, listTimeline, readInitiative } from './initiatives.queries.ts';
import { listSavedFilters } from './saved-filters.queries.ts';

const world = useWorld();
let official: Actor;
beforeAll(async () => {
  official = await world.actor('jantarowoOfficial');
});

const described = {
  summaryPl: 'Jedno rozwiązanie dla kilku gmin.',
  benefit: 'Mniej kosztów.',
  goals: ['SEA'] as ['SEA'],
  topics: [],
};
const english = { titleEn: 'Initiative', summaryEn: 'One solution for several gminas.' };
const propose = (more: object = {}, titlePl = `Inicjatywa ${crypto.randomUUID()}`): Promise<InitiativeView> =>
  proposeInitiative(world.unit, official, { body: { ...described, titlePl, level: 'LOCAL', ...more } });
const takePart = async (id: string, by: PersonKey, mayor: PersonKey | null, role: 'LEAD_PARTNER' | 'PARTNER') => {
  const organizationId = await world.gmina(people[by].organization as GminaKey);
  const body = { organizationId, role, part: 'Wkład własny.' };
  const declared = await declarePart(world.unit, await world.actor(by), { params: { id }, body });
  return mayor === null
    ? declared
    : confirmPart(world.unit, await world.actor(mayor), { params: { id, organizationId } });
};
const led = async (more: object = {}) => {
  const { id } = await propose(more);
  return takePart(id, 'jantarowoOfficial', 'jantarowoMayor', 'LEAD_PARTNER');
};

describe('A decision', () => {
  const decision = {
    title: 'Wspólny przetarg',
    text: 'Przetarg ogłasza partner wiodący.',
    decidedBy: 'Spotkanie uczestników',
    reason: 'Niższa cena.',
  };
  const decide = async (id: string, more: object = {}, as = official) =>
    recordDecision(world.unit, as, { params: { id }, body: { ...decision, decidedOn: await world.day(-1), ...more } });

  test('stands as it was recorded, is told to all concerned, and a later one comes in its place, once', async () => {
    const { id } = await led();
    await takePart(id, 'mewiaOfficial', null, 'PARTNER');
    const resolution = await world.row<{ id: string; number: string }>(
      Prisma.sql`SELECT id, number FROM resolution ORDER BY id LIMIT 1`,
    );
    const [first] = (await decide(id, { resolutionId: resolution.id })).decisions;
    expect(first).toMatchObject({
      ...decision,
      resolution,
      supersededById: null,
      recordedBy: people.jantarowoOfficial.name,
      organization: 'Jantarowo',
    });
    const { facts, told } = await world.newest('initiative.decided');
    expect(facts).toMatchObject({ decision: decision.title });
    expect(told).toContainEqual({ name: people.mewiaMayor.name, reason: 'INFORMED' });
    await expect(
      world.rows(Prisma.sql`UPDATE initiative_decision SET text = 'x' WHERE id = ${first?.id ?? ''}::uuid`),
    ).rejects.toThrow('permission denied');
    await expect(world.asOwner(`DELETE FROM initiative_decision WHERE id = '${first?.id}'`)).rejects.toThrow(
      'never changed',
    );
    const later = await decide(id, { title: 'Osobne przetargi', supersedesId: first?.id });
    const [second] = later.decisions;
    expect(later.decisions.find((one) => one.id === first?.id)?.supersededById).toBe(second?.id);
    const again = await refusal(decide(id, { supersedesId: first?.id }));
    expect(again.extras.issues).toMatchObject([{ pointer: '/supersedesId', code: 'already_superseded' }]);
  });

  test('is refused of a day to come, by an unknown resolution, and in the place of another initiative’s', async () => {
    const { id } = await led();
    const other = (await decide((await led()).id)).decisions[0]?.id;
    const problem = await refusal(
      decide(id, { decidedOn: await world.day(1), resolutionId: crypto.randomUUID(), supersedesId: other }),
    );
    expect(problem.extras.issues).toMatchObject([
      { pointer: '/decidedOn', code: 'in_future' },
      { pointer: '/resolutionId', code: 'unknown_resolution' },
      { pointer: '/supersedesId', code: 'unknown_decision' },
    ]);
    await expectRefusal(decide(id, {}, await world.actor('mewiaOfficial')), 'forbidden');
  });
});

test('So many decisions of an initiative are on record, and no more', async () => {
  const { id } = await led();
  const decide = async () =>
    recordDecision(world.unit, official, {
      params: { id },
      body: {
        title: 'Termin',
        text: 'Zaczynamy w maju.',
        decidedBy: 'Spotkanie',
        decidedOn: await world.day(-1),
        reason: 'Pogoda.',
      },
    });
  await world.rows(Prisma.sql`
    INSERT INTO initiative_decision (initiative_id, title, text, decided_by, decided_on, reason, person_id, organization_id)
    SELECT ${id}::uuid, 'Termin', 'W maju.', 'Spotkanie', portal_today(), 'Pogoda.', ${official.personId}::uuid,
           ${await world.gmina('jantarowo')}::uuid
    FROM generate_series(1, ${decisionsAtMost - 1}::int)`);
  await decide();
  await expectRefusal(decide(), 'too-many');
});

test('A result is told upstream: to those who take part, the proposer, followers and the network, once each', async () => {
  const { id, version } = await led({ networkId: await world.network('woda') });
  await takePart(id, 'mewiaOfficial', 'mewiaMayor', 'PARTNER');
  await followInitiative(world.unit, await world.actor('sosnowyOfficial'), {
    params: { id },
    body: { following: true },
  });
  await followInitiative(world.unit, await world.actor('mewiaOfficial'), { params: { id }, body: { following: true } });
  const member = await world.row<{ name: string }>(Prisma.sql`
    SELECT min(person.name) AS name FROM membership JOIN appointment USING (organization_id)
    JOIN person ON person.id = appointment.person_id AND person.active
    WHERE network_id = ${await world.network('woda')}::uuid AND membership.state = 'ACTIVE' AND office = 'EXECUTIVE'
      AND organization_id NOT IN (${await world.gmina('jantarowo')}::uuid, ${await world.gmina('mewia')}::uuid)`);
  const current = await readInitiative(world.database, official, id);
  const { indicators } = await addIndicator(world.unit, official, {
    params: { id },
    body: {
      namePl: 'Miejsca',
      unit: 'szt.',
      baseline: 0,
      target: 3,
      border: false,
      version: current?.version ?? version,
    },
  });
  await measure(world.unit, official, {
    params: { id, indicatorId: indicators[0]?.id ?? '' },
    body: { value: 1, measuredOn: await world.day(0), evidence: 'Protokół.' },
  });
  const { told } = await world.newest('initiative.measured');
  const names = told.map(({ name }) => name);
  for (const name of [people.mewiaMayor.name, people.sosnowyOfficial.name, people.jantarowoMayor.name, member.name])
    expect(names).toContain(name);
  expect(names).toHaveLength(new Set(names).size);
  expect(names).not.toContain(people.jantarowoOfficial.name);
});

test('A guest is told what happens where the guest’s organization takes part', async () => {
  const [partner] = await world.rows<{ id: string; person: string }>(Prisma.sql`
    WITH partner AS (INSERT INTO organization (kind, name, fictional) VALUES ('PARTNER', 'Gość zza morza', true) RETURNING id),
         person AS (INSERT INTO person (name, email) VALUES ('Gerda Gast', 'gerda@gast.example') RETURNING id),
         office AS (INSERT INTO appointment (person_id, organization_id, office, starts_on)
                    SELECT person.id, partner.id, 'PARTNER_CONTACT', '2024-01-01' FROM person, partner)
    SELECT partner.id, person.id AS person FROM partner, person`);
  const guest = { ...actorWith(['PARTNER_CONTACT', partner?.id ?? '']), personId: partner?.person ?? '' };
  const { id } = await led();
  await declarePart(world.unit, await world.actor('secretary'), {
    params: { id },
    body: { organizationId: partner?.id ?? '', role: 'ASSOCIATED', part: 'Doradztwo.' },
  });
  const { version } = (await readInitiative(world.database, official, id)) as InitiativeView;
  await planMilestones(world.unit, official, {
    params: { id },
    body: { milestones: [{ titlePl: 'Umowa', dueOn: await world.day(0), reachedOn: await world.day(0) }], version },
  });
  expect((await world.newest('initiative.milestone-reached')).told).toContainEqual({
    name: 'Gerda Gast',
    reason: 'INFORMED',
  });
  const { items } = await listNotifications(world.database, guest, {});
  expect(items.map(({ event }) => event.kind)).toContain('initiative.milestone-reached');
});

describe('The public card', () => {
  const publish = (id: string, published: boolean, as = official) =>
    publishCard(world.unit, as, { params: { id }, body: { published } });

  test('is published on purpose, in both languages, names no person, and is withdrawn the same way', async () => {
    const bare = await led();
    expect((await refusal(publish(bare.id, true))).slug).toBe('english-missing');
    const { id, version } = await led(english);
    await expectRefusal(publish(id, true, await world.actor('mewiaMayor')), 'forbidden');
    expect(await readPublicCard(world.database, id)).toBeUndefined();
    expect((await publish(id, true)).published).toBe(true);
    await publish(id, true);
    const card = await readPublicCard(world.database, id);
    expect(card).toMatchObject({
      title: { en: english.titleEn },
      lead: 'Jantarowo',
      participants: [{ name: 'Jantarowo', role: 'LEAD_PARTNER' }],
    });
    const whole = JSON.stringify(card);
    for (const inner of [people.jantarowoOfficial.name, people.jantarowoMayor.name, described.benefit, 'Wkład'])
      expect(whole).not.toContain(inner);
    expect((await listCards(world.database, undefined)).items.map((one) => one.id)).toContain(id);
    // As long as it is published, its English is not taken away.
    const seen = await readInitiative(world.database, official, id);
    const change = changeInitiative(world.unit, official, {
      params: { id },
      body: { ...described, titlePl: 'Bez angielskiego', version: seen?.version ?? version },
    });
    expect((await refusal(change)).extras.issues).toMatchObject([
      { pointer: '/titleEn', code: 'required' },
      { pointer: '/summaryEn', code: 'required' },
    ]);
    expect((await publish(id, false)).published).toBe(false);
    expect(await readPublicCard(world.database, id)).toBeUndefined();
  });

  test('of what has ended still shows what was reached', async () => {
    const { id, version } = await led(english);
    await moveInitiative(world.unit, official, {
      params: { id },
      body: { stage: 'ABANDONED', reason: 'Nie ma środków.', version },
    });
    expect((await publish(id, true)).abilities).toMatchObject({ change: false, publish: true });
    expect(await readPublicCard(world.database, id)).toMatchObject({ stage: 'ABANDONED' });
  });
});

describe('A gmina that has left the association', () => {
  test('keeps its part, but neither confirms nor leads; all concerned are told', async () => {
    const secretary = await world.actor('secretary');
    const wydmy = await world.gmina('wydmy');
    const mewia = await world.gmina('mewia');
    const initiative = await propose();
    const { id } = initiative;
    await takePart(id, 'wydmyOfficial', 'wydmyMayor', 'LEAD_PARTNER');
    await takePart(id, 'mewiaOfficial', 'mewiaMayor', 'PARTNER');
    await world.rows(Prisma.sql`UPDATE membership SET state = 'LEFT', ended_at = now()
      WHERE organization_id = ${wydmy}::uuid AND state IN ('REQUESTED', 'CONFIRMED', 'ACTIVE')`);
    await world.rows(Prisma.sql`UPDATE task SET state = 'CLOSED', closed_at = now() WHERE id IN (
      SELECT task_id FROM assignment WHERE organization_id = ${wydmy}::uuid)`);
    await leaveAssociation(world.unit, secretary, leavings, {
      params: { id: wydmy },
      body: {
        resolution: {
          number: 'XXII/9/2026',
          adoptedOn: await world.day(-2),
          title: 'w sprawie wystąpienia',
        },
        memberUntil: await world.day(0),
      },
    });
    const { told } = await world.newest('initiative.member-left');
    expect(told.map(({ name }) => name)).toEqual(
      expect.arrayContaining([people.mewiaMayor.name, people.jantarowoMayor.name, people.director.name]),
    );
    const seen = await readInitiative(world.database, official, id);
    expect(seen?.participants.find(({ organization }) => organization.id === wydmy)).toMatchObject({
      role: 'LEAD_PARTNER',
      state: 'CONFIRMED',
      former: true,
      abilities: { confirm: false, lead: false },
    });
    // Its people carry it no more: until another leads, the proposer does.
    const former = await world.actor('wydmyOfficial');
    expect((await readInitiative(world.database, former, id))?.abilities.change).toBe(false);
    expect(seen?.abilities.change).toBe(true);
    const move = (stage: 'PREPARATION' | 'APPLIED', version: number) =>
      moveInitiative(world.unit, official, { params: { id }, body: { stage, reason: 'Dalej.', version } });
    const { version } = await move('PREPARATION', seen?.version ?? 1);
    await expectRefusal(move('APPLIED', version), 'lead-partner-missing');
    const lead = (organizationId: string) =>
      changeLeadPartner(world.unit, secretary, { params: { id, organizationId }, body: { version } });
    expect((await lead(mewia)).lead?.id).toBe(mewia);
    const again = await readInitiative(world.database, secretary, id);
    await expectRefusal(
      changeLeadPartner(world.unit, secretary, {
        params: { id, organizationId: wydmy },
        body: { version: again?.version ?? 1 },
      }),
      'no-longer-member',
    );
  });
});

describe('Named filters', () => {
  test('are one’s own, found by name, replaced under the same name, and forgotten', async () => {
    const save = (name: string, filters: object) => saveFilter(world.unit, official, { body: { name, filters } });
    await save('Nasze', { mine: true });
    const { id } = await save('Nasze', { mine: true, stage: 'RUNNING' });
    await save('Morze', { goal: 'SEA' });
    expect(await listSavedFilters(world.database, official)).toMatchObject([
      { name: 'Morze', filters: { goal: 'SEA' } },
      { id, name: 'Nasze', filters: { mine: true, stage: 'RUNNING' } },
    ]);
    const other = await world.actor('mewiaOfficial');
    expect(await listSavedFilters(world.database, other)).toEqual([]);
    await expectRefusal(removeFilter(world.unit, other, { params: { id } }), 'not-found');
    await removeFilter(world.unit, official, { params: { id } });
    for (let count = 1; count < 20; count += 1) await save(`Filtr ${count}`, {});
    expect((await refusal(save('Jeszcze jeden', {}))).slug).toBe('too-many');
  });
});

test('The picture of time shows what has a term or milestones, what begins first first; nothing abandoned', async () => {
  const plain = await propose();
  const early = await propose({ startsOn: '2020-01-01', endsOn: '2021-01-01' });
  const late = await led({ startsOn: '2098-01-01' });
  await planMilestones(world.unit, official, {
    params: { id: late.id },
    body: { milestones: [{ titlePl: 'Odbiór', titleEn: 'Acceptance', dueOn: '2099-01-01' }], version: late.version },
  });
  const { items, more } = await listTimeline(world.database, official, {});
  const ids = items.map(({ id }) => id);
  expect(more).toBe(false);
  expect(ids[0]).toBe(early.id);
  expect(ids.at(-1)).toBe(late.id);
  expect(ids).not.toContain(plain.id);
  expect(items.at(-1)?.milestones).toMatchObject([{ title: { pl: 'Odbiór', en: 'Acceptance' }, late: false }]);
  const mine = await listTimeline(world.database, official, { mine: true });
  expect(mine.items.map(({ id }) => id)).toContain(late.id);
  expect(mine.items.map(({ id }) => id)).not.toContain(early.id);
});

test('A card on the board knows where it may go', async () => {
  const { id, title } = await led();
  const moves = async (as: Actor) =>
    (await listInitiatives(world.database, as, { search: title.pl })).items.find((one) => one.id === id)?.abilities
      .moveTo;
  expect(await moves(official)).toEqual(['PREPARATION', 'ABANDONED']);
  expect(await moves(await world.actor('mewiaOfficial'))).toEqual([]);
});
