import { expect, test } from '@jest/globals';
import { barFor, holds, isAt, placesFor } from './places.ts';

const abilities = { useNetworks: true, useInitiatives: true, administer: true } as Parameters<typeof placesFor>[0];

test.each([
  ['/app/pomysly', ['initiatives']],
  ['/app/nabory/programy', ['initiatives']],
  ['/app/partnerzy/karty', ['initiatives']],
  ['/app/glosowania', ['ballots']],
  ['/app/zebrania/nowe', ['ballots']],
  ['/app/uchwaly', ['administration']],
  ['/app/partnerzyzy', []],
  ['/app/skrzynka', []],
])('The page %s belongs to the place %j of the navigation', (path, keys) => {
  expect(
    placesFor(abilities)
      .filter((place) => holds(place, path))
      .map(({ key }) => key),
  ).toEqual(keys);
});

const keysOf = (given: typeof abilities) => {
  const { bar, more } = barFor(given);
  return [bar.map(({ key }) => key), more.map(({ key }) => key)];
};

test('A phone has four places in its bar and all others behind the fifth; where five are all, they all stand there', () => {
  expect(keysOf(abilities)).toEqual([
    ['start', 'networks', 'tasks', 'inbox'],
    ['initiatives', 'ballots', 'directory', 'administration'],
  ]);
  expect(keysOf({ ...abilities, useNetworks: false, useInitiatives: false, administer: false })).toEqual([
    ['start', 'networks', 'tasks', 'inbox', 'directory'],
    [],
  ]);
  expect(keysOf({ ...abilities, useNetworks: false })).toEqual([['initiatives', 'inbox'], []]);
});

test.each([
  ['/app/stanowiska', 'ballots'],
  ['/app/stanowiska/nowe', 'ballots'],
  ['/app/zebrania', 'ballots'],
  ['/app/gminy/1', 'directory'],
  ['/app/zarzadzanie/osoby', 'administration'],
  ['/app/gminyzy', undefined],
  ['/app/zadania', undefined],
])('At %s the place behind "More" is %s', (path, key) => {
  expect(barFor(abilities).more.find((place) => isAt(place, path))?.key).toBe(key);
});
