import { describe, expect, test } from '@jest/globals';
import type { BallotChoice, ReceiptView } from '@blizej/contracts';
import { cast, castSealed, mayors, newBallot } from '../../../test/ballots.ts';
import { expectRefusal } from '../../../test/refusals.ts';
import { useWorld } from '../../../test/world.ts';
import { Prisma } from '../../platform/database/database.ts';
import type { Problem } from '../../kernel/problems.ts';
import { castVote } from './actions/cast-vote.ts';
import { nameProxy } from './actions/name-proxy.ts';
import { turnBallots } from './actions/turn-ballots.ts';
import { exportBallot, readBallot } from './ballots.queries.ts';

describe('Many votes at once', () => {
  const world = useWorld();
  const acknowledged = (outcomes: readonly PromiseSettledResult<ReceiptView>[]): ReceiptView[] =>
    outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const record = (id: string) =>
    world.rows<{ number: number; receipt: string; counted: boolean; castAt: Date }>(Prisma.sql`
      SELECT number, receipt, counted, cast_at AS "castAt" FROM ballot_vote WHERE ballot_id = ${id}::uuid ORDER BY number`);

  test('five hundred for one gmina leave one that counts: the last; none that was acknowledged is lost', async () => {
    const { id } = await newBallot(world);
    const choices: BallotChoice[] = ['FOR', 'AGAINST', 'ABSTAIN'];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 500 }, (_, turn) => cast(world, id, 'jantarowoMayor', choices[turn % 3])),
    );
    const receipts = acknowledged(outcomes);
    expect(receipts.length).toBeGreaterThan(0);
    const votes = await record(id);
    // The chain has no gap, and holds the acknowledged votes and no other.
    expect(votes.map(({ number }) => number)).toEqual(votes.map((_, index) => index + 1));
    expect(new Set(votes.map(({ receipt }) => receipt))).toEqual(new Set(receipts.map(({ receipt }) => receipt)));
    expect(votes.filter(({ counted }) => counted)).toEqual(votes.slice(-1));
    const view = await readBallot(world.database, await world.actor('secretary'), id);
    expect(view?.turnout).toEqual({ electorate: mayors.length, voted: 1 });
  });

  test('two hundred and more until the close: what was acknowledged is counted, and nothing comes after it', async () => {
    const closesAt = new Date(Date.now() + 1500);
    const { id } = await newBallot(world, { closesAt: closesAt.toISOString() });
    const outcomes: PromiseSettledResult<ReceiptView>[] = [];
    const vote = async (): Promise<void> => {
      while (Date.now() < closesAt.getTime() + 300 || outcomes.length < 200) {
        outcomes.push(...(await Promise.allSettled(mayors.map((mayor) => cast(world, id, mayor)))));
      }
    };
    const close = async (): Promise<void> => {
      while (Date.now() < closesAt.getTime() + 300) await turnBallots(world.unit);
    };
    await Promise.all([vote(), close()]);
    await turnBallots(world.unit);
    const receipts = acknowledged(outcomes);
    expect(outcomes.length).toBeGreaterThanOrEqual(200);
    expect(receipts.length).toBeLessThan(outcomes.length);
    expect(receipts.map(({ castAt }) => new Date(castAt)).filter((castAt) => castAt >= closesAt)).toEqual([]);
    const votes = await record(id);
    expect(new Set(votes.map(({ receipt }) => receipt))).toEqual(new Set(receipts.map(({ receipt }) => receipt)));
    const secretary = await world.actor('secretary');
    const { result, closedAt } = (await exportBallot(world.database, secretary, id)) ?? {};
    expect(result?.count).toEqual({ for: mayors.length, against: 0, abstain: 0 });
    expect(new Date(closedAt ?? 0).getTime()).toBeGreaterThanOrEqual(closesAt.getTime());
    expect(votes.at(-1)?.castAt.getTime()).toBeLessThan(new Date(closedAt ?? 0).getTime());
  });

  test('by a gmina and by its proxy: one counts, the gmina’s own, and the proxy is told why', async () => {
    const { id } = await newBallot(world);
    await nameProxy(world.unit, await world.actor('foczyMayor'), {
      body: {
        organizationId: await world.gmina('foczy'),
        holderId: await world.gmina('mewia'),
        ballotId: id,
        document: 'Pełnomocnictwo nr 4/2026',
        documentOn: await world.day(-1),
      },
    });
    const byProxy = async () =>
      castVote(world.unit, await world.actor('mewiaMayor'), {
        params: { id },
        body: { organizationId: await world.gmina('foczy'), choice: 'AGAINST' },
      });
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 6 }, byProxy),
      cast(world, id, 'foczyMayor', 'FOR'),
      ...Array.from({ length: 6 }, byProxy),
    ]);
    const slugs = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [(outcome.reason as Problem).slug] : [],
    );
    expect(new Set(slugs)).toEqual(slugs.length > 0 ? new Set(['proxy-void']) : new Set());
    await expectRefusal(byProxy(), 'proxy-void');
    const votes = await record(id);
    expect(votes).toHaveLength(outcomes.length - slugs.length);
    const view = await readBallot(world.database, await world.actor('foczyMayor'), id);
    expect(view?.turnout?.voted).toBe(1);
    const own = view?.electors.find(({ organization }) => organization.name === 'Foczy Róg');
    expect(own?.vote).toMatchObject({ choice: 'FOR', office: 'EXECUTIVE', proxy: null });
  });

  test('sealed, by one gmina in a secret ballot: the first stands, every other is refused', async () => {
    const ballot = await newBallot(world, { secret: true });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => castSealed(world, ballot, 'mewiaMayor', 'FOR')),
    );
    expect(acknowledged(outcomes.map((outcome) => outcome))).toHaveLength(1);
    expect(await record(ballot.id)).toHaveLength(1);
  });
});
