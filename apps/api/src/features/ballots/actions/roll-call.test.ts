import { describe, expect, test } from '@jest/globals';
import type { BallotView } from '@blizej/contracts';
import { cast, draftWith, hours, mayors, newBallot } from '../../../../test/ballots.ts';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import { people, type PersonKey } from '../../../demo/people.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { exportBallot, listBallots, readBallot } from '../ballots.queries.ts';
import { castVote } from './cast-vote.ts';
import { changeBallot } from './change-ballot.ts';
import { closeBallot } from './close-ballot.ts';
import { extendBallot } from './extend-ballot.ts';
import { turnBallots } from './turn-ballots.ts';
import { withdrawBallot } from './withdraw-ballot.ts';
import { writeBallot } from './write-ballot.ts';

describe('A ballot by roll-call', () => {
  const world = useWorld();
  const seenBy = async (id: string, who: PersonKey): Promise<BallotView | undefined> =>
    readBallot(world.database, await world.actor(who), id);
  const seen = async (id: string, who: PersonKey = 'foczyMayor'): Promise<BallotView> => {
    const view = await seenBy(id, who);
    if (!view) throw new Error(`${who} does not see the ballot.`);
    return view;
  };
  const electorOf = (view: BallotView, name: string) =>
    view.electors.find(({ organization }) => organization.name === name);
  const extend = async (ballot: BallotView, closesAt: Date, moment?: Date) =>
    extendBallot(moment ? world.unit.at(moment) : world.unit, await world.actor('secretary'), {
      params: { id: ballot.id },
      body: { closesAt: closesAt.toISOString(), reason: 'Sesje rad są później.', version: ballot.version },
    });
  const close = async ({ id, version }: BallotView) =>
    closeBallot(world.unit, await world.actor('secretary'), { params: { id }, body: { version } });
  const withdraw = async ({ id, version }: BallotView, moment?: Date) =>
    withdrawBallot(moment ? world.unit.at(moment) : world.unit, await world.actor('secretary'), {
      params: { id },
      body: { reason: 'Pytanie było niejasne.', version },
    });
  const toldOf = async (kind: string) => (await world.newest(kind)).told.map(({ name }) => name);

  test('is the secretariat’s own while it is a draft, and is changed until it is announced', async () => {
    const secretary = await world.actor('secretary');
    const draft = await writeBallot(world.unit, secretary, { body: draftWith() });
    expect(draft).toMatchObject({ phase: 'DRAFT', electors: [], turnout: null, quorumNeeded: null });
    expect(await seenBy(draft.id, 'jantarowoMayor')).toBeUndefined();
    expect(await toldOf('ballot.written')).toEqual([]);
    const change = async (by: PersonKey, version: number) =>
      changeBallot(world.unit, await world.actor(by), {
        params: { id: draft.id },
        body: { ...draftWith({ titlePl: 'Inne głosowanie' }), version },
      });
    expect(await change('secretary', draft.version)).toMatchObject({ title: { pl: 'Inne głosowanie' }, version: 2 });
    expect((await refusal(change('secretary', 1))).extras.current).toMatchObject({ version: 2 });
    await expectRefusal(change('jantarowoMayor', 2), 'not-found');
    const mayor = await world.actor('jantarowoMayor');
    await expectRefusal(writeBallot(world.unit, mayor, { body: draftWith() }), 'forbidden');
    const open = await newBallot(world);
    await expectRefusal(
      changeBallot(world.unit, secretary, {
        params: { id: open.id },
        body: { ...draftWith(), version: open.version },
      }),
      'wrong-state',
    );
  });

  test('opens to the member gminas of that moment, and asks those who vote for them', async () => {
    const ballot = await newBallot(world);
    expect(ballot).toMatchObject({
      phase: 'OPEN',
      turnout: { electorate: 8, voted: 0 },
      quorumNeeded: 4,
      count: null,
      head: null,
    });
    const opened = await world.newest('ballot.opened');
    expect(opened.told).toContainEqual({ name: people.jantarowoMayor.name, reason: 'DECIDE' });
    expect(opened.told).toHaveLength(mayors.length);
    // Who joins the association later has no vote in it.
    const status = async (of: 'FORMER' | 'MEMBER') =>
      world.rows(Prisma.sql`
        UPDATE municipality SET status = ${of}::association_status
        WHERE organization_id = ${await world.gmina('foczy')}::uuid`);
    await status('FORMER');
    const after = await newBallot(world);
    await status('MEMBER');
    expect(after.turnout).toEqual({ electorate: 7, voted: 0 });
    await expectRefusal(cast(world, after.id, 'foczyMayor'), 'not-in-electorate');
    expect((await cast(world, ballot.id, 'foczyMayor')).organization.name).toBe('Foczy Róg');
    await withdraw(after);
  });

  test('tells that a gmina has voted and not how, until it is closed', async () => {
    const ballot = await newBallot(world);
    const receipt = await cast(world, ballot.id, 'jantarowoMayor', 'AGAINST');
    expect(receipt).toMatchObject({ number: 1, choice: 'AGAINST', office: 'EXECUTIVE' });
    const own = electorOf(await seen(ballot.id, 'jantarowoMayor'), 'Jantarowo');
    expect(own).toMatchObject({ voted: true, vote: { choice: 'AGAINST', receipt: receipt.receipt } });
    for (const other of ['secretary', 'mewiaMayor', 'jantarowoOfficial'] as const) {
      const view = await seen(ballot.id, other);
      expect(electorOf(view, 'Jantarowo')).toMatchObject({ voted: true, vote: null });
      expect(view).toMatchObject({ turnout: { voted: 1 }, count: null, head: null, abilities: { export: false } });
    }
    await expectRefusal(exportBallot(world.database, await world.actor('secretary'), ballot.id), 'wrong-state');
    const event = await world.newest('ballot.cast');
    expect(event).toMatchObject({
      actingForId: await world.gmina('jantarowo'),
      detail: { number: 1, receipt: receipt.receipt },
    });
    expect(JSON.stringify(event)).not.toContain('AGAINST');
    await withdraw(await seen(ballot.id, 'secretary'));
  });

  test('shows the count at once where its rule says so', async () => {
    const ballot = await newBallot(world, { liveCount: true });
    await cast(world, ballot.id, 'jantarowoMayor', 'AGAINST');
    expect(await seen(ballot.id)).toMatchObject({ count: { for: 0, against: 1, abstain: 0 } });
    expect(electorOf(await seen(ballot.id), 'Jantarowo')?.vote).toBeNull();
    await withdraw(await seen(ballot.id, 'secretary'));
  });

  test('counts the latest vote of a gmina, whoever of its two voters cast it; the earlier one stays in the record', async () => {
    const ballot = await newBallot(world);
    await cast(world, ballot.id, 'mewiaMayor', 'FOR');
    const { personId } = await world.actor('mewiaOfficial');
    const gmina = await world.gmina('mewia');
    const mayor = await world.actor('mewiaMayor');
    const delegate = {
      ...mayor,
      personId,
      offices: mayor.offices.map((held) => ({ ...held, office: 'DELEGATE' as const })),
    };
    const params = { id: ballot.id };
    await castVote(world.unit, delegate, { params, body: { organizationId: gmina, choice: 'AGAINST' } });
    expect(await toldOf('ballot.cast')).toEqual([people.mewiaMayor.name]);
    const view = await seen(ballot.id, 'mewiaMayor');
    expect(view.turnout?.voted).toBe(1);
    expect(electorOf(view, 'Mewia Zatoka')?.vote).toMatchObject({ choice: 'AGAINST', office: 'DELEGATE', number: 2 });
    const votes = await world.rows(Prisma.sql`
      SELECT choice, counted FROM ballot_vote WHERE ballot_id = ${ballot.id}::uuid ORDER BY number`);
    expect(votes).toEqual([
      { choice: 'FOR', counted: false },
      { choice: 'AGAINST', counted: true },
    ]);
    await withdraw(await seen(ballot.id, 'secretary'));
  });

  test('takes no vote from anybody but those who vote for the gmina', async () => {
    const ballot = await newBallot(world);
    const vote = async (who: PersonKey, gmina: 'jantarowo' | 'mewia') =>
      castVote(world.unit, await world.actor(who), {
        params: { id: ballot.id },
        body: { organizationId: await world.gmina(gmina), choice: 'FOR' },
      });
    await expectRefusal(vote('jantarowoOfficial', 'jantarowo'), 'forbidden');
    await expectRefusal(vote('jantarowoCoordinator', 'jantarowo'), 'forbidden');
    await expectRefusal(vote('secretary', 'jantarowo'), 'forbidden');
    await expectRefusal(vote('jantarowoMayor', 'mewia'), 'forbidden');
    // Whose office has ended acts for nobody.
    const former = { ...(await world.actor('jantarowoMayor')), offices: [] };
    const body = { organizationId: await world.gmina('jantarowo'), choice: 'FOR' as const };
    await expectRefusal(castVote(world.unit, former, { params: { id: ballot.id }, body }), 'not-found');
    await withdraw(ballot);
  });

  test('takes votes from its opening until just before its close, by the database’s clock', async () => {
    const opensAt = hours(1);
    const closesAt = hours(5);
    const ballot = await newBallot(world, { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() });
    expect(ballot).toMatchObject({ phase: 'SCHEDULED', turnout: null, abilities: { cast: false } });
    expect(await toldOf('ballot.announced')).toContain(people.jantarowoMayor.name);
    await expectRefusal(cast(world, ballot.id, 'jantarowoMayor'), 'ballot-not-open');
    await turnBallots(world.unit);
    expect((await seen(ballot.id)).phase).toBe('SCHEDULED');
    await turnBallots(world.unit.at(opensAt));
    expect(await seen(ballot.id)).toMatchObject({ phase: 'OPEN', turnout: { electorate: 8 } });
    expect(await world.newest('ballot.opened')).toMatchObject({ actor: null, actingForId: null });

    const last = new Date(closesAt.getTime() - 1);
    await cast(world, ballot.id, 'jantarowoMayor', 'FOR', last);
    await expectRefusal(cast(world, ballot.id, 'mewiaMayor', 'FOR', closesAt), 'ballot-closed');
    await turnBallots(world.unit.at(closesAt));
    expect(await seen(ballot.id)).toMatchObject({
      phase: 'CLOSED',
      closedAt: closesAt.toISOString(),
      turnout: { voted: 1 },
      // One of eight is no quorum: nothing is decided, and nothing rejected.
      outcome: 'NO_DECISION',
    });
    await expectRefusal(cast(world, ballot.id, 'mewiaMayor', 'FOR', last), 'ballot-closed');
  });

  test('reminds once those who have not voted, and again after it was put off', async () => {
    const ballot = await newBallot(world, { closesAt: hours(100).toISOString() });
    await cast(world, ballot.id, 'jantarowoMayor');
    await turnBallots(world.unit.at(hours(77)));
    const reminded = await world.newest('ballot.reminded');
    expect(reminded.told).toContainEqual({ name: people.mewiaMayor.name, reason: 'ASKED' });
    expect(reminded.told.map(({ name }) => name)).not.toContain(people.jantarowoMayor.name);
    await turnBallots(world.unit.at(hours(78)));
    expect((await world.newest('ballot.reminded')).id).toBe(reminded.id);
    await extend(await seen(ballot.id, 'secretary'), hours(200), hours(99));
    await turnBallots(world.unit.at(hours(177)));
    expect((await world.newest('ballot.reminded')).id).not.toBe(reminded.id);
    await withdraw(await seen(ballot.id, 'secretary'));
  });

  test('is closed before its time only once all have voted; then everybody reads how', async () => {
    const ballot = await newBallot(world);
    for (const mayor of mayors.slice(0, 4)) await cast(world, ballot.id, mayor, 'FOR');
    await expectRefusal(close(ballot), 'votes-missing');
    expect((await seen(ballot.id, 'secretary')).abilities.close).toBe(false);
    for (const mayor of mayors.slice(4)) await cast(world, ballot.id, mayor, 'AGAINST');
    expect((await seen(ballot.id, 'secretary')).abilities.close).toBe(true);
    const closed = await close(ballot);
    // A tie fails.
    expect(closed).toMatchObject({ phase: 'CLOSED', outcome: 'REJECTED', count: { for: 4, against: 4, abstain: 0 } });
    expect(electorOf(await seen(ballot.id, 'jantarowoOfficial'), 'Jantarowo')?.vote?.choice).toBe('FOR');
    const told = await toldOf('ballot.closed');
    expect(told).toEqual(expect.arrayContaining([people.jantarowoOfficial.name, people.director.name]));
    await expectRefusal(cast(world, ballot.id, 'jantarowoMayor', 'AGAINST'), 'ballot-closed');
    await expectRefusal(close(closed), 'wrong-state');
    await expectRefusal(withdraw(closed), 'wrong-state');
    await expectRefusal(extend(closed, hours(90)), 'wrong-state');
  });

  test('is put off before its close only, to a later moment, with a reason that all read', async () => {
    const ballot = await newBallot(world);
    const issues = (await refusal(extend(ballot, hours(40)))).extras.issues;
    expect(issues).toEqual([{ in: 'body', pointer: '/closesAt', code: 'not_later' }]);
    await expectRefusal(extend(ballot, hours(90), hours(49)), 'ballot-closed');
    await expectRefusal(withdraw(ballot, hours(49)), 'ballot-closed');
    const later = hours(60);
    const extended = await extend(ballot, later);
    expect(extended).toMatchObject({
      closesAt: later.toISOString(),
      extensions: [{ formerClosesAt: ballot.closesAt, closesAt: later.toISOString(), reason: 'Sesje rad są później.' }],
    });
    expect(await toldOf('ballot.extended')).toHaveLength(mayors.length);
    await expectRefusal(extend(ballot, hours(70)), 'version-conflict');
    await withdraw(extended);
  });

  test('is withdrawn with a reason: it decides nothing, and says so to whoever votes', async () => {
    const ballot = await newBallot(world);
    await cast(world, ballot.id, 'jantarowoMayor');
    const withdrawn = await withdraw(ballot);
    expect(withdrawn).toMatchObject({ phase: 'WITHDRAWN', outcome: null, withdrawal: 'Pytanie było niejasne.' });
    expect(await toldOf('ballot.withdrawn')).toContain(people.mewiaMayor.name);
    await expectRefusal(cast(world, ballot.id, 'mewiaMayor'), 'ballot-withdrawn');
    const draft = await writeBallot(world.unit, await world.actor('secretary'), { body: draftWith() });
    await withdraw(draft);
    expect(await toldOf('ballot.withdrawn')).toEqual([]);
    expect(await seenBy(draft.id, 'jantarowoMayor')).toBeUndefined();
  });

  test('does not open when its close is over already', async () => {
    const ballot = newBallot(world, { closesAt: hours(-1).toISOString() });
    expect((await refusal(ballot)).extras.issues).toMatchObject([{ code: 'already_past' }]);
  });

  test('stands in the list of every member’s people, each page once; in nobody else’s', async () => {
    await world.rows(Prisma.sql`
      INSERT INTO ballot (title_pl, title_en, question_pl, question_en, nature, quorum, majority, majority_of, live_count,
                          closes_at, state, announced_at, withdrawal)
      SELECT 'Dawne ' || n, 'Old', 'Czy?', 'Whether?', 'OPINION', 'HALF', 'SIMPLE', 'VOTES', false,
             timestamptz '2020-01-01' + make_interval(days => n / 2), 'WITHDRAWN', now(), 'dawne'
      FROM generate_series(1, 70) n`);
    const official = await world.actor('jantarowoOfficial');
    const first = await listBallots(world.database, official, { state: 'WITHDRAWN' });
    const second = await listBallots(world.database, official, { state: 'WITHDRAWN', cursor: first.next ?? '' });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(first.items).toHaveLength(50);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(70);
    const open = await newBallot(world);
    await cast(world, open.id, 'jantarowoMayor');
    const mine = async (who: PersonKey) =>
      (await listBallots(world.database, await world.actor(who), { state: 'OPEN' })).items.find(
        ({ id }) => id === open.id,
      )?.mine;
    expect(await mine('jantarowoMayor')).toEqual({ organizationId: await world.gmina('jantarowo'), voted: true });
    expect(await mine('mewiaMayor')).toMatchObject({ voted: false });
    expect(await mine('jantarowoOfficial')).toBeNull();
    expect((await listBallots(world.database, { ...official, offices: [] }, {})).items).toEqual([]);
    await withdraw(open);
  });

  describe('once it stands, is guarded by the database itself', () => {
    test.each<[string, (id: string) => string]>([
      ['its question', (id) => `UPDATE ballot SET question_pl = 'Inaczej?' WHERE id = '${id}'`],
      ['its rule', (id) => `UPDATE ballot SET quorum = 'NONE' WHERE id = '${id}'`],
      ['its electorate', (id) => `DELETE FROM ballot_elector WHERE ballot_id = '${id}'`],
      ['an earlier close', (id) => `UPDATE ballot SET closes_at = now() + interval '1 hour' WHERE id = '${id}'`],
      ['its way back', (id) => `UPDATE ballot SET state = 'DRAFT' WHERE id = '${id}'`],
      [
        'its close before all have voted',
        (id) =>
          `UPDATE ballot SET state = 'CLOSED', closed_at = now(), for_count = 1, against_count = 0, abstain_count = 0, outcome = 'ADOPTED' WHERE id = '${id}'`,
      ],
      ['a vote’s choice', (id) => `UPDATE ballot_vote SET choice = 'AGAINST' WHERE ballot_id = '${id}'`],
      ['a vote', (id) => `DELETE FROM ballot_vote WHERE ballot_id = '${id}'`],
      [
        'a vote out of its turn',
        (id) => `
          INSERT INTO ballot_vote (ballot_id, number, organization_id, choice, person_id, office, cast_at, nonce, receipt)
          SELECT ballot_id, 7, organization_id, 'AGAINST', person_id, office, portal_clock(), '', 'x' FROM ballot_vote WHERE ballot_id = '${id}'`,
      ],
    ])('%s', async (_, sql) => {
      const { id } = await newBallot(world);
      await cast(world, id, 'jantarowoMayor');
      await expect(world.asOwner(sql(id))).rejects.toMatchObject({ code: '23001' });
    });
  });
});
