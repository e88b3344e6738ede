import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CallView } from '@blizej/contracts';
import { refusal } from '../../../test/refusals.ts';
import { useWorld } from '../../../test/world.ts';
import { people } from '../../demo/people.ts';
import type { Actor } from '../../kernel/actor.ts';
import { daysAfter } from '../../kernel/moments.ts';
import { Prisma } from '../../platform/database/database.ts';
import { proposeInitiative } from '../initiatives/index.ts';
import { announceCall } from './actions/announce-call.ts';
import { cancelCall, changeCall, followCall, moveDeadline } from './actions/change-call.ts';
import { chooseCall, leaveCall } from './actions/choose-call.ts';
import { importCalls, previewCalls } from './actions/import-calls.ts';
import { addProgramme, changeProgramme, followProgramme } from './actions/keep-programme.ts';
import { addCouncilSessions, removeCouncilSession } from './actions/plan-sessions.ts';
import { changeNeed, stateNeed, withdrawNeed } from './actions/state-need.ts';
import { listCalls, listProgrammes, readCall } from './calls.queries.ts';
import { listCallMatches, listInitiativeCalls, readPlan } from './matches.queries.ts';
import { listCouncilSessions, listNeeds } from './needs.queries.ts';
import { remindOfCalls } from './remind-of-calls.job.ts';

const world = useWorld();
let secretary: Actor;
let official: Actor;
let programmeId: string;
beforeAll(async () => {
  secretary = await world.actor('secretary');
  official = await world.actor('jantarowoOfficial');
  ({ id: programmeId } = await world.row<{ id: string }>(
    Prisma.sql`SELECT id FROM programme WHERE short_name = 'Interreg SB'`,
  ));
});

const reason = 'Operator wydłużył nabór.';
const at = async (days: number) => `${await world.day(days)}T11:00:00.000Z`;
const described = async () => ({
  titlePl: `Nabór ${crypto.randomUUID()}`,
  opensOn: await world.day(-1),
  currency: 'EUR' as const,
  applicants: ['MUNICIPALITY' as const],
  territory: [],
  topics: ['parkingi'],
  goals: ['SEA' as const],
  signingDays: 7,
});
const announce = async (over: object = {}): Promise<CallView> =>
  announceCall(world.unit, secretary, {
    body: { ...(await described()), programmeId, closesAt: await at(90), ...over },
  });
const named = (told: readonly { name: string }[]) => told.map(({ name }) => name);

