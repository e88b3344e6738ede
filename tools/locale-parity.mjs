// Every text stands in every language: the same keys, each plural form that the language has (CLDR), no empty text, and the
// same variables and tags within.
// As a program: node tools/locale-parity.mjs
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { at } from './places.mjs';
import { main, say, Trouble } from './say.mjs';

const languages = ['pl', 'en'];
const folders = ['apps/web/src/locales', 'packages/contracts/locales'];
const pluralSuffix = /_(ordinal_)?(zero|one|two|few|many|other)$/;

/** All texts of a file as [key, text], nested keys joined by dots. */
const flatten = (value, prefix = '') =>
  Object.entries(value).flatMap(([key, inner]) =>
    inner !== null && typeof inner === 'object' ? flatten(inner, `${prefix}${key}.`) : [[`${prefix}${key}`, inner]],
  );

/** A key without its plural form; the forms of one text share it. */
const stemOf = (key) => key.replace(pluralSuffix, (_, ordinal) => (ordinal ? '_ordinal#' : '#'));

const formsOf = (language, stem) =>
  new Intl.PluralRules(language, { type: stem.endsWith('_ordinal#') ? 'ordinal' : 'cardinal' }).resolvedOptions()
    .pluralCategories;

/** The variables and tags of a text, as i18next writes them. A plural form may leave its count unsaid. */
const partsOf = (text) =>
  [...String(text).matchAll(/\{\{\s*-?\s*([\w.]+)[^}]*\}\}|<\/?\s*(\w+)\s*\/?>/g)]
    .map(([, variable, tag]) => variable ?? `<${tag}>`)
    .filter((part) => part !== 'count');

function groupByStem(texts) {
  const stems = new Map();
  for (const [key, text] of texts) {
    const stem = stemOf(key);
    const group = stems.get(stem) ?? { keys: new Set(), parts: new Set() };
    group.keys.add(key);
    for (const part of partsOf(text)) group.parts.add(part);
    stems.set(stem, group);
  }
  return stems;
}

const expectedKeys = (language, stem) => {
  if (!stem.endsWith('#')) return [stem];
  return formsOf(language, stem).map((form) => `${stem.slice(0, -1)}_${form}`);
};

function compareFile(folder, file) {
  const faults = [];
  const byLanguage = new Map();
  for (const language of languages) {
    const path = `${folder}/${language}/${file}`;
    if (!fs.existsSync(at(path))) {
      faults.push(`${path} is missing`);
      continue;
    }
    const texts = flatten(JSON.parse(fs.readFileSync(at(path), 'utf8')));
    for (const [key, text] of texts) {
      if (typeof text !== 'string' || text.trim() === '') faults.push(`${path}: ${key} has no text`);
    }
    byLanguage.set(language, { path, stems: groupByStem(texts) });
  }
  const all = new Set([...byLanguage.values()].flatMap(({ stems }) => [...stems.keys()]));
  for (const stem of all) {
    const parts = new Set();
    for (const [language, { path, stems }] of byLanguage) {
      const group = stems.get(stem);
      for (const key of expectedKeys(language, stem))
        if (!group?.keys.has(key)) faults.push(`${path}: ${key} is missing`);
      if (group) parts.add([...group.parts].toSorted((one, other) => one.localeCompare(other)).join(', ') || 'none');
    }
    if (parts.size > 1) {
      faults.push(`${folder}/*/${file}: ${stem.replace(/#$/, '')} has different variables: ${[...parts].join(' / ')}`);
    }
  }
  return faults;
}

/** @throws Trouble with every text that a language lacks */
export function checkLocales() {
  const faults = folders.flatMap((folder) => {
    const files = languages.flatMap((language) => {
      const path = at(folder, language);
      return fs.existsSync(path) ? fs.readdirSync(path).filter((name) => name.endsWith('.json')) : [];
    });
    return [...new Set(files)].flatMap((file) => compareFile(folder, file));
  });
  if (faults.length > 0)
    throw new Trouble(`${faults.length} faults in the locale files.`, { output: faults.join('\n') });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(() => {
    checkLocales();
    say('Every text stands in every language.');
  });
}
