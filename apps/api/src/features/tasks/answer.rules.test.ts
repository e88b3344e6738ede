import { describe, expect, test } from '@jest/globals';
import {
  carriedAnswers,
  checkAnswers,
  everyField,
  formField,
  formLimits,
  leftOver,
  type FormField,
  type WrittenAnswers,
} from '@blizej/contracts';
import fc from 'fast-check';
import { designIssues, handedIn, keptDraft, totalsOf } from './answer.rules.ts';

const label = { pl: 'Pytanie', en: null };
const field = (given: object): FormField => formField.parse({ key: 'q1', label, ...given });
const options = ['a1', 'b1', 'c1'].map((key) => ({ key, label }));
const issuesOf = (given: object, value: WrittenAnswers[string]) =>
  checkAnswers([field(given)], { q1: value }).issues.map(({ pointer, code }) => `${pointer} ${code}`);
const readOf = (given: object, value: WrittenAnswers[string]) =>
  checkAnswers([field(given)], { q1: value }).answers?.['q1'];

describe('The answer to a question', () => {
  test.each([
    [{ kind: 'SHORT_TEXT' }, '  dwa\nsłowa ', 'dwa słowa'],
    [{ kind: 'LONG_TEXT' }, 'dwa\r\nwiersze', 'dwa\nwiersze'],
    [{ kind: 'NUMBER' }, '1 234,5', 1234.5],
    [{ kind: 'NUMBER' }, '-7', -7],
    [{ kind: 'NUMBER' }, 0, 0],
    [{ kind: 'YES_NO', required: true }, false, false],
    [{ kind: 'DATE' }, '2028-02-29', '2028-02-29'],
    [{ kind: 'ONE', options }, 'b1', 'b1'],
    [{ kind: 'SEVERAL', options }, ['c1', 'a1'], ['c1', 'a1']],
    [
      {
        kind: 'TABLE',
        columns: [
          { key: 'n1', label, kind: 'TEXT' },
          { key: 'm1', label, kind: 'NUMBER' },
        ],
      },
      [
        { n1: 'Staw', m1: '3,5' },
        { n1: '', m1: null },
      ],
      [{ n1: 'Staw', m1: 3.5 }],
    ],
  ])('%j: %j is read as %j', (given, written, read) => {
    expect(readOf(given, written)).toEqual(read);
  });

  test.each([
    [{ kind: 'SHORT_TEXT', required: true }, ' ', '/answers/q1 required'],
    [{ kind: 'SEVERAL', options, required: true }, [], '/answers/q1 required'],
    [{ kind: 'SHORT_TEXT' }, 'x'.repeat(formLimits.shortText + 1), '/answers/q1 too_big'],
    [{ kind: 'NUMBER' }, 'dużo', '/answers/q1 not_a_number'],
    [{ kind: 'NUMBER' }, '1e3', '/answers/q1 not_a_number'],
    [{ kind: 'NUMBER', min: 0 }, '-1', '/answers/q1 too_small'],
    [{ kind: 'NUMBER', max: 10 }, '10,1', '/answers/q1 too_big'],
    [{ kind: 'DATE' }, '2026-02-29', '/answers/q1 invalid_format'],
    [{ kind: 'ONE', options }, 'z1', '/answers/q1 invalid_value'],
    [{ kind: 'SEVERAL', options }, ['a1', 'z1'], '/answers/q1/1 invalid_value'],
    [
      { kind: 'TABLE', columns: [{ key: 'm1', label, kind: 'NUMBER' }] },
      [{ m1: 'x' }],
      '/answers/q1/0/m1 not_a_number',
    ],
  ])('%j: %j is refused: %s', (given, written, issue) => {
    expect(issuesOf(given, written)).toEqual([issue]);
  });

  test('is left out where it is empty and may be, and where nothing asks for it', () => {
    const fields = [field({ kind: 'NUMBER' }), field({ kind: 'DATE', key: 'q3' })];
    expect(checkAnswers(fields, { q1: '', q2: 'x', q3: '2026-11-23' }).answers).toEqual({ q3: '2026-11-23' });
  });

  test('nothing at all is no answer, and too much of it is refused', () => {
    const form = { version: 1, fields: [field({ kind: 'NUMBER' })] };
    expect(handedIn(form, {}).issues).toMatchObject([{ pointer: '/answers', code: 'required' }]);
    const many = Array.from({ length: 41 }, (_, index) => field({ kind: 'LONG_TEXT', key: `q${index}` }));
    const written = Object.fromEntries(many.map(({ key }) => [key, 'x'.repeat(5000)]));
    expect(keptDraft([{ version: 1, fields: many }], written).issues).toMatchObject([{ code: 'too_big' }]);
  });
});