describe('A call', () => {
  test('that is new is told to who follows its programme, needs its topics, or follows an initiative of them', async () => {
    const mayor = await world.actor('wydmyMayor');
    await stateNeed(world.unit, mayor, {
      body: {
        title: 'Parking',
        why: 'Latem nie ma gdzie stanąć.',
        topics: ['parkingi'],
        goals: ['SOCIETY'],
        year: 2027,
        border: false,
      },
    });
    const follower = await world.actor('foczyOfficial');
    await followProgramme(world.unit, follower, { params: { id: programmeId }, body: { following: true } });
    const proposer = await world.actor('sosnowyOfficial');
    await proposeInitiative(world.unit, proposer, {
      body: {
        titlePl: 'Parkingi za wydmą',
        summaryPl: 'Wspólne parkingi.',
        benefit: 'Mniej aut.',
        level: 'LOCAL',
        goals: ['SOCIETY'],
        topics: ['parkingi'],
      },
    });
    const call = await announce();
    expect(call).toMatchObject({ state: 'OPEN', moves: [], abilities: { change: true } });
    const { told, facts } = await world.newest('call.announced');
    expect(facts).toMatchObject({ callId: call.id, until: await world.day(90) });
    expect(named(told)).toEqual(
      expect.arrayContaining([people.wydmyMayor.name, people.foczyOfficial.name, people.sosnowyOfficial.name]),
    );
    expect(named(told)).not.toContain(people.mewiaMayor.name);
  });

  test('has a known programme, its days in order, and amounts that fit', async () => {
    const problem = await refusal(
      announce({
        programmeId: crypto.randomUUID(),
        minimum: 2,
        maximum: 1,
        firstStageAt: await at(91),
        closesAt: await at(-2),
      }),
    );
    expect(problem.extras.issues?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/programmeId', 'unknown_programme'],
      ['/minimum', 'minimum_above_maximum'],
      ['/firstStageAt', 'not_before_close'],
      ['/closesAt', 'closes_before_opens'],
    ]);
  });

  test('whose deadline moves keeps the old day in view, and all who follow it or apply in it are told why', async () => {
    const call = await announce();
    await followCall(world.unit, official, { params: { id: call.id }, body: { following: true } });
    const mayor = await world.actor('latarnikowoMayor');
    const { id: initiativeId } = await world.row<{ id: string }>(
      Prisma.sql`SELECT id FROM initiative WHERE title_pl = 'Szlak latarni dla rowerów'`,
    );
    await chooseCall(world.unit, mayor, { params: { id: initiativeId, callId: call.id }, body: {} });
    const moved = await moveDeadline(world.unit, secretary, {
      params: { id: call.id },
      body: { closesAt: await at(100), reason, version: call.version },
    });
    expect(moved).toMatchObject({
      closesAt: await at(100),
      chosenBy: [{ id: initiativeId }],
      moves: [{ formerClosesAt: await at(90), closesAt: await at(100), reason }],
    });
    const { told, facts } = await world.newest('call.deadline-moved');
    expect(facts).toMatchObject({ former: await world.day(90), until: await world.day(100), reason });
    expect(named(told)).toEqual(
      expect.arrayContaining([
        people.jantarowoOfficial.name,
        people.latarnikowoOfficial.name,
        people.latarnikowoMayor.name,
      ]),
    );
    const stale = moveDeadline(world.unit, secretary, {
      params: { id: call.id },
      body: { closesAt: await at(120), reason, version: call.version },
    });
    expect(await refusal(stale)).toMatchObject({ slug: 'version-conflict', extras: { by: people.secretary.name } });
    await expect(world.rows(Prisma.sql`UPDATE deadline_move SET reason = 'x'`)).rejects.toThrow('permission denied');
    await expect(world.asOwner(`DELETE FROM deadline_move`)).rejects.toThrow('deadline_move');
    await leaveCall(world.unit, mayor, { params: { id: initiativeId, callId: call.id } });
  });

  test('that was cancelled changes no more, and nobody applies in it', async () => {
    const call = await announce();
    const body = { reason: 'Nie ma środków.', version: call.version };
    const cancelled = await cancelCall(world.unit, secretary, { params: { id: call.id }, body });
    expect(cancelled).toMatchObject({ state: 'CANCELLED', next: null, abilities: { change: false, cancel: false } });
    const change = changeCall(world.unit, secretary, {
      params: { id: call.id },
      body: { ...(await described()), version: cancelled.version },
    });
    expect((await refusal(change)).slug).toBe('wrong-state');
    await expect(
      world.rows(Prisma.sql`UPDATE funding_call SET link = 'x' WHERE id = ${call.id}::uuid`),
    ).rejects.toThrow('is cancelled');
    const { id } = await world.row<{ id: string }>(
      Prisma.sql`SELECT id FROM initiative WHERE title_pl = 'Zielone dachy nad morzem'`,
    );
    const choosing = chooseCall(world.unit, official, { params: { id, callId: call.id }, body: {} });
    expect((await refusal(choosing)).slug).toBe('call-over');
  });

  test('is kept by the secretariat, and read by members’ people', async () => {
    const announcing = announceCall(world.unit, official, {
      body: { ...(await described()), programmeId, closesAt: await at(9) },
    });
    expect((await refusal(announcing)).slug).toBe('forbidden');
    const call = await announce();
    expect((await readCall(world.database, official, call.id))?.abilities).toEqual({
      change: false,
      moveDeadline: false,
      cancel: false,
    });
  });

  test('a programme’s short name is had once', async () => {
    const body = { shortName: 'FEP', namePl: 'Inny program', firstYear: 2021, lastYear: 2027, territory: [] };
    expect((await refusal(addProgramme(world.unit, secretary, { body }))).slug).toBe('programme-exists');
    const { items } = await listProgrammes(world.database, secretary, { search: 'pomorza' });
    const [programme] = items;
    if (!programme) throw new Error('There is no programme.');
    const changed = await changeProgramme(world.unit, secretary, {
      params: { id: programme.id },
      body: { ...body, namePl: programme.name.pl, territory: ['pomorskie'], version: programme.version },
    });
    expect(changed).toMatchObject({ shortName: 'FEP', version: programme.version + 1 });
  });
});

