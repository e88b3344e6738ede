import { describe, expect, test } from '@jest/globals';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import { people } from '../../../demo/people.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { readDues } from '../dues.queries.ts';
import { setDues } from './set-dues.ts';

const world = useWorld();
const resolution = {
  issuingBody: 'GENERAL_ASSEMBLY' as const,
  number: 'LV/2/2025',
  adoptedOn: '2024-12-10',
  title: 'w sprawie składki członkowskiej',
};
const set = async (year: number, perInhabitant: number, replaces: number | null) =>
  setDues(world.unit, await world.actor('secretary'), {
    params: { year },
    body: { perInhabitant, resolution, replaces },
  });
const of = (view: Awaited<ReturnType<typeof set>>, name: string) =>
  view.members.find(({ organization }) => organization.name === name);

describe('Setting a year’s dues', () => {
  test('gives each member its due by its population, and tells every member', async () => {
    const view = await set(2030, 75, null);
    expect(view.rate).toMatchObject({
      perInhabitant: 75,
      resolution: { number: 'LV/2/2025', issuer: 'Sekretariat stowarzyszenia' },
    });
    expect(of(view, 'Jantarowo')).toMatchObject({ population: 14_200, due: 14_200 * 75 });
    expect(view.total).toBe(view.members.reduce((sum, { due }) => sum + (due ?? 0), 0));
    expect(view.years).toContain(2030);
    const event = await world.newest('dues.set');
    expect(event).toMatchObject({
      actor: people.secretary.name,
      facts: { year: 2030, perInhabitant: 75, resolution: 'LV/2/2025' },
    });
    const told = event.told.map(({ name }) => name);
    expect(told).toContain(people.bursztynowiecMayor.name);
    expect(told).toContain(people.latarnikowoCoordinator.name);
    expect(told).not.toContain(people.latarnikowoOfficial.name);
  });

  test('again changes them only for who has seen the present rate', async () => {
    await set(2031, 50, null);
    const stale = await refusal(set(2031, 60, null));
    expect(stale.slug).toBe('version-conflict');
    expect(stale.extras.current).toMatchObject({ year: 2031, rate: { perInhabitant: 50 } });
    expect((await set(2031, 60, 50)).rate?.perInhabitant).toBe(60);
  });

  test('is the secretariat’s, and by a resolution that there is', async () => {
    const body = { perInhabitant: 1, resolution, replaces: null };
    await expectRefusal(
      setDues(world.unit, await world.actor('jantarowoMayor'), { params: { year: 2032 }, body }),
      'forbidden',
    );
    const tomorrow = { ...resolution, adoptedOn: await world.day(1) };
    const early = setDues(world.unit, await world.actor('secretary'), {
      params: { year: 2032 },
      body: { ...body, resolution: tomorrow },
    });
    expect((await refusal(early)).extras.issues).toEqual([
      { in: 'body', pointer: '/resolution/adoptedOn', code: 'in_future' },
    ]);
    await expectRefusal(readDues(world.database, await world.actor('jantarowoMayor'), 2032), 'forbidden');
  });
});

describe('A year’s payers', () => {
  const payers = async (year: number) =>
    (await readDues(world.database, await world.actor('secretary'), year)).members.map(
      ({ organization }) => organization.name,
    );

  test('are those who belong on one of its days', async () => {
    await world.rows(Prisma.sql`
      UPDATE municipality SET status = 'FORMER', member_until = '2025-03-01'
      WHERE organization_id = ${await world.gmina('sosnowy')}::uuid`);
    await world.rows(Prisma.sql`
      UPDATE municipality SET member_since = '2025-11-30' WHERE organization_id = ${await world.gmina('wydmy')}::uuid`);
    expect(await payers(2024)).toContain('Sosnowy Brzeg');
    expect(await payers(2024)).not.toContain('Wydmy Wielkie');
    expect(await payers(2025)).toEqual(expect.arrayContaining(['Sosnowy Brzeg', 'Wydmy Wielkie']));
    expect(await payers(2026)).not.toContain('Sosnowy Brzeg');
    expect(await payers(2014)).toEqual([]);
  });

  test('without a known population are counted apart, never as nothing to pay', async () => {
    await set(2033, 40, null);
    await world.rows(
      Prisma.sql`UPDATE municipality SET population = NULL WHERE organization_id = ${await world.gmina('mewia')}::uuid`,
    );
    const view = await readDues(world.database, await world.actor('secretary'), 2033);
    expect(of(view, 'Mewia Zatoka')?.due).toBeNull();
    expect(view.uncounted).toBe(1);
  });

  test('of the present year are shown where none is named', async () => {
    const { year } = await readDues(world.database, await world.actor('secretary'), undefined);
    expect(year).toBe(Number((await world.day(0)).slice(0, 4)));
  });
});
