import { beforeEach, describe, expect, test } from '@jest/globals';
import { expectRefusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import { people, type PersonKey } from '../../../demo/people.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { readStart } from '../../dashboards/dashboards.queries.ts';
import { listMemberships } from '../networks.queries.ts';
import { acceptMembership } from './accept-membership.ts';
import { declineMembership } from './decline-membership.ts';
import { inviteGminas } from './invite-gminas.ts';
import { requestMembership } from './request-membership.ts';

/** The youth network, which is joined by invitation alone; it is led by another gmina than those that are invited here. */
describe('Inviting gminas into a network', () => {
  const world = useWorld();
  const gminas = ['foczy', 'bursztynowiec'] as const;
  type Gmina = (typeof gminas)[number];
  const seat = async (gmina: Gmina) => ({
    params: { id: await world.network('mlodziez'), organizationId: await world.gmina(gmina) },
  });
  const invite = async (who: PersonKey, ...asked: Gmina[]) =>
    inviteGminas(world.unit, await world.actor(who), {
      params: { id: await world.network('mlodziez') },
      body: {
        organizationIds: await Promise.all(asked.map((gmina) => world.gmina(gmina))),
        role: 'MEMBER',
        note: 'Brakuje nam gmin z zachodu.',
      },
    });
  const accept = async (who: PersonKey, gmina: Gmina) =>
    acceptMembership(world.unit, await world.actor(who), await seat(gmina));

  beforeEach(async () => {
    await world.rows(Prisma.sql`DELETE FROM membership WHERE network_id = ${await world.network('mlodziez')}::uuid
      AND organization_id = ANY (${await Promise.all(gminas.map((gmina) => world.gmina(gmina)))}::uuid[])`);
  });

  test('asks the mayors and coordinators of as many as wanted, and leaves out who is invited already', async () => {
    const { invited, leftOut } = await invite('secretary', 'foczy', 'bursztynowiec');
    expect(invited).toHaveLength(2);
    expect(leftOut).toEqual([]);
    const { told } = await world.newest('membership.invited');
    expect(told.length).toBeGreaterThan(0);
    expect(told.map(({ reason }) => reason)).toEqual(told.map(() => 'DECIDE'));
    const again = await invite('secretary', 'foczy');
    expect(again.invited).toEqual([]);
    expect(again.leftOut.map(({ id }) => id)).toEqual([await world.gmina('foczy')]);
  });

  test('two who invite the same gmina at once invite it once', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => invite('secretary', 'foczy')));
    expect(outcomes.flatMap(({ invited }) => invited)).toHaveLength(1);
  });

  test('the mayor accepts and the gmina belongs at once; an official does not decide, another gmina sees nothing', async () => {
    await invite('secretary', 'foczy');
    await expectRefusal(accept('foczyOfficial', 'foczy'), 'forbidden');
    await expectRefusal(accept('bursztynowiecMayor', 'foczy'), 'not-found');
    expect(await accept('foczyMayor', 'foczy')).toMatchObject({ state: 'ACTIVE', role: 'MEMBER' });
    expect((await world.newest('membership.activated')).organizationId).toBe(await world.gmina('foczy'));
    await expectRefusal(accept('foczyMayor', 'foczy'), 'wrong-state');
  });

  test('accepted and declined in the same instant is one of both', async () => {
    await invite('secretary', 'foczy');
    const outcomes = await Promise.allSettled([
      accept('foczyMayor', 'foczy'),
      declineMembership(world.unit, await world.actor('secretary'), {
        ...(await seat('foczy')),
        body: { reason: 'Pomyłka.' },
      }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is declined with a reason; then the gmina may be invited again', async () => {
    await invite('secretary', 'foczy');
    const declined = await declineMembership(world.unit, await world.actor('foczyMayor'), {
      ...(await seat('foczy')),
      body: { reason: 'W tym roku nie mamy ludzi.' },
    });
    expect(declined.state).toBe('DECLINED');
    expect((await world.newest('membership.declined')).told.map(({ name }) => name)).toContain(people.secretary.name);
    expect((await invite('secretary', 'foczy')).invited).toHaveLength(1);
  });

  test('is not asked for by the gmina itself, nor made by whoever does not lead, nor for who is no member', async () => {
    await invite('secretary', 'foczy');
    await expectRefusal(
      requestMembership(world.unit, await world.actor('foczyMayor'), {
        params: { id: await world.network('mlodziez') },
        body: { organizationId: await world.gmina('foczy'), role: 'MEMBER' },
      }),
      'by-invitation-only',
    );
    await expectRefusal(invite('bursztynowiecMayor', 'foczy'), 'forbidden');
    await expectRefusal(
      inviteGminas(world.unit, await world.actor('secretary'), {
        params: { id: await world.network('mlodziez') },
        body: { organizationIds: ['018f0000-0000-7000-8000-000000000000'], role: 'MEMBER' },
      }),
      'invalid',
    );
  });

  test('stands on the mayor’s start page, and is seen by nobody else of other gminas', async () => {
    await invite('secretary', 'foczy');
    const { toDecide } = await readStart(world.database, await world.actor('foczyMayor'));
    expect(toDecide).toContainEqual(expect.objectContaining({ step: 'ACCEPT', state: 'INVITED' }));
    const seen = await listMemberships(
      world.database,
      await world.actor('bursztynowiecMayor'),
      await world.network('mlodziez'),
    );
    expect(seen.map(({ state }) => state)).not.toContain('INVITED');
  });
});
