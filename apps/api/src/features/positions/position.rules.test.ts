import { describe, expect, test } from '@jest/globals';
import { diffWordsWithSpace } from 'diff';
import fc from 'fast-check';
import type { Paragraph } from '@blizej/contracts';
import { positionState } from '@blizej/contracts';
import { positionLifecycle } from './position.lifecycle.ts';
import {
  amendmentIssues,
  endorsementsMissing,
  endorsementsNeeded,
  identified,
  isOutdated,
  merged,
  missingEnglish,
  momentIssues,
  reminderIsDue,
  silenceIssues,
} from './position.rules.ts';
import { comparedParagraphs, comparedWords } from './text-comparison.ts';

const paragraph = (id: string, pl = `Akapit ${id}.`, en: string | null = null): Paragraph => ({ id, pl, en });
const text = [paragraph('a'), paragraph('b'), paragraph('c')];

describe('What has no English', () => {
  const both = [paragraph('a', 'A.', 'A.'), paragraph('b'), paragraph('c', 'C.', 'C.'), paragraph('d')];
  test.each([
    ['paragraphs beside an English title', 'Title', both, { title: false, paragraphs: [2, 4] }],
    ['the title of an English text', null, [paragraph('a', 'A.', 'A.')], { title: true, paragraphs: [] }],
    ['all but the title', 'Title', [paragraph('a')], { title: false, paragraphs: [1] }],
    ['nothing of a text in Polish alone', null, [paragraph('a')], { title: false, paragraphs: [] }],
  ])('%s', (_, titleEn, paragraphs, expected) => {
    expect(missingEnglish({ titleEn, paragraphs })).toEqual(expected);
  });
});

describe('The threshold of a position', () => {
  test.each([
    [50, 8, 4],
    [50, 7, 4],
    [34, 3, 2],
    [100, 8, 8],
    [0, 8, 0],
    [50, 0, 0],
  ])('%i %% of %i gminas are %i: never a part of one', (threshold, members, needed) => {
    expect(endorsementsNeeded(threshold, members)).toBe(needed);
  });

  test('what is missing is never less than nothing, and one more endorsement never makes it more', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(60), fc.nat(60), (threshold, members, endorsing) => {
        const missing = endorsementsMissing(threshold, members, endorsing);
        expect(missing).toBeGreaterThanOrEqual(0);
        expect(endorsementsMissing(threshold, members, endorsing + 1)).toBeLessThanOrEqual(missing);
        // Whoever has as many has the share, in whole numbers.
        if (missing === 0) expect(endorsing * 100).toBeGreaterThanOrEqual(threshold * members);
      }),
    );
  });
});

describe('An amendment', () => {
  const words = { paragraphId: 'b', pl: 'Inne słowa.', en: null };

  test('replaces words, leaves a paragraph out, or comes after it; all others stay as they are', () => {
    expect(merged(text, { ...words, kind: 'REPLACE' }, 'new')).toEqual([
      text[0],
      paragraph('b', 'Inne słowa.'),
      text[2],
    ]);
    expect(merged(text, { ...words, kind: 'DELETE', pl: null }, 'new')).toEqual([text[0], text[2]]);
    expect(merged(text, { ...words, kind: 'ADD_AFTER' }, 'new')).toEqual([
      text[0],
      text[1],
      paragraph('new', 'Inne słowa.'),
      text[2],
    ]);
  });

  test('with other Polish words alone it leaves no English that says what was not adopted', () => {
    const both = [paragraph('b', 'Polskie.', 'English.')];
    const changed = merged(both, { ...words, kind: 'REPLACE' }, 'new');
    expect(changed).toEqual([{ id: both[0]?.id, pl: 'Inne słowa.', en: null }]);
    const kept = merged(both, { ...words, kind: 'REPLACE', pl: 'Polskie.', en: null }, 'new');
    expect(kept).toEqual([paragraph('b', 'Polskie.', 'English.')]);
  });

  test('is outdated once its paragraph has other words or is gone; one that adds only once it is gone', () => {
    const [, was] = text;
    if (!was) throw new Error('The text has no second paragraph.');
    const changed = [paragraph('b', 'Już inaczej.')];
    expect(isOutdated({ paragraphId: 'b', kind: 'REPLACE' }, was, text)).toBe(false);
    expect(isOutdated({ paragraphId: 'b', kind: 'REPLACE' }, was, changed)).toBe(true);
    expect(isOutdated({ paragraphId: 'b', kind: 'ADD_AFTER' }, was, changed)).toBe(false);
    expect(isOutdated({ paragraphId: 'b', kind: 'ADD_AFTER' }, was, [])).toBe(true);
  });

  test.each([
    [{ ...words, kind: 'REPLACE', paragraphId: 'x' }, 'unknown_paragraph'],
    [{ ...words, kind: 'REPLACE', pl: null }, 'required'],
    [{ ...words, kind: 'REPLACE', pl: 'Akapit b.' }, 'no_change'],
    [{ ...words, kind: 'DELETE' }, 'words_not_wanted'],
  ] as const)('%j is refused: %s', (amendment, code) => {
    expect(amendmentIssues(amendment, text)).toMatchObject([{ code }]);
  });

  test('never takes the last paragraph away', () => {
    const last = { paragraphId: 'a', kind: 'DELETE', pl: null, en: null } as const;
    expect(amendmentIssues(last, [paragraph('a')])).toMatchObject([{ code: 'last_paragraph' }]);
    expect(amendmentIssues(last, text)).toEqual([]);
  });
});

