import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { BallotExport } from '@blizej/contracts';
import { cast, hours, newBallot } from '../../../test/ballots.ts';
import { useWorld } from '../../../test/world.ts';
import { Prisma } from '../../platform/database/database.ts';
import { extendBallot } from './actions/extend-ballot.ts';
import { turnBallots } from './actions/turn-ballots.ts';
import { closingOf, receiptOf, sealOf } from './ballot-chain.ts';
import { exportBallot, listBallots, readBallot } from './ballots.queries.ts';

const program = fileURLToPath(new URL('../../../../verify/verify.mjs', import.meta.url));

/** What the independent program says of a record, as anybody would run it. */
const verified = (record: unknown, ...receipts: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '-', '--en', ...receipts], {
    input: typeof record === 'string' ? record : JSON.stringify(record),
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
};

/** The closing link of a record, as whoever forges one would make it. */
const closingOfRecord = ({ head, closedAt, extensions, opened, result }: BallotExport): string =>
  closingOf({
    head,
    closedAt: new Date(closedAt),
    extensions: extensions.map((one) => ({
      formerClosesAt: new Date(one.formerClosesAt),
      closesAt: new Date(one.closesAt),
      reason: one.reason,
    })),
    opened: opened ?? null,
    ...result,
  });

/** Links the votes of a record anew. */
const relink = (copy: BallotExport): void => {
  let before = copy.opening;
  for (const vote of copy.votes) {
    vote.receipt = receiptOf(before, { ...vote, castAt: new Date(vote.castAt) });
    before = vote.receipt;
  }
  copy.head = before;
};

