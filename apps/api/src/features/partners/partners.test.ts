import { beforeAll, describe, expect, test } from '@jest/globals';
import type { PartnerView } from '@blizej/contracts';
import { expectRefusal, refusal } from '../../../test/refusals.ts';
import { useWorld } from '../../../test/world.ts';
import { people, type PersonKey } from '../../demo/people.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma } from '../../platform/database/database.ts';
import { acceptPartner, archivePartner } from './actions/decide-partner.ts';
import { addPartner, changePartner } from './actions/describe-partner.ts';
import { noteContact, notePartnerPerson, removeContact, removePartnerPerson } from './actions/note-partner.ts';
import { endTwin, writeTwin } from './actions/twin-partner.ts';
import { listPartners, listTwins, partnersTable, readPartner } from './partners.queries.ts';

const world = useWorld();
let official: Actor;
let secretary: Actor;
beforeAll(async () => {
  official = await world.actor('jantarowoOfficial');
  secretary = await world.actor('secretary');
});

const described = (name: string) => ({
  name,
  kind: 'AUTHORITY' as const,
  country: 'SE' as const,
  place: 'Kattvik',
  descriptionPl: 'Gmina nad cieśniną.',
  topics: ['żegluga'],
  languages: ['sv' as const],
});
const add = (as: Actor, name = `Kommun ${crypto.randomUUID()}`): Promise<PartnerView> =>
  addPartner(world.unit, as, { body: described(name) });
const partnerAt = async (place: string): Promise<string> =>
  (await world.row<{ id: string }>(Prisma.sql`SELECT organization_id AS id FROM partner WHERE place = ${place}`)).id;
const find = (as: Actor, query: Partial<Parameters<typeof listPartners>[2]>) =>
  listPartners(world.database, as, { state: 'ACTIVE', ...query });