describe('Two versions compared', () => {
  test('show the words that went and those that came', () => {
    expect(comparedWords('zbiorniki do 500 metrów', 'zbiorniki do 1000 metrów')).toEqual([
      { kind: 'SAME', text: 'zbiorniki do ' },
      { kind: 'REMOVED', text: '500' },
      { kind: 'ADDED', text: '1000' },
      { kind: 'SAME', text: ' metrów' },
    ]);
  });

  test('are not torn into words where they have little in common: the one went whole, the other came', () => {
    const rewritten = (letter: string) => Array.from({ length: 400 }, (_, at) => `${letter}${at}`).join(' ');
    expect(comparedWords(rewritten('a'), rewritten('b'))).toEqual([
      { kind: 'REMOVED', text: rewritten('a') },
      { kind: 'ADDED', text: rewritten('b') },
    ]);
    expect(comparedWords('', rewritten('b'))).toEqual([{ kind: 'ADDED', text: rewritten('b') }]);
  });

  const numbered = (letter: string, words: number) =>
    Array.from({ length: words }, (_, at) => `${letter}${at}`).join(' ');
  const paragraphs = (count: number, pl: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => paragraph(`p${at}`, pl(at)));
  const kindsOf = ({ pl }: { readonly pl: readonly { readonly kind: string }[] }) => pl.map(({ kind }) => kind);

  test('are seen to have little in common before anything is looked for, with the same outcome', () => {
    const few = fc.array(fc.constantFrom('woda', 'las', 'i', 'morze', 'brzeg', '\n', '500'), { maxLength: 260 });
    fc.assert(
      fc.property(few, few, (one, other) => {
        const [before, after] = [one.join(' '), other.join(' ')];
        const pieces = diffWordsWithSpace(before, after, { maxEditLength: 200 }) ?? [
          { value: before, removed: true, added: false },
          { value: after, removed: false, added: true },
        ];
        const expected = pieces.filter(({ value }) => value !== '').map(({ value }) => value);
        expect(comparedWords(before, after).map(({ text: piece }) => piece)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
    // Paragraphs that are wholly unlike cost nothing of what one that has changed by a word needs.
    const rewritten = (letter: string) =>
      paragraphs(60, (at) => (at === 59 ? `Sto metrów ${letter}.` : numbered(`${letter}${at}x`, 300)));
    const compared = comparedParagraphs(rewritten('a'), rewritten('b'));
    expect(compared.slice(0, 59).map(kindsOf)).toEqual(Array.from({ length: 59 }, () => ['REMOVED', 'ADDED']));
    expect(compared[59] && kindsOf(compared[59])).toEqual(['SAME', 'REMOVED', 'ADDED', 'SAME']);
    // Nor does a translation that is new as a whole.
    const long = paragraphs(60, (at) => numbered(`w${at}x`, at === 59 ? 95 : 90 - at));
    const last = comparedParagraphs(
      long,
      long.map((one, at) => ({ ...one, pl: at === 59 ? one.pl.replaceAll(/[2-7]\d\b/g, '') : one.pl, en: one.pl })),
    )[59];
    expect(last && kindsOf(last)).toContain('SAME');
    expect(last?.en.map(({ kind }) => kind)).toEqual(['ADDED']);
  });

  test('are compared as long as there is room: a text that is shuffled to cost time is shown whole', () => {
    const shuffled = (at: number) => numbered(`w${at}x`, 300).split(' ').toReversed().join(' ');
    const compared = comparedParagraphs(
      [...paragraphs(59, (at) => numbered(`w${at}x`, 300)), paragraph('last', 'Sto metrów.')],
      [...paragraphs(59, shuffled), paragraph('last', 'Sto kroków.')],
    );
    expect(compared[59] && kindsOf(compared[59])).toEqual(['REMOVED', 'ADDED']);
    // All that a text can have, each paragraph changed by forty words in both languages.
    const changed = (letter: string) =>
      paragraphs(60, () =>
        numbered('w', 200)
          .split(' ')
          .map((word, at) => (at % 5 === 0 && at < 100 ? `${letter}${at}` : word))
          .join(' '),
      ).map((one) => ({ ...one, en: one.pl }));
    for (const { pl, en } of comparedParagraphs(changed('a'), changed('b'))) {
      expect(pl.filter(({ kind }) => kind === 'SAME')).toHaveLength(20);
      expect(en).toEqual(pl);
    }
  });

  test('lose no letter of either', () => {
    const sentence = fc.string({ maxLength: 80 });
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const pieces = comparedWords(before, after);
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join('');
        expect(without('ADDED')).toBe(before);
        expect(without('REMOVED')).toBe(after);
      }),
    );
  });

  test('stand in the order of the later one; what is gone stands where it was', () => {
    const later = [paragraph('d'), paragraph('a'), paragraph('c', 'Akapit c, zmieniony.')];
    expect(comparedParagraphs(text, later).map(({ id, kind }) => [id, kind])).toEqual([
      ['d', 'ADDED'],
      ['a', 'SAME'],
      ['b', 'REMOVED'],
      ['c', 'CHANGED'],
    ]);
  });

  test('every paragraph of either stands there once', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const shown = comparedParagraphs(
          before.map((id) => paragraph(id)),
          after.map((id) => paragraph(id)),
        ).map(({ id }) => id);
        expect(shown.toSorted()).toEqual([...new Set([...before, ...after])].toSorted());
      }),
    );
  });
});

