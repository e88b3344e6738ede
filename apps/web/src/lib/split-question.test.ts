import { expect, test } from '@jest/globals';
import { splitQuestion } from './split-question.ts';

const hash = 'a1'.repeat(32);

test('the fingerprint of the text stands apart from what is asked', () => {
  expect(splitQuestion(`Czy przyjąć stanowisko „Kolej” w wersji 2? Skrót SHA-256 tekstu: ${hash}`)).toEqual({
    asked: 'Czy przyjąć stanowisko „Kolej” w wersji 2?',
    fingerprint: `Skrót SHA-256 tekstu: ${hash}`,
  });
  expect(splitQuestion(`Adopt it? SHA-256 of the text: ${hash}. By roll-call.`)).toEqual({
    asked: 'Adopt it? By roll-call.',
    fingerprint: `SHA-256 of the text: ${hash}.`,
  });
});

test.each(['Czy przyjąć?', hash, `Czy przyjąć ${hash.slice(1)}?`])('%s is asked as it is', (question) => {
  expect(splitQuestion(question)).toEqual({ asked: question, fingerprint: null });
});
