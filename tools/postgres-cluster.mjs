// A PostgreSQL cluster on the disk: home/data, home/password (0600), home/port and home/postgres.log.
import { spawnSync, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isAlive } from './lock.mjs';
import { accountFor, giveTo } from './postgres-account.mjs';
import { findBinaries } from './postgres-binaries.mjs';
import { root } from './places.mjs';
import { Trouble } from './say.mjs';

/** What the server and initdb see of our environment: nothing of the user's locale or time zone. */
export const serverEnv = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

const shown = (file) => {
  const relative = path.relative(root, file);
  return relative.startsWith('..') ? file : relative;
};

/** How to go on without a cluster that cannot be used. Nothing here ever deletes one. */
const moveAway = (home) => `To begin with an empty database: mv ${shown(home)} ${shown(home)}.broken`;

/** What PostgreSQL or the file system said, as a sentence. */
export function explain(home, said) {
  if (/No space left on device|ENOSPC/.test(said)) {
    return new Trouble(
      `The disk is full: the database in ${shown(home)} cannot be written. Free some space and start again.`,
    );
  }
  if (/Read-only file system|EROFS|Permission denied|EACCES|EPERM|wrong ownership/.test(said)) {
    return new Trouble(
      `The database in ${shown(home)} cannot be read and written by this user. ` +
        `Give this user the folder (chown), or set DATA_DIR to another one. ${moveAway(home)}`,
      { output: said },
    );
  }
  if (/EEXIST|ENOTDIR/.test(said)) {
    return new Trouble(
      `${shown(home)} should be a folder for the database, but a file stands in its way. Move the file away.`,
    );
  }
  const reason = said.match(/(?:FATAL|PANIC): {2}(.*)/)?.[1] ?? said.trim().split('\n').at(-1);
  return new Trouble(
    `The database in ${shown(home)} does not start: ${reason.replace(/\.?$/, '.')} ` +
      `Its files seem damaged or foreign. Put them back from a copy. ${moveAway(home)}`,
    { output: said },
  );
}

/** Runs file operations on the cluster, turning what the system says into a sentence. */
export function guarded(home, work) {
  try {
    return work();
  } catch (error) {
    throw error.code && !(error instanceof Trouble) ? explain(home, error.message) : error;
  }
}

function checkVersion(home, data, major) {
  const file = path.join(data, 'PG_VERSION');
  if (!fs.existsSync(file)) {
    throw new Trouble(
      `${shown(data)} holds files, but no database: PG_VERSION is missing. Put it back from a copy. ${moveAway(home)}`,
    );
  }
  const found = fs.readFileSync(file, 'utf8').trim();
  if (found === major) return;
  const what = /^\d{1,3}$/.test(found) ? `was made by PostgreSQL ${found}` : 'has an unreadable PG_VERSION';
  throw new Trouble(`The database in ${shown(data)} ${what}; PostgreSQL ${major} cannot open it. ${moveAway(home)}`);
}

function readPassword(home) {
  const file = path.join(home, 'password');
  const password = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '';
  if (password) return password;
  throw new Trouble(`The database's password is missing from ${shown(file)}. Put it back. ${moveAway(home)}`);
}

/** Makes the cluster beside its place and moves it there whole: an interrupted attempt leaves no half of one. */
function create({ home, data, account, binaries }) {
  for (const leftover of fs.readdirSync(home).filter((name) => name.startsWith('data.new-'))) {
    fs.rmSync(path.join(home, leftover), { recursive: true, force: true, maxRetries: 3 });
  }
  const passwordFile = path.join(home, 'password');
  fs.writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  giveTo(account, passwordFile);
  const fresh = path.join(home, `data.new-${process.pid}`);
  fs.mkdirSync(fresh, { mode: 0o700 });
  giveTo(account, fresh);
  // The default collation orders by code point and knows every letter's upper and lower case; people's order is asked for
  // by name ("pl-x-icu"), so that it does not depend on how a server was set up.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const made = spawnSync(
    binaries.initdb,
    [
      '-D',
      fresh,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      ...locale,
      '--no-instructions',
    ],
    { ...account, cwd: '/', env: serverEnv, encoding: 'utf8' },
  );
  if (made.status !== 0) throw explain(home, `${made.stdout ?? ''}${made.stderr ?? ''}${made.error?.message ?? ''}`);
  fs.renameSync(fresh, data);
}

/**
 * Opens the cluster of a folder, making it if there is none.
 * @throws Trouble where the folder holds something that this PostgreSQL cannot run
 */
export function openCluster(home) {
  return guarded(home, () => {
    const data = path.join(home, 'data');
    const account = accountFor(data);
    const binaries = findBinaries(home, account);
    const cluster = { home, data, account, binaries, logFile: path.join(home, 'postgres.log') };
    if (!fs.existsSync(data) || fs.readdirSync(data).length === 0) create(cluster);
    checkVersion(home, data, binaries.major);
    fs.chmodSync(data, 0o700);
    return { ...cluster, password: readPassword(home) };
  });
}

function commandOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    try {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch {
      return undefined;
    }
  }
}

/**
 * The server that runs on a data folder, `{ pid, port }`, or undefined. A postmaster.pid whose process has died (a
 * zombie has no command line), or whose id now belongs to another program (usual after a reboot, or in a restarted
 * container), names none.
 */
export function runningServer(data) {
  const file = path.join(data, 'postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!pid || !isAlive(pid)) return undefined;
  const command = commandOf(pid);
  if (command !== undefined && !command.includes(data)) return undefined;
  return { pid, port: Number(lines[3]) || undefined };
}

/**
 * PostgreSQL takes the process named in postmaster.pid for a rival if it is alive. Where it is some other program we name
 * ourselves: its parent is no rival, and its own check of memory still in use stays in force.
 */
export function disownPidFile(data) {
  const file = path.join(data, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const [, ...rest] = fs.readFileSync(file, 'utf8').split('\n');
  fs.writeFileSync(file, [process.pid, ...rest].join('\n'));
}