describe('Reminders', () => {
  const told = (id: string) =>
    world.rows<{ days: number }>(Prisma.sql`
      SELECT (facts ->> 'count')::int AS days FROM event
      WHERE kind = 'call.reminded' AND facts ->> 'callId' = ${id} ORDER BY id`);
  const closesIn = async (id: string, days: number) =>
    world.rows(Prisma.sql`UPDATE funding_call SET closes_at = ${await at(days)}::timestamptz WHERE id = ${id}::uuid`);

  test('come sixty, thirty, fourteen and three days ahead, once each however many instances run', async () => {
    const { id } = await announce();
    await followCall(world.unit, official, { params: { id }, body: { following: true } });
    for (const days of [61, 60, 59, 30, 14, 13, 3, 2]) {
      await closesIn(id, days);
      // Each new day is a deadline of its own here: the notes of the day before are those of this one.
      await world.rows(Prisma.sql`
        UPDATE call_warning SET deadline_on = portal_today() + ${days}::int WHERE call_id = ${id}::uuid`);
      await Promise.all([remindOfCalls(world.unit), remindOfCalls(world.unit)]);
    }
    expect((await told(id)).map(({ days }) => days)).toEqual([60, 30, 14, 3]);
    expect(named((await world.newest('call.reminded')).told)).toContain(people.jantarowoOfficial.name);
  });

  test('begin anew where the deadline moves, and nobody is told twice on one day', async () => {
    const call = await announce({ closesAt: await at(20) });
    await remindOfCalls(world.unit);
    expect(await told(call.id)).toEqual([]);
    const body = { closesAt: await at(70), reason, version: call.version };
    await moveDeadline(world.unit, secretary, { params: { id: call.id }, body });
    await closesIn(call.id, 60);
    await remindOfCalls(world.unit);
    expect(await told(call.id)).toEqual([{ days: 60 }]);
  });
});

