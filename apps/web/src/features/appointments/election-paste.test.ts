import { expect, test } from '@jest/globals';
import { readPasted } from './election-paste.ts';

const gminas = ['Jantarowo', 'Foczy Róg'].map((name) => ({
  organization: { id: name, name },
  holder: null,
  invited: null,
}));

test('rows of a spreadsheet find their gminas; foreign ones are told', () => {
  const text = 'Gmina\tNazwisko\tE-mail\r\n jantarowo \tAnna Nowa\ta@x.example\r\nFOCZY  RÓG\t\t\nAtlantyda\tX\tx@x';
  expect(readPasted(text, gminas)).toEqual({
    rows: [
      { id: 'Jantarowo', name: 'Anna Nowa', email: 'a@x.example' },
      { id: 'Foczy Róg', name: '', email: '' },
    ],
    unknown: ['Atlantyda'],
  });
});

test('a name without what tells it from others is enough where there is one of it', () => {
  const rows = (...names: string[]) =>
    readPasted(
      'Elbląg\tX\tx@x.example',
      names.map((name) => ({ organization: { id: name, name }, holder: null, invited: null })),
    ).rows.map(({ id }) => id);
  expect(rows('Elbląg (miasto)', 'Jantarowo')).toEqual(['Elbląg (miasto)']);
  expect(rows('Elbląg (miasto)', 'Elbląg')).toEqual(['Elbląg']);
  expect(rows('Elbląg (miasto)', 'Elbląg (wieś)')).toEqual([]);
});

test('a text without columns is pasted as any other', () => {
  expect(readPasted('Jantarowo', gminas)).toEqual({ rows: [], unknown: [] });
});
