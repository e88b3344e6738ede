// An embedded PostgreSQL: a real server from the package registry, private to this folder. It listens on 127.0.0.1 only, on
// a free port, and asks for a generated password (home/password), since others on the machine could connect as well.
//
// It has a session of its own, so that Ctrl-C reaches the api first, and it survives a kill of ours: the next start finds
// and uses it. Several starts may share one server; whoever stops last stops it (a shared advisory lock counts them).
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { isAlive, withLock } from './lock.mjs';
import { openFolder, temporaryFolder } from './postgres-account.mjs';
import { disownPidFile, explain, guarded, openCluster, runningServer, serverEnv } from './postgres-cluster.mjs';
import { Trouble } from './say.mjs';

/** As whom the portal runs in an embedded database (see roles.mjs). */
export const runningRole = 'blizej_portal';

const patience = 120_000;
const keeperLock = 7_254_943; // any number, the same for all starts
const temporaryPrefix = 'blizej-postgres-';
const largestLog = 10_000_000;

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What people typed stays out of the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** For tests: nothing survives a crash, and nobody waits for the disk. */
const ephemeralSettings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: 200 };

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether a port can be listened on; 0 finds a free one. Gives the port, or undefined where it is taken. */
const tryPort = (port) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const found = server.address().port;
      server.close(() => resolve(found));
    });
  });

async function choosePort(home, wanted) {
  const file = path.join(home, 'port');
  const remembered = wanted ?? (fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0);
  const isPort = Number.isInteger(remembered) && remembered > 1023 && remembered < 65_536;
  const port = (isPort && (await tryPort(remembered))) || (await tryPort(0));
  guarded(home, () => fs.writeFileSync(file, `${port}\n`));
  return port;
}

