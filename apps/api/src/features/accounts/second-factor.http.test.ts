import { describe, expect, test } from '@jest/globals';
import { api, type Route } from '@blizej/contracts';
import { codeAt, enrol, forgetStep, signedIn } from '../../../test/security.ts';
import { usePortal } from '../../../test/world.ts';
import { demoPassword, people, type PersonKey } from '../../demo/people.ts';
import { Prisma } from '../../platform/database/database.ts';

describe('A second factor', () => {
  const portal = usePortal({ SIGN_IN_LIMIT: '1000' });
  const { world } = portal;
  const signIn = (key: PersonKey, code?: string, password = demoPassword) =>
    portal.visitor().post('/api/session').send({ email: people[key].email, password, code });
  const answer = async (request: ReturnType<typeof signIn>) => {
    const { status, body } = await request;
    return status === 201 ? 'in' : (body as { type: string }).type.replace('/problems/', '');
  };

  test('is asked once the password is right, and lets in with a code', async () => {
    const { key } = await enrol(await signedIn(portal, 'jantarowoMayor'));
    expect(await answer(signIn('jantarowoMayor'))).toBe('second-factor-required');
    expect(await answer(signIn('jantarowoMayor', undefined, 'nie to hasło'))).toBe('wrong-credentials');
    expect(await answer(signIn('jantarowoMayor', codeAt(key, 1), 'nie to hasło'))).toBe('wrong-credentials');
    expect(await answer(signIn('jantarowoMayor', '000000'))).toBe('wrong-code');
    expect(await answer(signIn('jantarowoMayor', codeAt(key, 1)))).toBe('in');
  });

  test('takes a code once, and none of an earlier step', async () => {
    const { key } = await enrol(await signedIn(portal, 'mewiaMayor'));
    expect(await answer(signIn('mewiaMayor', codeAt(key)))).toBe('wrong-code');
    const code = codeAt(key, 1);
    expect(await answer(signIn('mewiaMayor', code))).toBe('in');
    expect(await answer(signIn('mewiaMayor', code))).toBe('wrong-code');
  });

  test('lets one of two in who use a code at once, of the authenticator and of recovery', async () => {
    const { key, codes } = await enrol(await signedIn(portal, 'foczyMayor'));
    await forgetStep(world, 'foczyMayor');
    for (const code of [codeAt(key), codes[0]]) {
      const answers = await Promise.all([1, 2, 3].map(() => answer(signIn('foczyMayor', code))));
      expect(answers.toSorted()).toEqual(['in', 'wrong-code', 'wrong-code']);
    }
  });

  test('has ten recovery codes, each used once, void with new ones', async () => {
    const browser = await signedIn(portal, 'wydmyMayor');
    const { codes } = await enrol(browser);
    expect(codes).toHaveLength(10);
    const [first = '', second] = codes;
    expect(await answer(signIn('wydmyMayor', first.toUpperCase().replaceAll('-', ' ')))).toBe('in');
    expect((await world.newest('person.recovery-code-used')).actor).toBe(people.wydmyMayor.name);
    expect(await answer(signIn('wydmyMayor', first))).toBe('wrong-code');
    expect((await browser.get('/api/security')).body.secondFactor.codesLeft).toBe(9);
    const renewed = await browser.post('/api/second-factor/codes');
    expect(renewed.status).toBe(201);
    expect(await answer(signIn('wydmyMayor', second))).toBe('wrong-code');
    expect(await answer(signIn('wydmyMayor', renewed.body.codes[0]))).toBe('in');
  });

  test('does not count before a code confirms it, and one key is in force', async () => {
    const browser = await signedIn(portal, 'sosnowyMayor');
    const first = (await browser.post('/api/second-factor/key')).body.key as string;
    const second = (await browser.post('/api/second-factor/key')).body.key as string;
    expect(await answer(signIn('sosnowyMayor'))).toBe('in');
    const wrong = await browser.put('/api/second-factor').send({ code: codeAt(first) });
    expect({ status: wrong.status, type: wrong.body.type }).toEqual({ status: 401, type: '/problems/wrong-code' });
    expect((await browser.put('/api/second-factor').send({ code: codeAt(second) })).status).toBe(200);
    for (const again of [
      browser.post('/api/second-factor/key'),
      browser.put('/api/second-factor').send({ code: '1' }),
    ]) {
      expect((await again).body).toMatchObject({ type: '/problems/wrong-state', state: 'ON' });
    }
  });

  test('turned on or off gives the session a new token, ends the others, and tells by a letter', async () => {
    const other = await signedIn(portal, 'sledziowoMayor');
    const browser = await signedIn(portal, 'sledziowoMayor');
    const cookie = async (request: ReturnType<typeof browser.get>) =>
      /sid=([\w-]{43})/.exec(String((await request).headers['set-cookie']))?.[1];
    const { key } = (await browser.post('/api/second-factor/key')).body as { key: string };
    const renewed = await cookie(browser.put('/api/second-factor').send({ code: codeAt(key) }));
    expect((await other.get('/api/session')).status).toBe(401);
    expect((await browser.get('/api/session')).status).toBe(200);
    const again = await cookie(browser.delete('/api/second-factor'));
    expect(again).toHaveLength(43);
    expect(again).not.toBe(renewed);
    expect((await portal.visitor().get('/api/session').set('cookie', `sid=${renewed}`)).status).toBe(401);
    expect(await answer(signIn('sledziowoMayor'))).toBe('in');
    const subjects = (await world.letters())
      .filter(({ to }) => to === people.sledziowoMayor.email)
      .map(({ subject }) => subject);
    expect(subjects).toEqual(
      expect.arrayContaining(['Włączono drugi składnik logowania', 'Wyłączono drugi składnik logowania']),
    );
  });

  test('leaves no secret in the database: not the key, not a code, and no kept answer', async () => {
    const browser = await signedIn(portal, 'bursztynowiecMayor');
    void browser.set('idempotency-key', 'drugi-skladnik');
    const { key, codes } = await enrol(browser);
    const { email } = people.bursztynowiecMayor;
    const { totp } = await world.row<{ totp: Buffer }>(
      Prisma.sql`SELECT totp_secret AS totp FROM person WHERE email = ${email}`,
    );
    expect(totp.length).toBe(12 + 16 + 20);
    expect(await world.rows(Prisma.sql`SELECT FROM idempotency_key WHERE key = 'drugi-skladnik'`)).toEqual([]);
    const { found } = await world.row<{ found: number }>(Prisma.sql`
      SELECT count(*)::int AS found FROM event
      WHERE facts::text || coalesce(detail::text, '') SIMILAR TO ${`%(${[key, ...codes].join('|')})%`}`);
    expect(found).toBe(0);
    const { hashes } = await world.row<{ hashes: string[] }>(Prisma.sql`
      SELECT array_agg(encode(code_hash, 'escape')) AS hashes FROM recovery_code JOIN person ON person.id = person_id
      WHERE email = ${email}`);
    expect(hashes).toHaveLength(10);
    for (const hash of hashes) expect(codes.join()).not.toContain(hash);
  });

  test('is asked for where a link is used too, and a refused code leaves the link as it was', async () => {
    const { email } = people.latarnikowoMayor;
    const { key } = await enrol(await signedIn(portal, 'latarnikowoMayor'));
    await portal.visitor().post('/api/links').send({ email, purpose: 'SIGN_IN' });
    const letter = (await world.letters()).find(({ to, text }) => to === email && text.includes('/link#'));
    const token = /#([\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? '';
    const enter = (code?: string) => answer(portal.visitor().post('/api/session/link').send({ token, code }));
    expect(await enter()).toBe('second-factor-required');
    expect(await enter('000000')).toBe('wrong-code');
    expect(await enter(codeAt(key, 1))).toBe('in');
    expect(await enter(codeAt(key, 1))).toBe('link-void');
  });
});

