import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { useWorld } from '../../../test/world.ts';
import { Prisma } from '../../platform/database/database.ts';
import { importMunicipalities } from './actions/import-municipalities.ts';
import { readRegister } from './municipality-register.ts';
import { listOrganizations, readOrganization, readRegion } from './organizations.queries.ts';

const register = async () =>
  readRegister(
    parse<Record<string, string>>(await readFile('../../prisma/seed/gminas.csv', 'utf8'), { columns: true }),
  );

describe('The register of gminas', () => {
  const world = useWorld();

  test('has all 239 of the two voivodeships, and a second import changes nothing', async () => {
    const records = await register();
    expect(records).toHaveLength(239);
    expect(await importMunicipalities(world.unit, records)).toBe(0);
    const { count } = await world.row<{ count: number }>(
      Prisma.sql`SELECT count(*)::int AS count FROM organization JOIN municipality ON organization_id = id WHERE NOT fictional`,
    );
    expect(count).toBe(239);
  });

  test('brings a new name in by the TERYT code, and leaves the membership alone', async () => {
    const records = await register();
    const renamed = records.map((record) =>
      record.teryt === '2262011' ? { ...record, name: 'Gdynia Morska', population: 250_000 } : record,
    );
    expect(await importMunicipalities(world.unit, renamed)).toBe(1);
    const gdynia = await world.row(Prisma.sql`
      SELECT name, population, status FROM organization JOIN municipality ON organization_id = id WHERE teryt = '2262011'`);
    expect(gdynia).toEqual({ name: 'Gdynia Morska', population: 250_000, status: 'MEMBER' });
    expect((await world.newest('municipalities.imported')).facts).toEqual({ count: 1 });
  });

  test('is refused whole, with the line, when one line is wrong', () => {
    expect(() => readRegister([{ teryt: '12', display_name: 'X' }])).toThrow(/line 2/);
  });
});

describe('The directory', () => {
  const world = useWorld();

  test('pages through every organization once, in Polish order', async () => {
    const actor = await world.actor('jantarowoOfficial');
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listOrganizations(world.database, actor, { cursor });
      expect(page.items.length).toBeLessThanOrEqual(50);
      names.push(...page.items.map(({ name }) => name));
      cursor = page.next ?? undefined;
    } while (cursor);
    // All gminas of both voivodeships, the invented ones, the partners of the demo, and the secretariat.
    expect(names).toHaveLength(239 + 8 + 15 + 1);
    expect(names).toEqual(names.toSorted(new Intl.Collator('pl').compare));
  });

  test.each(['SLEDZ', 'śledzio', 'Śledziowo'])('finds Śledziowo by %s', async (search) => {
    const actor = await world.actor('jantarowoOfficial');
    const { items } = await listOrganizations(world.database, actor, { search });
    expect(items.map(({ name }) => name)).toEqual(['Śledziowo']);
  });

  test('has some forty members over both voivodeships', async () => {
    const { municipalities } = await readRegion(world.database, await world.actor('jantarowoOfficial'));
    const members = municipalities.filter(({ status }) => status === 'MEMBER');
    expect(members.length).toBeGreaterThanOrEqual(38);
    expect(members.length).toBeLessThanOrEqual(45);
    expect(new Set(members.map(({ voivodeship }) => voivodeship))).toEqual(
      new Set(['pomorskie', 'warmińsko-mazurskie']),
    );
  });

  test('shows a gmina’s people to its own and to the secretariat only', async () => {
    const id = await world.gmina('jantarowo');
    const people = async (key: Parameters<typeof world.actor>[0]) =>
      (await readOrganization(world.database, await world.actor(key), id))?.people?.length ?? null;
    expect(await people('jantarowoOfficial')).toBe(4);
    expect(await people('secretary')).toBe(4);
    expect(await people('mewiaMayor')).toBeNull();
  });

  test('has no act of a real gmina in the demo', async () => {
    const { count } = await world.row<{ count: number }>(Prisma.sql`
      SELECT count(*)::int AS count FROM organization WHERE NOT fictional AND kind <> 'PARTNER' AND (
        EXISTS (SELECT FROM membership WHERE organization_id = organization.id)
        OR EXISTS (SELECT FROM assignment WHERE organization_id = organization.id)
        OR EXISTS (SELECT FROM appointment WHERE organization_id = organization.id)
        OR EXISTS (SELECT FROM event WHERE organization_id = organization.id OR acting_for_organization_id = organization.id))`);
    expect(count).toBe(0);
  });
});
