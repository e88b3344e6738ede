import { beforeAll, describe, expect, test } from '@jest/globals';
import type { BalanceView, ValueEntryView } from '@blizej/contracts';
import { parse } from 'csv-parse/sync';
import { expectRefusal, refusal } from '../../../test/refusals.ts';
import { readPdf } from '../../../test/pdf.ts';
import { usePortal } from '../../../test/world.ts';
import { people, type PersonKey } from '../../demo/people.ts';
import { Prisma } from '../../platform/database/database.ts';
import { setDues } from '../organizations/index.ts';
import { readDues } from '../organizations/dues.queries.ts';
import { closeBalanceYear } from './actions/close-balance-year.ts';
import { correctValue } from './actions/correct-value.ts';
import { confirmValue, refuseValue } from './actions/decide-value.ts';
import { declareValue } from './actions/declare-value.ts';
import { withdrawValue } from './actions/withdraw-value.ts';
import { readBalance, readBalances } from './balances.queries.ts';

const portal = usePortal();
const { world } = portal;
let gmina: string;
let today: string;
let year: number;
beforeAll(async () => {
  gmina = await world.gmina('foczy');
  today = await world.day(0);
  year = Number(today.slice(0, 4));
});

const read = async (by: PersonKey = 'foczyOfficial', of = year): Promise<BalanceView> => {
  const balance = await readBalance(world.database, await world.actor(by), gmina, of);
  if (!balance) throw new Error('The balance is not seen.');
  return balance;
};
const declare = async (by: PersonKey = 'foczyOfficial', more: object = {}): Promise<ValueEntryView> => {
  const text = `Szkolenie ${crypto.randomUUID()}`;
  const { entries } = await declareValue(world.unit, await world.actor(by), {
    params: { id: gmina },
    body: { year, kind: 'TRAINING', happenedOn: today, text, amount: 120_000, evidence: 'Lista obecności.', ...more },
  });
  const entry = entries.find((one) => one.text === text);
  if (!entry) throw new Error('It was not declared.');
  return entry;
};
const of = ({ id: entryId }: { id: string }) => ({ params: { id: gmina, entryId } });
const confirm = async (entry: { id: string }, by: PersonKey = 'foczyMayor') =>
  confirmValue(world.unit, await world.actor(by), of(entry));
const correct = async (entry: { id: string }, rightAmount: number, by: PersonKey = 'secretary') =>
  correctValue(world.unit, await world.actor(by), {
    ...of(entry),
    body: { rightAmount, reason: 'Rozliczenie wykazało inną kwotę.', evidence: 'Faktura końcowa.' },
  });

