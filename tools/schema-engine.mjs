#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which its CLI would download: the same JSON-RPC over stdin and stdout, done by
// @prisma/schema-engine-wasm. tools/prisma.mjs points PRISMA_SCHEMA_ENGINE_BINARY here, so that the real CLI works with
// nothing but the package registry. This file must stay executable.
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { adapterFactory, databaseOf, runStatement } from './schema-engine-adapter.mjs';

const args = process.argv.slice(2);
const valuesOf = (flag) => args.flatMap((arg, index) => (arg === flag ? [args[index + 1]] : []));
const url =
  JSON.parse(valuesOf('--datasource')[0] ?? '{}').url ?? process.env.DATABASE_URL ?? 'postgresql://localhost/unused';

/** A line of log as the native engine writes it; the CLI reads them. */
function log(level, message, extra = {}) {
  const line = {
    timestamp: new Date().toISOString(),
    level,
    fields: { message, ...extra },
    target: 'schema_engine::logger',
  };
  fs.writeSync(2, `${JSON.stringify(line)}\n`);
}

/** The engine's other face: single commands about the database itself. Gives the exit code. */
async function command(name) {
  log('INFO', 'Starting schema engine CLI'); // the CLI drops the first line
  const { name: database, adminUrl } = databaseOf(url);
  const commands = {
    'can-connect-to-database': () => runStatement(url),
    'create-database': () => runStatement(adminUrl, `CREATE DATABASE ${database}`),
    'drop-database': () => runStatement(adminUrl, `DROP DATABASE ${database} WITH (FORCE)`),
  };
  try {
    await commands[name]?.();
    return 0;
  } catch (error) {
    const createdByOthers = error.code === '42P04' || error.code === '23505';
    if (name === 'create-database' && createdByOthers) return 0;
    const code = error.code === '3D000' ? 'P1003' : 'P1001';
    log('ERROR', error.message || String(error.code), { is_panic: false, error_code: code });
    return 1;
  }
}

let panic; // what the WASM engine says of a panic, before it traps

function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message) {
      panic = message;
      log('ERROR', message);
    },
  };
  const folder = path.dirname(fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm')));
  const module = new WebAssembly.Module(fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm')));
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(exports);
  exports.__wbindgen_start();

  const { factory, dropShadows } = adapterFactory(url);
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const datamodels = valuesOf('--datamodels').map((file) => [file, fs.readFileSync(file, 'utf8')]);
  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined };
  let engine;
  return { dropShadows, open: () => (engine ??= bindings.SchemaEngine.new(options, () => {}, adapter)) };
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

const failure = (message, { meta = null, code = null } = {}) => ({
  code: 4466,
  message: 'An error happened. Check the data field for details.',
  data: { is_panic: false, message: panic ?? message, meta, error_code: code },
});

async function answer(engine, { id, method, params }) {
  const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params);
  if (method !== 'diff') return result ?? {};
  if (result.stdout) send({ id: `print-${id}`, method: 'print', params: { content: result.stdout } });
  return { exitCode: result.exitCode, stdout: null };
}

function serve() {
  const { open, dropShadows } = loadEngine();
  let current;
  let work = Promise.resolve();

  // A panic traps outside our promises. Without an answer the CLI may end with 0 in silence: answer, tidy up, fail.
  const die = async (error) => {
    send({ id: current, error: failure(error?.stack ?? String(error)) });
    await dropShadows();
    process.exit(1);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);

  const lines = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
  lines.on('line', (line) => {
    const request = JSON.parse(line);
    if (!request.method) return; // the CLI's reply to our "print"
    work = work.then(async () => {
      current = request.id;
      try {
        send({ id: request.id, result: await answer(await open(), request) });
      } catch (error) {
        send({ id: request.id, error: failure(error.message ?? String(error), error) });
      }
    });
  });
  lines.on('close', () => work.finally(() => process.exit(0)));
}

const cli = args.indexOf('cli');
if (args.includes('--version')) process.stdout.write('schema-engine-cli wasm\n');
else if (cli >= 0) process.exit(await command(args[cli + 1]));
else serve();
