import { expect, test } from '@jest/globals';
import type { FormField, StandardTask } from '@blizej/contracts';
import { taskIssues } from './template.rules.ts';

const task = (title: string, fields: FormField[] | null = null): StandardTask => ({
  title,
  body: 'Prosimy o odpowiedź.',
  dueDays: 14,
  priority: 'NORMAL',
  fields,
});
const question = (key: string): FormField => ({
  kind: 'YES_NO',
  key,
  label: { pl: 'Czy?', en: null },
  hint: null,
  required: true,
});

test('Standard tasks have titles of their own, whatever their case', () => {
  expect(taskIssues([task('Ankieta'), task('Plan'), task('ANKIETA')])).toEqual([
    { in: 'body', pointer: '/tasks/2/title', code: 'duplicate' },
  ]);
});

test('Their questions are checked as those of tasks are', () => {
  expect(taskIssues([task('Ankieta', [question('a1'), question('b1')])])).toEqual([]);
  expect(taskIssues([task('Plan'), task('Ankieta', [question('a1'), question('a1')])])).toMatchObject([
    { pointer: expect.stringMatching(/^\/tasks\/1\/fields\/1/) },
  ]);
});
