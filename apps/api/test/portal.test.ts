import net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { api, problemStatus, type Route } from '@blizej/contracts';
import { pino } from 'pino';
import supertest from 'supertest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../src/create-app.ts';
import { demoPassword } from '../src/demo/people.ts';
import { signIn } from '../src/features/accounts/actions/sign-in.ts';
import { openDatabase } from '../src/foundations.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { usePortal, useWorld } from './world.ts';

describe('The portal over HTTP', () => {
  const portal = usePortal();

  test('describes every route with its answers and problems', async () => {
    const { body } = await portal.visitor().get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    for (const route of Object.values(api) as Route[]) {
      const operation = body.paths[route.path.replace(/:(\w+)/g, '{$1}')][route.method.toLowerCase()];
      expect(operation.summary).toBe(route.summary);
      for (const slug of route.problems ?? []) {
        const response = operation.responses[String(problemStatus[slug])];
        expect(response.description).toContain(`/problems/${slug}`);
        expect(response.content).toHaveProperty('application/problem+json');
      }
    }
  });

  test('answers an unknown route, a body of more than 1 MB and a foreign content type with a problem', async () => {
    const unknown = await portal.visitor().get('/api/nothing');
    expect({ status: unknown.status, type: unknown.headers['content-type'] }).toEqual({
      status: 404,
      type: 'application/problem+json; charset=utf-8',
    });
    const official = await portal.as('jantarowoOfficial');
    const url = `/api/tasks/${await portal.world.task('Wizyta studyjna: zgłoszenie uczestników')}/assignments/${await portal.world.gmina('jantarowo')}/answer`;
    const large = await official.put(url).send({ answer: 'x'.repeat(1_100_000), version: 1 });
    expect({ status: large.status, type: large.body.type }).toEqual({ status: 413, type: '/problems/too-large' });
    const long = await official.put(url).send({ answer: 'x'.repeat(20_001), version: 1 });
    expect(long.body.issues).toEqual([
      { in: 'body', pointer: '/answer', code: 'too_big', params: { maximum: 20_000 } },
    ]);
    const xml = await official.put(url).type('application/xml').send('<a/>');
    expect({ status: xml.status, type: xml.body.type }).toEqual({
      status: 415,
      type: '/problems/unsupported-media-type',
    });
  });

  test('answers an address that cannot be read with a problem too', async () => {
    const { status, headers } = await portal.visitor().get('/api/tasks/%ff');
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 404,
      type: 'application/problem+json; charset=utf-8',
    });
  });

  test('takes any text in one form, and refuses at once what would stop it', async () => {
    const secretary = await portal.as('secretary');
    const propose = (namePl: string) =>
      secretary.post('/api/networks').send({
        kind: 'PERMANENT',
        joinPolicy: 'OPEN',
        namePl,
        purposePl: 'Po to, by sprawdzić znaki.',
        benefit: 'Znaki, które da się przeczytać.',
        goals: ['SEA'],
      });
    const heap = await propose(`a${'\u0300\u0323'.repeat(100)}`);
    expect(heap.body.issues).toEqual([
      { in: 'body', pointer: '/namePl', code: 'invalid_format', params: { format: 'text' } },
    ]);
    const half = await propose('Sieć \ud800 próbna\u202e');
    expect(half.status).toBe(201);
    expect(half.body.name.pl).toBe('Sieć \ufffd próbna');
    expect((await propose('\u200b\u200b\u200b\u200b')).body.issues[0].pointer).toBe('/namePl');
  });

  test('follows its own cursor, however long the names are', async () => {
    const secretary = await portal.as('secretary');
    for (let n = 0; n < 52; n += 1) {
      const namePl = `${'Ż'.repeat(115)} ${n}`;
      const body = {
        kind: 'PERMANENT',
        joinPolicy: 'OPEN',
        namePl,
        purposePl: 'Po to, by lista była długa.',
        benefit: 'Lista, po której da się iść dalej.',
        goals: ['SEA'],
      };
      expect((await secretary.post('/api/networks').send(body)).status).toBe(201);
    }
    const first = await secretary.get('/api/networks');
    expect((await secretary.get('/api/networks').query({ cursor: first.body.next })).status).toBe(200);
  });

  test('refuses an Idempotency-Key that it could not keep', async () => {
    const official = await portal.as('jantarowoOfficial');
    const { status, body } = await official
      .post('/api/notifications/read')
      .set('idempotency-key', 'a b')
      .send({ upTo: crypto.randomUUID() });
    expect({ status, issues: body.issues }).toEqual({
      status: 422,
      issues: [{ in: 'header', pointer: '/idempotency-key', code: 'invalid_format' }],
    });
  });

  test('speaks the reader’s language, Polish where it is not said', async () => {
    const title = async (language?: string) => {
      const request = portal.visitor().get('/api/session');
      return (await (language ? request.set('accept-language', language) : request)).body.title as string;
    };
    expect(await title()).toBe('Sesja wygasła');
    expect(await title('en-GB,en;q=0.9')).toBe('Your session has ended');
    expect(await title('de,en;q=0.5')).toBe('Your session has ended');
    expect(await title('xx')).toBe('Sesja wygasła');
  });

  test('guards every answer with headers, errors as well', async () => {
    for (const path of ['/healthz', '/api/session', '/api/nothing']) {
      const { headers } = await portal.visitor().get(path);
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers['content-security-policy']).not.toContain('unsafe-inline');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['strict-transport-security']).toBeDefined();
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('in demo mode lists the demo’s people, with whom one can sign in', async () => {
    const { body } = await portal.visitor().get('/api/demo/accounts');
    expect(body).toContainEqual({
      email: 'ola@jantarowo.example',
      password: demoPassword,
      name: 'Ola Urzędnicka',
      office: 'OFFICIAL',
      organization: 'Jantarowo',
    });
    for (const { email, password } of body.slice(0, 3)) {
      expect((await portal.visitor().post('/api/session').send({ email, password })).status).toBe(201);
    }
  });

  test('refuses a forged cursor', async () => {
    const official = await portal.as('jantarowoOfficial');
    for (const keys of [['x'], ['2026-13-45', crypto.randomUUID()], ['2026-01-01', "1' OR 1=1"], {}, 'x']) {
      const cursor = Buffer.from(JSON.stringify(keys)).toString('base64url');
      const { status, body } = await official.get('/api/tasks').query({ cursor });
      expect({ status, issues: body.issues }).toEqual({
        status: 422,
        issues: [{ in: 'query', pointer: '/cursor', code: 'invalid_format' }],
      });
    }
  });

  test('every handler has a contract', async () => {
    const { container } = portal.app as unknown as {
      container: { getModules(): Map<string, { controllers: Map<unknown, { metatype: { prototype: object } }> }> };
    };
    const handlers = [...container.getModules().values()]
      .flatMap((module) => [...module.controllers.values()])
      .flatMap(({ metatype: { prototype } }) =>
        Object.getOwnPropertyNames(prototype)
          .filter((name) => name !== 'constructor')
          .map((name) => Reflect.get(prototype, name) as object),
      )
      .filter((member) => Reflect.hasMetadata('path', member));
    const named = (route: Route | undefined) => (route ? `${route.method} ${route.path}` : 'no contract');
    expect(
      handlers.map((handler) => named(Reflect.getMetadata('blizej:route', handler) as Route | undefined)).toSorted(),
    ).toEqual(
      Object.values(api)
        .map((route) => named(route))
        .toSorted(),
    );
  });
});

