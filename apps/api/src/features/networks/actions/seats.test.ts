import { beforeEach, describe, expect, test } from '@jest/globals';
import type { MembershipView, SeatRole } from '@blizej/contracts';
import { expectRefusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import { people, type PersonKey } from '../../../demo/people.ts';
import { holdings as registry } from '../../../holdings.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { endAppointment } from '../../appointments/actions/end-appointment.ts';
import { freeLapsedSeats } from '../free-lapsed-seats.ts';
import { listMemberships } from '../networks.queries.ts';
import { freeSeat } from './free-seat.ts';
import { leaveNetwork } from './leave-network.ts';
import { nameSeat } from './name-seat.ts';

/** Latarnikowo in the water network: its mayor, its coordinator and its official may represent it. */
describe('Who represents a gmina in a network', () => {
  const world = useWorld();
  const place = async () => ({ id: await world.network('woda'), organizationId: await world.gmina('latarnikowo') });
  const name = async (who: PersonKey, by: PersonKey, role: SeatRole = 'OFFICIAL', substituteFor?: string) =>
    nameSeat(world.unit, await world.actor(by), {
      params: await place(),
      body: { personId: (await world.actor(who)).personId, role, ...(substituteFor && { substituteFor }) },
    });
  const free = async (seatId: string, by: PersonKey) =>
    freeSeat(world.unit, await world.actor(by), { params: { ...(await place()), seatId } });
  const read = async (who: PersonKey) => {
    const { id, organizationId } = await place();
    const all = await listMemberships(world.database, await world.actor(who), id);
    return all.find(({ organization }) => organization.id === organizationId);
  };
  const names = (membership: MembershipView | undefined) =>
    membership?.seats?.map(({ person, role, substitute }) => [person.name, role, substitute?.person.name ?? null]);
  const official = people.latarnikowoOfficial.name;
  const coordinator = people.latarnikowoCoordinator.name;

  beforeEach(async () => {
    await world.rows(Prisma.sql`DELETE FROM seat USING membership WHERE membership.id = membership_id
      AND organization_id = ${await world.gmina('latarnikowo')}::uuid`);
  });

  test('is named by the gmina or the secretariat, with a substitute, and is told', async () => {
    await name('latarnikowoMayor', 'secretary', 'SPONSOR');
    const named = await name('latarnikowoOfficial', 'latarnikowoCoordinator');
    expect((await world.newest('membership.seated')).told).toEqual([{ name: official, reason: 'INFORMED' }]);
    const seat = named.seats?.find(({ role }) => role === 'OFFICIAL');
    const whole = await name('latarnikowoCoordinator', 'latarnikowoMayor', 'OFFICIAL', seat?.id);
    expect(names(whole)).toEqual([
      [people.latarnikowoMayor.name, 'SPONSOR', null],
      [official, 'OFFICIAL', coordinator],
    ]);
  });

  test('is not an official’s to name, nor another gmina’s, and is somebody of the gmina whose office stands', async () => {
    await expectRefusal(name('latarnikowoOfficial', 'latarnikowoOfficial'), 'forbidden');
    await expectRefusal(name('latarnikowoOfficial', 'jantarowoMayor'), 'forbidden');
    await expectRefusal(name('wydmyOfficial', 'latarnikowoMayor'), 'invalid');
    await world.rows(Prisma.sql`UPDATE appointment SET ends_on = portal_today()
      WHERE person_id = ${(await world.actor('latarnikowoOfficial')).personId}::uuid`);
    await expectRefusal(name('latarnikowoOfficial', 'latarnikowoMayor'), 'invalid');
    await world.rows(Prisma.sql`UPDATE appointment SET ends_on = NULL
      WHERE person_id = ${(await world.actor('latarnikowoOfficial')).personId}::uuid`);
  });

  test('two sponsors named at once are one', async () => {
    const outcomes = await Promise.allSettled([
      name('latarnikowoMayor', 'secretary', 'SPONSOR'),
      name('latarnikowoCoordinator', 'latarnikowoMayor', 'SPONSOR'),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expectRefusal(name('latarnikowoOfficial', 'secretary', 'SPONSOR'), 'seat-taken');
  });

  test('a substitute takes the seat that is freed', async () => {
    const { seats } = await name('latarnikowoOfficial', 'secretary');
    await name('latarnikowoCoordinator', 'secretary', 'OFFICIAL', seats?.[0]?.id);
    expect(names(await free(seats?.[0]?.id ?? '', 'latarnikowoMayor'))).toEqual([[coordinator, 'OFFICIAL', null]]);
    await expectRefusal(free(seats?.[0]?.id ?? '', 'latarnikowoMayor'), 'not-found');
  });

  test('is known to the network and the secretariat, to nobody outside', async () => {
    await name('latarnikowoOfficial', 'secretary');
    expect(names(await read('wydmyOfficial'))).toEqual([[official, 'OFFICIAL', null]]);
    expect((await read('bursztynowiecOfficial'))?.seats).toBeNull();
  });

  test('an office that lapses frees the seat', async () => {
    await name('latarnikowoOfficial', 'secretary');
    const { personId } = await world.actor('latarnikowoOfficial');
    await world.rows(
      Prisma.sql`UPDATE appointment SET ends_on = portal_today() - 1 WHERE person_id = ${personId}::uuid`,
    );
    await freeLapsedSeats(world.unit);
    expect(names(await read('secretary'))).toEqual([]);
    expect((await world.newest('membership.unseated')).facts).toMatchObject({ person: personId });
    await world.rows(Prisma.sql`UPDATE appointment SET ends_on = NULL WHERE person_id = ${personId}::uuid`);
  });

  test('an office that ends hands the seat to the successor', async () => {
    await name('latarnikowoOfficial', 'secretary');
    const { personId } = await world.actor('latarnikowoOfficial');
    const { personId: successor } = await world.actor('latarnikowoCoordinator');
    const appointment = await world.row<{ id: string }>(
      Prisma.sql`SELECT id FROM appointment WHERE person_id = ${personId}::uuid`,
    );
    const held = await world.unit.run(null, async (work) => {
      const all = [];
      for (const kind of registry)
        all.push(...(await kind.list(work, { personId, organizationId: (await place()).organizationId })));
      return all;
    });
    expect(held.filter(({ kind }) => kind === 'seat')).toHaveLength(1);
    await endAppointment(world.unit, await world.actor('latarnikowoMayor'), registry, {
      params: { id: appointment.id },
      body: {
        endsOn: await world.day(-1),
        moves: held.map(({ kind, id }) => ({ kind, id, toPersonId: successor })),
      },
    });
    expect(names(await read('secretary'))).toEqual([[coordinator, 'OFFICIAL', null]]);
  });

  test('leaves the network with the gmina', async () => {
    await name('latarnikowoMayor', 'secretary', 'SPONSOR');
    await leaveNetwork(world.unit, await world.actor('latarnikowoMayor'), { params: await place() });
    await expectRefusal(name('latarnikowoCoordinator', 'secretary'), 'wrong-state');
    expect(
      await world.rows(Prisma.sql`SELECT FROM seat JOIN membership ON membership.id = membership_id
        WHERE organization_id = ${(await place()).organizationId}::uuid`),
    ).toEqual([]);
  });
});
