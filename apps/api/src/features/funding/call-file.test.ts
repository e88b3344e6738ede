import { describe, expect, test } from '@jest/globals';
import { applicantKind } from '@blizej/contracts';
import fc from 'fast-check';
import { momentOf, readCallRows, rowsOfJson, rowsOfTable } from './call-file.ts';

const programmes = [{ id: crypto.randomUUID(), shortName: 'Interreg SB', namePl: 'Interreg Południowy Bałtyk' }];
const settings = { timeZone: 'Europe/Warsaw', programmes };
const head = ['ID', 'Program', 'Tytuł', 'Otwarcie', 'Termin', 'Maksimum', 'Wnioskodawcy', 'Tematy', 'Cele', 'Obszar'];
const good = [
  'SB-5',
  'interreg sb',
  'Nabór piąty',
  '10.01.2027',
  '31.03.2027 14:00',
  '1 500 000,50 €',
  'gmina, NGO',
  'Woda; retencja',
  'morze',
  'Pomorskie, Szwecja',
];
const read = (...rows: string[][]) =>
  readCallRows(rowsOfTable([head, ...rows].map((cells, place) => ({ line: place + 1, cells }))) ?? [], settings);

describe('A file of calls', () => {
  test('is read as people write it: days, amounts, words in Polish', () => {
    const [row] = read(good);
    expect(row?.wrong).toEqual([]);
    expect(row?.call).toMatchObject({
      externalId: 'SB-5',
      programmeId: programmes[0]?.id,
      opensOn: '2027-01-10',
      closesAt: '2027-03-31T12:00:00.000Z',
      maximum: 150_000_050,
      currency: 'EUR',
      applicants: ['MUNICIPALITY', 'NGO'],
      topics: ['woda', 'retencja'],
      goals: ['SEA'],
      territory: ['pomorskie', 'SE'],
      signingDays: 7,
    });
  });

  test('says of each wrong row in which column, why, and what stands there', () => {
    const wrong = good.with(1, 'Nieznany').with(4, 'wkrótce').with(5, 'dużo').with(6, 'każdy').with(0, '');
    const [row] = read(wrong);
    expect(row?.call).toBeNull();
    expect(row?.wrong).toEqual(
      expect.arrayContaining([
        { column: 'externalId', code: 'required', value: '', takes: [] },
        { column: 'programme', code: 'unknown_programme', value: 'Nieznany', takes: ['Interreg SB'] },
        { column: 'closesAt', code: 'invalid_format', value: 'wkrótce', takes: [] },
        { column: 'maximum', code: 'invalid_type', value: 'dużo', takes: [] },
        { column: 'applicants', code: 'invalid_value', value: 'każdy', takes: applicantKind.options },
      ]),
    );
  });

  test('says the bound that an amount or a rate has passed, as they stand in the file', () => {
    const wrongIn = (amount: number) => read(good.with(5, String(amount)))[0]?.wrong ?? [];
    const [tooMuch] = wrongIn(1e13);
    expect(tooMuch).toMatchObject({ column: 'maximum', code: 'too_big' });
    const most = Number(tooMuch?.params?.maximum);
    expect(wrongIn(most)).toEqual([]);
    expect(wrongIn(most + 1)).toMatchObject([{ code: 'too_big' }]);
    const rows = rowsOfJson(JSON.stringify([{ externalId: 'SB-7', grantRate: 180 }]));
    const [rate] = readCallRows(rows ?? [], settings);
    expect(rate?.wrong.find(({ column }) => column === 'grantRate')).toMatchObject({
      code: 'too_big',
      params: { maximum: 100 },
    });
  });

  test('of the words that a column takes each is taken, and all are told where another stands', () => {
    const [row] = read(good.with(8, 'zdrowie').with(9, 'Atlantyda'));
    const takes = new Map(row?.wrong.map((wrong) => [wrong.column, wrong.takes]));
    expect([...takes.keys()].toSorted()).toEqual(['goals', 'territory']);
    expect(read(good.with(8, takes.get('goals')?.join(',') ?? ''))[0]?.wrong).toEqual([]);
    expect(read(good.with(9, takes.get('territory')?.slice(0, 20).join(';') ?? ''))[0]?.wrong).toEqual([]);
    expect(takes.get('territory')).toEqual(expect.arrayContaining(['pomorskie', 'SE']));
  });

  test('one external id stands in one row; a close before the opening is seen', () => {
    const [, second, third] = read(good, good, good.with(0, 'SB-6').with(4, '2026-12-31 12:00'));
    expect(second?.wrong).toEqual([{ column: 'externalId', code: 'duplicate', value: 'SB-5', takes: [] }]);
    expect(third?.wrong).toMatchObject([{ column: 'closesAt', code: 'closes_before_opens' }]);
  });

  test('JSON holds the same under the names of the columns', () => {
    const rows = rowsOfJson(
      JSON.stringify([
        {
          externalId: 'SB-7',
          programme: 'Interreg SB',
          titlePl: 'Nabór siódmy',
          opensOn: '2027-01-10',
          closesAt: '2027-03-31T12:00:00Z',
          maximum: 200000,
          applicants: ['MUNICIPALITY'],
          goals: ['SEA'],
          topics: ['woda'],
        },
      ]),
    );
    expect(readCallRows(rows ?? [], settings)[0]?.call).toMatchObject({ maximum: 20_000_000, topics: ['woda'] });
    for (const text of ['{}', '[]', '[1]', '[[1]]', '[nic']) expect(rowsOfJson(text)).toBeUndefined();
  });

  test('a table that names no title is none of calls', () => {
    expect(rowsOfTable([{ line: 1, cells: ['Imię', 'E-mail'] }])).toBeUndefined();
  });

  test('whatever stands in it, reading never breaks: a row is a call or says why not', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: 10, maxLength: 10 }), (cells) => {
        const [row] = read(cells);
        expect(row?.call === null).toBe((row?.wrong.length ?? 0) > 0);
      }),
    );
  });

  test('the clock on the wall is the association’s, in summer and in winter', () => {
    expect(momentOf('2027-01-31', '14:00', 'Europe/Warsaw')).toBe('2027-01-31T13:00:00.000Z');
    expect(momentOf('2027-07-31', '14:00', 'Europe/Warsaw')).toBe('2027-07-31T12:00:00.000Z');
    expect(momentOf('2027-02-30', 'rano', 'Europe/Warsaw')).toBeUndefined();
  });
});