describe('A form that changes', () => {
  const before = { version: 1, fields: [field({ kind: 'ONE', options }), field({ kind: 'SHORT_TEXT', key: 'q2' })] };
  const after = { version: 2, fields: [field({ kind: 'ONE', options: options.slice(1) })] };

  test('keeps what is written at questions that it still asks, and shows the rest with its question', () => {
    const written = { q1: 'b1', q2: 'Tekst' };
    expect(carriedAnswers(after.fields, written)).toEqual({ q1: 'b1' });
    expect(leftOver([after, before], written).map((left) => [left.field.key, left.value])).toEqual([['q2', 'Tekst']]);
    expect(leftOver([after, before], { q1: 'a1' })).toMatchObject([{ value: 'a1' }]);
    expect(keptDraft([after, before], { ...written, zz9: 'obce' }).answers).toEqual(written);
  });

  test('loses nothing: what was written is carried on or left over', () => {
    const value = fc.constantFrom('a1', 'b1', 'c1', 'inne', '');
    fc.assert(
      fc.property(fc.record({ q1: value, q2: value }), (written) => {
        const carried = carriedAnswers(after.fields, written);
        const left = leftOver([after, before], written).map((one) => one.field.key);
        for (const key of ['q1', 'q2'] as const) {
          expect(written[key] === '' || key in carried || left.includes(key)).toBe(true);
        }
      }),
    );
  });

  test('its questions and options are known as long as somebody answered them', () => {
    const [first, second] = everyField([after, before]);
    expect(first).toMatchObject({ key: 'q1', options: [{ key: 'b1' }, { key: 'c1' }, { key: 'a1' }] });
    expect(second?.key).toBe('q2');
  });

  test('is refused where a key comes twice, limits cross, or a question becomes one of another kind', () => {
    const fields = [
      field({ kind: 'NUMBER', min: 5, max: 1 }),
      field({ kind: 'DATE', key: 'q2' }),
      field({ kind: 'DATE', key: 'q2' }),
    ];
    expect(designIssues(fields, [before]).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/fields/2/key duplicate',
      '/fields/0/max below_minimum',
      '/fields/0/kind kind_fixed',
      '/fields/1/kind kind_fixed',
      '/fields/2/kind kind_fixed',
    ]);
  });
});

describe('What answers come to', () => {
  const number = field({ kind: 'NUMBER' });

  test('numbers: their sum and median, as if they stood in a row', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), (values) => {
        const counts = new Map<number, number>();
        for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
        const tallies = [...counts].map(([value, count]) => ({ key: 'q1', value, count }));
        const sorted = values.toSorted((one, other) => one - other);
        const middle = sorted.length / 2;
        const median = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
        expect(totalsOf(number, tallies)).toMatchObject({
          answered: values.length,
          sum: values.reduce((sum, value) => sum + value, 0),
          median,
        });
      }),
    );
  });

  test('decimals: 0.1 and 0.2 are 0.3', () => {
    const tallies = [0.1, 0.2].map((value) => ({ key: 'q1', value, count: 1 }));
    expect(totalsOf(number, tallies).sum).toBe(0.3);
  });

  test('nothing: neither', () => {
    expect(totalsOf(number, [])).toMatchObject({ answered: 0, sum: null, median: null });
  });

  test('choices: how many gave each', () => {
    const several = field({ kind: 'SEVERAL', options });
    const tallies = [
      { key: 'q1', value: ['a1', 'b1'], count: 2 },
      { key: 'q1', value: ['b1'], count: 1 },
      { key: 'q2', value: ['c1'], count: 9 },
    ];
    expect(totalsOf(several, tallies)).toMatchObject({
      answered: 3,
      counts: [
        { option: 'a1', count: 2 },
        { option: 'b1', count: 3 },
        { option: 'c1', count: 0 },
      ],
    });
  });
});
