// The database's shape.
//   node tools/migrate.mjs                 brings the database of DATABASE_URL up to date, as its owner where
//                                          MIGRATION_DATABASE_URL says who that is
//   node tools/migrate.mjs --new <name>    writes the migration from prisma/migrations to what prisma/*.prisma now says
//   node tools/migrate.mjs --check-drift   fails unless prisma/migrations gives exactly what prisma/*.prisma says
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { at } from './places.mjs';
import { prisma } from './prisma.mjs';
import { admitRunningRole } from './roles.mjs';
import { main, say, Trouble } from './say.mjs';

const folder = at('prisma', 'migrations');
const migrationLock = 4_218_873; // any number, the same for all instances

const migrations = () =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder)
        .filter((name) => fs.existsSync(path.join(folder, name, 'migration.sql')))
        .sort()
    : [];

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const reasons = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the host is unknown',
  ETIMEDOUT: 'it does not answer',
  '28P01': 'it refuses the password',
  28000: 'it refuses the user',
  '3D000': 'the database does not exist',
  '57P03': 'it is starting up or shutting down',
};
const passing = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', '57P03']);

/** Connects to a database; until `waitUntil` it waits for a server that is not there yet. */
async function connect(databaseUrl, waitUntil = 0) {
  const { default: pg } = await import('pg');
  for (;;) {
    const client = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 10_000,
      application_name: 'blizej migrate',
    });
    client.on('error', () => {}); // the statement under way fails, and tells
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (!passing.has(error.code) || Date.now() > waitUntil) throw error;
      await sleep(500);
    }
  }
}

function unreachable(databaseUrl, error) {
  const { hostname, port, pathname } = new URL(databaseUrl);
  const where = `${hostname}:${port || 5432}${pathname}`;
  return new Trouble(
    `The database at ${where} cannot be used: ${reasons[error.code] ?? error.message}. Check DATABASE_URL and that PostgreSQL runs.`,
    { cause: error },
  );
}

async function createDatabase(databaseUrl) {
  const admin = new URL(databaseUrl);
  const name = decodeURIComponent(admin.pathname.slice(1));
  admin.pathname = '/postgres';
  const client = await connect(String(admin));
  try {
    await client.query(`CREATE DATABASE "${name.replaceAll('"', '""')}"`);
  } catch (error) {
    const createdByOthers = error.code === '42P04' || error.code === '23505';
    if (!createdByOthers) throw error;
  } finally {
    await client.end();
  }
}

/** Connects to the database, making it if it is absent. @throws Trouble with the reason where that cannot be */
async function open(databaseUrl, waitUntil) {
  try {
    return await connect(databaseUrl, waitUntil).catch(async (error) => {
      if (error.code !== '3D000') throw error;
      await createDatabase(databaseUrl);
      return connect(databaseUrl);
    });
  } catch (error) {
    throw unreachable(databaseUrl, error);
  }
}

