// npm run check: everything that can be known of the code without running it. All checks run, two at a time, and all failures
// are told. With --fix the tools mend what they can first.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { at, bin } from './places.mjs';
import { checkLaws } from './laws.mjs';
import { checkLocales } from './locale-parity.mjs';
import { checkDrift } from './migrate.mjs';
import { capture, run } from './run.mjs';
import { main, step, tell, Trouble } from './say.mjs';
import { setUp } from './setup.mjs';

const atOnce = 2;

const typed = ['packages/contracts', 'apps/api', 'apps/web', 'apps/stories'].filter((folder) =>
  fs.existsSync(at(folder, 'tsconfig.json')),
);

const types = (folder) => run(bin('tsc'), ['-p', folder, '--noEmit'], `The types of ${folder} do not fit.`);

/** The lockfile says which versions, never from where: everybody installs from the registry that he is set to. */
function checkLockfile() {
  const lines = fs.readFileSync(at('pnpm-lock.yaml'), 'utf8').split('\n');
  const addresses = lines.flatMap((line, index) => (/https?:\/\//.test(line) ? [`${index + 1}: ${line.trim()}`] : []));
  if (addresses.length > 0) {
    throw new Trouble('pnpm-lock.yaml holds addresses: take them out.', { output: addresses.join('\n') });
  }
}

/** Folders and files are in kebab-case, kinds after a dot (`task.policy.ts`); the linter sees file names of code only. */
async function checkNames() {
  const lawful = /^\.?[a-z0-9]+(?:[-_.][a-z0-9]+)*$/;
  const { output } = await capture('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    'apps',
    'packages',
    'tools',
    'prisma',
  ]);
  const unlawful = output
    .split('\n')
    .filter(
      (file) => file && !file.split('/').every((part) => lawful.test(part)) && !/(README|LICENSE)(\.\w+)?$/.test(file),
    );
  if (unlawful.length > 0) throw new Trouble('These names are not in kebab-case.', { output: unlawful.join('\n') });
}

/** The slowest first: two at a time end sooner that way. */
const checks = [
  ['Migrations give the schema', checkDrift],
  ['Lint (oxlint)', () => run(bin('oxlint'), ['--quiet', '--report-unused-disable-directives'], 'The linter objects.')],
  [
    'Unused code and packages (knip)',
    () => run(bin('knip'), ['--no-config-hints', '--no-progress'], 'Something is not used.'),
  ],
  ...typed.map((folder) => [`Types of ${folder}`, () => types(folder)]),
  ['Laws of the house', checkLaws],
  [
    'Format (oxfmt)',
    () => run(bin('oxfmt'), ['--list-different', '.'], 'These files are not formatted: npm run format'),
  ],
  ['Texts in every language', checkLocales],
  ['File names', checkNames],
  ['Lockfile', checkLockfile],
];

async function fix() {
  await step('Mending what the linter can', () => capture(bin('oxlint'), ['--fix', '--quiet']));
  await step('Formatting', () => run(bin('oxfmt'), ['--write', '.'], 'The formatter failed.'));
}

/** Runs all checks. Gives 0, or 1 after telling what failed. */
export async function check() {
  const waiting = [...checks];
  const failures = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [title, work] = next;
      await step(title, work).catch((error) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  failures.forEach(tell);
  return failures.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    await setUp({ web: false });
    if (process.argv.includes('--fix')) await fix();
    return check();
  });
}
