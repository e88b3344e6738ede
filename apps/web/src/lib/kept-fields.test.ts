import { expect, test } from '@jest/globals';
import { readKept, writeKept } from './kept-fields.ts';

const saved = { title: 'Szlak', titleEn: 'Trail', partners: 3, topics: ['turystyka'] };

/** What stands in the form after the page was opened anew. */
const reopened = (typed: object): object =>
  Object.assign({}, saved, readKept(writeKept(typed), ['title', 'titleEn', 'partners', 'topics']));

test('What was emptied is empty after a reload, and what was typed is what was typed', () => {
  expect(reopened({ title: '', titleEn: undefined, partners: undefined, topics: [] })).toEqual({
    title: '',
    titleEn: undefined,
    partners: undefined,
    topics: [],
  });
  expect(reopened({ ...saved, titleEn: 'Path' })).toEqual({ ...saved, titleEn: 'Path' });
});

test('What is no number is nothing after a reload, not a value that no field knows', () => {
  expect(reopened({ ...saved, partners: Number.NaN })).toEqual({ ...saved, partners: undefined });
});

test('Fields that are not kept, and what cannot be read, change nothing', () => {
  expect(reopened({ ...saved, version: 7 })).toEqual(saved);
  expect(readKept('{"title":', ['title'])).toEqual({});
  expect(readKept('null', ['title'])).toEqual({});
  expect(readKept(null, ['title'])).toEqual({});
});
