/**
 * The named world for one test file: its own copy of the template database (reference data and the demo, see
 * docs/testing.md), the portal over it, and the people of the demo to act in it.
 */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { OutboxLetter } from '@blizej/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { pino } from 'pino';
import supertest from 'supertest';
import { createApp } from '../src/create-app.ts';
import { fictionalGminas, people, type GminaKey, type PersonKey } from '../src/demo/people.ts';
import { readOutbox } from '../src/demo/outbox.ts';
import { networks } from '../src/demo/script.ts';
import { actorByEmail } from '../src/features/accounts/index.ts';
import { signIn } from '../src/features/accounts/actions/sign-in.ts';
import { openDatabase } from '../src/foundations.ts';
import { jobHandlers } from '../src/jobs.ts';
import type { Actor } from '../src/kernel/actor.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { Prisma, type Database } from '../src/platform/database/database.ts';
import { workOff } from '../src/platform/jobs/queue.ts';
import { DiskStore } from '../src/platform/files/disk-store.ts';
import type { Files } from '../src/platform/files/open-files.ts';
import { openPost } from '../src/platform/mail/post.ts';
import { SecretBox } from '../src/platform/secrets/secret-box.ts';
import type { PostgresUnitOfWork } from '../src/platform/database/unit-of-work.ts';

