// Runs the package manager in the one version that the project uses; no other file knows it.
// As a program: node tools/pnpm.mjs <arguments of pnpm>
import { pathToFileURL } from 'node:url';
import { capture, handOver } from './run.mjs';
import { main } from './say.mjs';

const pinned = ['-y', 'pnpm@12.21.0'];

/** Runs pnpm and gives `{ code, output }`. */
export const pnpm = (args, options) => capture('npx', [...pinned, ...args], options);

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(() => handOver('npx', [...pinned, ...process.argv.slice(2)]));
}
