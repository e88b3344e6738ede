import { describe, expect, test } from '@jest/globals';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import { people } from '../../../demo/people.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { requestMembership } from '../../networks/index.ts';
import { leaveNetwork } from '../../networks/actions/leave-network.ts';
import { declineMembership } from '../../networks/actions/decline-membership.ts';
import { readOrganization } from '../organizations.queries.ts';
import { joinAssociation } from './join-association.ts';
import { leaveAssociation } from './leave-association.ts';
import { makeCandidate } from './make-candidate.ts';

const world = useWorld();

const resolution = {
  number: 'XXI/150/2026',
  adoptedOn: '2024-01-20',
  title: 'w sprawie przystąpienia',
  url: 'https://bip.example.org/150',
};
/** A gmina of the directory that never had to do with the association. */
const outsider = async () =>
  (
    await world.row<{ id: string }>(Prisma.sql`
      SELECT organization_id AS id FROM municipality WHERE status IS NULL ORDER BY teryt LIMIT 1`)
  ).id;
const named = async (id: string) =>
  (await world.row<{ name: string }>(Prisma.sql`SELECT name FROM organization WHERE id = ${id}::uuid`)).name;

describe('Joining the association', () => {
  test('goes by way of a candidacy, rests on the council’s resolution, and both are recorded', async () => {
    const secretary = await world.actor('secretary');
    const id = await outsider();
    const candidate = await makeCandidate(world.unit, secretary, { params: { id } });
    expect(candidate.municipality?.status).toBe('CANDIDATE');
    expect(candidate.abilities).toMatchObject({ makeCandidate: false, join: true, leave: false });
    expect(await world.newest('organization.candidate')).toMatchObject({
      actor: people.secretary.name,
      organizationId: id,
      facts: { organization: await named(id) },
      told: [{ name: people.director.name, reason: 'INFORMED' }],
    });

    const member = await joinAssociation(world.unit, secretary, {
      params: { id },
      body: { resolution, memberSince: '2024-02-01' },
    });
    expect(member.municipality).toMatchObject({ status: 'MEMBER', memberSince: '2024-02-01', memberUntil: null });
    expect(member.joinedBy).toEqual({
      ...resolution,
      id: member.joinedBy?.id,
      issuer: await named(id),
      issuingBody: 'COUNCIL',
      standing: 'IN_FORCE',
      validUntil: null,
      supersededBy: null,
    });
    expect(member.abilities).toMatchObject({ makeCandidate: false, join: false, leave: true });
    expect((await world.newest('organization.joined')).facts).toEqual({
      organization: await named(id),
      resolution: 'XXI/150/2026',
      since: '2024-02-01',
    });
    await expectRefusal(makeCandidate(world.unit, secretary, { params: { id } }), 'wrong-state');
    await expectRefusal(
      joinAssociation(world.unit, secretary, { params: { id }, body: { resolution, memberSince: '2024-02-01' } }),
      'wrong-state',
    );
  });

  test('is the secretariat’s to note', async () => {
    const mayor = await world.actor('jantarowoMayor');
    const params = { id: await outsider() };
    await expectRefusal(makeCandidate(world.unit, mayor, { params }), 'forbidden');
    await expectRefusal(
      joinAssociation(world.unit, mayor, { params, body: { resolution, memberSince: '2024-02-01' } }),
      'forbidden',
    );
    await expectRefusal(
      leaveAssociation(world.unit, mayor, [], { params, body: { resolution, memberUntil: '2024-02-01' } }),
      'forbidden',
    );
    const seen = await readOrganization(world.database, mayor, params.id);
    expect(seen).toMatchObject({
      engagements: null,
      abilities: { makeCandidate: false, join: false, leave: false, openPeople: false },
    });
  });

  test('is for gminas only', async () => {
    const secretary = await world.actor('secretary');
    const { id } = await world.row<{ id: string }>(Prisma.sql`SELECT id FROM organization WHERE kind = 'SECRETARIAT'`);
    await expectRefusal(makeCandidate(world.unit, secretary, { params: { id } }), 'not-found');
    expect((await readOrganization(world.database, secretary, id))?.abilities.join).toBe(false);
  });

  test('on a day to come is refused at its field', async () => {
    const deed = joinAssociation(world.unit, await world.actor('secretary'), {
      params: { id: await outsider() },
      body: { resolution, memberSince: await world.day(1) },
    });
    expect((await refusal(deed)).extras.issues).toEqual([{ in: 'body', pointer: '/memberSince', code: 'in_future' }]);
  });
});

