// Makes a clone ready: checks Node, installs the packages, builds. A second time it does only what has changed.
import fs from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { withLock } from './lock.mjs';
import { at, cache } from './places.mjs';
import { pnpm } from './pnpm.mjs';
import { Trouble } from './say.mjs';
import { stepIfChanged } from './stamps.mjs';

const oldest = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new Trouble(
    `Node ${process.versions.node} is too old: install Node ${oldest.join('.')} or newer (https://nodejs.org).`,
  );
}

const packageFolders = () =>
  ['apps', 'packages'].flatMap((parent) =>
    fs
      .readdirSync(at(parent))
      .map((name) => path.join(parent, name))
      .filter((folder) => fs.existsSync(at(folder, 'package.json'))),
  );

const installSentence = (output) => {
  if (/OUTDATED_LOCKFILE|frozen-lockfile/.test(output)) {
    return 'pnpm-lock.yaml does not fit the package.json files: run node tools/pnpm.mjs install, and commit both.';
  }
  if (/ENOSPC/.test(output)) return 'The packages cannot be installed: the disk is full.';
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ERR_SOCKET/.test(output)) {
    return 'The packages cannot be installed: the package registry cannot be reached. Check the network and start again.';
  }
  return 'The packages cannot be installed; the reason stands above.';
};

function install() {
  const folders = packageFolders();
  return stepIfChanged(
    'Installing packages',
    {
      name: 'install',
      inputs: [
        'pnpm-lock.yaml',
        'pnpm-workspace.yaml',
        'package.json',
        ...folders.map((folder) => `${folder}/package.json`),
      ],
      outputs: ['node_modules/.modules.yaml', ...folders.map((folder) => `${folder}/node_modules`)],
    },
    async () => {
      const { code, output } = await pnpm([
        'install',
        '--frozen-lockfile',
        '--prefer-offline',
        '--config.confirmModulesPurge=false',
      ]);
      if (code !== 0) throw new Trouble(installSentence(output), { output });
    },
  );
}

/** Sets the clone up. Two at once take turns. */
export async function setUp({ web = true } = {}) {
  checkNode();
  await withLock(path.join(cache, 'setup.lock'), async () => {
    await install();
    await build({ web });
  });
}
