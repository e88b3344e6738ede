// What every bench stands on: a portal of its own with the demo, and people who are signed in.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort, startApi } from '../../tools/api-process.mjs';
import { migrate } from '../../tools/migrate.mjs';
import { runningRole, startPostgres } from '../../tools/postgres.mjs';
import { step, Trouble } from '../../tools/say.mjs';
import { setUp } from '../../tools/setup.mjs';

const password = 'Demo-portalu-2026';

/** Prepares a database and a free port. Gives what starts a portal on them; nothing of it is left behind. */
export async function preparePortal(onStop) {
  await setUp({ web: false });
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'blizej-bench-'));
  onStop(() => fs.rmSync(dataDir, { recursive: true, force: true }));
  const postgres = await step('Starting a database', () => startPostgres({ ephemeral: true }));
  onStop(postgres.stop);
  const databaseUrl = postgres.url('blizej', runningRole);
  await step('Migrating it', () => migrate(postgres.url('blizej'), { runAs: databaseUrl }));
  const port = await freePort('0');
  const env = {
    DATABASE_URL: databaseUrl,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    DEMO: '1',
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
  };
  return () => startApi(env, { log: path.join(dataDir, 'api.log') });
}

/** One person's browser: signed in once, its session outlives the end of the api. */
export async function signIn(address, person) {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${person}.example`, password }),
  });
  if (answer.status !== 201) throw new Trouble(`${person} cannot sign in (${answer.status}).`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const send = async (method, where, body, key) => {
    const response = await fetch(`${address}${where}`, {
      method,
      headers: {
        cookie,
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    return { status: response.status, body: await response.json() };
  };
  const ask = async (...request) => {
    const { status, body } = await send(...request);
    if (status >= 300) throw new Trouble(`${request[1]} answers ${status}: ${JSON.stringify(body)}`);
    return body;
  };
  /** Reads, and gives how many bytes the answer has, before compression. */
  const read = async (where) => {
    const response = await fetch(`${address}${where}`, { headers: { cookie } });
    const body = await response.arrayBuffer();
    if (!response.ok) throw new Trouble(`${where} answers ${response.status}.`);
    return { bytes: body.byteLength };
  };
  return { send, ask, read };
}