function launch({ data, logFile, account, binaries, home }, port, extra) {
  disownPidFile(data);
  const options = Object.entries({ ...settings, port, ...extra }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const log = guarded(home, () => {
    if (fs.existsSync(logFile) && fs.statSync(logFile).size > largestLog) fs.renameSync(logFile, `${logFile}.old`);
    return fs.openSync(logFile, 'a');
  });
  const from = fs.fstatSync(log).size;
  const child = spawn(binaries.postgres, ['-D', data, ...options], {
    ...account,
    cwd: '/',
    env: serverEnv,
    detached: true,
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  child.unref();
  const server = { exited: false, said: () => fs.readFileSync(logFile, 'utf8').slice(from) };
  child.once('exit', () => (server.exited = true));
  child.once('error', () => (server.exited = true));
  return server;
}

/** Another role's password follows from the superuser's, and not the other way round. */
const passwordOf = (password, role) =>
  role === 'postgres' ? password : createHmac('sha256', password).update(role).digest('base64url');

const addressOf = ({ password }, port, database = 'postgres', role = 'postgres') =>
  `postgresql://${role}:${encodeURIComponent(passwordOf(password, role))}@127.0.0.1:${port}/${database}`;

const wrongPassword = new Set(['28P01', '28000']);

/** Connects to the running server and counts us among its users; undefined where it is not (yet, or any more) there. */
async function attach(cluster, launchedByUs = false) {
  const server = runningServer(cluster.data);
  if (!server?.port) return undefined;
  const { default: pg } = await import('pg');
  const keeper = new pg.Client({
    connectionString: addressOf(cluster, server.port),
    application_name: 'blizej keeper',
    keepAlive: true,
  });
  keeper.on('error', () => {}); // noticed when it is next used
  try {
    await keeper.connect();
    const { rows } = await keeper.query(
      `SELECT current_setting('data_directory') AS data, pg_advisory_lock_shared(${keeperLock})`,
    );
    if (rows[0].data === cluster.data) return { keeper, ...server };
    await keeper.end();
  } catch (error) {
    await keeper.end().catch(() => {});
    if (wrongPassword.has(error.code)) {
      if (launchedByUs) await shutDown(cluster, 'SIGINT');
      throw new Trouble(
        `The database refuses the password in ${path.join(cluster.home, 'password')}. Put the right one back, ` +
          `or begin with an empty database: mv ${cluster.home} ${cluster.home}.broken`,
      );
    }
  }
  return undefined;
}

async function bringUp(cluster, wantedPort, extra) {
  const giveUp = Date.now() + patience;
  const stopRetrying = Date.now() + 15_000;
  let server;
  while (Date.now() < giveUp) {
    const attached = await attach(cluster, server !== undefined);
    if (attached) return attached;
    if (server?.exited) {
      // Its rival is just ending: a server that was killed a moment ago, or somebody who took the port.
      const passing = /is still in use|Address already in use|postmaster\.pid" already exists/.test(server.said());
      if (!passing || Date.now() > stopRetrying) throw explain(cluster.home, server.said());
      server = undefined;
      await sleep(300);
    }
    if (!server && !runningServer(cluster.data)) {
      server = launch(cluster, await choosePort(cluster.home, wantedPort), extra);
    }
    await sleep(40);
  }
  throw new Trouble(
    `The database in ${cluster.home} did not get ready within ${patience / 1000} s; see ${cluster.logFile}.`,
  );
}

/** Whether nobody else uses the server; whoever attaches from now on waits for its end and starts it again. */
async function isLast(keeper, cluster) {
  const ask = async (client) => {
    const { rows } = await client.query(
      `SELECT pg_advisory_unlock_shared(${keeperLock}), pg_try_advisory_lock(${keeperLock}) AS last`,
    );
    return rows[0].last;
  };
  try {
    return await ask(keeper);
  } catch {
    const again = await attach(cluster); // the server was restarted under us
    return again ? ask(again.keeper) : false;
  }
}

async function shutDown(cluster, signal) {
  const server = runningServer(cluster.data);
  if (!server) return;
  for (const [name, wait] of [
    [signal, 20_000],
    ['SIGQUIT', 10_000],
  ]) {
    try {
      process.kill(server.pid, name);
    } catch {
      return; // already gone
    }
    for (const until = Date.now() + wait; Date.now() < until; await sleep(20)) {
      if (runningServer(cluster.data)?.pid !== server.pid) return;
    }
  }
}

/** Stops and removes the servers of test runs that were killed. */
async function sweepTemporary(parent) {
  for (const name of fs.readdirSync(parent).filter((entry) => entry.startsWith(temporaryPrefix))) {
    const owner = Number(name.slice(temporaryPrefix.length).split('-')[0]);
    if (!owner || isAlive(owner)) continue;
    const home = path.join(parent, name);
    try {
      await shutDown({ data: path.join(home, 'data') }, 'SIGQUIT');
      fs.rmSync(home, { recursive: true, force: true });
    } catch {
      // another user's, and his to sweep
    }
  }
}

/**
 * Starts an embedded PostgreSQL, or joins the one that already runs on the folder.
 * @param dir where it keeps its files; not needed for an ephemeral one, which has a temporary folder and is removed on stop
 * @returns `url(database, role)` gives an address with the role's password, by default the superuser's; `stop()` may be called more than once
 * @throws Trouble with a sentence where the folder cannot be used
 */
export async function startPostgres({ dir, port, ephemeral = false }) {
  const home = ephemeral ? temporaryFolder(`${temporaryPrefix}${process.pid}-`) : guarded(dir, () => openFolder(dir));
  if (ephemeral) await sweepTemporary(path.dirname(home));
  const start = async () => {
    const cluster = openCluster(home);
    return { cluster, attached: await bringUp(cluster, port, ephemeral ? ephemeralSettings : {}) };
  };
  const { cluster, attached } = await withLock(path.join(home, 'starting.lock'), start).catch((error) => {
    throw error.code && !(error instanceof Trouble) ? explain(home, error.message) : error;
  });
  const { keeper } = attached;
  let stopping;
  const stop = async () => {
    if (ephemeral) {
      await shutDown(cluster, 'SIGQUIT');
      fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    } else if (await isLast(keeper, cluster)) {
      await shutDown(cluster, 'SIGINT');
    }
    await keeper.end().catch(() => {});
  };
  return {
    url: (database, role) => addressOf(cluster, attached.port, database, role),
    stop: () => (stopping ??= stop()),
  };
}
