// Runs other programs. Their output is kept, and shown only when they fail.
import { spawn } from 'node:child_process';
import { root } from './places.mjs';
import { Trouble } from './say.mjs';

/** Runs a command to its end and gives its exit code and all that it printed, whatever they are. */
export function capture(command, args, { cwd = root, env = {}, input } = {}) {
  return new Promise((resolve) => {
    const chunks = [];
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.stdin?.end(input);
    const end = (code, note = '') => resolve({ code, output: Buffer.concat(chunks).toString() + note });
    child.on('error', (error) => end(127, `${command}: ${error.message}`));
    child.on('close', (code, signal) => end(code ?? 1, signal ? `\nStopped by ${signal}.\n` : ''));
  });
}

/** Runs a command that must succeed. @throws Trouble with `sentence` and the command's output where it does not */
export async function run(command, args, sentence, options) {
  const { code, output } = await capture(command, args, options);
  if (code !== 0) throw new Trouble(sentence, { output });
  return output;
}

/** Runs a command in the foreground: it has the terminal, and its exit code is given. */
export function handOver(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
