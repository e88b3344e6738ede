import { describe, expect, test } from '@jest/globals';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import type { PersonKey } from '../../../demo/people.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { listNetworks, readNetwork } from '../../networks/networks.queries.ts';
import { listResolutions, readResolution } from '../resolutions.queries.ts';
import { changeResolution } from './change-resolution.ts';
import { recordResolution } from './record-resolution.ts';

describe('The register of resolutions', () => {
  const world = useWorld();
  const entry = { issuingBody: 'BOARD' as const, number: '40/2026', adoptedOn: '2026-06-01', title: 'w sprawie sieci' };
  const record = async (over: object = {}, by: PersonKey = 'secretary') =>
    recordResolution(world.unit, await world.actor(by), { body: { ...entry, number: crypto.randomUUID(), ...over } });
  const codesOf = async (deed: Promise<unknown>) => (await refusal(deed)).extras.issues?.map(({ code }) => code);
  const idOf = async (number: string) =>
    (await world.row<{ id: string }>(Prisma.sql`SELECT id FROM resolution WHERE number = ${number}`)).id;

  test('takes an entry once, with who entered it', async () => {
    const number = '40/2026';
    const recorded = await record({ number, url: 'https://bip.example/40', validUntil: '2999-12-31' });
    expect(recorded).toMatchObject({
      number,
      standing: 'IN_FORCE',
      validUntil: '2999-12-31',
      supersedes: null,
      abilities: { change: true, supersede: true },
    });
    expect(await world.newest('resolution.recorded')).toMatchObject({
      facts: { resolution: number },
      detail: { id: recorded.id },
      told: [],
    });
    await expectRefusal(record({ number }), 'resolution-exists');
    await expectRefusal(record({}, 'jantarowoMayor'), 'forbidden');
  });

  test('takes the resolution of a council under its gmina', async () => {
    const issuerId = await world.gmina('foczy');
    expect(await record({ issuingBody: 'COUNCIL', issuerId })).toMatchObject({ issuer: 'Foczy Róg', issuerId });
    expect(await codesOf(record({ issuingBody: 'COUNCIL' }))).toEqual(['issuer_does_not_fit']);
    expect(await codesOf(record({ issuingBody: 'COUNCIL', issuerId: crypto.randomUUID() }))).toEqual([
      'unknown_organization',
    ]);
  });

  test('is read by every member’s people, by words, body and validity; by nobody else', async () => {
    const ended = await record({ validUntil: '2026-06-30', title: 'w sprawie Żółwiego Brzegu' });
    const mayor = await world.actor('mewiaMayor');
    const found = async (query: object) =>
      (await listResolutions(world.database, mayor, query)).items.map(({ id }) => id);
    expect(await found({ search: 'zolwiego' })).toEqual([ended.id]);
    expect(await found({ search: 'zolwiego', validity: 'in-force' })).toEqual([]);
    expect(await found({ search: 'zolwiego', validity: 'not-in-force' })).toEqual([ended.id]);
    expect(await found({ search: 'zolwiego', body: 'GENERAL_ASSEMBLY' })).toEqual([]);
    expect(await found({ search: 'zolwiego', issuer: 'association' })).toEqual([ended.id]);
    expect(await found({ search: 'zolwiego', issuer: await world.gmina('foczy') })).toEqual([]);
    expect(await readResolution(world.database, mayor, ended.id)).toMatchObject({
      standing: 'ENDED',
      abilities: { change: false, supersede: false },
    });
    const nobody = { ...mayor, offices: [] };
    expect((await listResolutions(world.database, nobody, {})).items).toEqual([]);
    expect(await readResolution(world.database, nobody, ended.id)).toBeUndefined();
  });

  test('gives every page of a long list once', async () => {
    await world.rows(Prisma.sql`
      INSERT INTO resolution (issuer_id, issuing_body, number, adopted_on, title)
      SELECT organization.id, 'BOARD', 'S/' || n, date '2020-01-01' + n / 3, 'seria'
      FROM organization, generate_series(1, 60) n WHERE organization.kind = 'SECRETARIAT'`);
    const actor = await world.actor('secretary');
    const first = await listResolutions(world.database, actor, { search: 'seria' });
    const second = await listResolutions(world.database, actor, { search: 'seria', cursor: first.next ?? '' });
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 10, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(60);
  });

  test('lets one resolution come in the place of another, and warns the networks under it', async () => {
    const supersedesId = await idOf('LIV/7/2026');
    const today = await world.day(0);
    const successor = await record({ number: '41/2026', adoptedOn: today, supersedesId });
    expect(successor).toMatchObject({ supersedes: { id: supersedesId, number: 'LIV/7/2026' } });
    const secretary = await world.actor('secretary');
    expect(await readResolution(world.database, secretary, supersedesId)).toMatchObject({
      standing: 'SUPERSEDED',
      supersededBy: { number: '41/2026' },
      abilities: { supersede: false },
    });
    const { told, facts } = await world.newest('network.mandate-superseded');
    expect(facts).toMatchObject({ mandate: 'LIV/7/2026', resolution: '41/2026' });
    expect(told).toContainEqual({ name: (await world.actor('jantarowoMayor')).name, reason: 'INFORMED' });
    expect(told.map(({ name }) => name)).not.toContain((await world.actor('mewiaMayor')).name);
    const water = await world.network('woda');
    expect(await readNetwork(world.database, secretary, water)).toMatchObject({ mandateStanding: 'SUPERSEDED' });
    const resting = await listNetworks(world.database, secretary, { resolution: supersedesId });
    expect(resting.items.map(({ id }) => id)).toEqual([water]);
    expect(await codesOf(record({ adoptedOn: today, supersedesId }))).toEqual(['already_superseded']);
    expect(await codesOf(record({ supersedesId: crypto.randomUUID() }))).toEqual(['unknown_resolution']);
    const council = { issuingBody: 'COUNCIL', issuerId: await world.gmina('foczy'), adoptedOn: today };
    expect(await codesOf(record({ ...council, supersedesId: successor.id }))).toEqual([
      'other_issuer',
      'not_after_predecessor',
    ]);
  });

  test('lets two who supersede the same at once have one successor', async () => {
    const { id } = await record();
    const both = await Promise.allSettled([
      record({ adoptedOn: '2026-06-02', supersedesId: id }),
      record({ adoptedOn: '2026-06-03', supersedesId: id }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('is corrected in the open: with its version, and as it was before in the log', async () => {
    const { id, number } = await record();
    const change = async (over: object, by: PersonKey = 'secretary') =>
      changeResolution(world.unit, await world.actor(by), {
        params: { id },
        body: { ...entry, number, version: 1, ...over },
      });
    await expectRefusal(change({ title: 'w innej sprawie' }, 'mewiaMayor'), 'forbidden');
    expect(await change({ title: 'w innej sprawie', validUntil: '2026-09-30' })).toMatchObject({
      title: 'w innej sprawie',
      standing: 'ENDED',
      version: 2,
    });
    expect((await world.newest('resolution.changed')).detail).toMatchObject({
      id,
      former: { title: 'w sprawie sieci', validUntil: null },
    });
    const conflict = await refusal(change({ title: 'w trzeciej sprawie' }));
    expect(conflict).toMatchObject({ slug: 'version-conflict', extras: { current: { title: 'w innej sprawie' } } });
    expect(await codesOf(change({ supersedesId: id, version: 2 }))).toEqual(['unknown_resolution']);
    await expectRefusal(
      change({
        number: 'LIV/7/2026',
        issuingBody: 'GENERAL_ASSEMBLY',
        adoptedOn: await dayOf('LIV/7/2026'),
        version: 2,
      }),
      'resolution-exists',
    );
    await record({ number: '42/2026', adoptedOn: '2026-07-01', supersedesId: id });
    expect(await codesOf(change({ adoptedOn: '2026-07-01', version: 2 }))).toEqual(['not_before_successor']);
  });

  const dayOf = async (number: string) =>
    (
      await world.row<{ day: string }>(
        Prisma.sql`SELECT adopted_on::text AS day FROM resolution WHERE number = ${number}`,
      )
    ).day;
});
