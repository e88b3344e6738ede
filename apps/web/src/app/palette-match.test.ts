import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { means } from './palette-match.ts';

interface Words {
  readonly deeds: Readonly<Record<string, string>>;
  readonly stems: Readonly<Record<string, string>>;
}
const wordsOf = (language: string) =>
  JSON.parse(readFileSync(new URL(`../locales/${language}/palette.json`, import.meta.url), 'utf8')) as Words;
const polish = wordsOf('pl');
const english = wordsOf('en');

const meant = ({ deeds, stems }: Words, typed: string): readonly string[] =>
  Object.entries(stems)
    .filter(([key, roots]) => means(typed, deeds[key] ?? '', roots))
    .map(([key]) => key);

test.each([
  ['zebranie', 'meetings'],
  ['zebrania', 'meetings'],
  ['Zebraniach', 'meetings'],
  ['bilans', 'balance'],
  ['bilansu', 'balances'],
  ['uchwała', 'resolutions'],
  ['uchw', 'resolutions'],
  ['budżet', 'initiatives'],
  ['głosowania', 'votes'],
  ['nowe zebranie', 'planMeeting'],
  ['zgłoś pomysł', 'submitIdea'],
])('"%s" leads to %s', (typed, key) => {
  expect(meant(polish, typed)).toContain(key);
});

test.each([
  ['assembly', 'meetings'],
  ['budgets', 'initiatives'],
  ['resolution', 'resolutions'],
])('"%s" leads to %s in English', (typed, key) => {
  expect(meant(english, typed)).toContain(key);
});

test('A name is found by a part of it without Polish letters, and by the beginnings of its words in any order', () => {
  expect(means('skladki czl', 'Składki członkowskie', 'x')).toBe(true);
  expect(means('czlon sklad', 'Składki członkowskie', 'x')).toBe(true);
  expect(means('czlon budżet', 'Składki członkowskie', 'x')).toBe(false);
  expect(means('nowelizacja', 'Nowe zebranie', 'zebran')).toBe(false);
});
