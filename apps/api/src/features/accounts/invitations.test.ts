import { describe, expect, test } from '@jest/globals';
import type { Office } from '@blizej/contracts';
import type { GminaKey, PersonKey } from '../../demo/people.ts';
import { expectRefusal, refusal } from '../../../test/refusals.ts';
import { usePortal } from '../../../test/world.ts';
import { Prisma } from '../../platform/database/database.ts';
import { acceptInvitation } from './actions/accept-invitation.ts';
import { inviteFirstSecretary } from './actions/invite-first-secretary.ts';
import { invitePerson } from './actions/invite-person.ts';
import { resendInvitation } from './actions/resend-invitation.ts';
import { revokeInvitation } from './actions/revoke-invitation.ts';

const password = 'zupełnie nowe hasło';

describe('Invitations', () => {
  const portal = usePortal();
  const { world } = portal;
  let count = 0;

  const invite = async (by: PersonKey, over: { email?: string; office?: Office; gmina?: GminaKey } = {}) =>
    invitePerson(world.unit, await world.actor(by), {
      body: {
        name: 'Nowa Osoba',
        email: over.email ?? `osoba${(count += 1)}@nowa.example`,
        office: over.office ?? 'OFFICIAL',
        organizationId: await world.gmina(over.gmina ?? 'jantarowo'),
        language: 'pl',
      },
    });

  /** The secret in the newest letter to an address. */
  const tokenTo = async (email: string): Promise<string> => {
    const letter = (await world.letters()).find(({ to }) => to === email);
    return /#([\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? '';
  };

  test('a coordinator’s letter lets somebody in: once, with the office, signed in', async () => {
    const invitation = await invite('jantarowoCoordinator');
    expect(invitation).toMatchObject({ state: 'OPEN', abilities: { resend: true, revoke: true } });
    const [letter] = await world.letters();
    expect(letter).toMatchObject({ to: invitation.email, subject: 'Zaproszenie do portalu: Jantarowo' });
    expect(letter?.text).toContain('Łukasz Łącznikowski zaprasza Cię');
    const token = /http:\/\/localhost:3000\/zaproszenie#([\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? '';

    const visitor = portal.visitor();
    const held = await visitor.post('/api/invitations/held').send({ token });
    expect(held.body).toEqual({
      name: 'Nowa Osoba',
      email: invitation.email,
      office: 'OFFICIAL',
      language: 'pl',
      organization: 'Jantarowo',
      invitedBy: 'Łukasz Łącznikowski',
      hasAccount: false,
    });
    const accepted = await visitor.post('/api/invitations/acceptance').send({ token, name: 'Nowa Nowska', password });
    expect(accepted.status).toBe(200);
    expect(accepted.body.session).toMatchObject({
      person: { name: 'Nowa Nowska', email: invitation.email },
      appointments: [{ office: 'OFFICIAL', organization: { name: 'Jantarowo' } }],
    });
    expect((await visitor.get('/api/session')).status).toBe(200);
    const signedIn = await portal.visitor().post('/api/session').send({ email: invitation.email, password });
    expect(signedIn.status).toBe(201);

    const event = await world.newest('appointment.began');
    expect(event).toMatchObject({ actor: 'Nowa Nowska', facts: { organization: 'Jantarowo', office: 'OFFICIAL' } });
    expect(event.told.map(({ name }) => name)).toEqual(['Barbara Przykładowa', 'Łukasz Łącznikowski']);

    for (const path of ['held', 'acceptance']) {
      const again = await portal.visitor().post(`/api/invitations/${path}`).send({ token });
      expect({ status: again.status, type: again.body.type }).toEqual({ status: 410, type: '/problems/link-void' });
    }
  });

  test('no secret stands in the database', async () => {
    const { email } = await invite('secretary');
    const token = await tokenTo(email);
    const { count: found } = await world.row<{ count: number }>(Prisma.sql`
      SELECT (SELECT count(*) FROM login_link WHERE encode(token_hash, 'escape') LIKE ${`%${token}%`})::int
        + (SELECT count(*) FROM graphile_worker._private_jobs WHERE payload::text LIKE ${`%${token}%`})::int
        + (SELECT count(*) FROM event WHERE facts::text || coalesce(detail::text, '') LIKE ${`%${token}%`})::int AS count`);
    expect(token).toHaveLength(43);
    expect(found).toBe(0);
  });

  test('of two who were asked to be mayor the second is told that somebody is in office', async () => {
    await world.asOwner(`UPDATE appointment SET ends_on = portal_today() - 1 FROM organization
      WHERE organization.id = organization_id AND name = 'Wydmy Wielkie' AND office = 'EXECUTIVE'`);
    const tokens: string[] = [];
    for (const email of ['pierwsza@wojt.example', 'druga@wojt.example']) {
      await invite('secretary', { email, office: 'EXECUTIVE', gmina: 'wydmy' });
      tokens.push(await tokenTo(email));
    }
    const answers = [];
    for (const token of tokens) {
      answers.push(await portal.visitor().post('/api/invitations/acceptance').send({ token, password }));
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 409]);
    expect(answers[1]?.body.type).toBe('/problems/office-taken');
  });

  test('nobody is asked into a gmina that does not belong to the association', async () => {
    const { id } = await world.row<{ id: string }>(
      Prisma.sql`SELECT organization_id AS id FROM municipality WHERE status IS NULL ORDER BY teryt LIMIT 1`,
    );
    await expectRefusal(
      invitePerson(world.unit, await world.actor('secretary'), {
        body: { name: 'Obca Osoba', email: 'obca@x.example', office: 'OFFICIAL', organizationId: id, language: 'pl' },
      }),
      'not-found',
    );
  });

  test.each<[PersonKey, Office, GminaKey, 'yes' | 'forbidden' | 'office-taken']>([
    ['secretary', 'EXECUTIVE', 'mewia', 'office-taken'],
    ['secretary', 'DELEGATE', 'mewia', 'yes'],
    ['jantarowoMayor', 'COORDINATOR', 'jantarowo', 'yes'],
    ['jantarowoCoordinator', 'OFFICIAL', 'jantarowo', 'yes'],
    ['jantarowoCoordinator', 'EXECUTIVE', 'jantarowo', 'forbidden'],
    ['jantarowoCoordinator', 'DELEGATE', 'jantarowo', 'forbidden'],
    ['jantarowoCoordinator', 'OFFICIAL', 'mewia', 'forbidden'],
    ['jantarowoOfficial', 'OFFICIAL', 'jantarowo', 'forbidden'],
  ])('%s invites a %s of %s: %s', async (by, office, gmina, outcome) => {
    const invitation = invite(by, { office, gmina });
    if (outcome !== 'yes') return expectRefusal(invitation, outcome);
    expect(await invitation).toMatchObject({ office, state: 'OPEN' });
  });

  test.each<[PersonKey, number, readonly Office[]]>([
    ['jantarowoCoordinator', 1, ['COORDINATOR', 'OFFICIAL']],
    ['secretary', 42, ['EXECUTIVE', 'DELEGATE', 'COORDINATOR', 'OFFICIAL']],
  ])('%s is offered %i organizations or more', async (by, least, offices) => {
    const { items } = (await (await portal.as(by)).get('/api/invitations/choices')).body as {
      items: { name: string; offices: Office[] }[];
    };
    expect(items.length).toBeGreaterThanOrEqual(least);
    expect(items.find(({ name }) => name === 'Jantarowo')?.offices).toEqual(offices);
  });

  test('an office that the organization does not have is refused', async () => {
    const { extras } = await refusal(invite('secretary', { office: 'SECRETARIAT' }));
    expect(extras.issues).toEqual([{ in: 'body', pointer: '/office', code: 'office_does_not_fit' }]);
  });

  test('a second invitation waits for the first, and a holder of the office needs none', async () => {
    const { email } = await invite('secretary');
    await expectRefusal(invite('secretary', { email }), 'invitation-exists');
    await expectRefusal(invite('secretary', { email: 'ola@jantarowo.example' }), 'already-appointed');
  });

  test('two who accept at once: one is let in', async () => {
    const { email } = await invite('secretary');
    const token = await tokenTo(email);
    const outcomes = await Promise.allSettled(
      [1, 2].map(() => acceptInvitation(world.unit, { body: { token, password } })),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { count: people } = await world.row<{ count: number }>(
      Prisma.sql`SELECT count(*)::int AS count FROM appointment JOIN person ON person.id = person_id WHERE email = ${email}`,
    );
    expect(people).toBe(1);
  });

  test('who has an account gets the office and signs in as ever', async () => {
    await invite('secretary', { email: 'maria@mewia-zatoka.example', office: 'COORDINATOR', gmina: 'mewia' });
    const token = await tokenTo('maria@mewia-zatoka.example');
    const visitor = portal.visitor();
    const { body } = await visitor.post('/api/invitations/acceptance').send({ token, password });
    expect(body).toEqual({ session: null });
    expect((await visitor.get('/api/session')).status).toBe(401);
    const offices = await world.rows<{ office: string }>(Prisma.sql`
      SELECT office FROM appointment JOIN person ON person.id = person_id WHERE email = 'maria@mewia-zatoka.example' ORDER BY office`);
    expect(offices.map(({ office }) => office)).toEqual(['COORDINATOR', 'OFFICIAL']);
    // The password of the link's holder is nobody's.
    const signIn = await portal.visitor().post('/api/session').send({ email: 'maria@mewia-zatoka.example', password });
    expect(signIn.status).toBe(401);
  });

  test('an invitation by somebody whose office has ended lets nobody in', async () => {
    const { email } = await invite('latarnikowoCoordinator', { gmina: 'latarnikowo' });
    const token = await tokenTo(email);
    await world.rows(Prisma.sql`
      UPDATE appointment SET ends_on = portal_today() - 1 FROM person
      WHERE person.id = person_id AND person.email = 'lacznik@latarnikowo.example'`);
    await expectRefusal(acceptInvitation(world.unit, { body: { token, password } }), 'link-void');
    expect(await world.rows(Prisma.sql`SELECT FROM person WHERE email = ${email}`)).toEqual([]);
  });

  test('sent again, the first link is void and the second works; taken back, none does', async () => {
    const invitation = await invite('secretary');
    const first = await tokenTo(invitation.email);
    const secretary = await world.actor('secretary');
    await resendInvitation(world.unit, secretary, { params: { id: invitation.id } });
    const second = await tokenTo(invitation.email);
    await expectRefusal(acceptInvitation(world.unit, { body: { token: first, password } }), 'link-void');
    const revoked = await revokeInvitation(world.unit, secretary, { params: { id: invitation.id } });
    expect(revoked).toMatchObject({ state: 'REVOKED', abilities: { resend: false, revoke: false } });
    await expectRefusal(acceptInvitation(world.unit, { body: { token: second, password } }), 'link-void');
    await expectRefusal(resendInvitation(world.unit, secretary, { params: { id: invitation.id } }), 'wrong-state');
  });

  test('the link ends with the seventh day, to the second', async () => {
    const { email, expiresAt } = await invite('secretary');
    const token = await tokenTo(email);
    const at = (offset: number) => world.unit.at(new Date(Date.parse(expiresAt) + offset));
    await expectRefusal(acceptInvitation(at(0), { body: { token, password } }), 'link-void');
    expect(await acceptInvitation(at(-1), { body: { token, password } })).toHaveLength(43);
  });

  test.each([
    ['krótkie', 'too_small'],
    ['ha'.repeat(65), 'too_big'],
    ['qwerty123456', 'common_password'],
    [undefined, 'required'],
  ])('the password %s is refused: %s', async (chosen, code) => {
    const { email } = await invite('secretary');
    const token = await tokenTo(email);
    const { status, body } = await portal
      .visitor()
      .post('/api/invitations/acceptance')
      .send({ token, password: chosen });
    expect(status).toBe(422);
    expect(body.issues).toContainEqual(expect.objectContaining({ pointer: '/password', code }));
    expect((await portal.visitor().post('/api/invitations/held').send({ token })).status).toBe(200);
  });

  // The last: it takes the secretariat's people away.
  test('a new portal invites its first secretary, once', async () => {
    const first = { name: 'Pierwsza Sekretarka', email: 'pierwsza@x.example' };
    expect(await inviteFirstSecretary(world.unit, first)).toBe(false);
    await world.rows(Prisma.sql`DELETE FROM appointment WHERE office = 'SECRETARIAT'`);
    expect(await inviteFirstSecretary(world.unit, first)).toBe(true);
    expect(await inviteFirstSecretary(world.unit, first)).toBe(false);
    const token = await tokenTo(first.email);
    const visitor = portal.visitor();
    const { body } = await visitor.post('/api/invitations/acceptance').send({ token, password });
    expect(body.session).toMatchObject({ actingFor: { office: 'SECRETARIAT' }, abilities: { invite: true } });
    expect(await inviteFirstSecretary(world.unit, first)).toBe(false);
  });
});
