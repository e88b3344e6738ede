// Runs the Prisma CLI with nothing but the package registry: no engine download, no telemetry, no prompts.
// As a program: node tools/prisma.mjs <arguments of the CLI>
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { at } from './places.mjs';
import { capture, handOver } from './run.mjs';
import { main } from './say.mjs';

const engine = at('tools', 'schema-engine.mjs');

function command(args) {
  const cli = path.join(
    path.dirname(createRequire(import.meta.url).resolve('prisma/package.json')),
    'build',
    'index.js',
  );
  return [process.execPath, [cli, ...args]];
}

function environment(databaseUrl) {
  try {
    fs.accessSync(engine, fs.constants.X_OK);
  } catch {
    fs.chmodSync(engine, 0o755); // unpacked from an archive that forgot it
  }
  return {
    PRISMA_SCHEMA_ENGINE_BINARY: engine,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    NO_COLOR: '1',
    // The engine's first line asks env for "node": let it be this one.
    PATH: [path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
  };
}

/** Runs the CLI and gives `{ code, output }`. */
export const prisma = (args, { databaseUrl } = {}) => capture(...command(args), { env: environment(databaseUrl) });

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(() => handOver(...command(process.argv.slice(2)), { env: environment() }));
}
