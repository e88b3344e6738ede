import { describe, expect, test } from '@jest/globals';
import { expectRefusal } from '../../../test/refusals.ts';
import { usePortal } from '../../../test/world.ts';
import { demoPassword, people } from '../../demo/people.ts';
import { Prisma } from '../../platform/database/database.ts';
import { signIn as openByPassword } from './actions/sign-in.ts';

const { email } = people.jantarowoMayor;

describe('Signing in', () => {
  const portal = usePortal({ SIGN_IN_LIMIT: '5' });
  const signIn = (body: object) => portal.visitor().post('/api/session').send(body);

  test('opens a session whose token is in the cookie alone, hashed in the database', async () => {
    const { status, body, headers } = await signIn({ email: ` ${email.toUpperCase()} `, password: demoPassword });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      person: { name: people.jantarowoMayor.name, email, language: 'pl' },
      actingFor: { office: 'EXECUTIVE', organization: { name: 'Jantarowo' } },
      abilities: { useNetworks: true, writeTask: false },
    });
    const [cookie] = headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^sid=[\w-]{43}; /);
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute);
    const token = /sid=([\w-]{43})/.exec(cookie ?? '')?.[1] ?? '';
    const { count } = await portal.world.row<{ count: number }>(
      Prisma.sql`SELECT count(*)::int AS count FROM session WHERE encode(token_hash, 'escape') LIKE ${`%${token}%`}`,
    );
    expect(count).toBe(0);
    expect((await portal.world.newest('person.signed-in')).actor).toBe(people.jantarowoMayor.name);
  });

  test('a wrong password and an unknown address are the same answer', async () => {
    const wrong = await signIn({ email, password: 'nie to hasło' });
    const unknown = await signIn({ email: 'nikt@nigdzie.example', password: 'nie to hasło' });
    expect(wrong.status).toBe(401);
    expect({ ...wrong.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  test('wants both e-mail and password, named with what is missing', async () => {
    const { status, body } = await signIn({ email: '' });
    expect(status).toBe(422);
    expect(body.issues).toEqual([
      { in: 'body', pointer: '/email', code: 'too_small', params: { minimum: 1, of: 'string' } },
      { in: 'body', pointer: '/password', code: 'required' },
    ]);
  });

  test('is limited for each account and address, and says when to try again', async () => {
    const attempts = [];
    for (let n = 0; n < 7; n += 1) {
      attempts.push(await signIn({ email: people.foczyMayor.email, password: 'zgaduję' }));
    }
    expect(attempts.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(attempts.at(-1)?.body.type).toBe('/problems/too-many-requests');
    expect(Number(attempts.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    // Others from the same address sign in as before, and as often as they like: only failures count.
    for (let n = 0; n < 7; n += 1) {
      expect((await signIn({ email: people.foczyOfficial.email, password: demoPassword })).status).toBe(201);
    }
  });
});

describe('Signing in again', () => {
  const portal = usePortal();

  test('ends the session that the browser held before, whoever’s it was', async () => {
    const browser = portal.visitor();
    await browser.post('/api/session').send({ email: people.foczyMayor.email, password: demoPassword });
    const alive = async () =>
      (
        await portal.world.row<{ count: number }>(
          Prisma.sql`SELECT count(*)::int AS count FROM session WHERE revoked_at IS NULL AND created_at > portal_now() - interval '1 minute'`,
        )
      ).count;
    const before = await alive();
    await browser.post('/api/session').send({ email: people.foczyOfficial.email, password: demoPassword });
    expect(await alive()).toBe(before);
  });

  test('and signing out by a used key ends the session at hand', async () => {
    const browser = portal.visitor();
    for (let n = 0; n < 2; n += 1) {
      await browser.post('/api/session').send({ email: people.foczyMayor.email, password: demoPassword });
      const cookies = browser.get('/api/session');
      expect((await cookies).status).toBe(200);
      await browser.delete('/api/session').set('idempotency-key', 'sign-out');
    }
    const { open } = await portal.world.row<{ open: number }>(Prisma.sql`
      SELECT count(*)::int AS open FROM session JOIN person ON person.id = person_id
      WHERE email = ${people.foczyMayor.email} AND revoked_at IS NULL`);
    expect(open).toBe(0);
  });

  test('with a NUL in the address is a wrong address, not our mistake', async () => {
    const { status } = await portal.visitor().post('/api/session').send({ email: 'a\u0000b@c.example', password: 'x' });
    expect(status).toBe(401);
  });
});

describe('A session', () => {
  const portal = usePortal();
  const signedIn = async () => {
    const agent = portal.visitor();
    await agent.post('/api/session').send({ email, password: demoPassword });
    return agent;
  };
  const session = Prisma.sql`id = (SELECT id FROM session ORDER BY id DESC LIMIT 1)`;

  test('ends with signing out, and its token is worth nothing from then on', async () => {
    const agent = await signedIn();
    expect((await agent.get('/api/session')).status).toBe(200);
    const out = await agent.delete('/api/session');
    expect(out.status).toBe(204);
    expect((await agent.get('/api/session')).status).toBe(401);
    expect((await portal.world.newest('person.signed-out')).actor).toBe(people.jantarowoMayor.name);
  });

  test('ends when it is not used, and at its absolute end however much it is used', async () => {
    const agent = await signedIn();
    await portal.world.rows(Prisma.sql`UPDATE session SET expires_at = now() - interval '1 second' WHERE ${session}`);
    expect((await agent.get('/api/session')).status).toBe(401);
    await portal.world.rows(
      Prisma.sql`UPDATE session SET expires_at = now() + interval '1 day', ends_at = now() WHERE ${session}`,
    );
    expect((await agent.get('/api/session')).status).toBe(401);
  });

  test('slides while it is used, never past its absolute end', async () => {
    const agent = await signedIn();
    await portal.world.rows(Prisma.sql`
      UPDATE session SET touched_at = now() - interval '6 minutes', expires_at = now() + interval '1 hour',
        ends_at = now() + interval '2 days' WHERE ${session}`);
    await agent.get('/api/session');
    const { capped } = await portal.world.row<{ capped: boolean }>(
      Prisma.sql`SELECT expires_at = ends_at AS capped FROM session WHERE ${session}`,
    );
    expect(capped).toBe(true);
  });

  test('is worth nothing for a person who is no longer active, and gives no office that has ended', async () => {
    const agent = await signedIn();
    await portal.world.rows(Prisma.sql`
      UPDATE appointment SET ends_on = portal_today() - 1 FROM person WHERE person.id = person_id AND email = ${email}`);
    const { body } = await agent.get('/api/session');
    expect(body).toMatchObject({ appointments: [], actingFor: null, abilities: { useNetworks: false } });
    expect((await agent.get('/api/networks')).body.items).toEqual([]);
    await portal.world.rows(Prisma.sql`UPDATE person SET active = false WHERE email = ${email}`);
    expect((await agent.get('/api/session')).status).toBe(401);
  });
});

describe('Behind https', () => {
  const portal = usePortal({ PUBLIC_URL: 'https://portal.example' });

  test('the cookie is __Host- and Secure', async () => {
    const { headers } = await portal.visitor().post('/api/session').send({ email, password: demoPassword });
    const [cookie] = headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^__Host-sid=/);
    expect(cookie).toContain('Secure');
  });

  test('with a password that was changed while it was compared, or by somebody who was blocked meanwhile, opens nothing', async () => {
    const actor = await portal.world.actor('foczyOfficial');
    const { hash } = await portal.world.row<{ hash: string }>(
      Prisma.sql`SELECT password_hash AS hash FROM person WHERE id = ${actor.personId}::uuid`,
    );
    const opening = () => openByPassword(portal.world.unit, actor, undefined, undefined, hash);
    expect(await opening()).toHaveLength(43);
    await portal.world.rows(Prisma.sql`UPDATE person SET active = false WHERE id = ${actor.personId}::uuid`);
    await expectRefusal(opening(), 'wrong-credentials');
    await portal.world.rows(
      Prisma.sql`UPDATE person SET active = true, password_hash = 'another' WHERE id = ${actor.personId}::uuid`,
    );
    await expectRefusal(opening(), 'wrong-credentials');
  });
});
