// npm run test:stories: the stories in a real browser, against a portal of their own: embedded database, demo, free port.
//   npm run test:stories -- sign-in        stories whose file has "sign-in"
//   npm run test:stories -- --headed       watch them
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort, startApi } from './api-process.mjs';
import { migrate } from './migrate.mjs';
import { at, bin, cache } from './places.mjs';
import { runningRole, startPostgres } from './postgres.mjs';
import { handOver } from './run.mjs';
import { step, Trouble } from './say.mjs';
import { setUp } from './setup.mjs';
import { inOrder } from './stopping.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A Chromium of this machine; Playwright's own is not downloaded. */
function findChromium() {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  if (CHROMIUM_PATH) {
    if (fs.existsSync(CHROMIUM_PATH)) return CHROMIUM_PATH;
    throw new Trouble(`CHROMIUM_PATH names ${CHROMIUM_PATH}, which is not there.`);
  }
  const folders = [...PATH.split(path.delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const found = [...candidates, ...elsewhere].find((file) => fs.existsSync(file));
  if (found) return found;
  throw new Trouble(
    'The stories need a Chromium or Chrome: install one (Debian: apt-get install chromium), or set CHROMIUM_PATH.',
  );
}

/** An outside provider whose people the stories name: one whose e-mail the portal knows, one of whom it knows nothing. */
async function startProvider(publicUrl) {
  // Not before the packages are there.
  const { startIssuer } = await import('./issuer.mjs');
  const id = 'poczta';
  const { issuer, clientId, clientSecret, stop } = await startIssuer({
    redirectUris: [`${publicUrl}/auth/oidc/${id}/callback`],
    people: { lidia: { email: 'lidia@latarnikowo.example', email_verified: true }, prywatne: {} },
  });
  const name = { pl: 'Poczta gminna', en: 'Municipal Mail' };
  return { configuration: { id, name, issuer, clientId, clientSecret, mapping: 'email' }, stop };
}

await inOrder(async (onStop) => {
  const chromium = findChromium();
  await setUp();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'blizej-stories-'));
  onStop(() => fs.rmSync(dataDir, { recursive: true, force: true }));
  const postgres = await step('Starting a database for the stories', () => startPostgres({ ephemeral: true }));
  onStop(postgres.stop);
  const databaseUrl = postgres.url('blizej', runningRole);
  await step('Migrating it', () => migrate(postgres.url('blizej'), { runAs: databaseUrl }));

  const log = path.join(cache, 'stories-api.log');
  const port = await freePort('0');
  const publicUrl = `http://localhost:${port}`;
  const provider = await startProvider(publicUrl);
  onStop(provider.stop);
  const api = startApi(
    {
      DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: '1',
      WEB_DIR: at('apps/web/dist'),
      NODE_ENV: 'production',
      PUBLIC_URL: publicUrl,
      OIDC_PROVIDERS: JSON.stringify([provider.configuration]),
    },
    { log },
  );
  onStop(api.stop);
  await step('Starting the portal', api.ready);
  return handOver(bin('playwright', 'apps/stories'), ['test', ...process.argv.slice(2)], {
    cwd: at('apps/stories'),
    env: { BASE_URL: publicUrl, CHROMIUM_PATH: chromium },
  });
});
