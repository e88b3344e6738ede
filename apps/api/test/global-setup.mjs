// Before the first test: one PostgreSQL (TEST_DATABASE_URL, or an embedded one that is thrown away) with the template from
// which each test file copies its own database.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../../../tools/migrate.mjs';
import { runningRole, startPostgres } from '../../../tools/postgres.mjs';
import { dropTemplate, template } from './template-database.mjs';

async function openServer() {
  if (process.env.TEST_DATABASE_URL) return { adminUrl: process.env.TEST_DATABASE_URL, stop: async () => {} };
  const postgres = await startPostgres({ ephemeral: true });
  return { adminUrl: postgres.url('postgres'), stop: postgres.stop };
}

const inDatabase = (url, database) => Object.assign(new URL(url), { pathname: `/${database}` }).href;

export default async function globalSetup() {
  const { adminUrl, stop } = await openServer();
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const files = await mkdtemp(path.join(tmpdir(), 'blizej-test-files-'));
  process.env.TEST_FILES_DIR = files;
  globalThis.stopTestDatabase = async () => {
    await rm(files, { recursive: true, force: true });
    await dropTemplate(admin);
    await admin.end();
    await stop();
  };
  try {
    await dropTemplate(admin);
    const templateUrl = inDatabase(adminUrl, template);
    const runningUrl = Object.assign(new URL(templateUrl), { username: runningRole, password: 'tests' }).href;
    await admin.query(`DROP ROLE IF EXISTS ${runningRole}`).catch(() => {});
    await migrate(templateUrl, { runAs: runningUrl });
    const { fillTemplate } = await import('../dist/demo/template.js');
    await fillTemplate(runningUrl, files);
    // Nobody may connect: a database that is in use cannot be copied.
    await admin.query(`ALTER DATABASE ${template} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
    process.env.TEST_DATABASE_URL = adminUrl; // for the workers, who make their databases with it
    process.env.TEST_RUNNING_URL = runningUrl; // and work in them with this
  } catch (error) {
    await globalThis.stopTestDatabase();
    throw error;
  }
}