/** What has been applied: a migration's name and whether it came to its end. */
async function history(client) {
  const { rows } = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS begun`);
  if (!rows[0].begun) return new Map();
  const { rows: applied } = await client.query(
    'SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return new Map(applied.map(({ migration_name: name, finished_at: finishedAt }) => [name, finishedAt !== null]));
}

/** The queue brings its own schema, graphile_worker. A second time it changes nothing. */
async function migrateQueue(databaseUrl) {
  const { runMigrations, Logger } = await import('graphile-worker');
  await runMigrations({ connectionString: databaseUrl, logger: new Logger(() => () => {}) });
}

/**
 * Brings a database up to date. Of several instances one migrates and the others wait for it.
 * @param databaseUrl as the owner of the database
 * @param wait seconds to wait for a server that does not answer yet
 * @param runAs the address under which the portal runs, where that is another role
 * @returns the names of the migrations that were applied
 */
export async function migrate(databaseUrl, { wait = 0, runAs = databaseUrl } = {}) {
  const client = await open(databaseUrl, Date.now() + wait * 1_000);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const pending = await migrateTables(client, databaseUrl);
    await migrateQueue(databaseUrl);
    await admitRunningRole(client, databaseUrl, runAs);
    return pending;
  } finally {
    await client.end();
  }
}

async function migrateTables(client, databaseUrl) {
  const isPending = (applied) => (name) => applied.get(name) !== true;
  const applied = await history(client);
  const failed = [...applied].find(([, finished]) => !finished)?.[0];
  if (failed) {
    throw new Trouble(
      `The migration ${failed} failed half-way earlier. See what it left in the database and undo that, ` +
        `then: node tools/prisma.mjs migrate resolve --rolled-back ${failed}`,
    );
  }
  const pending = migrations().filter(isPending(applied));
  if (pending.length === 0) return [];
  const { code, output } = await prisma(['migrate', 'deploy'], { databaseUrl });
  if (code !== 0 || migrations().some(isPending(await history(client)))) {
    throw new Trouble('The database could not be migrated; the reason stands above. Nothing was started.', {
      output,
    });
  }
  return pending;
}

/** Does `work` with the address of an empty database that is thrown away. */
async function withScratchDatabase(work) {
  const { startPostgres } = await import('./postgres.mjs');
  const postgres = await startPostgres({ ephemeral: true });
  try {
    return await work(postgres.url('postgres'));
  } finally {
    await postgres.stop();
  }
}

const fromMigrations = ['migrate', 'diff', '--from-migrations', folder, '--to-schema', at('prisma')];

/** @throws Trouble with the difference where the migrations do not give exactly the schema */
export async function checkDrift() {
  const { code, output } = await withScratchDatabase((databaseUrl) =>
    prisma([...fromMigrations, '--exit-code'], { databaseUrl }),
  );
  // The CLI can end with 0 though its engine failed: only its own words count.
  if (code === 0 && output.includes('No difference detected')) return;
  throw new Trouble(
    'The migrations in prisma/migrations do not give what prisma/*.prisma says. ' +
      'Write what is missing: node tools/migrate.mjs --new <what_it_does>',
    { output },
  );
}

/** Writes a new migration. @returns its file, or undefined where there is nothing to change */
async function writeMigration(name) {
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
    throw new Trouble('Name the migration by its intent in small letters: node tools/migrate.mjs --new record_votes');
  }
  fs.mkdirSync(folder, { recursive: true });
  const lock = path.join(folder, 'migration_lock.toml'); // the CLI asks for it
  if (!fs.existsSync(lock)) fs.writeFileSync(lock, 'provider = "postgresql"\n');
  const { code, output } = await withScratchDatabase((databaseUrl) =>
    prisma([...fromMigrations, '--script'], { databaseUrl }),
  );
  const begin = output.search(/^-- /m);
  if (code !== 0 || begin < 0)
    throw new Trouble('The migration could not be worked out; the reason stands above.', { output });
  const script = output.slice(begin);
  if (script.startsWith('-- This is an empty migration')) return undefined;
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const file = path.join(folder, `${stamp}_${name}`, 'migration.sql');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, script);
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [flag, name] = process.argv.slice(2);
  await main(async () => {
    if (flag === '--check-drift') {
      await checkDrift();
      say('The migrations give exactly what the schema says.');
    } else if (flag === '--new') {
      const file = await writeMigration(name);
      say(
        file
          ? `Written: ${path.relative(at(), file)}. Read it, and add what Prisma cannot say (checks, triggers).`
          : 'There is nothing to change.',
      );
    } else if (flag) {
      throw new Trouble('Use: node tools/migrate.mjs [--new <name> | --check-drift]');
    } else {
      const { DATABASE_URL, MIGRATION_DATABASE_URL } = process.env;
      if (!DATABASE_URL) throw new Trouble('Set DATABASE_URL to the database that is to be migrated.');
      const applied = await migrate(MIGRATION_DATABASE_URL || DATABASE_URL, { runAs: DATABASE_URL });
      say(applied.length > 0 ? `Migrated: ${applied.join(', ')}.` : 'The database is up to date.');
    }
  });
}
