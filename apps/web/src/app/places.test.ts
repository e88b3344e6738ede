import { expect, test } from '@jest/globals';
import { holds, placesFor } from './places.ts';

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
