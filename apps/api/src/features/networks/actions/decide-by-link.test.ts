import { describe, expect, test } from '@jest/globals';
import { expectRefusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import { people, type PersonKey } from '../../../demo/people.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { letterLink } from '../letter-link.ts';
import { findHeldDeed } from '../deed-link.store.ts';
import { declineMembership } from './decline-membership.ts';
import { decideByLink, presentDecision } from './decide-by-link.ts';
import { inviteGminas } from './invite-gminas.ts';
import { requestMembership } from './request-membership.ts';

describe('A decision by the link of a letter', () => {
  const world = useWorld();

  /** Bursztynowiec asks to join the water network, and its mayor is written to. */
  const asked = async () => {
    const networkId = await world.network('woda');
    const organizationId = await world.gmina('bursztynowiec');
    await world.rows(Prisma.sql`DELETE FROM membership
      WHERE network_id = ${networkId}::uuid AND organization_id = ${organizationId}::uuid`);
    await requestMembership(world.unit, await world.actor('bursztynowiecOfficial'), {
      params: { id: networkId },
      body: { organizationId, role: 'MEMBER' },
    });
    return { networkId, organizationId };
  };
  const linkFor = async (
    who: PersonKey,
    of: { networkId: string; organizationId: string },
    kind: 'membership.invited' | 'membership.requested' | 'membership.confirmed' = 'membership.requested',
  ): Promise<string> => {
    const { personId } = await world.actor(who);
    const link = await letterLink(world.unit)({ kind, reason: 'DECIDE', personId, ...of });
    return link?.path.replace('/decyzja#', '') ?? '';
  };
  const standing = async (token: string) => {
    const link = await findHeldDeed(world.database, token);
    return link && presentDecision(link).standing;
  };
  const state = async ({ networkId, organizationId }: { networkId: string; organizationId: string }) =>
    (
      await world.row<{ state: string }>(Prisma.sql`SELECT state FROM membership
        WHERE network_id = ${networkId}::uuid AND organization_id = ${organizationId}::uuid ORDER BY id DESC LIMIT 1`)
    ).state;

  test('the mayor confirms, the lead admits, each by one click; the audit knows whose and on which way', async () => {
    const of = await asked();
    const mayor = await linkFor('bursztynowiecMayor', of);
    expect(await standing(mayor)).toBe('READY');
    expect(await decideByLink(world.unit, { body: { token: mayor } })).toMatchObject({ standing: 'DECIDED' });
    expect(await state(of)).toBe('CONFIRMED');
    const confirmed = await world.newest('membership.confirmed');
    expect(confirmed).toMatchObject({ detail: { channel: 'letter' } });
    expect(confirmed.told.map(({ name }) => name)).toContain(people.jantarowoMayor.name);
    expect(confirmed.told.map(({ name }) => name)).not.toContain(people.bursztynowiecMayor.name);
    expect(
      await world.row(Prisma.sql`SELECT person.name FROM event JOIN person ON person.id = actor_person_id
        WHERE event.id = ${confirmed.id}::uuid`),
    ).toEqual({ name: people.bursztynowiecMayor.name });

    const lead = await linkFor('jantarowoMayor', of, 'membership.confirmed');
    await decideByLink(world.unit, { body: { token: lead } });
    expect(await state(of)).toBe('ACTIVE');
  });

  test('the mayor accepts an invitation with one click, and with that the gmina belongs', async () => {
    const of = await asked();
    await world.rows(Prisma.sql`DELETE FROM membership
      WHERE network_id = ${of.networkId}::uuid AND organization_id = ${of.organizationId}::uuid`);
    await inviteGminas(world.unit, await world.actor('secretary'), {
      params: { id: of.networkId },
      body: { organizationIds: [of.organizationId], role: 'MEMBER' },
    });
    const token = await linkFor('bursztynowiecMayor', of, 'membership.invited');
    expect(await standing(token)).toBe('READY');
    await decideByLink(world.unit, { body: { token } });
    expect(await state(of)).toBe('ACTIVE');
    expect(await world.newest('membership.activated')).toMatchObject({ detail: { channel: 'letter' } });
  });

  test('works once, also for two clicks at once', async () => {
    const of = await asked();
    const token = await linkFor('bursztynowiecMayor', of);
    const clicks = await Promise.allSettled([1, 2].map(() => decideByLink(world.unit, { body: { token } })));
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expectRefusal(decideByLink(world.unit, { body: { token } }), 'link-void');
    expect(await standing(token)).toBeUndefined();
  });

  test('is void after a week, for a blocked account, for an office that has ended, and for whoever may not decide', async () => {
    const of = await asked();
    const late = await linkFor('bursztynowiecMayor', of);
    await world.rows(Prisma.sql`UPDATE deed_link SET expires_at = portal_now()`);
    await expectRefusal(decideByLink(world.unit, { body: { token: late } }), 'link-void');
    const official = await linkFor('bursztynowiecOfficial', of);
    await expectRefusal(decideByLink(world.unit, { body: { token: official } }), 'link-void');
    const token = await linkFor('bursztynowiecMayor', of);
    const { personId } = await world.actor('bursztynowiecMayor');
    await world.rows(Prisma.sql`UPDATE person SET active = false WHERE id = ${personId}::uuid`);
    await expectRefusal(decideByLink(world.unit, { body: { token } }), 'link-void');
    await world.rows(Prisma.sql`UPDATE person SET active = true WHERE id = ${personId}::uuid`);
    await world.rows(
      Prisma.sql`UPDATE appointment SET ends_on = portal_today() - 1 WHERE person_id = ${personId}::uuid`,
    );
    await expectRefusal(decideByLink(world.unit, { body: { token } }), 'link-void');
    await world.rows(Prisma.sql`UPDATE appointment SET ends_on = NULL WHERE person_id = ${personId}::uuid`);
    expect(await state(of)).toBe('REQUESTED');
    await decideByLink(world.unit, { body: { token } });
    expect(await state(of)).toBe('CONFIRMED');
  });

  test('says that it is decided already; and asks for the sign-in where there is a second factor', async () => {
    const of = await asked();
    const token = await linkFor('bursztynowiecMayor', of);
    const { personId } = await world.actor('bursztynowiecMayor');
    await world.rows(
      Prisma.sql`UPDATE person SET totp_secret = '\\x01', totp_since = portal_now() WHERE id = ${personId}::uuid`,
    );
    expect(await standing(token)).toBe('SIGN_IN');
    await expectRefusal(decideByLink(world.unit, { body: { token } }), 'link-void');
    await world.rows(Prisma.sql`UPDATE person SET totp_secret = NULL, totp_since = NULL WHERE id = ${personId}::uuid`);
    expect(await standing(await linkFor('secretary', of))).toBe('SIGN_IN');
    await declineMembership(world.unit, await world.actor('bursztynowiecMayor'), {
      params: { id: of.networkId, organizationId: of.organizationId },
      body: { reason: 'Nie teraz.' },
    });
    expect(await standing(token)).toBe('DECIDED');
    await expectRefusal(decideByLink(world.unit, { body: { token } }), 'wrong-state');
  });

  test('comes with letters that ask for a decision on a membership, and with no other', async () => {
    const of = await asked();
    const { personId } = await world.actor('bursztynowiecMayor');
    const make = letterLink(world.unit);
    expect(await make({ kind: 'membership.requested', reason: 'INFORMED', personId, ...of })).toBeUndefined();
    expect(await make({ kind: 'assignment.submitted', reason: 'DECIDE', personId, ...of })).toBeUndefined();
  });
});