describe('A file of calls', () => {
  const content = (...rows: object[]) =>
    Buffer.from(
      JSON.stringify(
        rows.map((row) => ({
          programme: 'Interreg SB',
          opensOn: '2027-01-10',
          applicants: ['gmina'],
          goals: ['morze'],
          topics: ['porty'],
          ...row,
        })),
      ),
    ).toString('base64');
  const right = { externalId: 'A-1', titlePl: 'Porty i przystanie', closesAt: '2027-05-31 14:00' };
  const wrong = { externalId: 'A-2', titlePl: 'Bez terminu' };
  const run = (rows: 'ALL' | 'GOOD', ...list: object[]) =>
    importCalls(world.unit, secretary, { body: { fileName: 'nabory.json', content: content(...list), rows } });
  const kept = () => world.rows<{ id: string }>(Prisma.sql`SELECT id FROM funding_call WHERE external_id LIKE 'A-%'`);

  test('is tried first: row by row, and nothing is kept', async () => {
    const report = await previewCalls(world.unit, secretary, {
      body: { fileName: 'nabory.json', content: content(right, wrong) },
    });
    expect(report).toMatchObject({
      kept: false,
      rows: [
        { line: 1, externalId: 'A-1', outcome: 'NEW', wrong: [] },
        { line: 2, externalId: 'A-2', outcome: 'WRONG', wrong: [{ column: 'closesAt', code: 'required', value: '' }] },
      ],
    });
    expect(await kept()).toEqual([]);
  });

  test('all or nothing keeps nothing of a file that is wrong in one row; by choice what is right is kept', async () => {
    expect((await run('ALL', right, wrong)).kept).toBe(false);
    expect(await kept()).toEqual([]);
    expect((await run('GOOD', right, wrong)).kept).toBe(true);
    expect(await kept()).toHaveLength(1);
    expect((await world.newest('call.imported')).facts).toEqual({ count: 1, document: 'nabory.json' });
  });

  test('a second time changes nothing; another deadline moves the one that is known, and is told', async () => {
    const imported = (await world.rows(Prisma.sql`SELECT FROM event WHERE kind = 'call.imported'`)).length;
    expect((await run('ALL', right)).rows[0]?.outcome).toBe('UNCHANGED');
    expect(await world.rows(Prisma.sql`SELECT FROM event WHERE kind = 'call.imported'`)).toHaveLength(imported);
    const [before] = await kept();
    const later = await run('ALL', { ...right, closesAt: '2027-06-30 14:00', reason });
    expect(later.rows[0]?.outcome).toBe('CHANGED');
    expect(await kept()).toEqual([before]);
    const view = await readCall(world.database, secretary, before?.id ?? '');
    expect(view).toMatchObject({ closesAt: '2027-06-30T12:00:00.000Z', moves: [{ reason }] });
    expect((await world.newest('call.deadline-moved')).facts).toMatchObject({
      former: '2027-05-31',
      until: '2027-06-30',
    });
  });

  test('two who bring the same file at once make each call once', async () => {
    const row = { ...right, externalId: 'A-9' };
    const outcomes = await Promise.all([run('ALL', row), run('ALL', row)]);
    expect(outcomes.every((report) => report.kept)).toBe(true);
    expect(await world.rows(Prisma.sql`SELECT FROM funding_call WHERE external_id = 'A-9'`)).toHaveLength(1);
  });

  test('five hundred rows are taken at once; one more, or what is no list, is refused as a whole', async () => {
    const many = Array.from({ length: 501 }, (_, place) => ({ ...right, externalId: `M-${place}` }));
    expect((await refusal(run('ALL', ...many))).slug).toBe('list-too-long');
    expect((await run('ALL', ...many.slice(1))).rows).toHaveLength(500);
    const garbage = importCalls(world.unit, secretary, {
      body: { fileName: 'x.csv', content: Buffer.from('ala;ma;kota').toString('base64'), rows: 'ALL' },
    });
    expect((await refusal(garbage)).slug).toBe('file-unreadable');
    await world.rows(Prisma.sql`DELETE FROM funding_call WHERE external_id LIKE 'M-%'
      AND NOT EXISTS (SELECT FROM deadline_move move WHERE move.call_id = funding_call.id)`);
  });
});

