import { expect, test } from '@jest/globals';
import { ballotState, type BallotState } from '@blizej/contracts';
import fc from 'fast-check';
import { ballotLifecycle } from './ballot.lifecycle.ts';

type Move = keyof typeof ballotLifecycle.moves;

test.each<[Move, BallotState[], BallotState]>([
  ['change', ['DRAFT'], 'DRAFT'],
  ['schedule', ['DRAFT'], 'SCHEDULED'],
  ['open', ['DRAFT', 'SCHEDULED'], 'OPEN'],
  ['extend', ['OPEN'], 'OPEN'],
  ['close', ['OPEN'], 'CLOSED'],
  ['withdraw', ['DRAFT', 'SCHEDULED', 'OPEN'], 'WITHDRAWN'],
])('A ballot: %s from %j', (move, from, to) => {
  expect(ballotState.options.filter((state) => ballotLifecycle.allows(state, move))).toEqual(from);
  for (const state of from) expect(ballotLifecycle.move(state, move)).toBe(to);
});

test('Whatever is tried, a ballot that is closed or withdrawn stays so, and none is closed that was not open', () => {
  const moves = Object.keys(ballotLifecycle.moves) as Move[];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...moves)), (tried) => {
      const path: BallotState[] = ['DRAFT'];
      for (const move of tried) {
        const state = path.at(-1) as BallotState;
        if (ballotLifecycle.allows(state, move)) path.push(ballotLifecycle.move(state, move));
      }
      const end = path.findIndex((state) => state === 'CLOSED' || state === 'WITHDRAWN');
      if (end !== -1) expect(end).toBe(path.length - 1);
      if (path.includes('CLOSED')) expect(path).toContain('OPEN');
    }),
  );
});