describe('Where the secretariat has to have a second factor', () => {
  const portal = usePortal({ SECOND_FACTOR_REQUIRED: '1' });

  test('a secretary without one is led to it, and nothing else is open before', async () => {
    const browser = await signedIn(portal, 'secretary');
    const { body: session } = await browser.get('/api/session');
    expect(session.secondFactorMissing).toBe(true);
    expect(Object.values(session.abilities as object).every((ability) => ability === false)).toBe(true);
    expect((await browser.get('/api/security')).body).toMatchObject({ secondFactor: null, secondFactorRequired: true });

    const closed = (Object.values(api) as Route[]).filter(
      ({ access, beforeEnrolment }) => access === 'signed-in' && !beforeEnrolment,
    );
    expect(closed.length).toBeGreaterThan(30);
    for (const { method, path } of closed) {
      const { status, body } = await browser[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'](
        path.replace(/:\w+/g, crypto.randomUUID()),
      );
      expect({ method, path, status, type: body.type }).toEqual({
        method,
        path,
        status: 403,
        type: '/problems/second-factor-missing',
      });
    }

    await enrol(browser);
    expect((await browser.get('/api/session')).body).toMatchObject({
      secondFactorMissing: false,
      abilities: { writeTask: true },
    });
    expect((await browser.get('/api/start')).status).toBe(200);
  });

  test('a sign-in says so at once, and the people of gminas are not asked', async () => {
    const { email } = people.director;
    const { body } = await portal.visitor().post('/api/session').send({ email, password: demoPassword });
    expect(body).toMatchObject({ secondFactorMissing: true, abilities: { writeTask: false } });
    const mayor = await signedIn(portal, 'jantarowoMayor');
    expect((await mayor.get('/api/session')).body.secondFactorMissing).toBe(false);
    expect((await mayor.get('/api/start')).status).toBe(200);
  });
});