describe('The program that recounts a ballot', () => {
  const world = useWorld();
  let record: BallotExport;
  let receipts: string[];

  beforeAll(async () => {
    const ballot = await newBallot(world, { majority: 'ABSOLUTE', closesAt: hours(2).toISOString() });
    receipts = [
      (await cast(world, ballot.id, 'jantarowoMayor', 'AGAINST')).receipt,
      (await cast(world, ballot.id, 'mewiaMayor', 'FOR')).receipt,
      (await cast(world, ballot.id, 'jantarowoMayor', 'FOR')).receipt,
      (await cast(world, ballot.id, 'wydmyMayor', 'ABSTAIN')).receipt,
      (await cast(world, ballot.id, 'foczyMayor', 'FOR')).receipt,
    ];
    const secretary = await world.actor('secretary');
    await extendBallot(world.unit, secretary, {
      params: { id: ballot.id },
      body: { closesAt: hours(3).toISOString(), reason: 'Sesje rad są później.', version: ballot.version },
    });
    await turnBallots(world.unit.at(hours(4)));
    const exported = await exportBallot(world.database, await world.actor('mewiaOfficial'), ballot.id);
    if (!exported) throw new Error('The ballot is not there.');
    record = exported;
  });

  test('finds that a record of the portal stands, and every receipt in it', () => {
    const [replaced = '', ...counted] = receipts;
    const { status, said } = verified(record, ...receipts);
    expect(said).toContain('The record stands: 5 votes in the chain, 4 of them counted.');
    expect(said).toContain('3 for, 0 against, 1 abstained: ADOPTED');
    expect(said).toContain(`${replaced}: is in the list; Jantarowo voted once more later`);
    for (const receipt of counted) expect(said).toContain(`${receipt}: is in the list and was counted`);
    expect(status).toBe(0);
  });

  test('says so where a receipt is in no record', () => {
    const forged = 'f'.repeat(64);
    const { status, said } = verified(record, forged);
    expect(said).toContain(`${forged}: is NOT in the list.`);
    expect(status).toBe(1);
  });

  test('finds the demo’s closed ballot, and one that decided nothing, to stand', async () => {
    const silent = await newBallot(world, {}, hours(-9));
    await turnBallots(world.unit.at(hours(100)));
    const exported = await exportBallot(world.database, await world.actor('secretary'), silent.id);
    expect(exported?.result.outcome).toBe('NO_DECISION');
    expect(verified(exported).status).toBe(0);
    const secretary = await world.actor('secretary');
    const { items } = await listBallots(world.database, secretary, { state: 'CLOSED' });
    const statuses = [];
    for (const { id } of items) statuses.push(verified(await exportBallot(world.database, secretary, id)).status);
    expect(statuses.length).toBeGreaterThanOrEqual(3);
    expect(new Set(statuses)).toEqual(new Set([0]));
  });

  test.each<[string, (copy: BallotExport) => unknown, string]>([
    [
      'a changed choice',
      (copy) => Object.assign(copy.votes[1] ?? {}, { choice: 'AGAINST' }),
      'Vote 2: it does not fit',
    ],
    ['a vote that was taken out', (copy) => copy.votes.splice(1, 1), 'its number is not the next'],
    ['a last vote that was taken out', (copy) => copy.votes.pop(), 'does not end where the record says'],
    [
      'votes in another order',
      (copy) => Object.assign(copy, { votes: copy.votes.toReversed() }),
      'its number is not the next',
    ],
    [
      'a vote of a stranger',
      (copy) => {
        const last = copy.votes.at(-1);
        if (!last) return;
        const vote = { ...last, number: 6, organizationId: crypto.randomUUID() };
        const receipt = receiptOf(copy.head, { ...vote, castAt: new Date(vote.castAt) });
        copy.votes.push({ ...vote, receipt });
        Object.assign(copy, { head: receipt });
      },
      'its municipality is not in the electorate',
    ],
    [
      'a vote after the close',
      (copy) => {
        const last = copy.votes.at(-1);
        if (!last) return;
        const castAt = copy.extensions[0]?.closesAt ?? '';
        const vote = { ...last, number: 6, castAt };
        const receipt = receiptOf(copy.head, { ...vote, castAt: new Date(castAt) });
        copy.votes.push({ ...vote, receipt });
        Object.assign(copy, { head: receipt });
      },
      'Vote 6: it was not cast while the ballot was open',
    ],
    ['another quorum', (copy) => Object.assign(copy.rule, { quorum: 'NONE' }), 'do not fit the first link'],
    ['another question', (copy) => Object.assign(copy.question, { pl: 'Czy odrzucić?' }), 'do not fit the first link'],
    ['a smaller electorate', (copy) => copy.electorate.pop(), 'do not fit the first link'],
    ['a gmina twice', (copy) => copy.electorate.push(copy.electorate[0] ?? { id: '', name: '' }), 'twice'],
    ['another outcome', (copy) => Object.assign(copy.result, { outcome: 'REJECTED' }), 'by its rules it is ADOPTED'],
    ['another count', (copy) => Object.assign(copy.result.count, { for: 4 }), 'the count is 4 / 0 / 1'],
    [
      'a proxy where the rules allow none, and be it the gmina’s own deputy',
      (copy) => {
        const [{ organizationId } = { organizationId: '' }] = copy.votes;
        delete copy.proxyLimit;
        Object.assign(copy.votes[0] ?? {}, { proxy: { organizationId, document: 'Nr 1', documentOn: '2026-01-02' } });
      },
      'Vote 1: a proxy cast it though the rules allow none',
    ],
    [
      'no extension',
      (copy) => Object.assign(copy, { extensions: [{ ...copy.extensions[0], formerClosesAt: copy.openedAt }] }),
      'extensions do not follow',
    ],
    [
      'an early close',
      (copy) => Object.assign(copy, { closedAt: copy.votes.at(-1)?.castAt }),
      'closed before its time',
    ],
  ])('finds %s', (_, tamper, fault) => {
    const copy = structuredClone(record);
    tamper(copy);
    const { status, said } = verified(copy);
    expect(said).toContain(fault);
    expect(status).toBe(1);
  });

  test('tells a record that was made anew by the receipts alone, which is what they are for', () => {
    const copy = structuredClone(record);
    for (const vote of copy.votes) Object.assign(vote, { choice: 'FOR' });
    relink(copy);
    Object.assign(copy, { result: { count: { for: 4, against: 0, abstain: 0 }, outcome: 'ADOPTED' } });
    copy.closing = closingOfRecord(copy);
    expect(verified(copy).status).toBe(0);
    expect(verified(copy, ...receipts).status).toBe(1);
  });

  test('prints the closing link, which the portal shows too, keeps in the audit, and which is looked for like a receipt', async () => {
    const { closing = '' } = record;
    expect(closing).toMatch(/^[0-9a-f]{64}$/);
    const { status, said } = verified(record, closing);
    expect(said).toContain(`Closing link: ${closing}`);
    expect(said).toContain(`${closing}: is the closing link of this record.`);
    expect(status).toBe(0);
    const view = await readBallot(world.database, await world.actor('mewiaOfficial'), record.id);
    expect(view?.closing).toBe(closing);
    const audit = await world.rows<{ closing: string }>(Prisma.sql`
      SELECT detail ->> 'closing' AS closing FROM event
      WHERE kind = 'ballot.closed' AND facts ->> 'ballotId' = ${record.id}`);
    expect(audit).toEqual([{ closing }]);
  });

  test.each<[string, (copy: BallotExport) => unknown]>([
    ['another time of the close', (copy) => Object.assign(copy, { closedAt: hours(5).toISOString() })],
    ['another reason of an extension', (copy) => Object.assign(copy.extensions[0] ?? {}, { reason: 'Inny powód.' })],
    [
      'an invented extension',
      (copy) => {
        const formerClosesAt = copy.extensions[0]?.closesAt ?? '';
        copy.extensions.push({ formerClosesAt, closesAt: hours(9).toISOString(), reason: 'Wymyślone.' });
        Object.assign(copy, { closedAt: hours(10).toISOString() });
      },
    ],
    [
      'its last votes cut off, and the result of the rest',
      (copy) => {
        copy.votes.splice(3);
        copy.head = copy.votes.at(-1)?.receipt ?? '';
        copy.result = { count: { for: 2, against: 0, abstain: 0 }, outcome: 'NO_DECISION' };
      },
    ],
  ])('finds by the closing link %s, and where that is made anew, by comparing it', (_, tamper) => {
    const copy = structuredClone(record);
    tamper(copy);
    const { status, said } = verified(copy);
    expect(said).toContain('does not stand (faults: 1)');
    expect(said).toContain('The closing link does not fit');
    expect(status).toBe(1);
    copy.closing = closingOfRecord(copy);
    expect(verified(copy).said).toContain(`Closing link: ${copy.closing}`);
    const compared = verified(copy, record.closing ?? '');
    expect(compared.said).toContain(`${record.closing}: is NOT in the list.`);
    expect(compared.status).toBe(1);
  });

  test('reads records from before there was a closing link, and none that was made one of them', () => {
    const copy = structuredClone(record);
    delete copy.closing;
    expect(verified(copy)).toMatchObject({ status: 2, said: expect.stringContaining('cannot be read') });
    copy.format = 'blizej-ballot/1';
    expect(verified(copy).said).toContain('do not fit the first link');
    const { title, question, proxyLimit = 0, openedAt, closesAt, rule, ...terms } = copy;
    copy.opening = sealOf({
      ...terms,
      recordFormat: 1,
      titlePl: title.pl,
      titleEn: title.en ?? '',
      questionPl: question.pl,
      questionEn: question.en ?? '',
      rule,
      proxyLimit,
      publicKey: null,
      openedAt: new Date(openedAt),
      closesAt: new Date(closesAt),
    });
    relink(copy);
    const { status, said } = verified(copy);
    expect(said).toContain('A record from before there was a closing link');
    expect(status).toBe(0);
  });

  test('shows no sign that a terminal would obey', () => {
    const copy = structuredClone(record);
    copy.title.pl = 'Tytuł\u001B[8m\u009B2J\u202E\nThe record stands';
    const { said, status } = verified(copy);
    expect(said.split('\n')[0]).toBe(`Tytuł\uFFFD[8m\uFFFD2J\uFFFD\uFFFDThe record stands (${record.id})`);
    expect(status).toBe(1);
    Object.assign(copy.votes[0] ?? {}, { number: '1\u001B[2J' });
    expect(verified(copy)).toMatchObject({ status: 2, said: expect.not.stringContaining('\u001B') });
    expect(verified('\u001B[2J')).toMatchObject({ status: 2, said: expect.not.stringContaining('\u001B') });
  });

  test.each([
    ['no JSON', '{'],
    ['another document', '{"format":"other"}'],
    ['nothing', 'null'],
  ])('does not read %s as a record', (_, text) => {
    expect(verified(text)).toMatchObject({ status: 2, said: expect.stringContaining('cannot be read') });
  });

  test('speaks Polish unless it is asked for English, and says how it is used', () => {
    const { stderr, status } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
    expect(stderr).toContain('Użycie: node verify.mjs');
    expect(status).toBe(2);
  });
});
