import { describe, expect, test } from '@jest/globals';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import type { PersonKey } from '../../../demo/people.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { readStart } from '../../dashboards/dashboards.queries.ts';
import { readOrganization } from '../../organizations/organizations.queries.ts';
import { createTask } from '../../tasks/actions/create-task.ts';
import { closeTask } from '../../tasks/actions/close-task.ts';
import { readReport } from '../closing.queries.ts';
import { listNetworks, listTopics, readNetwork } from '../networks.queries.ts';
import { beginClosing } from './begin-closing.ts';
import { changeMandate } from './change-mandate.ts';
import { extendNetwork } from './extend-network.ts';
import { proposeNetwork } from './propose-network.ts';
import { reviewNetwork } from './review-network.ts';
import { signReport } from './sign-report.ts';
import { writeReport } from './write-report.ts';

describe('The life of a network', () => {
  const world = useWorld();
  const mandate = {
    issuingBody: 'BOARD' as const,
    number: '50/2026',
    adoptedOn: '2026-10-01',
    title: 'w sprawie dalszych prac',
  };
  const read = async (key: string, by: PersonKey = 'secretary') => {
    const network = await readNetwork(world.database, await world.actor(by), await world.network(key));
    if (!network) throw new Error(`${by} does not see ${key}.`);
    return network;
  };
  const at = async (key: string) => ({ params: { id: await world.network(key) }, version: (await read(key)).version });

  const engagedIn = async (gmina: string) =>
    (await readOrganization(world.database, await world.actor('secretary'), gmina))?.engagements?.networks ?? 0;

  test('is found by its goals and topics', async () => {
    const official = await world.actor('jantarowoOfficial');
    const names = async (query: object) =>
      (await listNetworks(world.database, official, query)).items.map(({ name }) => name.pl);
    expect(await names({ goal: 'SELF_GOVERNMENT' })).toEqual(['Lokalne społeczności energetyczne']);
    expect(await names({ topic: 'kultura' })).toEqual(['Turystyka poza sezonem']);
    expect(await names({ search: 'retencja' })).toEqual(['Retencja i ponowne użycie wody']);
    // A proposal's topic is its proposer's and the secretariat's to see.
    expect(await listTopics(world.database, official)).toContain('szkoły');
    expect(await listTopics(world.database, await world.actor('mewiaMayor'))).not.toContain('szkoły');
  });

  test('has parts, which have none; who may not see a part does not see it with the whole', async () => {
    const water = await world.network('woda');
    const part = await world.network('deszczowki');
    expect(await read('deszczowki')).toMatchObject({ parent: { id: water } });
    expect((await read('woda')).parts.map(({ id }) => id)).toEqual([part]);
    expect((await read('woda', 'mewiaMayor')).parts).toEqual([]);
    const propose = async (parentId: string) =>
      proposeNetwork(world.unit, await world.actor('secretary'), {
        kind: 'PERMANENT',
        namePl: 'Część części',
        purposePl: 'Cel tej części.',
        benefit: 'Korzyść z tej części.',
        goals: ['SEA'],
        topics: [],
        joinPolicy: 'OPEN',
        parentId,
      });
    for (const parent of [part, await world.network('promy'), crypto.randomUUID()]) {
      expect((await refusal(propose(parent))).extras.issues).toMatchObject([{ code: 'no_such_network' }]);
    }
    await expect(
      world.rows(
        Prisma.sql`UPDATE network SET parent_id = ${part}::uuid WHERE id = ${await world.network('energia')}::uuid`,
      ),
    ).rejects.toThrow(/a part of a part/);
  });

  test('is told of a mandate that was superseded, and goes on under another', async () => {
    expect(await read('mlodziez')).toMatchObject({ mandateStanding: 'SUPERSEDED' });
    const secretary = await world.actor('secretary');
    const start = await readStart(world.database, secretary);
    const id = await world.network('mlodziez');
    expect(start.networks.find((network) => network.id === id)).toMatchObject({ mandateStanding: 'SUPERSEDED' });
    const { version, params } = await at('mlodziez');
    const change = async (by: PersonKey, body: object = {}) =>
      changeMandate(world.unit, await world.actor(by), { params, body: { mandate, version, ...body } });
    await expectRefusal(change('jantarowoMayor'), 'forbidden');
    await expectRefusal(change('secretary', { version: 99 }), 'version-conflict');
    await expectRefusal(
      change('secretary', { mandate: { ...mandate, adoptedOn: '2999-01-01' } }),
      'mandate-not-in-force',
    );
    expect(await change('secretary')).toMatchObject({ mandateStanding: 'IN_FORCE', mandate: { number: '50/2026' } });
    expect((await world.newest('network.mandate-changed')).facts).toMatchObject({ mandate: '50/2026' });
  });

  test('gets more time by a resolution only, and every time stays on its page', async () => {
    const before = await read('energia');
    expect(before.extensions).toMatchObject([{ resolution: { number: '31/2026' }, endsOn: before.endsOn }]);
    const { version, params } = await at('energia');
    const endsOn = await world.day(500);
    const extend = async (by: PersonKey, body: object = {}) =>
      extendNetwork(world.unit, await world.actor(by), {
        params,
        body: { resolution: mandate, endsOn, reason: 'Prace trwają.', version, ...body },
      });
    await expectRefusal(extend('mewiaMayor'), 'forbidden');
    expect((await refusal(extend('secretary', { endsOn: before.endsOn }))).extras.issues).toMatchObject([
      { code: 'not_later' },
    ]);
    const ahead = { ...mandate, number: '51/2999', adoptedOn: '2999-01-01' };
    await expectRefusal(extend('secretary', { resolution: ahead }), 'mandate-not-in-force');
    const extended = await extend('secretary');
    expect(extended).toMatchObject({ endsOn, version: version + 1 });
    expect(extended.extensions[1]).toMatchObject({ formerEndsOn: before.endsOn, endsOn, reason: 'Prace trwają.' });
    const { told } = await world.newest('network.extended');
    expect(told.map(({ name }) => name)).toContain((await world.actor('mewiaOfficial')).name);
    await expectRefusal(extend('secretary'), 'version-conflict');
    const permanent = await at('woda');
    const onPermanent = extendNetwork(world.unit, await world.actor('secretary'), {
      params: permanent.params,
      body: { resolution: mandate, endsOn, reason: 'Prace trwają.', version: permanent.version },
    });
    expect((await refusal(onPermanent)).extras.issues).toMatchObject([{ code: 'end_not_wanted' }]);
  });

  test('is looked at once a year where it is permanent', async () => {
    expect(await read('turystyka')).toMatchObject({ reviewDue: true, abilities: { review: true } });
    expect(await read('woda')).toMatchObject({ reviewDue: false });
    const { version, params } = await at('turystyka');
    const review = async (by: PersonKey, over: number) =>
      reviewNetwork(world.unit, await world.actor(by), {
        params,
        body: {
          outcome: 'CHANGE',
          summary: 'Kalendarz działa, szlaki wymagają nowego planu.',
          version: version + over,
        },
      });
    await expectRefusal(review('jantarowoMayor', 0), 'forbidden');
    const reviewed = await review('secretary', 0);
    const year = Number((await world.day(0)).slice(0, 4));
    expect(reviewed).toMatchObject({ reviewDue: false, reviews: [{ year, outcome: 'CHANGE' }] });
    expect((await world.newest('network.reviewed')).facts).toMatchObject({ year });
    await expectRefusal(review('secretary', 1), 'review-exists');
    const energy = await at('energia');
    const body = { outcome: 'CONTINUE' as const, summary: 'Sieć doraźna.', version: energy.version };
    await expectRefusal(
      reviewNetwork(world.unit, await world.actor('secretary'), { params: energy.params, body }),
      'wrong-state',
    );
  });

  test('closes with a report: filled in from what happened, written together, signed by the lead’s mayor', async () => {
    const id = await world.network('turystyka');
    const params = { id };
    const secretary = await world.actor('secretary');
    const lead = await world.actor('latarnikowoCoordinator');
    const { version } = await read('turystyka');
    await expectRefusal(
      beginClosing(world.unit, await world.actor('jantarowoMayor'), { params, body: { version } }),
      'forbidden',
    );
    expect(await beginClosing(world.unit, lead, { params, body: { version } })).toMatchObject({
      state: 'CLOSING',
      abilities: { readReport: true, writeTask: false, beginClosing: false },
    });
    await expectRefusal(beginClosing(world.unit, lead, { params, body: { version: version + 1 } }), 'wrong-state');
    await expectRefusal(
      createTask(world.unit, secretary, {
        body: {
          networkId: id,
          title: 'Jeszcze jedno',
          body: 'Treść zadania.',
          dueOn: await world.day(9),
          priority: 'NORMAL',
          organizationIds: [await world.gmina('latarnikowo')],
        },
      }),
      'wrong-state',
    );
    expect(await readReport(world.database, await world.actor('jantarowoMayor'), id)).toBeUndefined();
    const begun = await readReport(world.database, lead, id);
    expect(begun).toMatchObject({
      problem: 'Wspólna oferta i kalendarz wydarzeń nad morzem i zalewem poza sezonem letnim.',
      figures: { tasks: 3, openTasks: 2, asked: 8, accepted: 4, declined: 0, late: 0, members: 4 },
      signed: null,
      abilities: { write: true, sign: false },
    });
    const ours = begun?.results.find(({ organization }) => organization.name === 'Latarnikowo');
    expect(ours).toMatchObject({ asked: 3, answered: 2, result: '' });

    const write = (over: object) =>
      writeReport(world.unit, lead, {
        params,
        body: {
          problem: begun?.problem ?? '',
          done: 'Powstał kalendarz i opis szlaków.',
          remaining: '',
          results: [{ organizationId: ours?.organization.id ?? '', result: 'Szlaki oznakowane.' }],
          version: 1,
          ...over,
        },
      });
    const strangers = [{ organizationId: await world.gmina('foczy'), result: 'x' }];
    expect((await refusal(write({ results: strangers }))).extras.issues).toMatchObject([{ code: 'not_in_network' }]);
    expect(await write({ done: '' })).toMatchObject({ version: 2 });
    const conflict = await refusal(write({}));
    expect(conflict).toMatchObject({ slug: 'version-conflict', extras: { current: { done: '', version: 2 } } });

    const engaged = await engagedIn(await world.gmina('latarnikowo'));
    const mayor = await world.actor('latarnikowoMayor');
    const sign = (seen: number, by = mayor) => signReport(world.unit, by, { params, body: { version: seen } });
    await expectRefusal(sign(2, secretary), 'forbidden');
    await expectRefusal(sign(2), 'tasks-open');
    for (const title of ['Wydarzenia zimowe do wspólnego kalendarza', 'Przebieg szlaku przez gminę']) {
      await closeTask(world.unit, secretary, { params: { id: await world.task(title) }, body: { version: 1 } });
    }
    await expectRefusal(sign(2), 'report-incomplete');
    await write({ version: 2 });
    await expectRefusal(sign(2), 'version-conflict');
    const signed = await sign(3);
    expect(signed).toMatchObject({
      network: { state: 'CLOSED' },
      done: 'Powstał kalendarz i opis szlaków.',
      figures: { openTasks: 0, asked: 8, accepted: 4 },
      signed: { by: mayor.name },
      abilities: { write: false, sign: false },
    });
    expect(signed.results.find(({ organization }) => organization.name === 'Latarnikowo')).toMatchObject({
      answered: 2,
      result: 'Szlaki oznakowane.',
    });
    // What is closed holds nobody in the association.
    expect(await engagedIn(await world.gmina('latarnikowo'))).toBe(engaged - 1);
    await expectRefusal(write({ version: 4 }), 'wrong-state');
    expect(await readReport(world.database, await world.actor('mewiaMayor'), id)).toMatchObject({
      signed: { by: mayor.name },
    });
    expect((await world.newest('network.closed')).told.map(({ name }) => name)).toContain(
      (await world.actor('jantarowoMayor')).name,
    );
  });
});
