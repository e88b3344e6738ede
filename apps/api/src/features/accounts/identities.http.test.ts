import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accountsRoutes } from '@blizej/contracts';
import type supertest from 'supertest';
import { startIssuer } from '../../../../../tools/issuer.mjs';
import { passThrough } from '../../../test/at-the-issuer.ts';
import { usePortal } from '../../../test/world.ts';
import { demoPassword, people, type PersonKey } from '../../demo/people.ts';
import { Prisma } from '../../platform/database/database.ts';

const publicUrl = 'http://localhost:3000';
const ids = ['poczta', 'wezel', 'konta'];
const redirectUris = ids.map((id) => `${publicUrl}/auth/oidc/${id}/callback`);

const issuer = await startIssuer({ redirectUris });
const silent = await startIssuer({ redirectUris: [] });
const asleep = await startIssuer({ redirectUris: [] });
await Promise.all([silent.stop(), asleep.stop()]);
const forged = await startIssuer({ redirectUris: [`${publicUrl}/auth/oidc/falsz/callback`], isForged: true });
const node = await startIssuer({ redirectUris: [`${publicUrl}/auth/oidc/slaby/callback`], acr: 'low' });
afterAll(() => Promise.all([issuer.stop(), forged.stop(), node.stop()]));

const provider = (id: string, more: object, { issuer: address, clientId, clientSecret } = issuer) => ({
  id,
  name: { pl: `Dostawca ${id}`, en: `Provider ${id}` },
  issuer: address,
  clientId,
  clientSecret,
  mapping: 'email',
  ...more,
});
const OIDC_PROVIDERS = JSON.stringify([
  provider('poczta', {}),
  provider('wezel', { mapping: 'subject', scope: 'openid', authorizationParameters: { ui_locales: 'pl' } }),
  provider('konta', { emailClaim: 'upn' }),
  provider('cisza', {}, silent),
  provider('drzemka', {}, asleep),
  provider('falsz', {}, forged),
  provider('slaby', { acrValues: ['substantial'] }, node),
]);

const known = (key: PersonKey, more: object = {}) => ({ email: people[key].email, email_verified: true, ...more });
const pageAfter = (slug: string) => `/logowanie?problem=${slug}`;

