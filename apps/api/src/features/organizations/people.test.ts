import { beforeAll, describe, expect, test } from '@jest/globals';
import type { PersonSummary } from '@blizej/contracts';
import { expectRefusal } from '../../../test/refusals.ts';
import { useWorld } from '../../../test/world.ts';
import { people, type PersonKey } from '../../demo/people.ts';
import { Prisma } from '../../platform/database/database.ts';
import { listPeople, readPerson } from './people.queries.ts';

const world = useWorld();
const list = async (key: PersonKey, query: Parameters<typeof listPeople>[2] = {}): Promise<PersonSummary[]> =>
  (await listPeople(world.database, await world.actor(key), query)).items;
const names = (items: readonly PersonSummary[]) => items.map(({ name }) => name);

beforeAll(moved);

/** An official of Mewia Zatoka who worked for Jantarowo until a year ago. */
async function moved() {
  await world.rows(Prisma.sql`
    WITH made AS (INSERT INTO person (name, email) VALUES ('Zofia Przenośna', 'zofia@mewia-zatoka.example') RETURNING id)
    INSERT INTO appointment (person_id, organization_id, office, starts_on, ends_on, basis)
    SELECT made.id, past.organization_id, past.office::office, past.starts_on, past.ends_on, past.basis FROM made, (VALUES
      (${await world.gmina('jantarowo')}::uuid, 'OFFICIAL', '2024-05-07'::date, portal_today() - 365, 'umowa o pracę'),
      (${await world.gmina('mewia')}::uuid, 'COORDINATOR', portal_today() - 364, NULL::date, NULL)
    ) AS past (organization_id, office, starts_on, ends_on, basis)
  `);
}

describe('The list of people', () => {
  test('has everybody for the secretariat, in Polish order', async () => {
    const everybody = names(await list('secretary'));
    expect(everybody).toEqual(
      [...Object.values(people), { name: 'Zofia Przenośna' }, { name: 'Astrid Påhittad' }]
        .map(({ name }) => name)
        .toSorted(new Intl.Collator('pl').compare),
    );
  });

  test('has the own gmina’s people for its mayor and coordinator, and is closed to others', async () => {
    const own = Object.values(people).filter(({ organization }) => organization === 'jantarowo');
    for (const key of ['jantarowoMayor', 'jantarowoCoordinator'] as const) {
      expect(names(await list(key)).toSorted()).toEqual([...own.map(({ name }) => name), 'Zofia Przenośna'].toSorted());
    }
    await expectRefusal(list('jantarowoOfficial'), 'forbidden');
  });

  test.each([
    ['a part of the name without Polish letters', { search: 'lacznikow' }, ['Łukasz Łącznikowski']],
    ['a part of the address', { search: 'WANDA@' }, ['Wanda Wydmowa']],
    ['an office', { office: 'SECRETARIAT' as const }, ['Marek Zmyślony', 'Sylwia Sekretarska']],
  ])('is searched by %s', async (_, query, found) => {
    expect(names(await list('secretary', query))).toEqual(found);
  });

  test('tells those in office from former ones and from those kept out', async () => {
    const id = await world.gmina('jantarowo');
    const mayor = async (query: Parameters<typeof listPeople>[2]) => names(await list('jantarowoMayor', query));
    // For Jantarowo she is a former official; what she does elsewhere is not its affair.
    expect(await mayor({ standing: 'FORMER' })).toEqual(['Zofia Przenośna']);
    expect(await mayor({ standing: 'CURRENT' })).not.toContain('Zofia Przenośna');
    expect(names(await list('secretary', { organization: id }))).toContain('Zofia Przenośna');
    expect(names(await list('secretary', { organization: id, standing: 'CURRENT' }))).not.toContain('Zofia Przenośna');
    expect(await list('secretary', { standing: 'FORMER' })).toEqual([]);
    expect(await list('secretary', { standing: 'BLOCKED' })).toEqual([]);
    const [seen] = await list('jantarowoMayor', { search: 'zofia' });
    expect(seen?.offices.map(({ organization, current }) => [organization.name, current])).toEqual([
      ['Jantarowo', false],
    ]);
  });
});

describe('A person’s page', () => {
  const read = async (key: PersonKey, id: string) => readPerson(world.database, await world.actor(key), id);

  test('has every appointment for the secretariat, the latest first; a gmina sees those in itself', async () => {
    const { id } = await world.row<{ id: string }>(Prisma.sql`SELECT id FROM person WHERE email LIKE 'zofia@%'`);
    const places = (view: Awaited<ReturnType<typeof read>>) =>
      view?.appointments.map(({ organization, office, current, basis }) => [organization.name, office, current, basis]);
    const jantarowo = ['Jantarowo', 'OFFICIAL', false, 'umowa o pracę'];
    const mewia = ['Mewia Zatoka', 'COORDINATOR', true, null];
    expect(places(await read('secretary', id))).toEqual([mewia, jantarowo]);
    expect(places(await read('jantarowoMayor', id))).toEqual([jantarowo]);
    expect(places(await read('mewiaMayor', id))).toEqual([mewia]);
    expect(await read('wydmyMayor', id)).toBeUndefined();
  });

  test('offers to block others, never oneself, and to nobody but the secretariat', async () => {
    const { personId } = await world.actor('jantarowoOfficial');
    expect((await read('secretary', personId))?.abilities).toEqual({
      block: true,
      unblock: false,
      erase: false,
      readAudit: true,
    });
    expect((await read('jantarowoMayor', personId))?.abilities).toEqual({
      block: false,
      unblock: false,
      erase: false,
      readAudit: false,
    });
    const { personId: self } = await world.actor('secretary');
    expect((await read('secretary', self))?.abilities.block).toBe(false);
  });

  test('is gone once the person was erased', async () => {
    const { personId } = await world.actor('foczyOfficial');
    await world.rows(Prisma.sql`
      UPDATE person SET name = '', active = false, password_hash = NULL, erased_at = now() WHERE id = ${personId}::uuid`);
    expect(await read('secretary', personId)).toBeUndefined();
    expect((await list('secretary')).map(({ id }) => id)).not.toContain(personId);
  });
});
