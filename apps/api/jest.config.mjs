// All tests but the stories: the api's, which share one PostgreSQL (test/global-setup.mjs), and the laws of the contracts and
// of the web, which need none. Run by tools/test.mjs; tests import with `.ts` and are ES modules.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const swc = JSON.parse(fs.readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
delete swc.$schema; // a word to editors that swc itself refuses

const project = (folder, places) => ({
  displayName: folder.split('/').at(-1),
  rootDir: path.join(root, folder),
  testEnvironment: 'node',
  // The contracts are read from their source, not from what was built last.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  testMatch: places.map((place) => `<rootDir>/${place}/**/*.test.ts`),
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': [fileURLToPath(import.meta.resolve('@swc/jest')), swc] },
});

export default {
  maxWorkers: 2,
  // A file's modules stay in its worker's memory when it is done: without a fresh worker now and then, all get slower.
  workerIdleMemoryLimit: '1GB',
  // A busy machine is slow, not wrong.
  testTimeout: 20_000,
  projects: [
    {
      ...project('apps/api', ['src', 'test']),
      globalSetup: '<rootDir>/test/global-setup.mjs',
      globalTeardown: '<rootDir>/test/global-teardown.mjs',
    },
    project('packages/contracts', ['src']),
    project('apps/web', ['src']),
  ],
};
