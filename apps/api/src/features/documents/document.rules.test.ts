import { expect, test } from '@jest/globals';
import { fileMaximum, fileName, partBytes } from '@blizej/contracts';
import fc from 'fast-check';
import { Problem } from '../../kernel/problems.ts';
import { dispositionOf, expectRoom, expectSize, matches, offsetsOf, partAt, rangeOf } from './document.rules.ts';

test.each([
  ['../../etc/passwd.txt', 'passwd.txt'],
  [String.raw`C:\Users\Ola\plan.pdf`, 'plan.pdf'],
  ['fak\u202efdp.exe', 'fakfdp.exe'],
  ['plan\u0000\u0007.pdf', 'plan.pdf'],
  ['  ..ukryty  plan .pdf.. ', 'ukryty plan.pdf'],
  ['raport: "maj"?.pdf', 'raport_ _maj__.pdf'],
  ['wo\u0301dz\u0301.txt', 'wódź.txt'],
  [`${'a'.repeat(500)}.pdf`, `${'a'.repeat(196)}.pdf`],
])('A file called %j is kept as %j', (given, kept) => {
  expect(fileName.parse(given)).toBe(kept.normalize('NFC'));
});

test('A name of which nothing is left is refused', () => {
  for (const name of ['', '../..', '\u202e\u200f', '...', 'x/']) expect(fileName.safeParse(name).success).toBe(false);
});

test('Whatever a name was, what is kept of it is one line of at most 200 characters in no other folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (given) => {
      const { data } = fileName.safeParse(given);
      if (data === undefined) return;
      expect(data.length).toBeLessThanOrEqual(200);
      expect(data).not.toMatch(/[/\\\p{Cc}\p{Cf}]|^\.|\.$/u);
    }),
  );
});

test('A file has a byte at least and 50 MiB at most, and finds room up to the last byte', () => {
  expect(() => expectSize(0)).toThrow(new Problem('file-empty'));
  expect(() => expectSize(5_000_000_000)).toThrow(new Problem('file-too-large'));
  expect(() => expectSize(fileMaximum + 1)).toThrow(new Problem('file-too-large'));
  for (const bytes of [1, fileMaximum]) expect(() => expectSize(bytes)).not.toThrow();
  expect(() => expectRoom(90, 10, 100)).not.toThrow();
  expect(() => expectRoom(90, 11, 100)).toThrow(new Problem('quota-exceeded'));
});

test('The parts of a file are all of it, each once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: fileMaximum }), (bytes) => {
      const sizes = offsetsOf(bytes).map((offset) => partAt(offset, bytes));
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(bytes);
      expect(sizes.every((size) => size > 0 && size <= partBytes)).toBe(true);
      expect(partAt(sizes.length * partBytes, bytes)).toBe(0);
    }),
  );
  expect(partAt(1, 10)).toBe(0);
});

test.each<[string | undefined, { start: number; end: number } | undefined]>([
  [undefined, undefined],
  ['bytes=0-9', { start: 0, end: 9 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=90-500', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-500', { start: 0, end: 99 }],
  ['bytes=0-1,5-6', undefined],
  ['bytes=9-3', undefined],
  ['bytes=-', undefined],
  ['lines=1-2', undefined],
])('Of a hundred bytes, %s asks for %j', (header, expected) => {
  expect(rangeOf(header, 100)).toEqual(expected);
});

test.each(['bytes=100-', 'bytes=100-200', 'bytes=-0'])('Of a hundred bytes, %s cannot be had', (header) => {
  expect(() => rangeOf(header, 100)).toThrow(new Problem('range-not-satisfiable'));
});

test('A name in any letters is sent so that old and new programs read it, and none can add a header', () => {
  expect(dispositionOf('attachment', 'Łąka „100%”.pdf')).toBe(
    `attachment; filename="Laka _100__.pdf"; filename*=UTF-8''%C5%81%C4%85ka%20%E2%80%9E100%25%E2%80%9D.pdf`,
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(dispositionOf('inline', name)).toMatch(/^inline; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.!~%-]*$/);
    }),
  );
});

test('A browser that has the file already is known by its tag', () => {
  expect(matches('"a", W/"b"', '"b"')).toBe(true);
  expect(matches('"c"', '"b"')).toBe(false);
  expect(matches(undefined, '"b"')).toBe(false);
});
