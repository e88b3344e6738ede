import { describe, expect, test } from '@jest/globals';
import { codeAt, enrol, forgetStep, proofsAre, signedIn, tokenTo } from '../../../test/security.ts';
import { expectRefusal } from '../../../test/refusals.ts';
import { usePortal } from '../../../test/world.ts';
import { demoPassword, people } from '../../demo/people.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma } from '../../platform/database/database.ts';
import { changePassword } from './actions/change-password.ts';
import { signIn } from './actions/sign-in.ts';

const password = 'szara gęś nad zatoką';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';

describe('What is sensitive', () => {
  const portal = usePortal();
  const { world } = portal;

  test('is refused without a proof of the last minutes, and allowed after one', async () => {
    const browser = await signedIn(portal, 'jantarowoMayor');
    await proofsAre(world, 16);
    const sensitive = () => [
      browser.put('/api/password').send({ password }),
      browser.post('/api/email').send({ email: 'nowa@jantarowo.example' }),
      browser.post('/api/second-factor/key'),
      browser.put('/api/second-factor').send({ code: '123456' }),
      browser.delete('/api/second-factor'),
      browser.post('/api/second-factor/codes'),
      browser.post('/api/identities').send({ provider: 'poczta' }),
      browser.delete(`/api/identities/${crypto.randomUUID()}`),
    ];
    for (const request of sensitive()) {
      const { status, body } = await request;
      expect({ status, type: body.type }).toEqual({ status: 403, type: '/problems/proof-required' });
    }
    const prove = (body: object) => browser.post('/api/session/proof').send(body);
    expect((await prove({})).body.issues).toEqual([{ in: 'body', pointer: '/password', code: 'required' }]);
    expect((await prove({ password: 'nie to hasło' })).body.type).toBe('/problems/wrong-password');
    expect((await browser.put('/api/password').send({ password })).status).toBe(403);
    expect((await prove({ password: demoPassword })).status).toBe(204);
    expect((await world.newest('person.proved')).actor).toBe(people.jantarowoMayor.name);
    expect((await browser.put('/api/password').send({ password })).status).toBe(204);
  });

  test('asks for a code as well where there is a second factor', async () => {
    const browser = await signedIn(portal, 'mewiaMayor');
    const { key } = await enrol(browser);
    await forgetStep(world, 'mewiaMayor');
    await proofsAre(world, 16);
    const prove = (body: object) => browser.post('/api/session/proof').send(body);
    expect((await prove({ password: demoPassword })).body.issues).toEqual([
      { in: 'body', pointer: '/code', code: 'required' },
    ]);
    expect((await prove({ password: demoPassword, code: '000000' })).body.type).toBe('/problems/wrong-code');
    expect((await prove({ password: demoPassword, code: codeAt(key) })).status).toBe(204);
    expect((await browser.delete('/api/second-factor')).status).toBe(204);
  });

  test('asks somebody to sign in anew who has nothing to prove it with', async () => {
    await world.rows(Prisma.sql`UPDATE person SET password_hash = NULL WHERE email = ${people.mewiaOfficial.email}`);
    await portal.visitor().post('/api/links').send({ email: people.mewiaOfficial.email, purpose: 'SIGN_IN' });
    const token = await tokenTo(world, people.mewiaOfficial.email);
    const browser = portal.visitor();
    expect((await browser.post('/api/session/link').send({ token })).status).toBe(201);
    expect((await browser.get('/api/security')).body).toMatchObject({ hasPassword: false, secondFactor: null });
    await proofsAre(world, 16);
    const { status, body } = await browser.post('/api/session/proof').send({ password: 'cokolwiek' });
    expect({ status, type: body.type }).toEqual({ status: 403, type: '/problems/proof-required' });
  });

  test('a proof holds for fifteen minutes, to the millisecond', async () => {
    const mayor = await world.actor('foczyMayor');
    const began = Date.now();
    await signIn(world.unit.at(new Date(began)), mayor);
    const { id: sessionId } = await world.row<{ id: string }>(
      Prisma.sql`SELECT id FROM session WHERE person_id = ${mayor.personId}::uuid ORDER BY id DESC LIMIT 1`,
    );
    const request = { id: crypto.randomUUID(), sessionId, expiresAt: new Date(), secondFactorMissing: false };
    const actor: Actor = { ...mayor, request };
    const change = (moment: number) => changePassword(world.unit.at(new Date(moment)), actor, { body: { password } });
    await expectRefusal(change(began + 15 * 60_000), 'proof-required');
    expect(await change(began + 15 * 60_000 - 1)).toHaveLength(43);
    await expectRefusal(changePassword(world.unit, mayor, { body: { password } }), 'unauthenticated');
  });

  test('guesses at a password in an open session are limited', async () => {
    const browser = await signedIn(portal, 'wydmyMayor');
    const statuses = [];
    for (let n = 0; n < 11; n += 1) {
      statuses.push((await browser.post('/api/session/proof').send({ password: 'zgaduję' })).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  });
});

describe('Another password', () => {
  const portal = usePortal();
  const { world } = portal;

  test('ends all other sessions, voids links, and gives this one a new token', async () => {
    const { email } = people.jantarowoMayor;
    const other = await signedIn(portal, 'jantarowoMayor');
    const browser = await signedIn(portal, 'jantarowoMayor');
    await portal.visitor().post('/api/links').send({ email, purpose: 'RESET' });
    const token = await tokenTo(world, email);
    const common = await browser.put('/api/password').send({ password: 'qwerty123456' });
    expect(common.body.issues).toEqual([{ in: 'body', pointer: '/password', code: 'common_password' }]);
    const { status, headers } = await browser.put('/api/password').send({ password });
    expect({ status, renewed: /^sid=[\w-]{43};/.test(String(headers['set-cookie'])) }).toEqual({
      status: 204,
      renewed: true,
    });
    expect((await browser.get('/api/session')).status).toBe(200);
    expect((await other.get('/api/session')).status).toBe(401);
    expect((await portal.visitor().post('/api/session').send({ email, password: demoPassword })).status).toBe(401);
    expect((await portal.visitor().post('/api/session').send({ email, password })).status).toBe(201);
    expect((await portal.visitor().post('/api/links/held').send({ token })).status).toBe(410);
    expect((await world.newest('person.password-changed')).detail).toBeNull();
    expect((await world.letters()).map(({ subject }) => subject)).toContain('Hasło do portalu zostało zmienione');
  });
});

describe('Another e-mail address', () => {
  const portal = usePortal();
  const { world } = portal;

  test('is taken once it is confirmed from there, and the present one is told', async () => {
    const { email, name } = people.jantarowoMayor;
    const fresh = 'barbara@jantarowo.example';
    const browser = await signedIn(portal, 'jantarowoMayor');
    expect((await browser.post('/api/email').send({ email: fresh })).status).toBe(204);
    const letters = await world.letters();
    expect(Object.fromEntries(letters.map(({ to, subject }) => [to, subject]))).toEqual({
      [fresh]: 'Potwierdź nowy adres e-mail',
      [email]: 'Prośba o zmianę adresu e-mail',
    });
    expect((await browser.get('/api/session')).body.person.email).toBe(email);
    const token = /adres#([\w-]{43})/.exec(letters.find(({ to }) => to === fresh)?.text ?? '')?.[1] ?? '';
    const held = await portal.visitor().post('/api/links/held').send({ token });
    expect(held.body).toEqual({ purpose: 'EMAIL_CHANGE', name, email: fresh, secondFactor: false });
    const confirm = () => portal.visitor().post('/api/email/confirmation').send({ token });
    expect((await confirm()).status).toBe(204);
    expect((await confirm()).status).toBe(410);
    expect((await browser.get('/api/session')).body.person.email).toBe(fresh);
    const enterAs = (address: string) =>
      portal.visitor().post('/api/session').send({ email: address, password: demoPassword });
    expect((await enterAs(fresh)).status).toBe(201);
    expect((await enterAs(email)).status).toBe(401);
    expect((await world.newest('person.email-changed')).actor).toBe(name);
  });

  test('is asked for once at a time, and voids the links to the former one', async () => {
    const { email } = people.mewiaMayor;
    const browser = await signedIn(portal, 'mewiaMayor');
    await browser.post('/api/email').send({ email: 'pierwszy@mewia-zatoka.example' });
    const first = await tokenTo(world, 'pierwszy@mewia-zatoka.example');
    await browser.post('/api/email').send({ email: 'drugi@mewia-zatoka.example' });
    const second = await tokenTo(world, 'drugi@mewia-zatoka.example');
    await portal.visitor().post('/api/links').send({ email, purpose: 'RESET' });
    const reset = await tokenTo(world, email);
    expect((await portal.visitor().post('/api/email/confirmation').send({ token: first })).status).toBe(410);
    expect((await portal.visitor().post('/api/email/confirmation').send({ token: second })).status).toBe(204);
    expect((await portal.visitor().post('/api/links/held').send({ token: reset })).status).toBe(410);
  });

  test('that has an account is told as taken to whoever holds its link, and to nobody else', async () => {
    const taken = people.foczyOfficial.email;
    const browser = await signedIn(portal, 'foczyMayor');
    const { status, text } = await browser.post('/api/email').send({ email: taken });
    expect({ status, text }).toEqual({ status: 204, text: '' });
    const token = await tokenTo(world, taken);
    const { status: refused, body } = await portal.visitor().post('/api/email/confirmation').send({ token });
    expect({ refused, type: body.type }).toEqual({ refused: 409, type: '/problems/email-taken' });
  });
});

describe('One’s own sessions', () => {
  const portal = usePortal();
  const { world } = portal;
  const { email } = people.jantarowoMayor;

  const enter = async (userAgent: string, cookie?: string) => {
    const browser = portal.visitor();
    const request = browser.post('/api/session').set('user-agent', userAgent);
    if (cookie) void request.set('cookie', cookie);
    const { headers } = await request.send({ email, password: demoPassword });
    return { browser, cookies: headers['set-cookie'] as unknown as string[] };
  };

  test('are listed with what they are, and ended one by one or all but this', async () => {
    const { browser } = await enter(firefox);
    const { browser: unknown } = await enter('curl/8.5.0');
    const { browser: third } = await enter(firefox);
    const { body } = await browser.get('/api/sessions');
    expect(
      body.items.map(({ client, proof, current }: Record<string, unknown>) => ({ client, proof, current })),
    ).toEqual([
      { client: 'Firefox, Windows', proof: 'PASSWORD', current: false },
      { client: null, proof: 'PASSWORD', current: false },
      { client: 'Firefox, Windows', proof: 'PASSWORD', current: true },
    ]);
    expect((await browser.delete(`/api/sessions/${body.items[1].id}`)).status).toBe(204);
    expect((await unknown.get('/api/session')).status).toBe(401);
    expect((await browser.delete(`/api/sessions/${body.items[1].id}`)).status).toBe(404);
    const stranger = await signedIn(portal, 'mewiaMayor');
    expect((await stranger.delete(`/api/sessions/${body.items[0].id}`)).status).toBe(404);
    expect((await third.get('/api/session')).status).toBe(200);

    expect((await browser.delete('/api/sessions')).status).toBe(204);
    expect((await world.newest('person.sessions-ended')).facts).toEqual({ count: 1 });
    expect((await third.get('/api/session')).status).toBe(401);
    expect((await stranger.get('/api/session')).status).toBe(200);
    expect((await browser.get('/api/sessions')).body.items).toHaveLength(1);
  });

  test('in a browser that is new beside others are told of by a letter, the first one and a known one are not', async () => {
    await world.rows(Prisma.sql`DELETE FROM device`);
    await world.letters();
    const { cookies } = await enter(firefox);
    expect(await world.letters()).toEqual([]);
    const device = cookies.find((cookie) => cookie.startsWith('device='))?.split(';')[0] ?? '';
    expect(device).toMatch(/^device=[\w-]{43}$/);
    expect(cookies.join()).toMatch(/device=[^,]+Max-Age=34560000[^,]*; HttpOnly|device=.*HttpOnly/);
    await enter(firefox, device);
    expect(await world.letters()).toEqual([]);
    await enter(firefox);
    const [letter, ...more] = await world.letters();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to: email, subject: 'Logowanie z nowego urządzenia' });
    expect(letter?.text).toContain('Firefox, Windows');
  });

  test('never take over a token that was there before the sign-in', async () => {
    const planted = 'p'.repeat(43);
    const { cookies } = await enter(firefox, `sid=${planted}`);
    expect(cookies.join()).not.toContain(planted);
    expect((await portal.visitor().get('/api/session').set('cookie', `sid=${planted}`)).status).toBe(401);
  });
});
