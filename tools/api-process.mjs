// The api as a child process: started, waited for, and stopped.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { pathToFileURL } from 'node:url';
import { at, root } from './places.mjs';
import { Trouble } from './say.mjs';

const readyWithin = 120_000;
const stopsWithin = 10_000;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const tryToListen = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve({ error }));
    server.listen({ port, host, exclusive: true }, () => {
      const found = server.address().port;
      server.close(() => resolve({ port: found }));
    });
  });

/**
 * The port on which the api can listen; 0 stands for any free one.
 * @throws Trouble where it is taken and stays so: a portal that was killed a moment ago may still be on its way out
 */
export async function freePort(wanted, host = '127.0.0.1') {
  const port = Number(wanted);
  if (!/^\d+$/.test(wanted) || port > 65_535)
    throw new Trouble(`PORT=${wanted} is no port: give a number from 0 to 65535.`);
  for (let attempt = 0; ; attempt += 1) {
    const result = await tryToListen(port, host);
    if (result.port) return result.port;
    if (result.error.code === 'EACCES')
      throw new Trouble(`This user may not listen on port ${port}. Choose another: PORT=3000 npm start`);
    if (result.error.code !== 'EADDRINUSE')
      throw new Trouble(`Nothing can listen on ${host}:${port}: ${result.error.message}.`);
    if (attempt === 15) {
      throw new Trouble(
        `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port === 65_535 ? 3000 : port + 1} npm start`,
      );
    }
    await sleep(200);
  }
}

/**
 * Starts the built api with this environment. `ready()` resolves when it answers /readyz; `ended` resolves with its exit
 * code; `stop()` ends it in its own order, and by force when that takes too long; `kill()` by force at once.
 * @param log a file for what it prints; without one it prints to the terminal
 */
export function startApi(env, { log } = {}) {
  const output = log === undefined ? 'inherit' : fs.openSync(log, 'w');
  const child = spawn(
    process.execPath,
    ['--import', pathToFileURL(at('tools', 'end-with-parent.mjs')).href, at('apps/api/dist/main.js')],
    {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output, 'ipc'],
      detached: true, // Ctrl-C is for the parent, which stops the api before the database
    },
  );
  let isOver = false;
  if (log !== undefined) fs.closeSync(output);
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  }).finally(() => (isOver = true));

  const host = !env.HOST || env.HOST === '0.0.0.0' ? '127.0.0.1' : env.HOST;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${env.PORT}`;

  const ready = async () => {
    for (const until = Date.now() + readyWithin; Date.now() < until; await sleep(50)) {
      if (isOver)
        throw new Trouble(
          `The api ended before it was ready; the reason stands ${log === undefined ? 'above' : `in ${log}`}.`,
        );
      const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok) return;
    }
    throw new Trouble(`The api did not get ready within ${readyWithin / 1000} s.`);
  };

  const stop = async () => {
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), stopsWithin);
    await ended;
    clearTimeout(force);
  };

  /** As the machine would, without a word: for those who want to see what survives it. */
  const kill = () => child.kill('SIGKILL');

  return { address, ready, ended, stop, kill };
}