describe('Without the demo', () => {
  const portal = usePortal({ DEMO: '0' });

  test('there are no demo accounts', async () => {
    expect((await portal.visitor().get('/api/demo/accounts')).status).toBe(404);
    expect((await portal.visitor().get('/api/association')).body.demo).toBe(false);
  });
});

describe('When the database is gone', () => {
  const world = useWorld();
  // The portal reaches its database through this proxy, so that the way can be cut and mended.
  const open = new Set<net.Socket>();
  let cut = false;
  const proxy = net.createServer((socket) => {
    if (cut) return socket.destroy();
    const target = new URL(world.url);
    const onward = net.connect(Number(target.port || 5432), target.hostname);
    for (const end of [socket, onward]) {
      open.add(end);
      end.on('error', () => undefined).on('close', () => open.delete(end));
    }
    return socket.pipe(onward).pipe(socket);
  });
  let app: NestFastifyApplication;
  let close: () => Promise<void>;
  let cookie: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const url = new URL(world.url);
    url.host = `127.0.0.1:${(proxy.address() as net.AddressInfo).port}`;
    const { database, unit } = openDatabase(String(url), 4, { warn: () => undefined });
    const config = readConfig({ DATABASE_URL: String(url) });
    app = await createApp({
      config,
      database,
      unit,
      box: world.box,
      files: world.files,
      log: pino({ level: 'silent' }),
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    cookie = `sid=${await signIn(world.unit, await world.actor('jantarowoOfficial'))}`;
    close = async () => {
      await app.close();
      await database.close();
    };
  });
  afterAll(async () => {
    await close();
    await new Promise((resolve) => proxy.close(resolve));
  });

  test('the portal says so and when to come back, stays alive, and recovers by itself', async () => {
    const ask = (path: string) => supertest(app.getHttpServer()).get(path).set('cookie', cookie);
    expect((await ask('/api/start')).status).toBe(200);
    cut = true;
    for (const socket of open) socket.destroy();
    for (const path of ['/readyz', '/api/start']) {
      const { status, body, headers } = await ask(path);
      expect({ path, status, type: body.type, retryAfter: headers['retry-after'] }).toEqual({
        path,
        status: 503,
        type: '/problems/unavailable',
        retryAfter: '5',
      });
    }
    const write = await supertest(app.getHttpServer()).delete('/api/session').set('cookie', cookie);
    expect(write.status).toBe(503);
    expect((await ask('/healthz')).status).toBe(200);
    cut = false;
    expect((await ask('/readyz')).status).toBe(200);
    expect((await ask('/api/start')).status).toBe(200);
  });
});
