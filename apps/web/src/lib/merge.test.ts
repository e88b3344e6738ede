import { expect, test } from '@jest/globals';
import { mergeFields } from './merge.ts';

const begun = { title: 'Szlak', place: 'Jantarowo', website: undefined, topics: ['turystyka'], budget: 100 };

test('What only the other has changed is taken over, what both have changed is to be decided, all else is one’s own', () => {
  const merged = mergeFields({
    begun,
    mine: { ...begun, title: 'Mój szlak', budget: 200, topics: ['kolej'] },
    theirs: { ...begun, title: 'Ich szlak', place: 'Mewia Zatoka', topics: ['kolej'] },
  });
  expect(merged).toEqual({ taken: ['place'], disputed: ['title'] });
});

test('To empty a field is to change it, and nothing is the same however it is said', () => {
  expect(mergeFields({ begun, mine: { ...begun, website: '' }, theirs: { ...begun, topics: [], title: '' } })).toEqual({
    taken: ['title', 'topics'],
    disputed: [],
  });
  expect(mergeFields({ begun, mine: { ...begun, topics: [] }, theirs: { ...begun, topics: ['morze'] } })).toEqual({
    taken: [],
    disputed: ['topics'],
  });
});