const address = (name: 'TEST_DATABASE_URL' | 'TEST_RUNNING_URL' | 'TEST_FILES_DIR'): string => {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: run the tests by "npm test".`);
  return url;
};

async function administer(sql: string, database?: string): Promise<void> {
  const url = new URL(address('TEST_DATABASE_URL'));
  if (database) url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: String(url) });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export class World {
  readonly database: Database;
  readonly unit: PostgresUnitOfWork;
  readonly box = new SecretBox(randomBytes(32));
  /** On the disk, and looked at by nobody: a test may give another scanner. */
  files: Files = { store: new DiskStore(address('TEST_FILES_DIR')), scanner: null };
  private readonly actors = new Map<PersonKey, Actor>();
  private mailDir: string | undefined;

  constructor(
    readonly url: string,
    private readonly name: string,
  ) {
    ({ database: this.database, unit: this.unit } = openDatabase(url, 8, { warn: () => undefined }));
  }

  /** One of the demo's people, ready to act outside any request. */
  async actor(key: PersonKey): Promise<Actor> {
    const actor = this.actors.get(key) ?? (await actorByEmail(this.database, people[key].email));
    if (!actor) throw new Error(`Nobody is called ${key}.`);
    this.actors.set(key, actor);
    return actor;
  }

  rows<Row>(sql: Prisma.Sql): Promise<Row[]> {
    return this.database.rows<Row>(sql);
  }

  /** The only row of a statement. */
  async row<Row>(sql: Prisma.Sql): Promise<Row> {
    const rows = await this.rows<Row>(sql);
    if (rows.length !== 1 || !rows[0]) throw new Error(`One row was expected, not ${rows.length}.`);
    return rows[0];
  }

  /** A statement as the owner of the database, who may do more than the portal. */
  asOwner(sql: string): Promise<void> {
    return administer(sql, this.name);
  }

  async gmina(key: GminaKey): Promise<string> {
    const { id } = await this.row<{ id: string }>(
      Prisma.sql`SELECT id FROM organization WHERE fictional AND name = ${fictionalGminas[key].name}`,
    );
    return id;
  }

  async network(key: string): Promise<string> {
    const name = networks.find((network) => network.key === key)?.namePl ?? key;
    return (await this.row<{ id: string }>(Prisma.sql`SELECT id FROM network WHERE name_pl = ${name}`)).id;
  }

  async task(title: string): Promise<string> {
    return (await this.row<{ id: string }>(Prisma.sql`SELECT id FROM task WHERE title = ${title}`)).id;
  }

  /** A day so many days from today, `YYYY-MM-DD`. */
  async day(offset: number): Promise<string> {
    const { day } = await this.row<{ day: string }>(Prisma.sql`SELECT (portal_today() + ${offset}::int)::text AS day`);
    return day;
  }

  /** The newest event of a kind with the names of those who were told of it. */
  async newest(kind: string): Promise<{
    id: string;
    actor: string | null;
    actingForId: string | null;
    organizationId: string | null;
    facts: Record<string, unknown>;
    detail: Record<string, unknown> | null;
    told: { name: string; reason: string }[];
  }> {
    return this.row(Prisma.sql`
      SELECT event.id, actor.name AS actor, acting_for_organization_id AS "actingForId",
             organization_id AS "organizationId", facts, detail,
             (SELECT coalesce(json_agg(json_build_object('name', person.name, 'reason', notification.reason)
                                       ORDER BY person.name), '[]')
              FROM notification JOIN person ON person.id = notification.person_id
              WHERE notification.event_id = event.id) AS told
      FROM event LEFT JOIN person actor ON actor.id = event.actor_person_id
      WHERE kind = ${kind} ORDER BY event.id DESC LIMIT 1`);
  }

  /** Does what waits in the queue and gives the letters that were written by it, newest first. */
  async letters(): Promise<OutboxLetter[]> {
    this.mailDir ??= await mkdtemp(path.join(tmpdir(), 'blizej-mail-'));
    await rm(this.mailDir, { recursive: true, force: true });
    const { database, unit, files, mailDir } = this;
    const publicUrl = 'http://localhost:3000';
    const post = openPost({ smtpUrl: undefined, mailDir, mailFrom: 'Portal <portal@localhost>', publicUrl });
    await workOff(this.url, jobHandlers({ database, unit, post, files, publicUrl }));
    return readOutbox(mailDir, 500);
  }

  async close(): Promise<void> {
    if (this.mailDir) await rm(this.mailDir, { recursive: true, force: true });
    await this.database.close();
    await administer(`DROP DATABASE "${this.name}" WITH (FORCE)`);
  }
}

/** A fresh copy of the named world; the caller closes it. */
export async function openWorld(): Promise<World> {
  const name = `world_${randomBytes(6).toString('hex')}`;
  await administer(`CREATE DATABASE "${name}" TEMPLATE blizej_template`);
  const url = new URL(address('TEST_RUNNING_URL'));
  url.pathname = `/${name}`;
  return new World(String(url), name);
}

/** The named world for the tests of one file. */
export function useWorld(): World {
  const holder: { world?: World } = {};
  beforeAll(async () => {
    holder.world = await openWorld();
  });
  afterAll(async () => {
    await holder.world?.close();
  });
  return new Proxy({} as World, {
    set: (_, property, value) => Reflect.set(holder.world ?? {}, property, value),
    get: (_, property) => {
      const { world } = holder;
      if (!world) throw new Error('The world opens before the first test.');
      const value = Reflect.get(world, property) as unknown;
      return typeof value === 'function' ? (value.bind(world) as unknown) : value;
    },
  });
}

export interface Portal {
  readonly world: World;
  readonly app: NestFastifyApplication;
  /** A browser in which nobody is signed in. */
  visitor(): supertest.Agent;
  /** A browser in which one of the demo's people is signed in. */
  as(key: PersonKey): Promise<supertest.Agent>;
}

/** The whole portal over the named world, for the tests of one file. */
export function usePortal(env: Record<string, string> = {}): Portal {
  const world = useWorld();
  const holder: { app?: NestFastifyApplication } = {};
  const agents = new Map<PersonKey, supertest.Agent>();
  beforeAll(async () => {
    const config = readConfig({ DATABASE_URL: world.url, DEMO: '1', ...env });
    const { database, unit, box, files } = world;
    const app = await createApp({ config, database, unit, box, files, log: pino({ level: 'silent' }) });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    holder.app = app;
  });
  afterAll(async () => {
    await holder.app?.close();
  });
  const server = () => {
    if (!holder.app) throw new Error('The portal opens before the first test.');
    return holder.app.getHttpServer();
  };
  return {
    world,
    get app() {
      if (!holder.app) throw new Error('The portal opens before the first test.');
      return holder.app;
    },
    visitor: () => supertest.agent(server()),
    async as(key) {
      const known = agents.get(key);
      if (known) return known;
      const token = await signIn(world.unit, await world.actor(key));
      const agent = supertest.agent(server()).set('cookie', `sid=${token}`);
      agents.set(key, agent);
      return agent;
    },
  };
}
