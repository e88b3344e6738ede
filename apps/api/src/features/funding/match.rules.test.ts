import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bestFirst, liesIn, matchCall, type CallFacts, type GminaFacts, type SubjectFacts } from './match.rules.ts';

const today = '2027-02-15';
const call: CallFacts = {
  state: 'OPEN',
  firstStageOver: false,
  closesOn: '2027-04-20',
  signingDays: 10,
  applicants: ['MUNICIPALITY'],
  territory: ['pomorskie', 'SE'],
  partnersMin: 2,
  countriesMin: 2,
  topics: ['woda', 'retencja'],
  goals: ['SEA'],
  grantRate: 80,
  minimum: null,
  maximum: 10_000,
  currency: 'EUR',
};
const gmina: GminaFacts = {
  name: 'Jantarowo',
  voivodeship: 'pomorskie',
  sessions: [{ heldOn: '2027-03-26', tabledBy: '2027-03-12' }],
};
const subject: SubjectFacts = {
  topics: ['woda'],
  goals: ['SEA'],
  gminas: [gmina],
  confirmed: 2,
  declared: 1,
  countries: ['PL', 'SE'],
};
const reason = (code: string, over: Partial<SubjectFacts> = {}, of: Partial<CallFacts> = {}) => {
  const { outcome, reasons } = matchCall({ ...call, ...of }, { ...subject, ...over }, today);
  const found = reasons.find((one) => one.code === code);
  return [outcome, found?.verdict, found?.what, found?.have, found?.need, found?.on];
};

describe('A call and whom it fits', () => {
  test('fits where everything does, and says by what', () => {
    const { outcome, reasons } = matchCall(call, subject, today);
    expect(outcome).toBe('FITS');
    expect(reasons.map(({ code, verdict }) => [code, verdict])).toEqual([
      ['TOPIC', 'YES'],
      ['GOAL', 'YES'],
      ['STATE', 'YES'],
      ['TERRITORY', 'YES'],
      ['APPLICANT', 'YES'],
      ['PARTNERS', 'YES'],
      ['COUNTRIES', 'YES'],
      ['COUNCIL', 'YES'],
    ]);
  });

  test.each([
    ['no topic in common', 'TOPIC', { topics: ['energia'] }, {}, ['NOT', 'NO', [], null, null, null]],
    ['a call that is over', 'STATE', {}, { state: 'CLOSED' }, ['NOT', 'NO', [], null, null, null]],
    ['a first stage that is over', 'STATE', {}, { firstStageOver: true }, ['NOT', 'NO', [], null, null, null]],
    [
      'a gmina outside of the territory, by its name',
      'TERRITORY',
      { gminas: [gmina, { ...gmina, name: 'Latarnikowo', voivodeship: 'warmińsko-mazurskie' }] },
      {},
      ['NOT', 'NO', ['Latarnikowo'], null, null, null],
    ],
    ['gminas may not apply', 'APPLICANT', {}, { applicants: ['NGO'] }, ['NOT', 'NO', [], null, null, null]],
    [
      'too few countries, however many partners are of them: 2 of 3',
      'COUNTRIES',
      { confirmed: 6 },
      { countriesMin: 3 },
      ['ALMOST', 'OPEN', ['PL', 'SE'], 2, 3, null],
    ],
    ['too few partners: 1 of 2', 'PARTNERS', { confirmed: 1 }, {}, ['ALMOST', 'OPEN', [], 1, 2, null]],
    [
      'more than is granted',
      'AMOUNT',
      { amount: { minor: 20_000, currency: 'EUR', isCost: true } },
      {},
      ['ALMOST', 'OPEN', [], 16_000, 10_000, null],
    ],
    [
      'another currency, which nobody compares',
      'AMOUNT',
      { amount: { minor: 20_000, currency: 'PLN', isCost: true } },
      {},
      ['ALMOST', 'OPEN', [], null, null, null],
    ],
    [
      'a council of which nothing is known, by its gmina',
      'COUNCIL',
      { gminas: [{ ...gmina, sessions: [] }] },
      {},
      ['ALMOST', 'OPEN', ['Jantarowo'], null, null, null],
    ],
    [
      'a council that is late may still meet once more',
      'COUNCIL',
      { gminas: [{ ...gmina, sessions: [{ heldOn: '2027-03-01', tabledBy: '2027-02-01' }] }] },
      {},
      ['ALMOST', 'NO', ['Jantarowo'], null, null, null],
    ],
    ['the first draft that is due', 'COUNCIL', {}, {}, ['FITS', 'YES', [], null, null, '2027-03-12']],
  ] as [string, string, Partial<SubjectFacts>, Partial<CallFacts>, unknown[]][])(
    '%s',
    (_, code, over, of, expected) => {
      expect(reason(code, over, of)).toEqual(expected);
    },
  );

  test('who has only declared a part is told beside those who are certain, and not counted among them', () => {
    const { outcome, reasons } = matchCall({ ...call, partnersMin: 3 }, subject, today);
    expect(outcome).toBe('ALMOST');
    expect(reasons.find(({ code }) => code === 'PARTNERS')).toMatchObject({ have: 2, need: 3, declared: 1 });
  });

  test('all of Poland is meant where no voivodeship is named', () => {
    expect(liesIn('pomorskie', [])).toBe(true);
    expect(liesIn('pomorskie', ['PL', 'SE'])).toBe(true);
    expect(liesIn('pomorskie', ['PL', 'warmińsko-mazurskie'])).toBe(false);
    expect(liesIn('pomorskie', ['SE'])).toBe(false);
  });

  test('to take part with more can only help; what fits has nothing that speaks against it', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), fc.nat(5), fc.nat(5), (confirmed, more, partnersMin, countriesMin) => {
        const ask = (count: number) =>
          matchCall(
            { ...call, partnersMin: partnersMin || null, countriesMin: countriesMin || null },
            { ...subject, confirmed: count },
            today,
          );
        if (ask(confirmed).outcome === 'FITS') expect(ask(confirmed + more).outcome).toBe('FITS');
        const { outcome, reasons } = ask(confirmed);
        expect(outcome === 'FITS').toBe(reasons.every(({ verdict }) => verdict === 'YES'));
      }),
    );
  });

  test('what fits comes before what almost does, and what does not is left out', () => {
    const match = (outcome: 'ALMOST' | 'FITS' | 'NOT') => ({ match: { outcome, reasons: [] } });
    expect(bestFirst([match('ALMOST'), match('NOT'), match('FITS')]).map((one) => one.match.outcome)).toEqual([
      'FITS',
      'ALMOST',
    ]);
  });
});
