import { describe, expect, test } from '@jest/globals';
import { codeAt, enrol, signedIn } from '../../../test/security.ts';
import { usePortal } from '../../../test/world.ts';
import { demoPassword, people } from '../../demo/people.ts';

const { email } = people.jantarowoMayor;

describe('Guessing a password', () => {
  // A proxy may say who the client is: so the tests come from many addresses.
  const portal = usePortal({ SIGN_IN_LIMIT: '3', SIGN_IN_ACCOUNT_LIMIT: '6', TRUSTED_PROXIES: '127.0.0.1' });
  const attempt = async (address: string, password: string, device?: string): Promise<number> => {
    const request = portal.visitor().post('/api/session').set('x-forwarded-for', address);
    if (device) void request.set('cookie', device);
    return (await request.send({ email, password })).status;
  };

  test('from many addresses stops new browsers at new addresses, and nobody else', async () => {
    const own = await portal
      .visitor()
      .post('/api/session')
      .set('x-forwarded-for', '192.0.2.1')
      .send({ email, password: demoPassword });
    const device = /device=[\w-]{43}/.exec(String(own.headers['set-cookie']))?.[0] ?? '';

    const guesses = [];
    for (let n = 0; n < 8; n += 1) guesses.push(await attempt(`198.51.100.${n}`, 'zgaduję'));
    expect(guesses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);

    expect(await attempt('203.0.113.9', demoPassword)).toBe(429);
    // The owner, at the own address in any browser, and anywhere in a known one.
    expect(await attempt('192.0.2.1', demoPassword)).toBe(201);
    expect(await attempt('203.0.113.9', demoPassword, device)).toBe(201);
    // A made-up device is nobody's.
    expect(await attempt('203.0.113.10', demoPassword, `device=${'x'.repeat(43)}`)).toBe(429);
    // Others are not concerned.
    const other = await portal
      .visitor()
      .post('/api/session')
      .set('x-forwarded-for', '198.51.100.1')
      .send({ email: people.mewiaMayor.email, password: demoPassword });
    expect(other.status).toBe(201);

    // From the owner's own address, beside the owner's browser.
    const beside = [];
    for (let n = 0; n < 4; n += 1) beside.push(await attempt('192.0.2.1', 'zgaduję'));
    expect(beside).toEqual([401, 401, 401, 429]);
    expect(await attempt('192.0.2.1', demoPassword, device)).toBe(201);
  });

  test('of an account that does not exist is limited alike', async () => {
    const statuses = [];
    for (let n = 0; n < 8; n += 1) {
      const { status } = await portal
        .visitor()
        .post('/api/session')
        .set('x-forwarded-for', `198.51.100.${n}`)
        .send({ email: 'nikt@nigdzie.example', password: 'zgaduję' });
      statuses.push(status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
  });
});

describe('Guessing a code', () => {
  const portal = usePortal({ SIGN_IN_LIMIT: '3', TRUSTED_PROXIES: '127.0.0.1' });

  test('is limited for an account and an address, and for an account from everywhere', async () => {
    const { key } = await enrol(await signedIn(portal, 'jantarowoMayor'));
    const attempt = async (address: string, code?: string): Promise<number> =>
      (
        await portal
          .visitor()
          .post('/api/session')
          .set('x-forwarded-for', address)
          .send({ email, password: demoPassword, code })
      ).status;
    // Asking for the code is no guess.
    for (let n = 0; n < 5; n += 1) expect(await attempt('198.51.100.1')).toBe(401);
    const statuses = [];
    for (let n = 0; n < 4; n += 1) statuses.push(await attempt('198.51.100.1', '000000'));
    expect(statuses).toEqual([401, 401, 401, 429]);
    const elsewhere = [];
    for (let n = 2; n < 21; n += 1) elsewhere.push(await attempt(`198.51.100.${n}`, '000000'));
    expect(elsewhere.filter((status) => status === 401)).toHaveLength(17);
    expect(elsewhere.at(-1)).toBe(429);
    expect(await attempt('198.51.100.99', codeAt(key, 1))).toBe(429);
    // The address from which the owner has signed in before is not concerned.
    const own = await portal
      .visitor()
      .post('/api/session')
      .send({ email, password: demoPassword, code: codeAt(key, 1) });
    expect(own.status).toBe(201);
  });
});

describe('Fifty sign-ins at once', () => {
  const portal = usePortal();

  test('all succeed, and others are answered meanwhile', async () => {
    const official = await portal.as('jantarowoOfficial');
    const everybody = Object.values(people);
    let waiting = 50;
    const arrivals = Promise.all(
      Array.from({ length: 50 }, async (_, n) => {
        const { email: address } = everybody[n % everybody.length] ?? people.director;
        const { status } = await portal.visitor().post('/api/session').send({ email: address, password: demoPassword });
        waiting -= 1;
        return status;
      }),
    );
    expect((await official.get('/api/session')).status).toBe(200);
    expect(waiting).toBeGreaterThan(0);
    expect(new Set(await arrivals)).toEqual(new Set([201]));
  }, 30_000);
});
