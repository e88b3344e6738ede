/**
 * Makes src/ui/fonts/inter.woff2 out of the full variable font: 350 kB become about 40.
 *
 * It is run by hand, when Inter or the list of characters changes, so its two packages are no dependency of the
 * portal:
 *
 *   npm install --prefix <somewhere> subset-font@2.9.0 inter-ui@4.1.1
 *   node apps/web/scripts/subset-font.mjs <somewhere>
 *
 * Kept: ASCII, Polish, the letters of the Baltic neighbours' names (de, sv, da, lt, lv, et), punctuation of both
 * languages, arrows; weights 400 to 700 at the optical size of text; kerning and tabular figures.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [place] = process.argv.slice(2);
if (!place) throw new Error('Where are subset-font and inter-ui installed? See the head of this file.');
const packages = createRequire(path.resolve(place, 'package.json'));
const subset = packages('subset-font');
const font = await readFile(path.join(path.resolve(place), 'node_modules/inter-ui/variable/InterVariable.woff2'));

const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
const polish = 'ĄĆĘŁŃÓŚŹŻąćęłńóśźż';
const neighbours = 'ÄÖÜäöüßÅåØøÆæÕõĖėŠšŽžČčŪūĀāĒēĪīÉé';
const signs = '\u00a0\u202f\u00ad–—‑„”“‚’‘«»…•·×÷±−≤≥≈€§©°²³½№†→←↑↓↗✓';

const made = await subset(font, ascii + polish + neighbours + signs, {
  targetFormat: 'woff2',
  variationAxes: { wght: { min: 400, max: 700 }, opsz: 14 },
  layoutFeatures: ['kern', 'tnum'],
});
const target = fileURLToPath(new URL('../src/ui/fonts/inter.woff2', import.meta.url));
await writeFile(target, made);
console.log(`${path.basename(target)}: ${(made.length / 1024).toFixed(1)} KiB`);
