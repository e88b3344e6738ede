// npm start: from a fresh clone to a portal that answers. Sets up, starts the embedded database unless DATABASE_URL names
// another, brings it up to date, and runs the api, which serves the web application.
import path from 'node:path';
import { freePort, startApi } from './api-process.mjs';
import { migrate } from './migrate.mjs';
import { at, dataDir } from './places.mjs';
import { runningRole, startPostgres } from './postgres.mjs';
import { say, step, Trouble } from './say.mjs';
import { setUp } from './setup.mjs';
import { inOrder } from './stopping.mjs';

async function openDatabase(onStop) {
  const { DATABASE_URL, MIGRATION_DATABASE_URL } = process.env;
  if (DATABASE_URL) return { owner: MIGRATION_DATABASE_URL || DATABASE_URL, running: DATABASE_URL };
  const postgres = await step('Starting the database', () => startPostgres({ dir: path.join(dataDir(), 'postgres') }));
  onStop(postgres.stop);
  return { owner: postgres.url('blizej'), running: postgres.url('blizej', runningRole) };
}

await inOrder(async (onStop, wanted) => {
  const { HOST = '127.0.0.1', PORT, DEMO, LOG_LEVEL, NODE_ENV, WEB_DIR } = process.env;
  const port = await freePort(PORT || '3000', HOST);
  await setUp();
  const { owner, running } = await openDatabase(onStop);
  await step('Bringing the database up to date', () => migrate(owner, { runAs: running }));

  const api = startApi({
    DATABASE_URL: running,
    MIGRATION_DATABASE_URL: '',
    HOST,
    PORT: String(port),
    DATA_DIR: dataDir(),
    DEMO: DEMO || '1',
    WEB_DIR: WEB_DIR || at('apps/web/dist'),
    NODE_ENV: NODE_ENV || 'production',
    LOG_LEVEL: LOG_LEVEL || 'warn',
  });
  onStop(api.stop);
  await step('Starting the portal', api.ready);
  say(`\nPortal: http://localhost:${port}\nStop it with Ctrl-C.`);

  const code = await Promise.race([api.ended, wanted]);
  if (code === undefined) {
    say('Stopping.');
    return 0;
  }
  throw new Trouble(`The portal ended by itself (exit code ${code}); the reason stands above.`);
});