describe('Leaving the association', () => {
  const leaving = async () => ({
    resolution: { ...resolution, number: 'XXII/1/2026', title: 'w sprawie wystąpienia' },
    memberUntil: await world.day(0),
  });

  test('waits until the gmina is in no network and owes no answer', async () => {
    const secretary = await world.actor('secretary');
    const id = await world.gmina('sledziowo');
    const before = await readOrganization(world.database, secretary, id);
    expect(before?.engagements?.networks).toBeGreaterThan(0);
    await expectRefusal(
      leaveAssociation(world.unit, secretary, [], { params: { id }, body: await leaving() }),
      'still-engaged',
    );

    const mayor = await world.actor('sledziowoMayor');
    const seats = await world.rows<{ network: string; state: string }>(Prisma.sql`
      SELECT network_id AS network, state FROM membership
      WHERE organization_id = ${id}::uuid AND state IN ('REQUESTED', 'CONFIRMED', 'ACTIVE')`);
    for (const { network, state } of seats) {
      const params = { id: network, organizationId: id };
      if (state === 'ACTIVE') await leaveNetwork(world.unit, mayor, { params });
      else await declineMembership(world.unit, mayor, { params, body: { reason: 'Występujemy.' } });
    }
    await world.rows(Prisma.sql`UPDATE task SET state = 'CLOSED', closed_at = now() WHERE id IN (
      SELECT task_id FROM assignment WHERE organization_id = ${id}::uuid)`);

    const former = await leaveAssociation(world.unit, secretary, [], { params: { id }, body: await leaving() });
    expect(former.municipality).toMatchObject({
      status: 'FORMER',
      memberSince: '2015-01-01',
      memberUntil: await world.day(0),
    });
    expect(former.leftBy).toMatchObject({ number: 'XXII/1/2026', issuer: 'Śledziowo', issuingBody: 'COUNCIL' });
    const event = await world.newest('organization.left');
    expect(event).toMatchObject({
      organizationId: id,
      facts: { organization: 'Śledziowo', resolution: 'XXII/1/2026', until: await world.day(0) },
    });
    expect(event.told.map(({ name }) => name).toSorted()).toEqual(
      [people.director, people.sledziowoMayor, people.sledziowoOfficial, people.sharedCoordinator]
        .map(({ name }) => name)
        .toSorted(),
    );

    // From now on nobody asks for it, and it may only come again after its last day.
    const joining = requestMembership(world.unit, mayor, {
      params: { id: await world.network('energia') },
      body: { organizationId: id, role: 'MEMBER' },
    });
    expect((await refusal(joining)).extras.issues).toEqual([
      { in: 'body', pointer: '/organizationId', code: 'not_a_member' },
    ]);
    const again = joinAssociation(world.unit, secretary, {
      params: { id },
      body: { resolution, memberSince: await world.day(0) },
    });
    expect((await refusal(again)).extras.issues).toEqual([
      { in: 'body', pointer: '/memberSince', code: 'still_member_then' },
    ]);
  });

  test('and asking to join a network at the same time never both succeed', async () => {
    const secretary = await world.actor('secretary');
    const id = await world.gmina('foczy');
    const mayor = await world.actor('foczyMayor');
    await world.rows(Prisma.sql`UPDATE membership SET state = 'LEFT', ended_at = now()
      WHERE organization_id = ${id}::uuid AND state IN ('REQUESTED', 'CONFIRMED', 'ACTIVE')`);
    await world.rows(
      Prisma.sql`UPDATE assignment SET state = 'DECLINED', reason = 'x' WHERE organization_id = ${id}::uuid`,
    );
    const outcomes = await Promise.allSettled([
      leaveAssociation(world.unit, secretary, [], { params: { id }, body: await leaving() }),
      requestMembership(world.unit, mayor, {
        params: { id: await world.network('turystyka') },
        body: { organizationId: id, role: 'MEMBER' },
      }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