describe('What membership brought', () => {
  test('is declared by one, confirmed by another, and counts only then', async () => {
    const before = await read();
    const entry = await declare();
    expect(entry).toMatchObject({ state: 'DECLARED', amount: 120_000, bySecretariat: false });
    const asked = await world.newest('balance.value-declared');
    expect(asked).toMatchObject({
      organizationId: gmina,
      facts: { organization: 'Foczy Róg', value: entry.text, year },
    });
    expect(asked.told).toContainEqual({ name: people.foczyMayor.name, reason: 'DECIDE' });
    expect(asked.told).toContainEqual({ name: people.sharedCoordinator.name, reason: 'DECIDE' });
    expect(asked.told.map(({ name }) => name)).not.toContain(people.secretary.name);
    expect(await read()).toMatchObject({
      value: before.value,
      waiting: { count: before.waiting.count + 1, amount: before.waiting.amount + 120_000 },
    });

    const { value, result, due, entries } = await confirm(entry);
    expect(value).toBe(before.value + 120_000);
    expect(result).toBe(value - (due ?? 0));
    expect(entries.find(({ id }) => id === entry.id)).toMatchObject({
      state: 'CONFIRMED',
      declaredBy: { name: people.foczyOfficial.name },
      decidedBy: { name: people.foczyMayor.name },
      abilities: { confirm: false, refuse: false, withdraw: false, correct: true },
    });
    expect((await world.newest('balance.value-confirmed')).told).toContainEqual({
      name: people.foczyOfficial.name,
      reason: 'INFORMED',
    });
    await expect(
      world.rows(Prisma.sql`UPDATE value_entry SET amount = 1 WHERE id = ${entry.id}::uuid`),
    ).rejects.toThrow('never changes');
    await expect(world.rows(Prisma.sql`DELETE FROM value_entry WHERE id = ${entry.id}::uuid`)).rejects.toThrow('never');
  });

  test('is confirmed for the secretariat by the gmina, and for those who decide for the gmina by the secretariat', async () => {
    const ours = await declare('secretary');
    expect(ours.bySecretariat).toBe(true);
    await expectRefusal(confirm(ours, 'director'), 'forbidden');
    await expectRefusal(confirm(ours, 'foczyOfficial'), 'forbidden');
    await confirm(ours, 'foczyMayor');
    const theirs = await declare('foczyMayor');
    expect((await world.newest('balance.value-declared')).told).toContainEqual({
      name: people.secretary.name,
      reason: 'DECIDE',
    });
    await expectRefusal(confirm(theirs, 'sharedCoordinator'), 'forbidden');
    await confirm(theirs, 'secretary');
  });

  test('is never confirmed by whoever has declared it, not even against the portal', async () => {
    const entry = await declare('secretary');
    await expectRefusal(confirm(entry, 'secretary'), 'own-value');
    const bypass = (as: string) => Prisma.sql`
      UPDATE value_entry SET state = 'CONFIRMED', decided_by_id = declared_by_id, decided_as = ${as}::office, decided_at = now()
      WHERE id = ${entry.id}::uuid`;
    await expect(world.rows(bypass('EXECUTIVE'))).rejects.toThrow('value_entry_is_decided_by_another');
    await expect(
      world.rows(Prisma.sql`
        UPDATE value_entry SET state = 'CONFIRMED', decided_by_id = ${(await world.actor('director')).personId}::uuid,
          decided_as = 'SECRETARIAT', decided_at = now() WHERE id = ${entry.id}::uuid`),
    ).rejects.toThrow('value_entry_is_decided_by_the_other_side');
  });

  test('is confirmed once, also where two do so at the same moment', async () => {
    const entry = await declare('secretary');
    const outcomes = await Promise.allSettled([confirm(entry, 'foczyMayor'), confirm(entry, 'sharedCoordinator')]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const problem = await refusal(confirm(entry, 'foczyMayor'));
    expect([problem.slug, problem.extras.state]).toEqual(['wrong-state', 'CONFIRMED']);
  });

  test('is refused with a reason, or taken back before', async () => {
    const refused = await declare();
    const { entries } = await refuseValue(world.unit, await world.actor('foczyMayor'), {
      ...of(refused),
      body: { reason: 'Brak listy obecności.' },
    });
    expect(entries.find(({ id }) => id === refused.id)).toMatchObject({
      state: 'REFUSED',
      refusal: 'Brak listy obecności.',
    });
    expect((await world.newest('balance.value-refused')).facts).toMatchObject({ reason: 'Brak listy obecności.' });
    await expectRefusal(confirm(refused), 'wrong-state');

    const taken = await declare();
    await expectRefusal(withdrawValue(world.unit, await world.actor('secretary'), of(taken)), 'forbidden');
    await withdrawValue(world.unit, await world.actor('foczyOfficial'), of(taken));
    await expectRefusal(confirm(taken), 'wrong-state');
  });

  test('may have been in euros, at the rate of a named day, or hours at a rate', async () => {
    const grant = await declare('foczyOfficial', {
      kind: 'GRANT',
      amount: undefined,
      euroCents: 940_000,
      euroRate: 42_635,
      euroRateOn: today,
    });
    expect(grant).toMatchObject({ amount: 4_007_690, euro: { cents: 940_000, rate: 42_635, rateOn: today } });
    const work = await declare('foczyOfficial', {
      kind: 'EXPERT_HOURS',
      amount: undefined,
      minutes: 90,
      hourRate: 15_000,
    });
    expect(work).toMatchObject({ amount: 22_500, work: { minutes: 90, hourRate: 15_000 } });
    const inserting = Prisma.sql`
      INSERT INTO value_entry (organization_id, year, kind, happened_on, text, amount, euro_cents, euro_rate, euro_rate_on,
                               evidence, declared_by_id, declared_as)
      SELECT organization_id, year, kind, happened_on, text, amount + 1, euro_cents, euro_rate, euro_rate_on, evidence,
             declared_by_id, declared_as
      FROM value_entry WHERE id = ${grant.id}::uuid`;
    await expect(world.rows(inserting)).rejects.toThrow('value_entry_follows_from_its_euros');
  });

  test('may have come from an initiative in which the gmina takes part, and from no other', async () => {
    const { id } = await world.row<{ id: string }>(
      Prisma.sql`SELECT id FROM initiative WHERE title_pl = 'Zielone dachy nad morzem'`,
    );
    expect((await refusal(declare('foczyOfficial', { initiativeId: id }))).extras.issues).toMatchObject([
      { pointer: '/initiativeId', code: 'unknown_initiative' },
    ]);
    const jantarowo = await readBalance(
      world.database,
      await world.actor('jantarowoOfficial'),
      await world.gmina('jantarowo'),
      year,
    );
    expect(jantarowo?.initiatives.map((one) => one.id)).toContain(id);
    expect(jantarowo?.entries.some(({ initiative }) => initiative?.id === id)).toBe(true);
  });

  test('is refused where its day is of another year, or still to come', async () => {
    const other = await refusal(declare('foczyOfficial', { happenedOn: `${year - 1}-12-31` }));
    expect(other.extras.issues).toMatchObject([{ pointer: '/happenedOn', code: 'outside_year', params: { year } }]);
    const tomorrow = await world.day(1);
    const ahead = declare('foczyOfficial', { happenedOn: tomorrow, year: Number(tomorrow.slice(0, 4)) });
    expect((await refusal(ahead)).extras.issues).toMatchObject([{ pointer: '/happenedOn', code: 'in_future' }]);
  });

  test.each([
    ['nothing', 0],
    ['less than nothing', -5],
    ['too much', 100_000_000_000],
    ['parts of a grosz', 0.5],
  ])('is not %s', async (_, amount) => {
    const agent = await portal.as('foczyOfficial');
    const { status, body } = await agent.post(`/api/organizations/${gmina}/balance/entries`).send({
      year,
      kind: 'TRAINING',
      happenedOn: today,
      text: 'Szkolenie',
      evidence: 'Lista.',
      amount,
    });
    expect(status).toBe(422);
    expect(body.issues).toMatchObject([{ pointer: '/amount' }]);
  });
});

describe('A confirmed entry', () => {
  test('is corrected by another one of the present year, which names it and is confirmed, too', async () => {
    const entry = await declare('foczyOfficial', { kind: 'SAVING' });
    await expectRefusal(correct(entry, 1), 'wrong-state');
    const { value: before } = await confirm(entry);
    expect((await refusal(correct(entry, 120_000))).extras.issues).toMatchObject([
      { pointer: '/rightAmount', code: 'nothing_changes' },
    ]);
    const declared = await correct(entry, 100_000);
    const correction = declared.entries.find(({ corrects }) => corrects?.id === entry.id);
    expect(correction).toMatchObject({ amount: -20_000, kind: 'SAVING', corrects: { text: entry.text, year } });
    expect(declared.value).toBe(before);
    await expectRefusal(correct(entry, 90_000), 'correction-waits');
    const confirmed = await confirm({ id: correction?.id ?? '' });
    expect(confirmed.value).toBe(before - 20_000);
    expect(confirmed.entries.find(({ id }) => id === entry.id)).toMatchObject({
      amount: 120_000,
      corrections: [{ amount: -20_000, year }],
    });
    // The next one counts from what stands, and a correction is not corrected itself.
    const again = await correct(entry, 0);
    expect(again.entries.filter(({ corrects }) => corrects?.id === entry.id).map(({ amount }) => amount)).toContain(
      -100_000,
    );
    await expectRefusal(correct({ id: correction?.id ?? '' }, 5), 'wrong-state');
  });

  test('has one correction waiting, also where two are declared at the same moment', async () => {
    const entry = await declare();
    await confirm(entry);
    const outcomes = await Promise.allSettled([correct(entry, 10), correct(entry, 20, 'foczyOfficial')]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('A year', () => {
  const close = async (which: number) =>
    closeBalanceYear(world.unit, await world.actor('secretary'), { params: { year: which } });

  test('is closed once it is over and nothing in it waits; from then on it stands, dues and all', async () => {
    await expectRefusal(close(year), 'year-not-over');
    await expectRefusal(close(year - 1), 'year-closed');
    const former = year - 2;
    const happenedOn = `${former}-06-01`;
    const secretary = await world.actor('secretary');
    await setDues(world.unit, secretary, {
      params: { year: former },
      body: {
        perInhabitant: 50,
        resolution: {
          issuingBody: 'GENERAL_ASSEMBLY',
          number: `L/1/${former}`,
          title: 'Składka',
          adoptedOn: happenedOn,
        },
        replaces: null,
      },
    });
    const entry = await declare('foczyOfficial', { year: former, happenedOn });
    await expectRefusal(close(former), 'values-waiting');
    await expect(
      world.rows(Prisma.sql`
        UPDATE balance_year SET closed_at = now(), closed_by_id = ${secretary.personId}::uuid WHERE year = ${former}`),
    ).rejects.toThrow('wait for their confirmation');
    await confirm(entry);
    const closed = await close(former);
    expect(closed).toMatchObject({ closed: { by: { name: people.secretary.name } }, abilities: { close: false } });
    const told = (await world.newest('balance.year-closed')).told.map(({ name }) => name);
    expect(told).toContain(people.foczyMayor.name);
    await expectRefusal(declare('foczyOfficial', { year: former, happenedOn }), 'year-closed');
    await expect(
      world.rows(Prisma.sql`UPDATE balance_year SET closed_at = now() WHERE year = ${former}`),
    ).rejects.toThrow('is closed');

    // A new rate, or a new count of inhabitants, changes nothing of it any more.
    const before = await read('foczyOfficial', former);
    expect(before).toMatchObject({ due: 3900 * 50, value: 120_000, abilities: { declare: false } });
    await world.rows(Prisma.sql`UPDATE municipality SET population = 4000 WHERE organization_id = ${gmina}::uuid`);
    expect((await read('foczyOfficial', former)).due).toBe(before.due);
    expect((await read()).due).toBe(4000 * 60);

    // What is found out later is an entry of this year.
    const corrected = await correct(entry, 0);
    expect(corrected.year).toBe(year);
    expect(corrected.entries.find(({ corrects }) => corrects?.id === entry.id)).toMatchObject({
      amount: -120_000,
      corrects: { year: former },
    });
  });

  test('is closed or declared in, never both at the same moment', async () => {
    const former = year - 4;
    const declaring = declare('foczyOfficial', { year: former, happenedOn: `${former}-03-01` });
    const outcomes = await Promise.allSettled([declaring, close(former)]);
    const { closed, entries } = await read('foczyOfficial', former);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(closed === null).toBe(entries.length > 0);
  });

  test('without a rate, or without known inhabitants, says what is missing', async () => {
    expect(await read('foczyOfficial', year - 9)).toMatchObject({ due: null, result: null, gap: 'RATE' });
    await world.rows(Prisma.sql`UPDATE municipality SET population = NULL WHERE organization_id = ${gmina}::uuid`);
    expect(await read()).toMatchObject({ due: null, result: null, gap: 'POPULATION', dues: { perInhabitant: 60 } });
    await world.rows(Prisma.sql`UPDATE municipality SET population = 3900 WHERE organization_id = ${gmina}::uuid`);
    // The association took it in on 1 January 2015.
    expect(await read('foczyOfficial', 2014)).toMatchObject({ due: null, gap: 'MEMBERSHIP' });
  });

  test('of dues and their worth there is nothing for a real gmina in an invented association', async () => {
    const secretary = await world.actor('secretary');
    const [balances, dues] = await Promise.all([
      readBalances(world.database, secretary, year),
      readDues(world.database, secretary, year),
    ]);
    const real = await world.rows<{ id: string }>(Prisma.sql`
      SELECT organization.id FROM organization JOIN municipality ON municipality.organization_id = organization.id
      WHERE municipality.status = 'MEMBER' AND NOT organization.fictional`);
    expect(real.length).toBeGreaterThan(0);
    const listed = new Set([...balances.gminas, ...dues.members].map(({ organization }) => organization.id));
    expect(real.filter(({ id }) => listed.has(id))).toEqual([]);
    expect(listed).toContain(await world.gmina('jantarowo'));
  });

  test('of all gminas is one table for the secretariat, with the same figures as each gmina’s own', async () => {
    const balances = await readBalances(world.database, await world.actor('secretary'), year);
    const own = await read('secretary');
    expect(balances.gminas.find(({ organization }) => organization.id === gmina)).toEqual({
      organization: own.organization,
      due: own.due,
      gap: own.gap,
      value: own.value,
      result: own.result,
      waiting: own.waiting,
    });
    expect(balances.total.result).toBe(balances.total.value - balances.total.due);
    await expectRefusal(
      (async () => readBalances(world.database, await world.actor('foczyMayor'), year))(),
      'forbidden',
    );
  });
});

test('Another gmina’s balance does not exist', async () => {
  const agent = await portal.as('mewiaMayor');
  const { status, body } = await agent.get(`/api/organizations/${gmina}/balance`);
  const absent = await agent.get(`/api/organizations/${crypto.randomUUID()}/balance`);
  expect([status, body.type]).toEqual([absent.status, absent.body.type]);
  expect(status).toBe(404);
});

test('The organization’s page leads to the balance of those who may open it, and nobody else’s', async () => {
  const may = async (key: PersonKey) =>
    (await (await portal.as(key)).get(`/api/organizations/${gmina}`)).body.abilities.openBalance as boolean;
  expect(await may('foczyOfficial')).toBe(true);
  expect(await may('secretary')).toBe(true);
  expect(await may('mewiaMayor')).toBe(false);
});

test('The entries open in a Polish spreadsheet: amounts as numbers, dues first', async () => {
  const jantarowo = await world.gmina('jantarowo');
  const { headers, body } = await (
    await portal.as('jantarowoOfficial')
  )
    .get(`/api/organizations/${jantarowo}/balance/export`)
    .query({ year, format: 'csv' })
    .responseType('blob');
  expect(headers['content-disposition']).toBe(`attachment; filename="bilans-gminy-${year}.csv"`);
  const [head, first, ...rows] = parse(body as Buffer, { delimiter: ';', bom: true });
  expect(head?.slice(0, 5)).toEqual(['Dzień', 'Rodzaj', 'Opis', 'Kwota (zł)', 'Stan']);
  expect(first?.slice(0, 4)).toEqual([String(year), 'Składka', '', '-8520']);
  expect(rows.find(([, , text]) => text?.startsWith('Bon na przygotowanie'))?.slice(3, 7)).toEqual([
    '40076,9',
    'Potwierdzone',
    '9400',
    '4,2635',
  ]);
});

test.each([
  [
    'pl',
    'Bilans gminy Jantarowo za rok',
    'Z każdej złotówki składki wróciło 6,12 zł.',
    'Potwierdzenie: Barbara Przykładowa',
  ],
  ['en', 'Balance of Jantarowo for', 'Of every złoty of dues PLN 6.12 came back.', 'Confirmed by Barbara Przykładowa'],
])(
  'A council reads the balance as a tagged PDF (%s), with its evidence and who stands by it',
  async (language, title, finding, confirmed) => {
    const address = `/api/organizations/${await world.gmina('jantarowo')}/balance/pdf`;
    const { status, body } = await (
      await portal.as('jantarowoMayor')
    )
      .get(address)
      .query({ year, language })
      .responseType('blob');
    expect(status).toBe(200);
    const { title: named, language: spoken, isTagged, texts, roles } = await readPdf(body as Buffer);
    expect([named, spoken, isTagged]).toEqual([`${title} ${year}`, language === 'pl' ? 'pl-PL' : 'en-GB', true]);
    const text = texts.join(' ').replaceAll(/\s+/g, ' ');
    expect(text).toContain(finding);
    expect(text).toContain(confirmed);
    expect(text).toContain('Umowa o bon na przygotowanie projektu i potwierdzenie wpływu.');
    // What waits, and what was refused, stands in no paper.
    expect(text).not.toContain('Warsztaty o małej retencji');
    expect(text).not.toContain('własny autobus');
    expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH']));
  },
);
