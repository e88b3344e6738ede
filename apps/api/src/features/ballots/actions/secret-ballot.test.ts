import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { BallotExport, BallotView } from '@blizej/contracts';
import { cast, castSeal, castSealed, hours, mayors, newBallot } from '../../../../test/ballots.ts';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import { people } from '../../../demo/people.ts';
import { sealed } from '../../../demo/sealed-vote.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { ballotKeyOf } from '../ballot-seal.ts';
import { exportBallot, readBallot, readBallotIn, readPopolo } from '../ballots.queries.ts';
import { announceBallot } from './announce-ballot.ts';
import { closeBallot } from './close-ballot.ts';
import { turnBallots } from './turn-ballots.ts';
import { withdrawBallot } from './withdraw-ballot.ts';

const program = fileURLToPath(new URL('../../../../../verify/verify.mjs', import.meta.url));
const verified = (record: unknown, ...receipts: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '-', '--en', ...receipts], {
    input: JSON.stringify(record),
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
};

describe('A secret ballot', () => {
  const world = useWorld();
  let counted: Promise<BallotExport> | undefined;
  let open: Promise<string> | undefined;
  const code = (digit: string) => digit.repeat(32);
  const seen = async (id: string): Promise<BallotView> => {
    const view = await readBallot(world.database, await world.actor('secretary'), id);
    if (!view) throw new Error('The ballot is not there.');
    return view;
  };
  const recordOf = async (id: string): Promise<BallotExport> => {
    const record = await exportBallot(world.database, await world.actor('mewiaOfficial'), id);
    if (!record) throw new Error('The ballot is not there.');
    return record;
  };
  const count = (moment: Date) => turnBallots(world.unit.at(moment), world.files.store);

  test('is counted at its close, and lists every vote by a code that its voter alone knew', async () => {
    const ballot = await newBallot(world, { secret: true });
    const receipts = [
      await castSealed(world, ballot, 'jantarowoMayor', 'FOR', code('c')),
      await castSealed(world, ballot, 'mewiaMayor', 'AGAINST', code('a')),
      await castSealed(world, ballot, 'foczyMayor', 'FOR', code('e')),
      await castSealed(world, ballot, 'wydmyMayor', 'FOR', code('b')),
    ];
    expect(receipts.map(({ choice }) => choice)).toEqual([null, null, null, null]);
    const before = await seen(ballot.id);
    expect(before).toMatchObject({ turnout: { voted: 4 }, count: null, opened: [] });
    expect(before.electors.filter(({ voted }) => voted)).toHaveLength(4);
    await count(hours(49));
    const closed = await seen(ballot.id);
    expect(closed).toMatchObject({
      phase: 'CLOSED',
      outcome: 'ADOPTED',
      count: { for: 3, against: 1, abstain: 0 },
      publicKey: null,
      opened: [
        { code: code('a'), choice: 'AGAINST' },
        { code: code('b'), choice: 'FOR' },
        { code: code('c'), choice: 'FOR' },
        { code: code('e'), choice: 'FOR' },
      ],
    });
    expect(closed.electors.every(({ vote }) => (vote?.choice ?? null) === null)).toBe(true);
    const record = await recordOf(ballot.id);
    const { status, said } = verified(record, code('a'), receipts[0]?.receipt ?? '');
    expect(said).toContain('The record stands: 4 votes in the chain, 4 of them counted.');
    expect(said).toContain(`${code('a')}: is among the opened votes: AGAINST`);
    expect(said).toContain(`${receipts[0]?.receipt}: is in the chain: Jantarowo cast a sealed vote.`);
    expect(status).toBe(0);
    await expectRefusal(readPopolo(world.database, await world.actor('mewiaMayor'), ballot.id), 'ballot-secret');
  });

  test.each<[string, (copy: BallotExport) => unknown, string]>([
    ['a changed choice', (copy) => Object.assign(copy.opened?.[0] ?? {}, { choice: 'FOR' }), 'the count is'],
    [
      'an opened vote that was added',
      (copy) => copy.opened?.push({ code: code('f'), choice: 'FOR' }),
      'were cast sealed',
    ],
    ['an opened vote that was taken out', (copy) => copy.opened?.pop(), 'were cast sealed'],
    [
      'another order',
      (copy) => Object.assign(copy, { opened: copy.opened?.toReversed() }),
      'not in the order of their codes',
    ],
    [
      'another sealed vote',
      (copy) => Object.assign(copy.votes[0] ?? {}, { digest: code('0') + code('1') }),
      'Vote 1: it does not fit',
    ],
    [
      'other choices, and the result that follows from them',
      (copy) => {
        for (const vote of copy.opened ?? []) vote.choice = vote.choice === 'FOR' ? 'AGAINST' : 'ABSTAIN';
        Object.assign(copy.result, { count: { for: 0, against: 1, abstain: 1 } });
      },
      'The closing link does not fit',
    ],
    [
      'a sealed vote that is in it twice',
      (copy) => Object.assign(copy.votes[1] ?? {}, { digest: copy.votes[0]?.digest }),
      'Vote 2: the same sealed vote had been cast before',
    ],
    [
      'a code that is in it twice',
      (copy) => Object.assign(copy.opened?.[1] ?? {}, { code: copy.opened?.[0]?.code }),
      `the code ${code('1')} is in the list 2 times`,
    ],
    ['another key', (copy) => Object.assign(copy, { publicKey: 'x' }), 'do not fit the first link'],
  ])('is found out by the program that recounts it: %s', async (_, tamper, fault) => {
    // Making keys takes time: one ballot is enough for all of these.
    counted ??= (async () => {
      const ballot = await newBallot(world, { secret: true });
      await castSealed(world, ballot, 'jantarowoMayor', 'AGAINST', code('1'));
      await castSealed(world, ballot, 'mewiaMayor', 'FOR', code('2'));
      await count(hours(49));
      return recordOf(ballot.id);
    })();
    const record = structuredClone(await counted);
    tamper(record);
    const { status, said } = verified(record, code('3'));
    expect(said).toContain(fault);
    expect(said).toContain(`${code('3')}: is NOT in the list.`);
    expect(status).toBe(1);
  });

  test('leaves nothing in the database that leads from a gmina to its vote, and throws its key away', async () => {
    const ballot = await newBallot(world, { secret: true });
    const votes = await Promise.all(
      mayors.map(async (mayor, index) => castSealed(world, ballot, mayor, 'FOR', code(`${index}`))),
    );
    expect(votes).toHaveLength(mayors.length);
    const kept = await world.rows<{ sealed: string; choice: null }>(Prisma.sql`
      SELECT sealed, choice FROM ballot_vote WHERE ballot_id = ${ballot.id}::uuid`);
    expect(kept.every(({ sealed: content, choice }) => content.length === 512 && choice === null)).toBe(true);
    expect(await world.files.store.exists(ballotKeyOf(ballot.id, ballot.publicKey ?? ''))).toBe(true);
    const { version } = await seen(ballot.id);
    await closeBallot(
      world.unit,
      await world.actor('secretary'),
      { params: { id: ballot.id }, body: { version } },
      world.files.store,
    );
    await world.letters();
    expect(await world.files.store.exists(ballotKeyOf(ballot.id, ballot.publicKey ?? ''))).toBe(false);
    // Neither columns in common, nor an order, nor a transaction other than the count's.
    const columns = await world.rows<{ name: string }>(Prisma.sql`
      SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'ballot_opened_vote' ORDER BY 1`);
    expect(columns.map(({ name }) => name)).toEqual(['ballot_id', 'choice', 'code', 'place']);
    const written = await world.row<{ transactions: number; inOrder: boolean; sealed: number }>(Prisma.sql`
      SELECT count(DISTINCT xmin::text)::int AS transactions,
             array_agg(code ORDER BY ctid) = array_agg(code ORDER BY code) AS "inOrder",
             (SELECT count(sealed)::int FROM ballot_vote WHERE ballot_id = ${ballot.id}::uuid) AS sealed
      FROM ballot_opened_vote WHERE ballot_id = ${ballot.id}::uuid`);
    expect(written).toEqual({ transactions: 1, inOrder: true, sealed: 0 });
    // What was kept for a retry holds neither the choice nor the code.
    const traces = await world.rows<{ text: string }>(Prisma.sql`
      SELECT coalesce(facts::text, '') || coalesce(detail::text, '') AS text FROM event
      WHERE kind = 'ballot.cast' AND facts ->> 'ballotId' = ${ballot.id}`);
    expect(traces).toHaveLength(mayors.length);
    expect(traces.filter(({ text }) => /FOR|AGAINST|ABSTAIN|0{32}|1{32}/.test(text))).toEqual([]);
  });

  test('opens at its time by the clock, with a key of its own, and leaves no other behind', async () => {
    const secretary = await world.actor('secretary');
    const draft = { secret: true, opensAt: hours(1).toISOString(), closesAt: hours(3).toISOString() };
    const { id } = await newBallot(world, draft);
    expect((await seen(id)).publicKey).toBeNull();
    await Promise.all([1, 2].map(() => turnBallots(world.unit.at(hours(2)), world.files.store)));
    const { publicKey, version } = await seen(id);
    expect(await world.files.store.exists(ballotKeyOf(id, publicKey ?? ''))).toBe(true);
    // Announced again, it is refused, and the key that it has stays.
    const again = announceBallot(world.unit, secretary, { params: { id }, body: { version } }, world.files.store);
    await expectRefusal(again, 'wrong-state');
    expect((await seen(id)).publicKey).toBe(publicKey);
  });

  test('takes one vote a gmina, sealed, and no other', async () => {
    const ballot = await newBallot(world, { secret: true });
    await castSealed(world, ballot, 'jantarowoMayor', 'FOR');
    await expectRefusal(castSealed(world, ballot, 'jantarowoMayor', 'AGAINST'), 'already-voted');
    const { extras } = await refusal(cast(world, ballot.id, 'mewiaMayor', 'FOR'));
    expect(extras.issues).toMatchObject([{ pointer: '/sealed', code: 'required' }]);
    const view = await readBallot(world.database, await world.actor('jantarowoMayor'), ballot.id);
    expect(view).toMatchObject({ casts: [], abilities: { cast: false } });
  });

  test('takes what cannot be read, or was sealed for another ballot, as an abstention', async () => {
    const [one, two] = [await newBallot(world, { secret: true }), await newBallot(world, { secret: true })];
    await castSealed(world, one, 'jantarowoMayor', 'FOR', code('1'));
    await castSealed(world, { ...one, publicKey: two.publicKey }, 'mewiaMayor', 'FOR', code('2'));
    await castSealed(world, one, 'foczyMayor', 'MAYBE', code('3'));
    await castSealed(world, { id: one.id, publicKey: one.publicKey }, 'wydmyMayor', 'FOR', 'no code');
    await count(hours(49));
    expect(await seen(one.id)).toMatchObject({ count: { for: 1, against: 0, abstain: 3 } });
    expect(verified(await recordOf(one.id)).status).toBe(0);
  });

  test('takes a seal once, and opens it for that gmina alone for which it was sealed', async () => {
    const ballot = await newBallot(world, { secret: true });
    const gminas = { jantarowo: await world.gmina('jantarowo'), foczy: await world.gmina('foczy') };
    const seal = sealed(ballot, gminas.jantarowo, 'FOR', code('1'));
    await castSeal(world, ballot.id, 'jantarowoMayor', seal);
    const { extras } = await refusal(castSeal(world, ballot.id, 'mewiaMayor', seal));
    expect(extras.issues).toMatchObject([{ pointer: '/sealed', code: 'sealed_is_cast' }]);
    const copy = `
      INSERT INTO ballot_vote (ballot_id, number, organization_id, sealed, digest, person_id, office, cast_at, nonce, receipt)
      SELECT ballot_id, 2, '${await world.gmina('mewia')}', sealed, digest, person_id, office, portal_clock(), '', 'copy'
      FROM ballot_vote WHERE ballot_id = '${ballot.id}'`;
    await expect(world.asOwner(copy)).rejects.toMatchObject({ code: '23505' });
    // One that was caught on its way, before its gmina has cast it, tells whoever sends it nothing.
    const caught = sealed(ballot, gminas.foczy, 'AGAINST', code('2'));
    await castSeal(world, ballot.id, 'wydmyMayor', caught);
    await count(hours(49));
    expect((await seen(ballot.id)).opened).toEqual([
      { code: code('1'), choice: 'FOR' },
      { code: 'unreadable', choice: 'ABSTAIN' },
    ]);
  });

  test('is not counted with another key, nor where its key is not to be had', async () => {
    const ballot = await newBallot(world, { secret: true });
    const other = await newBallot(world, { secret: true });
    await castSealed(world, ballot, 'jantarowoMayor', 'FOR');
    await turnBallots(world.unit.at(hours(49)));
    expect((await seen(ballot.id)).phase).toBe('OPEN');
    const { store } = world.files;
    const placeOf = ({ id, publicKey }: BallotView) => ballotKeyOf(id, publicKey ?? '');
    const keyOf = async (of: BallotView) => Buffer.concat(await (await store.get(placeOf(of))).toArray());
    const [mine, theirs] = [await keyOf(ballot), await keyOf(other)];
    await store.put(placeOf(ballot), theirs, theirs.length);
    await count(hours(49));
    // Nothing is counted by it, and the one whose key is there does not wait for it.
    expect((await seen(ballot.id)).outcome).toBeNull();
    expect((await seen(other.id)).phase).toBe('CLOSED');
    await store.put(placeOf(ballot), mine, mine.length);
    await count(hours(49));
    expect(await seen(ballot.id)).toMatchObject({ phase: 'CLOSED', count: { for: 1, against: 0, abstain: 0 } });
  });

  test('whose key is lost says so once, and ends by the secretariat’s word: withdrawn, to be held again', async () => {
    const ballot = await newBallot(world, { secret: true });
    for (const mayor of mayors) await castSealed(world, ballot, mayor, 'FOR');
    const secretary = await world.actor('secretary');
    const params = { id: ballot.id };
    await world.files.store.delete(ballotKeyOf(ballot.id, ballot.publicKey ?? ''));
    const { version } = await seen(ballot.id);
    const early = closeBallot(world.unit, secretary, { params, body: { version } }, world.files.store);
    await expectRefusal(early, 'ballot-key-missing');

    const seenAt = async (who: 'secretary' | 'mewiaMayor') => {
      const actor = await world.actor(who);
      const view = await world.unit.at(hours(49)).run(null, (work) => readBallotIn(work, actor, ballot.id));
      return { phase: view.phase, withdraw: view.abilities.withdraw };
    };
    const withdraw = async (by: 'secretary' | 'mewiaMayor') =>
      withdrawBallot(world.unit.at(hours(49)), await world.actor(by), {
        params,
        body: { reason: 'Klucz przepadł, głosujemy jeszcze raz.', version: (await seen(ballot.id)).version },
      });
    await expectRefusal(withdraw('secretary'), 'ballot-closed');
    await count(hours(49));
    await count(hours(50));
    const told = await world.rows<{ name: string; reason: string }>(Prisma.sql`
      SELECT person.name, notification.reason FROM event JOIN notification ON notification.event_id = event.id
      JOIN person ON person.id = notification.person_id
      WHERE event.kind = 'ballot.key-missing' AND event.facts ->> 'ballotId' = ${ballot.id} ORDER BY person.name`);
    expect(told).toEqual([
      { name: people.secretary.name, reason: 'ASKED' },
      { name: people.director.name, reason: 'ASKED' },
    ]);
    expect(await seenAt('secretary')).toEqual({ phase: 'UNCOUNTABLE', withdraw: true });
    expect(await seenAt('mewiaMayor')).toEqual({ phase: 'UNCOUNTABLE', withdraw: false });
    await expectRefusal(withdraw('mewiaMayor'), 'forbidden');
    expect(await withdraw('secretary')).toMatchObject({ phase: 'WITHDRAWN', outcome: null });
    const { told: electors } = await world.newest('ballot.withdrawn');
    expect(electors.map(({ name }) => name)).toEqual(expect.arrayContaining(mayors.map((mayor) => people[mayor].name)));
    // Should the key turn up again, there is nothing that it opens.
    expect(await sealsOf(ballot.id)).toEqual(mayors.map(() => ({ sealed: null, isLinked: true })));
    await count(hours(51));
    expect((await seen(ballot.id)).phase).toBe('WITHDRAWN');
  });

  const sealsOf = (id: string) =>
    world.rows<{ sealed: string | null; isLinked: boolean }>(Prisma.sql`
      SELECT sealed, digest IS NOT NULL AS "isLinked" FROM ballot_vote WHERE ballot_id = ${id}::uuid`);

  test('that is withdrawn is opened by nobody: its key goes, and what was sealed', async () => {
    const ballot = await newBallot(world, { secret: true });
    await castSealed(world, ballot, 'jantarowoMayor', 'FOR');
    const { version } = await seen(ballot.id);
    const body = { reason: 'Pytanie było niejasne.', version };
    await withdrawBallot(world.unit, await world.actor('secretary'), { params: { id: ballot.id }, body });
    await world.letters();
    expect(await world.files.store.exists(ballotKeyOf(ballot.id, ballot.publicKey ?? ''))).toBe(false);
    expect(await sealsOf(ballot.id)).toEqual([{ sealed: null, isLinked: true }]);
    // Nothing else of a vote may change then, and none goes.
    for (const sql of [
      `UPDATE ballot_vote SET digest = 'x' WHERE ballot_id = '${ballot.id}'`,
      `UPDATE ballot_vote SET counted = false WHERE ballot_id = '${ballot.id}'`,
      `DELETE FROM ballot_vote WHERE ballot_id = '${ballot.id}'`,
    ])
      await expect(world.asOwner(sql)).rejects.toMatchObject({ code: '23001' });
  });

  test.each<[string, (id: string) => string]>([
    ['an opened vote before the count', (id) => `INSERT INTO ballot_opened_vote VALUES ('${id}', 1, 'x', 'FOR')`],
    ['what was sealed', (id) => `UPDATE ballot_vote SET sealed = NULL WHERE ballot_id = '${id}'`],
    ['its key', (id) => `UPDATE ballot SET public_key = 'x' WHERE id = '${id}'`],
    ['its secrecy', (id) => `UPDATE ballot SET secret = false, public_key = NULL WHERE id = '${id}'`],
    [
      'a vote that is not sealed',
      (id) => `
        INSERT INTO ballot_vote (ballot_id, number, organization_id, choice, person_id, office, cast_at, nonce, receipt)
        SELECT ballot.id, vote_count + 1, elector.organization_id, 'FOR', (SELECT id FROM person LIMIT 1), 'EXECUTIVE', portal_clock(), '', 'y'
        FROM ballot JOIN ballot_elector elector ON elector.ballot_id = ballot.id WHERE ballot.id = '${id}' ORDER BY name LIMIT 1`,
    ],
    [
      'its result without its votes',
      (id) => `
        SELECT set_config('portal.now', '2099-01-01T00:00:00Z', false);
        UPDATE ballot SET state = 'CLOSED', closed_at = now(), for_count = 1, against_count = 0, abstain_count = 0, outcome = 'ADOPTED' WHERE id = '${id}'`,
    ],
  ])('is guarded by the database itself: %s', async (_, sql) => {
    open ??= (async () => {
      const ballot = await newBallot(world, { secret: true });
      await castSealed(world, ballot, 'mewiaMayor', 'FOR');
      return ballot.id;
    })();
    await expect(world.asOwner(sql(await open))).rejects.toMatchObject({ code: '23001' });
  });
});