describe('Signing in through a provider', () => {
  const portal = usePortal({ PUBLIC_URL: publicUrl, OIDC_PROVIDERS });
  const { world } = portal;

  beforeEach(() => {
    for (const name of Object.keys(issuer.people)) delete issuer.people[name];
  });

  /** Goes to the provider, signs in there and comes back; gives where the portal sends the browser then. */
  const goThrough = async (browser: supertest.Agent, id: string, account: string | null, query = '') => {
    const begun = await browser.get(`/auth/oidc/${id}${query}`);
    expect(begun.status).toBe(302);
    const back = await passThrough(begun.headers.location ?? '', account);
    const finished = await browser.get(back);
    expect(finished.status).toBe(302);
    return { begun, back, finished, page: finished.headers.location };
  };
  const who = async (browser: supertest.Agent) => (await browser.get('/api/session')).body.person?.email;
  const identities = (key: PersonKey) =>
    world.rows<{ provider: string; subject: string }>(Prisma.sql`
      SELECT provider, subject FROM identity JOIN person ON person.id = person_id WHERE email = ${people[key].email}`);
  const linkedTimes = async () =>
    (
      await world.row<{ count: number }>(
        Prisma.sql`SELECT count(*)::int AS count FROM event WHERE kind = 'person.identity-linked'`,
      )
    ).count;

  test('names the providers to everybody, and none of their secrets', async () => {
    const { status, body } = await portal.visitor().get('/api/sign-in-ways');
    expect(status).toBe(200);
    expect(body.providers[0]).toEqual({ id: 'poczta', name: { pl: 'Dostawca poczta', en: 'Provider poczta' } });
    expect(JSON.stringify(body)).not.toContain(issuer.clientSecret);
  });

  test('a verified e-mail finds the person, who goes on to where they wanted', async () => {
    issuer.people.ola = known('jantarowoOfficial', { email: people.jantarowoOfficial.email.toUpperCase() });
    const browser = portal.visitor();
    const powrot = encodeURIComponent('/app/sieci?stan=ACTIVE');
    const { begun, finished, page } = await goThrough(browser, 'poczta', 'ola', `?powrot=${powrot}`);

    const asked = new URL(begun.headers.location ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      scope: 'openid email profile',
      redirect_uri: redirectUris[0],
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    const [attempt] = begun.headers['set-cookie'] as unknown as string[];
    expect(attempt).toMatch(/^oidc=[\w-]{43}; /);
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Max-Age=600']) expect(attempt).toContain(attribute);

    expect(page).toBe('/app/sieci?stan=ACTIVE');
    expect(finished.headers['set-cookie']).toContainEqual(expect.stringMatching(/^oidc=; .*Max-Age=0|^oidc=; .*1970/));
    expect(await who(browser)).toBe(people.jantarowoOfficial.email);
    expect(
      await world.row(Prisma.sql`SELECT proof, (SELECT count(*)::int FROM oidc_attempt) AS attempts FROM session
                                 ORDER BY id DESC LIMIT 1`),
    ).toEqual({ proof: 'OIDC', attempts: 0 });
    expect(await identities('jantarowoOfficial')).toEqual([{ provider: 'poczta', subject: 'ola' }]);
    expect(await world.newest('person.identity-linked')).toMatchObject({
      actor: people.jantarowoOfficial.name,
      facts: { provider: { pl: 'Dostawca poczta', en: 'Provider poczta' } },
      told: [],
    });
    expect((await world.newest('person.signed-in')).actor).toBe(people.jantarowoOfficial.name);
  });

  test('the second time the account itself is known, whatever became of its e-mail', async () => {
    issuer.people.maria = known('foczyMayor');
    await goThrough(portal.visitor(), 'poczta', 'maria');
    const before = await linkedTimes();
    issuer.people.maria = { email: 'other@elsewhere.example', email_verified: false };
    const browser = portal.visitor();
    expect((await goThrough(browser, 'poczta', 'maria')).page).toBe('/app');
    expect(await who(browser)).toBe(people.foczyMayor.email);
    expect(await identities('foczyMayor')).toHaveLength(1);
    expect(await linkedTimes()).toBe(before);
  });

  test('an address that has passed to another account there opens nothing', async () => {
    issuer.people.former = known('foczyOfficial');
    await goThrough(portal.visitor(), 'poczta', 'former');
    issuer.people.successor = known('foczyOfficial');
    const browser = portal.visitor();
    expect((await goThrough(browser, 'poczta', 'successor')).page).toBe(pageAfter('not-admitted'));
    expect(await who(browser)).toBeUndefined();
  });

  test('the e-mail may stand under another name', async () => {
    issuer.people.lucyna = { upn: people.jantarowoMayor.email, email: 'x@y.example', email_verified: true };
    const browser = portal.visitor();
    await goThrough(browser, 'konta', 'lucyna');
    expect(await who(browser)).toBe(people.jantarowoMayor.email);
  });

  test('two first times at once leave one identity', async () => {
    issuer.people.twice = known('jantarowoCoordinator');
    const before = await linkedTimes();
    const arrivals = await Promise.all(
      [portal.visitor(), portal.visitor()].map(async (browser) => {
        const begun = await browser.get('/auth/oidc/poczta');
        return { browser, back: await passThrough(begun.headers.location ?? '', 'twice') };
      }),
    );
    const pages = await Promise.all(
      arrivals.map(async ({ browser, back }) => (await browser.get(back)).headers.location),
    );
    expect(pages).toEqual(['/app', '/app']);
    expect(await identities('jantarowoCoordinator')).toHaveLength(1);
    expect(await linkedTimes()).toBe(before + 1);
  });

  test.each([
    [
      'an e-mail that is not verified',
      { email: people.jantarowoMayor.email, email_verified: false },
      'email-unverified',
    ],
    ['no e-mail at all', {}, 'email-unverified'],
    ['somebody unknown', { email: 'nikt@nigdzie.example', email_verified: true }, 'not-admitted'],
  ])('refuses %s', async (_, claims, slug) => {
    issuer.people.stranger = claims;
    const browser = portal.visitor();
    const { page, finished } = await goThrough(browser, 'poczta', 'stranger');
    expect(page).toBe(pageAfter(slug));
    expect(String(finished.headers['set-cookie'])).not.toContain('sid=');
    expect(await who(browser)).toBeUndefined();
  });

  test('refuses who was blocked in the same words as somebody unknown', async () => {
    issuer.people.blocked = known('sledziowoOfficial');
    await goThrough(portal.visitor(), 'poczta', 'blocked');
    await world.rows(Prisma.sql`UPDATE person SET active = false WHERE email = ${people.sledziowoOfficial.email}`);
    expect((await goThrough(portal.visitor(), 'poczta', 'blocked')).page).toBe(pageAfter('not-admitted'));
    issuer.people.again = known('sledziowoOfficial');
    expect((await goThrough(portal.visitor(), 'poczta', 'again')).page).toBe(pageAfter('not-admitted'));
  });

  test('by the account alone, where the provider introduces nobody', async () => {
    issuer.people.node = known('jantarowoMayor');
    const stranger = portal.visitor();
    const { page, begun } = await goThrough(stranger, 'wezel', 'node');
    expect(page).toBe(pageAfter('not-admitted'));
    expect(new URL(begun.headers.location ?? '').searchParams.get('ui_locales')).toBe('pl');
    expect(await who(stranger)).toBeUndefined();
  });

  test('says where a provider does not answer, and lets in by other ways', async () => {
    const browser = portal.visitor();
    const { status, headers } = await browser.get('/auth/oidc/cisza?powrot=%2Fapp%2Fzadania');
    expect(status).toBe(302);
    expect(headers.location).toBe(`${pageAfter('provider-unavailable')}&powrot=%2Fapp%2Fzadania`);
    const credentials = { email: people.foczyMayor.email, password: demoPassword };
    expect((await browser.post(accountsRoutes.signIn.path).send(credentials)).status).toBe(201);
  });

  test('works as soon as the provider answers again', async () => {
    expect((await portal.visitor().get('/auth/oidc/drzemka')).headers.location).toBe(pageAfter('provider-unavailable'));
    const woken = await startIssuer({
      redirectUris: [`${publicUrl}/auth/oidc/drzemka/callback`],
      people: { zofia: known('foczyMayor') },
      port: Number(new URL(asleep.issuer).port),
    });
    try {
      const browser = portal.visitor();
      expect((await goThrough(browser, 'drzemka', 'zofia')).page).toBe('/app');
      expect(await who(browser)).toBe(people.foczyMayor.email);
    } finally {
      await woken.stop();
    }
  });

  test('says where somebody broke off there, and keeps where they wanted to go', async () => {
    const { page } = await goThrough(portal.visitor(), 'poczta', null, '?powrot=%2Fapp%2Fsieci');
    expect(page).toBe(`${pageAfter('sign-in-cancelled')}&powrot=%2Fapp%2Fsieci`);
  });

  test('refuses a token that is signed by another key than the provider’s', async () => {
    forged.people.ola = known('foczyMayor');
    const browser = portal.visitor();
    expect((await goThrough(browser, 'falsz', 'ola')).page).toBe(pageAfter('provider-unavailable'));
    expect(await who(browser)).toBeUndefined();
  });

  test('refuses a proof that is weaker than what was asked for', async () => {
    node.people.ola = known('foczyMayor');
    const { page, begun } = await goThrough(portal.visitor(), 'slaby', 'ola');
    expect(new URL(begun.headers.location ?? '').searchParams.get('acr_values')).toBe('substantial');
    expect(page).toBe(pageAfter('assurance-too-low'));
  });

  describe('An attempt', () => {
    const begin = async (browser = portal.visitor()) => {
      issuer.people.piotr = known('wydmyMayor');
      const begun = await browser.get('/auth/oidc/poczta');
      return { browser, back: await passThrough(begun.headers.location ?? '', 'piotr') };
    };
    const expectEnded = async (browser: supertest.Agent, back: string) => {
      const { status, headers } = await browser.get(back);
      expect({ status, page: headers.location }).toEqual({ status: 302, page: pageAfter('attempt-ended') });
      expect(await who(browser)).toBeUndefined();
    };

    test('counts in the browser alone in which it began: nobody is signed in as somebody else', async () => {
      const { back } = await begin();
      await expectEnded(portal.visitor(), back);
    });

    test('counts with its own state alone, and is over after another', async () => {
      const { browser, back } = await begin();
      await expectEnded(browser, back.replace(/state=[\w-]+/, `state=${'x'.repeat(43)}`));
      await expectEnded(browser, back);
    });

    test('does not take another’s code, nor an address without any', async () => {
      const { back: foreign } = await begin();
      const { browser, back } = await begin();
      const code = new URL(foreign, publicUrl).searchParams.get('code') ?? '';
      await expectEnded(browser, back.replace(/code=[\w-]+/, `code=${code}`));
      const { browser: another, back: whole } = await begin();
      await expectEnded(another, whole.replace(/code=[\w-]+&?/, ''));
    });

    test('counts once', async () => {
      const { browser, back } = await begin();
      expect((await browser.get(back)).headers.location).toBe('/app');
      await browser.delete('/api/session');
      await expectEnded(browser, back);
    });

    test('counts once even where its cookie is brought again', async () => {
      const begun = await portal.visitor().get('/auth/oidc/poczta');
      const [cookie = ''] = (begun.headers['set-cookie'] as unknown as string[]).map((set) => set.split(';')[0]);
      issuer.people.piotr = known('wydmyMayor');
      const back = await passThrough(begun.headers.location ?? '', 'piotr');
      expect((await portal.visitor().get(back).set('cookie', cookie)).headers.location).toBe('/app');
      expect((await portal.visitor().get(back).set('cookie', cookie)).headers.location).toBe(
        pageAfter('attempt-ended'),
      );
    });

    test('counts for ten minutes', async () => {
      const { browser, back } = await begin();
      await world.rows(Prisma.sql`UPDATE oidc_attempt SET created_at = now() - interval '10 minutes 1 second'`);
      await expectEnded(browser, back);
    });

    test('counts with its own provider alone', async () => {
      const { browser, back } = await begin();
      await expectEnded(browser, back.replace('/poczta/', '/konta/'));
    });

    test('keeps its token and the session’s as hashes', async () => {
      const begun = await portal.visitor().get('/auth/oidc/poczta');
      const token = /oidc=([\w-]{43})/.exec(String(begun.headers['set-cookie']))?.[1] ?? '';
      const { count } = await world.row<{ count: number }>(Prisma.sql`
        SELECT count(*)::int AS count FROM oidc_attempt
        WHERE oidc_attempt::text LIKE ${`%${token}%`} OR encode(token_hash, 'escape') LIKE ${`%${token}%`}`);
      expect({ token: token.length, count }).toEqual({ token: 43, count: 0 });
    });
  });

  test('always gives a new session; the one that the browser held before ends, whoever’s it was', async () => {
    issuer.people.piotr = known('wydmyMayor');
    const browser = portal.visitor();
    const credentials = { email: people.jantarowoMayor.email, password: demoPassword };
    const before = await browser.post('/api/session').send(credentials);
    const [planted = ''] = (before.headers['set-cookie'] as unknown as string[]).map((set) => set.split(';')[0]);
    const { finished } = await goThrough(browser, 'poczta', 'piotr');
    expect(String(finished.headers['set-cookie'])).toMatch(/sid=[\w-]{43}/);
    expect(String(finished.headers['set-cookie'])).not.toContain(planted);
    expect(await who(browser)).toBe(people.wydmyMayor.email);
    expect((await portal.visitor().get('/api/session').set('cookie', planted)).status).toBe(401);
  });

  test.each([
    'https://evil.example/app',
    '//evil.example/app',
    '/\\evil.example',
    '/app\\..\\evil',
    '/application',
    '/app/..//evil.example',
    '/app/%0d%0aset-cookie: x',
    '/logowanie',
    'javascript:alert(1)',
  ])('refuses to return to %s', async (powrot) => {
    const { status, body } = await portal.visitor().get('/auth/oidc/poczta').query({ powrot });
    expect({ status, pointer: body.issues?.[0].pointer }).toEqual({ status: 422, pointer: '/powrot' });
  });

  describe('Linking an account', () => {
    const link = async (browser: supertest.Agent, id: string, account: string) => {
      const { status, body } = await browser.post('/api/identities').send({ provider: id });
      expect(status).toBe(200);
      const back = await passThrough(body.url, account);
      return (await browser.get(back)).headers.location;
    };
    const signedIn = async (key: PersonKey) => {
      const browser = portal.visitor();
      await browser.post('/api/session').send({ email: people[key].email, password: demoPassword });
      return browser;
    };

    test('makes it a way in, until it is unlinked', async () => {
      issuer.people.node = {};
      const mayor = await signedIn('jantarowoMayor');
      const before = await mayor.get('/api/session');
      expect(await link(mayor, 'wezel', 'node')).toBe('/app/profil/bezpieczenstwo');
      expect((await mayor.get('/api/session')).body.expiresAt).toBe(before.body.expiresAt);
      const { body } = await mayor.get('/api/identities');
      const [linked] = body.items.filter((item: { provider: { id: string } }) => item.provider.id === 'wezel');
      expect(linked).toMatchObject({ provider: { name: { pl: 'Dostawca wezel', en: 'Provider wezel' } } });
      expect((await world.newest('person.identity-linked')).actor).toBe(people.jantarowoMayor.name);

      const browser = portal.visitor();
      expect((await goThrough(browser, 'wezel', 'node')).page).toBe('/app');
      expect(await who(browser)).toBe(people.jantarowoMayor.email);

      expect((await mayor.delete(`/api/identities/${linked.id}`)).status).toBe(204);
      expect(await world.newest('person.identity-unlinked')).toMatchObject({
        actor: people.jantarowoMayor.name,
        facts: { provider: { pl: 'Dostawca wezel', en: 'Provider wezel' } },
      });
      expect((await goThrough(portal.visitor(), 'wezel', 'node')).page).toBe(pageAfter('not-admitted'));
    });

    test('refuses one that is somebody else’s, and a second with the same provider', async () => {
      issuer.people.first = {};
      issuer.people.second = {};
      const taken = '/app/profil/bezpieczenstwo?problem=identity-taken';
      const mayor = await signedIn('foczyMayor');
      expect(await link(mayor, 'wezel', 'first')).toBe('/app/profil/bezpieczenstwo');
      expect(await link(await signedIn('foczyOfficial'), 'wezel', 'first')).toBe(taken);
      expect(await link(mayor, 'wezel', 'second')).toBe(taken);
      expect(await link(mayor, 'wezel', 'first')).toBe('/app/profil/bezpieczenstwo');
    });

    test('is for who began it, while they are signed in', async () => {
      issuer.people.third = {};
      const browser = await signedIn('foczyOfficial');
      const { body } = await browser.post('/api/identities').send({ provider: 'wezel' });
      const back = await passThrough(body.url, 'third');
      await browser.post('/api/session').send({ email: people.jantarowoMayor.email, password: demoPassword });
      const { headers } = await browser.get(back);
      expect(headers.location).toBe('/app/profil/bezpieczenstwo?problem=attempt-ended');
      expect(await identities('foczyOfficial')).not.toContainEqual({ provider: 'wezel', subject: 'third' });
    });

    test('does not name a provider that there is not, and tells where one does not answer', async () => {
      const mayor = await signedIn('jantarowoMayor');
      expect((await mayor.post('/api/identities').send({ provider: 'nie-ma' })).status).toBe(404);
      const { status, body } = await mayor.post('/api/identities').send({ provider: 'cisza' });
      expect({ status, type: body.type }).toEqual({ status: 502, type: '/problems/provider-unavailable' });
    });
  });
});

describe('Attempts from one address', () => {
  const portal = usePortal({ PUBLIC_URL: publicUrl, OIDC_PROVIDERS, SIGN_IN_ADDRESS_LIMIT: '2' });

  test('are limited', async () => {
    const pages = [];
    for (let n = 0; n < 3; n += 1) pages.push((await portal.visitor().get('/auth/oidc/poczta')).headers.location);
    expect(pages[1]).toContain(issuer.issuer);
    expect(pages[2]).toBe(pageAfter('too-many-requests'));
  });
});

describe('Behind https', () => {
  const portal = usePortal({ PUBLIC_URL: 'https://portal.example', OIDC_PROVIDERS });

  test('the attempt’s cookie is __Host- and Secure, and the provider sends back to the public address', async () => {
    const { headers } = await portal.visitor().get('/auth/oidc/poczta').set('host', 'evil.example');
    const [cookie] = headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^__Host-oidc=/);
    expect(cookie).toContain('Secure');
    expect(new URL(headers.location ?? '').searchParams.get('redirect_uri')).toBe(
      'https://portal.example/auth/oidc/poczta/callback',
    );
  });
});
