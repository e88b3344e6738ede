import { describe, expect, test } from '@jest/globals';
import { expectRefusal } from '../../../../test/refusals.ts';
import { usePortal } from '../../../../test/world.ts';
import { demoPassword, people } from '../../../demo/people.ts';
import { blockPerson } from './block-person.ts';
import { unblockPerson } from './unblock-person.ts';

const portal = usePortal();
const { world } = portal;
const body = { reason: 'Zgubiony telefon służbowy.' };
const params = async (key: keyof typeof people) => ({ id: (await world.actor(key)).personId });

describe('Blocking a person', () => {
  test('ends their sessions at once, keeps them out, and lets them in again', async () => {
    const secretary = await world.actor('secretary');
    const official = await portal.as('jantarowoOfficial');
    expect((await official.get('/api/session')).status).toBe(200);

    const blocked = await blockPerson(world.unit, secretary, { params: await params('jantarowoOfficial'), body });
    expect(blocked).toMatchObject({ blocked: true, abilities: { block: false, unblock: true } });
    expect((await official.get('/api/session')).status).toBe(401);
    const signIn = () =>
      portal.visitor().post('/api/session').send({ email: people.jantarowoOfficial.email, password: demoPassword });
    expect((await signIn()).status).toBe(401);
    expect(await world.newest('person.blocked')).toMatchObject({
      actor: people.secretary.name,
      organizationId: await world.gmina('jantarowo'),
      facts: { person: blocked.id },
      detail: body,
      told: [people.jantarowoMayor, people.director, people.jantarowoCoordinator].map(({ name }) => ({
        name,
        reason: 'INFORMED',
      })),
    });
    await expectRefusal(
      blockPerson(world.unit, secretary, { params: await params('jantarowoOfficial'), body }),
      'wrong-state',
    );

    await unblockPerson(world.unit, secretary, { params: await params('jantarowoOfficial'), body });
    // What was ended stays ended.
    expect((await official.get('/api/session')).status).toBe(401);
    expect((await signIn()).status).toBe(201);
    const { told } = await world.newest('person.unblocked');
    expect(told).toContainEqual({ name: people.jantarowoOfficial.name, reason: 'INFORMED' });
    await expectRefusal(
      unblockPerson(world.unit, secretary, { params: await params('jantarowoOfficial'), body }),
      'wrong-state',
    );
  });

  test('names the person to those who are told, and the reason to the audit alone', async () => {
    await blockPerson(world.unit, await world.actor('secretary'), { params: await params('mewiaOfficial'), body });
    const mayor = await portal.as('mewiaMayor');
    const { body: inbox } = await mayor.get('/api/notifications');
    expect(inbox.items[0].event).toMatchObject({ kind: 'person.blocked', person: { name: people.mewiaOfficial.name } });
    expect(JSON.stringify(inbox)).not.toContain(body.reason);
    const secretary = await portal.as('secretary');
    const { body: log } = await secretary
      .get('/api/audit')
      .query({ person: (await world.actor('mewiaOfficial')).personId, kind: 'person.blocked' });
    expect(log.items).toHaveLength(1);
    expect((await secretary.get(`/api/audit/${log.items[0].id}`)).body.detail).toEqual(body);
  });

  test('oneself is refused, and so is blocking without the secretariat’s office', async () => {
    const secretary = await world.actor('secretary');
    await expectRefusal(blockPerson(world.unit, secretary, { params: await params('secretary'), body }), 'own-account');
    await expectRefusal(
      blockPerson(world.unit, await world.actor('jantarowoMayor'), {
        params: await params('jantarowoColleague'),
        body,
      }),
      'forbidden',
    );
    await expectRefusal(
      blockPerson(world.unit, await world.actor('mewiaMayor'), { params: await params('jantarowoColleague'), body }),
      'not-found',
    );
  });
});
