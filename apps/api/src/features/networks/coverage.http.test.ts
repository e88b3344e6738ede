import { describe, expect, test } from '@jest/globals';
import type { NetworkCoverage } from '@blizej/contracts';
import { parse } from 'csv-parse/sync';
import type { PersonKey } from '../../demo/people.ts';
import { usePortal } from '../../../test/world.ts';

describe('Where the networks reach', () => {
  const portal = usePortal();
  const read = async (who: PersonKey): Promise<NetworkCoverage> => {
    const { status, body } = await (await portal.as(who)).get('/api/networks/coverage');
    expect(status).toBe(200);
    return body as NetworkCoverage;
  };
  const rows = async (who: PersonKey, language = 'pl'): Promise<Record<string, string>[]> => {
    const { status, body } = await (
      await portal.as(who)
    )
      .get('/api/networks/memberships/export')
      .set('accept-language', language)
      .responseType('blob');
    expect(status).toBe(200);
    return parse(body as Buffer, { columns: true, delimiter: ';', bom: true });
  };

  test('is told by county, each network in the order of the counties', async () => {
    const { counties, networks, outside } = await read('secretary');
    expect(counties.length).toBeGreaterThan(2);
    const woda = networks.find(({ name }) => name.pl === 'Retencja i ponowne użycie wody');
    expect(networks.every(({ reach }) => reach.length === counties.length)).toBe(true);
    const inventedAt = counties.flatMap(({ county }, index) => (county === 'demonstracyjny' ? [index] : []));
    const reached = woda?.reach.flatMap((count, index) => (count > 0 ? [index] : [])) ?? [];
    expect(reached.length).toBeGreaterThan(0);
    expect(reached.every((index) => inventedAt.includes(index))).toBe(true);
    // Whoever is in no network is a white spot of its own.
    expect(outside.map(({ name }) => name)).not.toContain('Jantarowo');
    const members = counties.reduce((total, { gminas }) => total + gminas, 0);
    expect(outside.length).toBeLessThan(members);
  });

  test('counts neither proposals nor those who have not joined yet', async () => {
    const { networks } = await read('secretary');
    expect(networks.map(({ name }) => name.pl)).not.toContain('Odporność i ochrona ludności');
    const woda = networks.find(({ name }) => name.pl === 'Retencja i ponowne użycie wody');
    const { items } = (
      await (await portal.as('secretary')).get(`/api/networks/${await portal.world.network('woda')}/memberships`)
    ).body as { items: { state: string }[] };
    expect(items.some(({ state }) => state !== 'ACTIVE')).toBe(true);
    expect(woda?.reach.reduce((total, count) => total + count, 0)).toBe(
      items.filter(({ state }) => state === 'ACTIVE').length,
    );
  });

  test('the memberships are a spreadsheet; requests stand in it for those alone whom they concern', async () => {
    const all = await rows('secretary');
    expect(all).toContainEqual(
      expect.objectContaining({
        Sieć: 'Retencja i ponowne użycie wody',
        Gmina: 'Jantarowo',
        Rola: 'Lider',
        Stan: 'Należy',
      }),
    );
    const waiting = (list: Record<string, string>[]) => list.filter(({ Stan }) => Stan !== 'Należy');
    expect(waiting(all).map(({ Gmina }) => Gmina)).toEqual(expect.arrayContaining(['Foczy Róg', 'Śledziowo']));
    expect(waiting(await rows('mewiaOfficial'))).toEqual([]);
    expect((await rows('secretary', 'en'))[0]).toHaveProperty('Municipality');
  });
});
