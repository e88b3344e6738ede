// Checks the laws of .dependency-cruiser.mjs against every import.
// As a program: node tools/laws.mjs
import { createRequire } from 'node:module';
import fs from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from './places.mjs';
import { main, say, Trouble } from './say.mjs';

/**
 * dependency-cruiser reads TypeScript by swc here: TypeScript 7 has no compiler API for it. Its swc reader (17.4) takes no JSX,
 * so we tell swc of it ourselves, by the very copy that it uses.
 */
function teachJsx() {
  const cruiser = fs.realpathSync(fileURLToPath(import.meta.resolve('dependency-cruiser')));
  const swc = createRequire(cruiser)('@swc/core');
  const { parseFileSync } = swc;
  swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });
}

/** @throws Trouble with every import against a law */
export async function checkLaws() {
  teachJsx();
  const { cruise } = await import('dependency-cruiser');
  const { default: config } = await import(pathToFileURL(`${root}/.dependency-cruiser.mjs`).href);
  const places = ['apps/api/src', 'apps/web/src', 'apps/stories', 'packages/contracts/src'].filter((place) =>
    fs.existsSync(`${root}/${place}`),
  );
  const { output } = await cruise(places, {
    ...config.options,
    baseDir: root,
    ruleSet: { forbidden: config.forbidden },
    validate: true,
  });
  const { violations, totalCruised } = output.summary;
  if (totalCruised === 0) throw new Trouble('No source was found to check the laws against.');
  if (violations.length === 0) return totalCruised;
  const lines = violations.map(({ rule, from, to, cycle }) => {
    const path = cycle ? [from, ...cycle.map(({ name }) => name)].join(' → ') : `${from} → ${to}`;
    return `${rule.name}: ${path}`;
  });
  throw new Trouble(`${violations.length} imports against the laws of the house (.dependency-cruiser.mjs).`, {
    output: lines.sort().join('\n'),
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => say(`${await checkLaws()} files keep the laws.`));
}