describe('What fits', () => {
  test('“for us” are the calls that are ahead, open to the gmina, and about what it works on or needs', async () => {
    const { items } = await listCalls(world.database, official, { ours: true });
    const titles = items.map(({ title }) => title.pl);
    expect(titles).toEqual(
      expect.arrayContaining([
        'Retencja w miastach i wsiach (przykład)',
        'Nabór na rzecz wody i zielonej energii (przykład)',
      ]),
    );
    // Of another voivodeship, over, or about something else.
    expect(titles.filter((title) => /Turystyka|Czysta energia|Cyfrowe/.test(title))).toEqual([]);
    const retention = items.find(({ title }) => title.pl.startsWith('Retencja'));
    expect(retention?.ours?.outcome).toBe('FITS');
    expect(retention?.ours?.reasons.find(({ code }) => code === 'TOPIC')?.what).toEqual(
      expect.arrayContaining(['retencja', 'woda']),
    );
    expect((await listCalls(world.database, secretary, { ours: true })).items).toEqual([]);
  });

  test('a call names the initiatives, needs and gminas that it fits, with what is missing', async () => {
    const { items } = await listCalls(world.database, official, { search: 'Retencja w miastach' });
    const matches = await listCallMatches(world.database, official, items[0]?.id ?? '');
    const need = matches?.needs.find(({ title }) => title === 'Zbiorniki na deszczówkę przy szkołach');
    expect(need?.match.outcome).toBe('FITS');
    expect(need?.match.reasons.find(({ code }) => code === 'AMOUNT')).toMatchObject({
      verdict: 'YES',
      have: 102_000_000,
    });
    const wydmy = matches?.gminas.find(({ organization }) => organization.name === 'Wydmy Wielkie');
    expect(wydmy?.match.reasons.find(({ code }) => code === 'COUNCIL')).toMatchObject({
      verdict: 'OPEN',
      what: ['Wydmy Wielkie'],
    });
    // Another voivodeship.
    expect(matches?.gminas.map(({ organization }) => organization.name)).not.toContain('Latarnikowo');
  });

  test('an initiative sees in which calls it applies, and which others fit; what it asks for has to', async () => {
    const mayor = await world.actor('latarnikowoMayor');
    const { id } = await world.row<{ id: string }>(
      Prisma.sql`SELECT id FROM initiative WHERE title_pl = 'Szlak latarni dla rowerów'`,
    );
    const [chosen] = (await listInitiativeCalls(world.database, mayor, id))?.chosen ?? [];
    expect(chosen).toMatchObject({ grant: 175_000_000, call: { title: { pl: 'Turystyka poza sezonem (przykład)' } } });
    // Jantarowo, which takes part, lies outside of its voivodeship.
    expect(chosen?.match.reasons.find(({ code }) => code === 'TERRITORY')).toMatchObject({ what: ['Jantarowo'] });
    const asking = chooseCall(world.unit, mayor, {
      params: { id, callId: chosen?.call.id ?? '' },
      body: { grant: 300_000_001 },
    });
    expect((await refusal(asking)).extras.issues).toMatchObject([{ pointer: '/grant', code: 'above_call_maximum' }]);
    const foreign = chooseCall(world.unit, official, { params: { id, callId: chosen?.call.id ?? '' }, body: {} });
    expect((await refusal(foreign)).slug).toBe('forbidden');
  });

  test('of those who take part the confirmed ones count, and their countries as they are', async () => {
    const { id } = await world.row<{ id: string }>(
      Prisma.sql`SELECT id FROM initiative WHERE title_pl = 'Szkoły dwóch brzegów'`,
    );
    const reasonsOf = async () => {
      const calls = await listInitiativeCalls(world.database, secretary, id);
      const reasons = calls?.fitting.flatMap(({ match }) => match.reasons) ?? [];
      return ['PARTNERS', 'COUNTRIES'].map((code) => reasons.find((one) => one.code === code));
    };
    // A gmina and its partners, a Swedish municipality and a German university.
    expect(await reasonsOf()).toMatchObject([
      { have: 3, declared: 0 },
      { have: 3, what: ['DE', 'PL', 'SE'] },
    ]);
    await world.asOwner(`UPDATE initiative_part SET state = 'DECLARED', confirmed_by_id = NULL, confirmed_at = NULL
      WHERE initiative_id = '${id}' AND organization_id IN (SELECT organization_id FROM partner WHERE country = 'SE')`);
    expect(await reasonsOf()).toMatchObject([
      { have: 2, declared: 1 },
      { have: 2, what: ['DE', 'PL'] },
    ]);
  });

  test('pages of calls meet each once, those ahead first', async () => {
    const met: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listCalls(world.database, secretary, { cursor });
      met.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(met).size).toBe(met.length);
    const { count } = await world.row<{ count: number }>(Prisma.sql`SELECT count(*)::int FROM funding_call`);
    expect(met).toHaveLength(count);
  });
});

