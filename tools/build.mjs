// Builds what runs: the database client, the contracts, the api and the web application. Nothing is built twice.
// As a program: npm run build
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { at, bin } from './places.mjs';
import { prisma } from './prisma.mjs';
import { run } from './run.mjs';
import { main, Trouble } from './say.mjs';
import { filesUnder, stepIfChanged } from './stamps.mjs';

const shared = ['tsconfig.base.json', 'pnpm-lock.yaml'];
const contractsSources = ['packages/contracts/src', 'packages/contracts/locales', 'packages/contracts/package.json'];
const tests = /\.test\.tsx?$/;

const compile = (project, sentence) => run(bin('tsc'), ['-p', project], sentence);

const generateClient = () =>
  stepIfChanged(
    'Generating the database client',
    {
      name: 'client',
      inputs: ['prisma/schema.prisma', 'prisma/models', 'prisma.config.ts', 'pnpm-lock.yaml'],
      outputs: ['apps/api/src/platform/database/generated/client.ts'],
    },
    async () => {
      const { code, output } = await prisma(['generate']);
      if (code !== 0)
        throw new Trouble('The database client cannot be generated: prisma/*.prisma has a mistake.', { output });
    },
  );

const buildContracts = () =>
  stepIfChanged(
    'Building the contracts',
    {
      name: 'contracts',
      inputs: [...contractsSources, 'packages/contracts/tsconfig.json', ...shared],
      except: tests,
      outputs: ['packages/contracts/dist/src/index.js'],
    },
    async () => {
      fs.rmSync(at('packages/contracts/dist'), { recursive: true, force: true });
      await compile('packages/contracts', 'The contracts do not compile.');
    },
  );

/** The compiler leaves out what is not code, such as the demo's data. */
function copyData(source, target) {
  for (const file of filesUnder(source).filter((name) => !/\.tsx?$/.test(name))) {
    const copy = path.join(at(target), path.relative(at(source), file));
    fs.mkdirSync(path.dirname(copy), { recursive: true });
    fs.copyFileSync(file, copy);
  }
}

const buildApi = () =>
  stepIfChanged(
    'Building the api',
    {
      name: 'api',
      inputs: [
        'apps/api/src',
        'apps/api/package.json',
        'apps/api/tsconfig.json',
        'apps/api/tsconfig.build.json',
      ].concat('prisma/schema.prisma', 'prisma/models', contractsSources, shared),
      except: tests,
      outputs: ['apps/api/dist/main.js'],
    },
    async () => {
      fs.rmSync(at('apps/api/dist'), { recursive: true, force: true });
      await compile('apps/api/tsconfig.build.json', 'The api does not compile.');
      copyData('apps/api/src', 'apps/api/dist');
    },
  );

const buildWeb = () =>
  stepIfChanged(
    'Building the web application',
    {
      name: 'web',
      inputs: ['apps/web', ...contractsSources, ...shared],
      except: /\.test\.tsx?$|\.gen\.ts$/,
      outputs: ['apps/web/dist/index.html'],
    },
    () => run(bin('vite', 'apps/web'), ['build'], 'The web application cannot be built.', { cwd: at('apps/web') }),
  );

/** Builds everything, or all but the web application. */
export async function build({ web = true } = {}) {
  // All settle before the first failure is told: no build goes on behind the back of whoever reads it.
  const both = async (...builds) => {
    for (const { status, reason } of await Promise.allSettled(builds)) if (status === 'rejected') throw reason;
  };
  await both(generateClient(), buildContracts());
  await both(buildApi(), ...(web ? [buildWeb()] : []));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(() => build());
