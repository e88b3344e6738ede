import { expect, test } from '@jest/globals';
import { readPasted } from './election-paste.ts';

const gminas = ['Jantarowo', 'Foczy Róg'].map((name) => ({
  organization: { id: name, name },
  holder: null,
  invited: null,
}));

test('rows of a spreadsheet find their gminas; foreign lines are passed over', () => {
  const text = 'Gmina\tNazwisko\tE-mail\r\n jantarowo \tAnna Nowa\ta@x.example\r\nFOCZY  RÓG\t\t\nAtlantyda\tX\tx@x';
  expect(readPasted(text, gminas)).toEqual([
    { id: 'Jantarowo', name: 'Anna Nowa', email: 'a@x.example' },
    { id: 'Foczy Róg', name: '', email: '' },
  ]);
});

test('a text without columns is pasted as any other', () => {
  expect(readPasted('Jantarowo', gminas)).toEqual([]);
});
