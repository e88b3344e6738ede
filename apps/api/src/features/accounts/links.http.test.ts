import { describe, expect, test } from '@jest/globals';
import { enrol, signedIn, tokenTo } from '../../../test/security.ts';
import { expectRefusal } from '../../../test/refusals.ts';
import { usePortal } from '../../../test/world.ts';
import { demoPassword, people, type PersonKey } from '../../demo/people.ts';
import { Prisma } from '../../platform/database/database.ts';
import { resetPassword } from './actions/reset-password.ts';
import { signInByLink } from './actions/sign-in-by-link.ts';
import type { Browser } from './browser.rules.ts';

const password = 'szara gęś nad zatoką';
const browser: Browser = {
  address: '192.0.2.1',
  client: null,
  formerToken: undefined,
  deviceToken: 'd'.repeat(43),
};

describe('A link by e-mail', () => {
  const portal = usePortal();
  const { world } = portal;
  const ask = (email: string, purpose: 'SIGN_IN' | 'RESET') =>
    portal.visitor().post('/api/links').send({ email, purpose });
  const linkFor = async (key: PersonKey, purpose: 'SIGN_IN' | 'RESET'): Promise<string> => {
    await ask(people[key].email, purpose);
    return tokenTo(world, people[key].email);
  };
  const expiryOf = async (token: string): Promise<number> => {
    const { at } = await world.row<{ at: Date }>(
      Prisma.sql`SELECT expires_at AS at FROM login_link WHERE token_hash = sha256(${token}::bytea)`,
    );
    return at.getTime();
  };

  test('signs in without a password, once', async () => {
    const token = await linkFor('jantarowoOfficial', 'SIGN_IN');
    const visitor = portal.visitor();
    expect((await visitor.post('/api/links/held').send({ token })).body).toEqual({
      purpose: 'SIGN_IN',
      name: people.jantarowoOfficial.name,
      email: people.jantarowoOfficial.email,
      secondFactor: false,
    });
    const { status, body } = await visitor.post('/api/session/link').send({ token });
    expect({ status, name: body.person.name }).toEqual({ status: 201, name: people.jantarowoOfficial.name });
    expect((await visitor.get('/api/sessions')).body.items[0]).toMatchObject({ proof: 'LINK', current: true });
    const again = await portal.visitor().post('/api/session/link').send({ token });
    expect({ status: again.status, type: again.body.type }).toEqual({ status: 410, type: '/problems/link-void' });
  });

  test('lets one of two in who use it at once', async () => {
    const token = await linkFor('jantarowoColleague', 'SIGN_IN');
    const statuses = await Promise.all(
      [1, 2, 3].map(async () => (await portal.visitor().post('/api/session/link').send({ token })).status),
    );
    expect(statuses.toSorted((one, other) => one - other)).toEqual([201, 410, 410]);
  });

  test('chooses a new password: all sessions and links end with the old one', async () => {
    const { email, name } = people.foczyMayor;
    const other = await signedIn(portal, 'foczyMayor');
    const signInLink = await linkFor('foczyMayor', 'SIGN_IN');
    const token = await linkFor('foczyMayor', 'RESET');
    const visitor = portal.visitor();
    const common = await visitor.post('/api/password/reset').send({ token, password: 'qwerty123456' });
    expect(common.body.issues).toEqual([{ in: 'body', pointer: '/password', code: 'common_password' }]);
    const { status, body } = await visitor.post('/api/password/reset').send({ token, password });
    expect({ status, name: body.session.person.name }).toEqual({ status: 200, name });
    expect((await visitor.get('/api/session')).status).toBe(200);
    expect((await other.get('/api/session')).status).toBe(401);
    expect((await portal.visitor().post('/api/session').send({ email, password: demoPassword })).status).toBe(401);
    expect((await portal.visitor().post('/api/session').send({ email, password })).status).toBe(201);
    expect((await world.newest('person.password-reset')).actor).toBe(name);
    expect((await world.letters()).map(({ subject }) => subject)).toContain('Hasło do portalu zostało zmienione');
    for (const [path, used] of [
      ['/api/password/reset', { token, password }],
      ['/api/session/link', { token: signInLink }],
    ] as const) {
      expect((await portal.visitor().post(path).send(used)).body.type).toBe('/problems/link-void');
    }
  });

  test('chooses a password but does not sign in where there is a second factor', async () => {
    const { email } = people.mewiaMayor;
    await enrol(await signedIn(portal, 'mewiaMayor'));
    await world.letters();
    const token = await linkFor('mewiaMayor', 'RESET');
    const visitor = portal.visitor();
    const { status, body, headers } = await visitor.post('/api/password/reset').send({ token, password });
    expect({ status, body, cookie: headers['set-cookie'] }).toEqual({ status: 200, body: { session: null } });
    const { body: refused } = await portal.visitor().post('/api/session').send({ email, password });
    expect(refused.type).toBe('/problems/second-factor-required');
  });

  test('of one purpose is worth nothing for another', async () => {
    const signIn = await linkFor('wydmyMayor', 'SIGN_IN');
    const reset = await linkFor('wydmyMayor', 'RESET');
    for (const [path, body] of [
      ['/api/password/reset', { token: signIn, password }],
      ['/api/session/link', { token: reset }],
      ['/api/email/confirmation', { token: reset }],
      ['/api/invitations/held', { token: reset }],
    ] as const) {
      expect((await portal.visitor().post(path).send(body)).status).toBe(410);
    }
  });

  test('works for fifteen minutes, or an hour for a password, to the millisecond', async () => {
    const signIn = await linkFor('wydmyOfficial', 'SIGN_IN');
    const at = (moment: number) => world.unit.at(new Date(moment));
    const enter = (moment: number) => signInByLink(at(moment), world.box, { body: { token: signIn } }, browser);
    const end = await expiryOf(signIn);
    expect(Math.abs(end - Date.now() - 15 * 60_000)).toBeLessThan(30_000);
    await expectRefusal(enter(end), 'link-void');
    expect(await enter(end - 1)).toHaveLength(43);

    const reset = await linkFor('wydmyOfficial', 'RESET');
    const choose = (moment: number) => resetPassword(at(moment), { body: { token: reset, password } }, browser);
    const hourEnd = await expiryOf(reset);
    expect(Math.abs(hourEnd - Date.now() - 60 * 60_000)).toBeLessThan(30_000);
    await expectRefusal(choose(hourEnd), 'link-void');
    expect(await choose(hourEnd - 1)).toHaveLength(43);
  });

  test('is promised alike to everybody, and comes to those alone who have an account', async () => {
    await world.rows(Prisma.sql`UPDATE person SET active = false WHERE email = ${people.sledziowoMayor.email}`);
    const asked = [people.sledziowoOfficial.email, people.sledziowoMayor.email, 'nikt@nigdzie.example'];
    const answers = await Promise.all(asked.map((email) => ask(email, 'RESET')));
    expect(answers.map(({ status, text }) => ({ status, text }))).toEqual(asked.map(() => ({ status: 204, text: '' })));
    const { queued } = await world.row<{ queued: number }>(Prisma.sql`
      SELECT count(*)::int AS queued FROM graphile_worker.jobs WHERE task_identifier = 'mail-link'`);
    expect(queued).toBe(asked.length);
    expect((await world.letters()).map(({ to }) => to)).toEqual([people.sledziowoOfficial.email]);
  });

  test('is asked for five times for an account from an address; more live links there are not', async () => {
    for (const email of [people.bursztynowiecMayor.email, 'ktokolwiek@nigdzie.example']) {
      const statuses = [];
      for (let n = 0; n < 6; n += 1) statuses.push((await ask(email, 'SIGN_IN')).status);
      expect(statuses).toEqual([204, 204, 204, 204, 204, 429]);
    }
    expect(await world.letters()).toHaveLength(5);
    // From elsewhere one may ask, and the mailbox is spared.
    await world.rows(Prisma.sql`DELETE FROM rate_limit`);
    expect((await ask(people.bursztynowiecMayor.email, 'SIGN_IN')).status).toBe(204);
    expect(await world.letters()).toEqual([]);
    expect((await ask(people.bursztynowiecMayor.email, 'RESET')).status).toBe(204);
    expect(await world.letters()).toHaveLength(1);
  });

  test('leaves no secret in the database', async () => {
    const token = await linkFor('bursztynowiecOfficial', 'RESET');
    expect(token).toHaveLength(43);
    const { found } = await world.row<{ found: number }>(Prisma.sql`
      SELECT (SELECT count(*) FROM login_link WHERE encode(token_hash, 'escape') LIKE ${`%${token}%`})::int
        + (SELECT count(*) FROM graphile_worker._private_jobs WHERE payload::text LIKE ${`%${token}%`})::int
        + (SELECT count(*) FROM event WHERE facts::text || coalesce(detail::text, '') LIKE ${`%${token}%`})::int AS found`);
    expect(found).toBe(0);
  });
});
