// Does a step only when what it is made from has changed: a stamp keeps the hash of its inputs.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { at, cache, root } from './places.mjs';
import { skipped, step } from './say.mjs';

const passedOver = new Set(['node_modules', 'dist', '.git', '.data', 'generated', 'test-results']);

/** All files under a path of the repository (or the file itself), sorted; built and installed things are passed over. */
export function filesUnder(relative) {
  const file = at(relative);
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [file];
  return fs
    .readdirSync(file)
    .filter((name) => !passedOver.has(name))
    .sort()
    .flatMap((name) => filesUnder(path.join(relative, name)));
}

function hashOf(inputs, except) {
  const hash = createHash('sha256').update(`${process.versions.modules} ${process.platform} ${process.arch}`);
  for (const file of inputs.flatMap(filesUnder)) {
    const name = path.relative(root, file);
    if (!except?.test(name)) hash.update(`\0${name}\0`).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Does the step unless its inputs are as they were when it last succeeded and its outputs are there.
 * @param inputs files and folders of the repository
 * @param except a pattern of file names that do not count
 * @param outputs files or folders that the step makes
 */
export async function stepIfChanged(title, { name, inputs, except, outputs }, work) {
  const stamp = path.join(cache, `${name}.stamp`);
  const hash = hashOf(inputs, except);
  const fresh = fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash;
  if (fresh && outputs.every((output) => fs.existsSync(at(output)))) {
    skipped(title, 'nothing has changed');
    return;
  }
  await step(title, async () => {
    fs.rmSync(stamp, { force: true });
    await work();
    fs.mkdirSync(cache, { recursive: true });
    fs.writeFileSync(stamp, hash);
  });
}
