import { describe, expect, test } from '@jest/globals';
import { ideaAnswerKind, ideaState, office, type IdeaState, type Office } from '@blizej/contracts';
import { actorWith } from '../../../test/actors.ts';
import { goesOn, ideaLifecycle } from './idea.lifecycle.ts';
import { ideaPolicy } from './idea.policy.ts';
import { mergeIssues, revisitIssues } from './idea.rules.ts';

const working: Office[] = ['EXECUTIVE', 'COORDINATOR', 'DELEGATE', 'OFFICIAL'];
const holder = (held: Office, where: string) => actorWith([held, held === 'SECRETARIAT' ? 'secretariat' : where]);

test('An idea that waits, or was put off, is answered in each way; what has its answer stays as it is', () => {
  for (const kind of ideaAnswerKind.options) {
    expect(ideaState.options.filter((state) => ideaLifecycle.allows(state, kind))).toEqual(['SUBMITTED', 'LATER']);
    expect(ideaLifecycle.moves[kind].to).toBe(kind);
  }
  expect(ideaState.options.filter((state) => ideaLifecycle.allows(state, 'waitAnew'))).toEqual(['LATER']);
  for (const move of ['change', 'withdraw'] as const)
    expect(ideaState.options.filter((state) => ideaLifecycle.allows(state, move))).toEqual(['SUBMITTED']);
});

describe('An idea merges', () => {
  const idea = (
    id: string,
    state: IdeaState = 'SUBMITTED',
    audience: 'GMINA' | 'MEMBERS' = 'MEMBERS',
    organizationId = id,
  ) => ({ id, state, audience, organizationId });
  const codes = (...of: Parameters<typeof mergeIssues>) =>
    mergeIssues(...of).map(({ pointer, code }) => [pointer, code]);

  test.each(ideaState.options)('into one that is %s, if that goes on', (state) => {
    expect(codes(idea('a'), idea('b', state))).toEqual(goesOn(state) ? [] : [['/intoId', 'idea_not_open']]);
  });

  test('never into itself, nor into one that there is not', () => {
    expect(codes(idea('a'), idea('a'))).toEqual([['/intoId', 'merged_into_itself']]);
    expect(codes(idea('a'), undefined)).toEqual([['/intoId', 'unknown_idea']]);
  });

  test('only into one that its own people can see', () => {
    const kept = (id: string, gmina: string) => idea(id, 'SUBMITTED', 'GMINA', gmina);
    expect(codes(kept('a', 'own'), idea('b'))).toEqual([]);
    expect(codes(kept('a', 'own'), kept('b', 'own'))).toEqual([]);
    expect(codes(kept('a', 'own'), kept('b', 'other'))).toEqual([['/intoId', 'idea_kept']]);
    expect(codes(idea('a', 'SUBMITTED', 'MEMBERS', 'own'), kept('b', 'own'))).toEqual([['/intoId', 'idea_kept']]);
  });
});

test('What is put off is taken up on a day to come', () => {
  expect(revisitIssues('2026-05-02', '2026-05-01')).toEqual([]);
  expect(revisitIssues('2026-05-01', '2026-05-01')).toMatchObject([{ pointer: '/revisitOn', code: 'not_ahead' }]);
});

describe('Among the holders of each office', () => {
  const idea = { organizationId: 'own', authorId: 'somebody', audience: 'GMINA' } as const;
  test.each<[string, (held: Office) => boolean, Office[]]>([
    ['whoever works for a gmina hands in an idea', (held) => ideaPolicy.submit(holder(held, 'own')), working],
    ['another gmina’s want it too', (held) => ideaPolicy.support(holder(held, 'other'), idea), working],
    ['its own need not say so', (held) => ideaPolicy.support(holder(held, 'own'), idea), []],
    ['the secretariat answers', (held) => ideaPolicy.answer(holder(held, 'own')), ['SECRETARIAT']],
    ['nobody takes back what somebody else wrote', (held) => ideaPolicy.withdraw(holder(held, 'own'), idea), []],
  ])('%s', (_, may, expected) => {
    expect(office.options.filter(may).toSorted()).toEqual(expected.toSorted());
  });

  test('its author takes it back', () => {
    expect(ideaPolicy.withdraw(holder('OFFICIAL', 'own'), { authorId: 'person' })).toBe(true);
  });

  test('what is kept to a gmina is seen there and by the secretariat, the rest by all members’ people, nothing by guests', () => {
    expect(ideaPolicy.visible(holder('SECRETARIAT', ''))).toMatchObject({ everything: true });
    expect(ideaPolicy.visible(holder('DELEGATE', 'own'))).toEqual({
      everything: false,
      shared: true,
      organizationIds: ['own'],
    });
    expect(ideaPolicy.visible(holder('PARTNER_CONTACT', 'abroad'))).toEqual({
      everything: false,
      shared: false,
      organizationIds: [],
    });
  });
});