test('Paragraphs keep the ids that the text has; a new one and a copy get their own', () => {
  let count = 0;
  const written = [
    { id: 'a', pl: 'Pierwszy' },
    { id: 'a', pl: 'Kopia' },
    { id: 'obcy', pl: 'Obcy' },
    { pl: 'Nowy', en: 'New' },
  ];
  expect(identified(written, text, () => `n${(count += 1)}`)).toEqual([
    paragraph('a', 'Pierwszy'),
    paragraph('n1', 'Kopia'),
    paragraph('n2', 'Obcy'),
    paragraph('n3', 'Nowy', 'New'),
  ]);
});

test('A consultation ends later than now, within a year, and is only ever put off', () => {
  const now = new Date('2026-11-30T12:00:00Z');
  expect(momentIssues('2026-11-30T12:00:00Z', null, now)).toMatchObject([{ code: 'already_past' }]);
  expect(momentIssues('2027-12-03T12:00:00Z', null, now)).toMatchObject([{ code: 'too_far' }]);
  expect(silenceIssues('2027-12-03T12:00:00Z', now)).toMatchObject([{ code: 'too_far' }]);
  expect(momentIssues('2026-12-01T12:00:00Z', new Date('2026-12-02T00:00:00Z'), now)).toMatchObject([
    { code: 'not_later' },
  ]);
  expect(momentIssues('2026-12-03T12:00:00Z', new Date('2026-12-02T00:00:00Z'), now)).toEqual([]);
});

test('Silence lasts three full days at least', () => {
  const now = new Date('2026-11-30T12:00:00Z');
  expect(silenceIssues('2026-12-03T11:59:59Z', now)).toMatchObject([{ pointer: '/until', code: 'too_soon' }]);
  expect(silenceIssues('2026-12-03T12:00:00Z', now)).toEqual([]);
});

test('Silent gminas are reminded once, in the last two days', () => {
  const until = new Date('2026-12-10T12:00:00Z');
  expect(reminderIsDue(until, null, new Date('2026-12-08T11:59:59Z'))).toBe(false);
  expect(reminderIsDue(until, null, new Date('2026-12-08T12:00:00Z'))).toBe(true);
  expect(reminderIsDue(until, new Date('2026-12-08T12:00:00Z'), new Date('2026-12-09T12:00:00Z'))).toBe(false);
  expect(reminderIsDue(until, null, until)).toBe(false);
});

test('A position that is decided or withdrawn goes no other way', () => {
  const from = (state: (typeof positionState.options)[number], move: Parameters<typeof positionLifecycle.allows>[1]) =>
    positionLifecycle.allows(state, move);
  for (const state of positionState.options) {
    expect([state, from(state, 'withdraw')]).toEqual([state, ['DRAFT', 'CONSULTATION', 'VOTING'].includes(state)]);
    expect([state, from(state, 'adopt')]).toEqual([state, state === 'VOTING']);
    expect([state, from(state, 'write')]).toEqual([state, ['DRAFT', 'CONSULTATION'].includes(state)]);
  }
});