describe('Councils and needs', () => {
  test('a call is planned back through the own council, or those of an initiative’s gminas', async () => {
    const { items } = await listCalls(world.database, official, { search: 'Retencja w miastach' });
    const id = items[0]?.id ?? '';
    const own = await readPlan(world.database, official, id, undefined);
    // Counted from the call: the demo may have been built before midnight.
    const closesOn = own?.plan.closesOn ?? '';
    expect(own?.plan).toMatchObject({
      decideBy: daysAfter(closesOn, -7),
      gminas: [
        {
          organization: { name: 'Jantarowo' },
          outcome: 'IN_TIME',
          latest: { tabledBy: daysAfter(closesOn, -35) },
        },
      ],
    });
    expect(own?.plan.gminas[0]?.sessions.map(({ verdict }) => verdict)).toEqual([
      'TABLING_OVER',
      'IN_TIME',
      'AFTER_DEADLINE',
      'AFTER_DEADLINE',
    ]);
    const { id: initiativeId } = await world.row<{ id: string }>(
      Prisma.sql`SELECT id FROM initiative WHERE title_pl = 'Zielone dachy nad morzem'`,
    );
    const shared = await readPlan(world.database, official, id, initiativeId);
    expect(shared?.plan.gminas.map(({ organization, outcome }) => [organization.name, outcome])).toEqual([
      ['Jantarowo', 'IN_TIME'],
      ['Mewia Zatoka', 'IN_TIME'],
      ['Wydmy Wielkie', 'UNKNOWN'],
    ]);
    expect((await refusal(readPlan(world.database, official, id, crypto.randomUUID()))).slug).toBe('not-found');
  });

  test('sessions are entered several at once by the gmina or the secretariat; a day that is known gets its new last day', async () => {
    const wydmy = await world.gmina('wydmy');
    const coordinator = await world.actor('wydmyOfficial');
    const enter = async (as: Actor, ...days: [number, number][]) =>
      addCouncilSessions(world.unit, as, {
        body: {
          organizationId: wydmy,
          sessions: await Promise.all(
            days.map(async ([held, tabled]) => ({ heldOn: await world.day(held), tabledBy: await world.day(tabled) })),
          ),
        },
      });
    expect((await enter(coordinator, [30, 20], [60, 50])).items).toHaveLength(2);
    const again = await enter(secretary, [30, 15]);
    expect(again.items.map(({ tabledBy }) => tabledBy)).toEqual([await world.day(15), await world.day(50)]);
    expect((await refusal(enter(official, [70, 60]))).slug).toBe('forbidden');
    expect((await refusal(enter(coordinator, [70, 71], [70, 60]))).extras.issues).toMatchObject([
      { pointer: '/sessions/0/tabledBy', code: 'tabled_after_session' },
      { pointer: '/sessions/1/heldOn', code: 'duplicate' },
    ]);
    const [first] = again.items;
    const params = { id: first?.id ?? '' };
    expect((await refusal(removeCouncilSession(world.unit, official, { params }))).slug).toBe('forbidden');
    await removeCouncilSession(world.unit, coordinator, { params });
    expect((await listCouncilSessions(world.database, official, { organization: wydmy })).items).toHaveLength(1);
    expect((await world.newest('council.session-removed')).facts).toEqual({
      organization: 'Wydmy Wielkie',
      until: await world.day(30),
    });
  });

  test('a need is a gmina’s own word: it changes it, and says when it is none any more', async () => {
    const body = {
      title: 'Rampa przy urzędzie',
      why: 'Na wózku nikt nie wjedzie.',
      topics: ['dostępność'],
      goals: ['SOCIETY' as const],
      year: 2027,
      border: false,
    };
    expect(
      (await refusal(stateNeed(world.unit, official, { body: { ...body, cost: 100 } }))).extras.issues,
    ).toMatchObject([{ pointer: '/currency', code: 'currency_missing' }]);
    const need = await stateNeed(world.unit, official, { body: { ...body, cost: 100, currency: 'PLN' } });
    expect(need).toMatchObject({ organization: { name: 'Jantarowo' }, cost: 100, abilities: { change: true } });
    expect(named((await world.newest('need.stated')).told)).toContain(people.secretary.name);
    const params = { id: need.id };
    const foreign = changeNeed(world.unit, await world.actor('mewiaOfficial'), {
      params,
      body: { ...body, version: need.version },
    });
    expect((await refusal(foreign)).slug).toBe('forbidden');
    const changed = await changeNeed(world.unit, official, {
      params,
      body: { ...body, border: true, version: need.version },
    });
    expect(changed).toMatchObject({ border: true, cost: null, currency: null });
    const withdrawn = await withdrawNeed(world.unit, official, {
      params,
      body: { reason: 'Już jest.', version: changed.version },
    });
    expect(withdrawn).toMatchObject({ withdrawal: 'Już jest.', abilities: { change: false } });
    expect((await listNeeds(world.database, official, { search: 'rampa' })).items).toHaveLength(1);
  });
});
