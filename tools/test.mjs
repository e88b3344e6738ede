// npm test: set-up, the checks, and all tests but the stories. With arguments only the tests that they name:
//   npm test -- tasks            files whose path has "tasks"
//   npm test -- -t 'one vote'    tests whose title has "one vote"
import fs from 'node:fs';
import path from 'node:path';
import { check } from './check.mjs';
import { at, cache } from './places.mjs';
import { handOver } from './run.mjs';
import { main, say, tell } from './say.mjs';
import { setUp } from './setup.mjs';

const args = process.argv.slice(2);
const results = path.join(cache, 'test-results.json');

/** Jest runs ES modules only behind a flag, of which it warns in every worker. */
const flags = '--experimental-vm-modules --disable-warning=ExperimentalWarning';

async function jest() {
  fs.rmSync(results, { force: true });
  const code = await handOver(
    process.execPath,
    [at('apps/api/node_modules/jest/bin/jest.js'), '--json', `--outputFile=${results}`, ...args],
    { cwd: at('apps/api'), env: { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${flags}`.trim() } },
  );
  if (!fs.existsSync(results)) return { code: code || 1, passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(fs.readFileSync(results, 'utf8'));
  return { code, passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

await main(async () => {
  await setUp({ web: false });
  const checked = args.length > 0 ? 0 : await check().catch(tell);
  const { code, passed, failed } = await jest();
  if (checked !== 0) say('The checks failed: see above, or npm run check.');
  say(`${passed} passed, ${failed} failed`);
  return checked || code;
});
