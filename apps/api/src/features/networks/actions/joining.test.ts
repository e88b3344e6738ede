import { describe, expect, test } from '@jest/globals';
import { expectRefusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import { people } from '../../../demo/people.ts';
import { listMemberships } from '../networks.queries.ts';
import { admitMembership } from './admit-membership.ts';
import { confirmMembership } from './confirm-membership.ts';
import { declineMembership } from './decline-membership.ts';
import { leaveNetwork } from './leave-network.ts';
import { requestMembership } from './request-membership.ts';

describe('Joining a network', () => {
  const world = useWorld();
  const ask = async (
    who: keyof typeof people,
    network: string,
    gmina: 'foczy' | 'bursztynowiec' | 'sledziowo' | 'mewia' | 'jantarowo',
  ) =>
    requestMembership(world.unit, await world.actor(who), {
      params: { id: await world.network(network) },
      body: { organizationId: await world.gmina(gmina), role: 'MEMBER', note: 'Chcemy się uczyć.' },
    });
  const seat = async (
    network: string,
    gmina: 'foczy' | 'bursztynowiec' | 'sledziowo' | 'jantarowo' | 'latarnikowo',
  ) => ({
    params: { id: await world.network(network), organizationId: await world.gmina(gmina) },
  });

  test('takes three steps in a network by approval: an official asks, the gmina confirms, the lead admits', async () => {
    const asked = await ask('bursztynowiecOfficial', 'woda', 'bursztynowiec');
    expect(asked).toMatchObject({ state: 'REQUESTED', abilities: { confirm: false, admit: false } });
    expect((await world.newest('membership.requested')).told).toEqual([
      { name: people.bursztynowiecMayor.name, reason: 'DECIDE' },
    ]);

    const confirmed = await confirmMembership(
      world.unit,
      await world.actor('bursztynowiecMayor'),
      await seat('woda', 'bursztynowiec'),
    );
    expect(confirmed.state).toBe('CONFIRMED');
    const told = Object.fromEntries(
      (await world.newest('membership.confirmed')).told.map(({ name, reason }) => [name, reason]),
    );
    expect(told[people.jantarowoMayor.name]).toBe('DECIDE');
    expect(told[people.secretary.name]).toBe('DECIDE');
    expect(told[people.bursztynowiecOfficial.name]).toBe('INFORMED');

    const admitted = await admitMembership(
      world.unit,
      await world.actor('jantarowoOfficial'),
      await seat('woda', 'bursztynowiec'),
    );
    expect(admitted).toMatchObject({ state: 'ACTIVE', role: 'MEMBER' });
    expect(admitted.activeAt).not.toBeNull();
  });

  test('takes one step when the mayor asks in an open network', async () => {
    const joined = await ask('mewiaMayor', 'turystyka', 'mewia');
    expect(joined.state).toBe('ACTIVE');
    expect((await world.newest('membership.activated')).organizationId).toBe(await world.gmina('mewia'));
  });

  test('is not asked twice, not even by two at once', async () => {
    const outcomes = await Promise.allSettled([
      ask('sledziowoOfficial', 'energia', 'sledziowo'),
      ask('sledziowoMayor', 'energia', 'sledziowo'),
      ask('sledziowoOfficial', 'energia', 'sledziowo'),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expectRefusal(ask('sledziowoOfficial', 'energia', 'sledziowo'), 'membership-exists');
  });

  test('is by invitation in some networks, impossible in a proposed one, and never for another gmina', async () => {
    await expectRefusal(ask('foczyMayor', 'mlodziez', 'foczy'), 'by-invitation-only');
    await expectRefusal(ask('foczyMayor', 'odpornosc', 'foczy'), 'not-found');
    await expectRefusal(ask('foczyMayor', 'turystyka', 'mewia'), 'forbidden');
  });

  test('a request is seen by the gmina, the lead and the secretariat; for others it does not exist', async () => {
    const network = await world.network('woda');
    const waiting = async (who: keyof typeof people) =>
      (await listMemberships(world.database, await world.actor(who), network))
        .filter(({ state }) => state !== 'ACTIVE')
        .map(({ organization }) => organization.name);
    expect(await waiting('secretary')).toEqual(expect.arrayContaining(['Foczy Róg', 'Śledziowo']));
    expect(await waiting('jantarowoOfficial')).toEqual(expect.arrayContaining(['Foczy Róg', 'Śledziowo']));
    expect(await waiting('foczyOfficial')).toEqual(['Foczy Róg']);
    expect(await waiting('mewiaOfficial')).toEqual([]);
    await expectRefusal(
      confirmMembership(world.unit, await world.actor('mewiaMayor'), await seat('woda', 'foczy')),
      'not-found',
    );
  });

  test('the gmina’s own confirmation is not an official’s to give, nor the admission the gmina’s own', async () => {
    await expectRefusal(
      confirmMembership(world.unit, await world.actor('foczyOfficial'), await seat('woda', 'foczy')),
      'forbidden',
    );
    await expectRefusal(
      admitMembership(world.unit, await world.actor('sledziowoMayor'), await seat('woda', 'sledziowo')),
      'forbidden',
    );
    await expectRefusal(
      admitMembership(world.unit, await world.actor('secretary'), await seat('woda', 'foczy')),
      'wrong-state',
    );
  });

  test('is declined with a reason, after which the gmina may ask again', async () => {
    const declined = await declineMembership(world.unit, await world.actor('secretary'), {
      ...(await seat('woda', 'sledziowo')),
      body: { reason: 'Sieć jest na razie pełna.' },
    });
    expect(declined.state).toBe('DECLINED');
    expect((await world.newest('membership.declined')).facts).toMatchObject({ reason: 'Sieć jest na razie pełna.' });
    expect((await ask('sledziowoMayor', 'woda', 'sledziowo')).state).toBe('CONFIRMED');
  });

  test('a member leaves, the lead only after it has handed over', async () => {
    const left = await leaveNetwork(
      world.unit,
      await world.actor('jantarowoMayor'),
      await seat('energia', 'jantarowo'),
    );
    expect(left.state).toBe('LEFT');
    await expectRefusal(
      leaveNetwork(world.unit, await world.actor('jantarowoMayor'), await seat('woda', 'jantarowo')),
      'lead-must-stay',
    );
  });
});