describe('The directory', () => {
  test('a gmina proposes, the secretariat is asked and accepts, and who has proposed is told', async () => {
    const proposed = await add(official);
    expect(proposed).toMatchObject({ state: 'PROPOSED', abilities: { change: true, accept: false, twinFor: [] } });
    expect((await world.newest('partner.proposed')).told).toContainEqual({
      name: people.secretary.name,
      reason: 'DECIDE',
    });
    const mewia = await world.actor('mewiaOfficial');
    expect(await readPartner(world.database, mewia, proposed.id)).toBeUndefined();
    const params = { id: proposed.id };
    const { version } = proposed;
    await expectRefusal(acceptPartner(world.unit, official, { params, body: { version } }), 'forbidden');
    const accepted = await acceptPartner(world.unit, secretary, { params, body: { version } });
    expect(accepted).toMatchObject({ state: 'ACTIVE', proposedBy: { name: 'Jantarowo' } });
    expect((await world.newest('partner.accepted')).told).toEqual([
      { name: people.jantarowoOfficial.name, reason: 'INFORMED' },
    ]);
    expect(await readPartner(world.database, mewia, proposed.id)).toMatchObject({ abilities: { change: false } });
  });

  test('is taken along as a table: what fits, as the viewer sees it, with the people whom the viewer may know', async () => {
    const { id, name } = await add(secretary);
    await notePartnerPerson(world.unit, official, {
      params: { id },
      body: { name: 'Astrid Export', role: 'Sekreterare', email: 'astrid@kattvik.example' },
    });
    const proposed = await add(official);
    const tableOf = async (as: Actor, query: object = {}) => {
      const lines: (string | number | null)[][] = [];
      for await (const line of partnersTable(world.database, as, { state: 'ACTIVE', ...query }, 'pl')) lines.push(line);
      return lines;
    };
    const [head, ...rows] = await tableOf(official, { country: 'SE' });
    expect(head?.slice(0, 5)).toEqual(['Partner', 'Rodzaj', 'Miejscowość', 'Kraj', 'Języki']);
    const row = rows.find(([first]) => first === name);
    expect(row?.slice(1, 6)).toEqual(['władza publiczna', 'Kattvik', 'Szwecja', 'szwedzki', 'żegluga']);
    expect(row?.at(-1)).toBe('Astrid Export, Sekreterare, astrid@kattvik.example');
    expect(rows.map(([first]) => first)).not.toContain(proposed.name);
    // Another gmina, which does not work with it, sees the partner and not its people.
    const others = await tableOf(await world.actor('mewiaOfficial'), { search: name });
    expect(others).toHaveLength(2);
    expect(others[1]?.at(-1)).toBe('');
    expect(others.flat().join()).not.toContain('Astrid');
  });

  test('nobody stands in it twice, whatever the letters, and also where two add at the same moment', async () => {
    const { name } = await add(secretary, 'Öresunds kommun');
    await expectRefusal(add(secretary, name.toLowerCase().replace('ö', 'o')), 'partner-exists');
    const twice = `Samma ${crypto.randomUUID()}`;
    const outcomes = await Promise.allSettled([add(official, twice), add(secretary, twice)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(
      world.rows(Prisma.sql`INSERT INTO organization (kind, name) VALUES ('PARTNER', ${twice.toUpperCase()})`),
    ).rejects.toThrow('organization_partner_is_one');
  });

  test('an archived one is changed, written to and declared no more; it says why', async () => {
    const { id, version } = await add(secretary);
    const params = { id };
    const archived = await archivePartner(world.unit, secretary, { params, body: { reason: 'Rozwiązana.', version } });
    expect(archived).toMatchObject({ state: 'ARCHIVED', archival: 'Rozwiązana.', abilities: { noteContact: false } });
    const today = await world.day(0);
    const contact = { params, body: { contactedOn: today, about: 'Nic.' } };
    await expectRefusal(noteContact(world.unit, official, contact), 'wrong-state');
    const body = { ...described('Inna'), version: archived.version };
    await expectRefusal(changePartner(world.unit, secretary, { params, body }), 'wrong-state');
    expect((await find(official, { state: 'ARCHIVED' })).items.map((one) => one.id)).toContain(id);
  });

  test('two change it at once: the second is shown what the first has made of it', async () => {
    const { id, version, name } = await add(secretary);
    const change = (place: string) =>
      changePartner(world.unit, secretary, { params: { id }, body: { ...described(name), place, version } });
    await change('Nowe Miejsce');
    const { slug, extras } = await refusal(change('Inne'));
    expect([slug, (extras.current as PartnerView).place]).toEqual(['version-conflict', 'Nowe Miejsce']);
    expect(extras.by).toBe(people.secretary.name);
  });
});

describe('People and contacts', () => {
  test('a partner’s people are known to those who work with it, and to no other gmina', async () => {
    const id = await partnerAt('Bärnstensvik');
    const seenBy = async (who: PersonKey) => {
      const partner = await readPartner(world.database, await world.actor(who), id);
      return [partner?.people.map(({ name }) => name), partner?.peopleHidden];
    };
    // For whom they were noted; lead of an initiative with it; the secretariat; and a gmina that has nothing to do with it.
    for (const who of ['jantarowoOfficial', 'wydmyMayor', 'secretary'] as const) {
      expect(await seenBy(who)).toEqual([['Nils Uppdiktad'], 0]);
    }
    expect(await seenBy('mewiaOfficial')).toEqual([[], 1]);
    // A gmina notes its twin towns by itself: that opens nothing.
    const mewia = await world.actor('mewiaOfficial');
    const params = { id, organizationId: await world.gmina('mewia') };
    await writeTwin(world.unit, mewia, { params, body: { about: 'Szkoły.' } });
    expect(await seenBy('mewiaOfficial')).toEqual([[], 1]);
    await endTwin(world.unit, mewia, { params });
  });

  test('who is noted can be reached, and is forgotten without a trace of the name', async () => {
    const { id } = await add(secretary);
    const params = { id };
    const person = { name: 'Zmyślona Osoba', role: 'projekty' };
    const note = (body: object) => notePartnerPerson(world.unit, official, { params, body: { ...person, ...body } });
    expect((await refusal(note({}))).extras.issues).toMatchObject([{ code: 'contact_missing' }]);
    const noted = await note({ phone: '+46 0' });
    expect(noted.people).toMatchObject([{ name: person.name, notedFor: { name: 'Jantarowo' } }]);
    const removing = { params: { id, personId: noted.people[0]?.id ?? '' } };
    const mewia = await world.actor('mewiaOfficial');
    await expectRefusal(removePartnerPerson(world.unit, mewia, removing), 'not-found');
    expect((await removePartnerPerson(world.unit, official, removing)).people).toEqual([]);
    const told = await world.rows(Prisma.sql`
      SELECT FROM event WHERE facts ->> 'partnerId' = ${id} AND (facts::text LIKE '%Zmyślona%' OR detail::text LIKE '%Zmyślona%')`);
    expect(told).toEqual([]);
  });

  test('the newest contact shows in the list; who was silent for a year is found', async () => {
    const ravsande = await partnerAt('Ravsande');
    const quiet = async () => (await find(official, { quiet: true })).items.map(({ id }) => id);
    expect(await quiet()).toContain(ravsande);
    const tomorrow = await world.day(1);
    const params = { id: ravsande };
    const late = noteContact(world.unit, official, { params, body: { contactedOn: tomorrow, about: 'Jutro.' } });
    expect((await refusal(late)).extras.issues).toMatchObject([{ pointer: '/contactedOn', code: 'in_future' }]);
    const today = await world.day(0);
    const noted = await noteContact(world.unit, official, { params, body: { contactedOn: today, about: 'Rowery.' } });
    expect(noted).toMatchObject({ lastContactOn: today, contacts: [{ by: people.jantarowoOfficial.name }, {}] });
    expect(await quiet()).not.toContain(ravsande);
    const removing = { params: { id: ravsande, contactId: noted.contacts[0]?.id ?? '' } };
    await expectRefusal(removeContact(world.unit, await world.actor('mewiaOfficial'), removing), 'forbidden');
    expect((await removeContact(world.unit, official, removing)).contacts).toHaveLength(1);
    await expect(world.rows(Prisma.sql`UPDATE partner_contact SET about = 'x'`)).rejects.toThrow('never changed');
  });
});

describe('Twin towns', () => {
  test('are noted by the gmina’s own people, on both pages, and told to who decides', async () => {
    const { id } = await add(secretary);
    const organizationId = await world.gmina('jantarowo');
    const params = { id, organizationId };
    const write = (as: Actor, body: { since?: number; about: string; version?: number }) =>
      writeTwin(world.unit, as, { params, body });
    await expectRefusal(write(await world.actor('mewiaOfficial'), { about: 'Nie moje.' }), 'forbidden');
    const written = await write(official, { since: 2020, about: 'Szkoły.' });
    expect(written.twins).toMatchObject([{ gmina: { name: 'Jantarowo' }, since: 2020, version: 1 }]);
    expect((await world.newest('partner.twinned')).told.map(({ name }) => name)).toContain(people.jantarowoMayor.name);
    // Whoever has not seen that it is noted already does not write over it.
    await expectRefusal(write(official, { about: 'Inaczej.' }), 'version-conflict');
    expect((await write(official, { about: 'Inaczej.', version: 1 })).twins[0]).toMatchObject({ version: 2 });
    const ofGmina = await listTwins(world.database, official, organizationId);
    expect(ofGmina?.items.map(({ partner }) => partner.id)).toContain(id);
    expect((await endTwin(world.unit, official, { params })).twins).toEqual([]);
    await expectRefusal(endTwin(world.unit, official, { params }), 'not-found');
  });

  test('a university is none', async () => {
    const params = { id: await partnerAt('Bernsteinhafen'), organizationId: await world.gmina('jantarowo') };
    const { extras } = await refusal(writeTwin(world.unit, official, { params, body: { about: 'Nauka.' } }));
    expect(extras.issues).toMatchObject([{ code: 'not_a_town' }]);
  });
});

describe('Search', () => {
  const reasons = async (as: Actor, place: string, query: Partial<Parameters<typeof listPartners>[2]>) =>
    (await find(as, query)).items.find((one) => one.place === place)?.reasons;

  test('finds without marks, and says in what', async () => {
    expect(await reasons(official, 'Bärnstensvik', { search: 'barnstens' })).toEqual([
      { by: 'NAME', value: null, organization: null, initiative: null },
      { by: 'PLACE', value: 'Bärnstensvik', organization: null, initiative: null },
    ]);
    expect(await reasons(official, 'Bärnstensvik', { search: 'młodzie' })).toMatchObject([
      { by: 'TOPIC', value: 'młodzież' },
    ]);
    expect(await reasons(official, 'Bärnstensvik', { search: 'widm' })).toMatchObject([
      { by: 'WORKED', organization: 'Wydmy Wielkie', initiative: { pl: 'Morze bez sieci widm' } },
    ]);
    expect((await find(official, { search: 'nie ma takiego' })).items).toEqual([]);
  });

  test('is narrowed by what the gmina has done with it, and says what that was', async () => {
    const wydmy = await world.actor('wydmyOfficial');
    expect(await reasons(wydmy, 'Bärnstensvik', { worked: true, country: 'SE' })).toMatchObject([
      { by: 'COUNTRY', value: 'SE' },
      { by: 'WORKED', organization: 'Wydmy Wielkie' },
    ]);
    expect((await find(wydmy, { twin: true })).items.map(({ place }) => place)).toEqual(['Ravsande']);
    expect((await find(await world.actor('mewiaOfficial'), { worked: true })).items).toEqual([]);
    const kinds = (await find(official, { kind: 'SCIENCE', language: 'de' })).items;
    expect(kinds.map(({ place }) => place)).toEqual(['Bernsteinhafen']);
    expect(kinds[0]?.reasons.map(({ by }) => by)).toEqual(['KIND', 'LANGUAGE']);
  });

  test('who worked with whom stands on the page, with part and stage', async () => {
    const partner = await readPartner(world.database, official, await partnerAt('Bärnstensvik'));
    expect(partner).toMatchObject({ initiatives: 2 });
    expect(partner?.joint).toMatchObject([
      {
        initiative: { stage: 'PREPARATION' },
        role: 'PARTNER',
        gminas: [{ name: 'Wydmy Wielkie', role: 'LEAD_PARTNER' }],
      },
      { initiative: { stage: 'COMPLETED' }, gminas: [{ name: 'Bursztynowiec' }] },
    ]);
  });
});
