import { describe, expect, test } from '@jest/globals';
import type { MeetingView, PresenceOffice } from '@blizej/contracts';
import { cast, mayors } from '../../../../test/ballots.ts';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import { people, type GminaKey, type PersonKey } from '../../../demo/people.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { withdrawBallot } from '../../ballots/actions/withdraw-ballot.ts';
import { readBallot } from '../../ballots/ballots.queries.ts';
import { turnBallots } from '../../ballots/index.ts';
import { listMeetings, readMeeting } from '../meetings.queries.ts';
import { cancelMeeting, closeMeeting, conveneMeeting, openMeeting } from './lead-meeting.ts';
import { changeMeeting, planMeeting } from './plan-meeting.ts';
import { putItemToVote } from './put-item-to-vote.ts';
import { recordPresence } from './record-presence.ts';

describe('A General Assembly', () => {
  const world = useWorld();
  const secretary = () => world.actor('secretary');
  let next = 100;
  const plan = () => ({
    number: (next += 1),
    titlePl: `Zebranie ${next}`,
    titleEn: `Meeting ${next}`,
    place: 'Jantarowo',
    startsAt: new Date(Date.now() + 3_600_000).toISOString(),
    presenceQuorum: 'HALF' as const,
    agenda: [
      { titlePl: 'Pierwszy punkt', titleEn: 'First item' },
      { titlePl: 'Drugi punkt', titleEn: 'Second item' },
    ],
  });
  const planned = async () => planMeeting(world.unit, await secretary(), { body: plan() });
  const convened = async () => {
    const { id, version } = await planned();
    return conveneMeeting(world.unit, await secretary(), { params: { id }, body: { version } });
  };
  const opened = async () => {
    const { id, version } = await convened();
    return openMeeting(world.unit, await secretary(), { params: { id }, body: { version } });
  };
  const gminaOf = (key: PersonKey) => world.gmina(people[key].organization as GminaKey);
  const comes = async (
    id: string,
    by: PersonKey,
    present = true,
    says: PersonKey = by,
    office: PresenceOffice | undefined = says === 'secretary' ? 'EXECUTIVE' : undefined,
  ) =>
    recordPresence(world.unit, await world.actor(says), {
      params: { id, organizationId: await gminaOf(by) },
      body: { present, office },
    });
  const vote = async (meeting: MeetingView, item = 0, over: object = {}) =>
    putItemToVote(world.unit, await secretary(), {
      params: { id: meeting.id, itemId: meeting.agenda[item]?.id ?? '' },
      body: {
        questionPl: 'Czy przyjąć?',
        questionEn: 'Adopt?',
        nature: 'OPINION',
        majority: 'SIMPLE',
        majorityOf: 'VOTES',
        liveCount: true,
        minutes: 5,
        ...over,
      },
    });
  const withdraw = async (id: string) => {
    const { version } = await world.row<{ version: number }>(
      Prisma.sql`SELECT version FROM ballot WHERE id = ${id}::uuid`,
    );
    await withdrawBallot(world.unit, await secretary(), {
      params: { id },
      body: { reason: 'Pomyłka w pytaniu.', version },
    });
  };
  const close = async ({ id, version }: MeetingView) =>
    closeMeeting(world.unit, await secretary(), { params: { id }, body: { version } });
  const seenBy = async (id: string, who: PersonKey) => readMeeting(world.database, await world.actor(who), id);

  test('is the secretariat’s own while it is planned; convened, it is told to every gmina', async () => {
    const draft = await planned();
    expect(draft).toMatchObject({ state: 'DRAFT', presence: null, quorumNeeded: null, presences: [] });
    expect(await seenBy(draft.id, 'jantarowoMayor')).toBeUndefined();
    const meeting = await conveneMeeting(world.unit, await secretary(), {
      params: { id: draft.id },
      body: { version: draft.version },
    });
    expect(meeting.state).toBe('CONVENED');
    const { told } = await world.newest('meeting.convened');
    for (const mayor of mayors) expect(told.map(({ name }) => name)).toContain(people[mayor].name);
    expect(await seenBy(draft.id, 'jantarowoMayor')).toMatchObject({ abilities: { open: false, putToVote: [] } });
    await expectRefusal(
      openMeeting(world.unit, await world.actor('jantarowoMayor'), {
        params: { id: draft.id },
        body: { version: meeting.version },
      }),
      'forbidden',
    );
  });

  test('is neither planned nor convened for a time that is over; what is changed keeps its own', async () => {
    const startsAt = new Date(Date.now() - 60_000).toISOString();
    const past = planMeeting(world.unit, await secretary(), { body: { ...plan(), startsAt } });
    expect((await refusal(past)).extras.issues).toEqual([{ in: 'body', pointer: '/startsAt', code: 'already_past' }]);
    const draft = await planned();
    const late = world.unit.at(new Date(Date.now() + 7_200_000));
    await expectRefusal(
      conveneMeeting(late, await secretary(), { params: { id: draft.id }, body: { version: draft.version } }),
      'meeting-start-past',
    );
    const body = { ...plan(), startsAt: draft.startsAt, version: draft.version };
    const change = async (over: object) =>
      changeMeeting(late, await secretary(), { params: { id: draft.id }, body: { ...body, ...over } });
    expect((await refusal(change({ startsAt }))).extras.issues).toMatchObject([{ code: 'already_past' }]);
    expect(await change({ place: 'Latarnikowo' })).toMatchObject({ place: 'Latarnikowo', startsAt: draft.startsAt });
  });

  test('keeps its agenda while it is changed, and does not take the number of another', async () => {
    const meeting = await convened();
    const [first, second] = meeting.agenda;
    const body = { ...plan(), number: meeting.number, version: meeting.version };
    const changed = await changeMeeting(world.unit, await secretary(), {
      params: { id: meeting.id },
      body: {
        ...body,
        place: 'Latarnikowo',
        agenda: [
          { id: second?.id, titlePl: 'Drugi punkt, teraz pierwszy', titleEn: 'Second, now first' },
          { titlePl: 'Nowy punkt', titleEn: 'New item' },
        ],
      },
    });
    expect(changed.place).toBe('Latarnikowo');
    expect(changed.agenda.map(({ id }) => id)[0]).toBe(second?.id);
    expect(changed.agenda.map(({ title }) => title.pl)).toEqual(['Drugi punkt, teraz pierwszy', 'Nowy punkt']);
    expect((await world.newest('meeting.changed')).told.length).toBeGreaterThan(0);
    const change = async (over: object) =>
      changeMeeting(world.unit, await secretary(), { params: { id: meeting.id }, body: { ...body, ...over } });
    expect((await refusal(change({}))).slug).toBe('version-conflict');
    const removed = change({ version: changed.version, agenda: [{ id: first?.id, titlePl: 'Stary', titleEn: 'Old' }] });
    expect((await refusal(removed)).extras.issues).toEqual([expect.objectContaining({ code: 'unknown_item' })]);
    const taken = await planned();
    await expectRefusal(
      change({ version: changed.version, number: taken.number, agenda: plan().agenda }),
      'meeting-number-taken',
    );
  });

  test('counts who is there of the members of its opening; said twice it has one effect', async () => {
    const meeting = await opened();
    expect(meeting).toMatchObject({ state: 'OPEN', presence: { present: 0, members: 8 }, quorumNeeded: 4 });
    await Promise.all([
      comes(meeting.id, 'jantarowoMayor'),
      comes(meeting.id, 'jantarowoMayor'),
      comes(meeting.id, 'jantarowoMayor', true, 'secretary'),
    ]);
    const after = await comes(meeting.id, 'mewiaMayor', true, 'secretary');
    expect(after.presence).toEqual({ present: 2, members: 8 });
    const left = await comes(meeting.id, 'mewiaMayor', false);
    expect(left.presence).toEqual({ present: 1, members: 8 });
    expect(left.presences.find(({ organization }) => organization.name === 'Mewia Zatoka')).toMatchObject({
      present: false,
      leftAt: expect.any(String),
    });
    await expectRefusal(comes(meeting.id, 'mewiaMayor', true, 'jantarowoMayor'), 'forbidden');
    await expectRefusal(comes(meeting.id, 'jantarowoMayor', true, 'jantarowoOfficial'), 'forbidden');
    const closed = await close(left);
    await expectRefusal(comes(closed.id, 'jantarowoMayor'), 'wrong-state');
    await expect(
      world.asOwner(`UPDATE meeting_presence SET arrived_at = now() WHERE meeting_id = '${meeting.id}'`),
    ).rejects.toThrow(/not open/);
  });

  test('has at the door who the secretariat says is there, and otherwise each by the own office', async () => {
    const { id } = await opened();
    const officeOf = ({ presences }: MeetingView, of: string) =>
      presences.find(({ organization }) => organization.name === of)?.office;
    const bothAtTheDoor = [
      ['jantarowoMayor', 'Jantarowo', 'DELEGATE'],
      ['mewiaMayor', 'Mewia Zatoka', 'EXECUTIVE'],
    ] as const;
    for (const [key, of, office] of bothAtTheDoor)
      expect(officeOf(await comes(id, key, true, 'secretary', office), of)).toBe(office);
    // A mayor is there as the mayor, whatever the browser says.
    expect(officeOf(await comes(id, 'foczyMayor', true, 'foczyMayor', 'DELEGATE'), 'Foczy Róg')).toBe('EXECUTIVE');
    const unsaid = await refusal(
      recordPresence(world.unit, await secretary(), {
        params: { id, organizationId: await gminaOf('wydmyMayor') },
        body: { present: true },
      }),
    );
    expect(unsaid.extras.issues).toEqual([expect.objectContaining({ pointer: '/office', code: 'required' })]);
  });

  test('tells how a ballot stands while it is open: the question, the time left, and the count where the rule shows it', async () => {
    const meeting = await opened();
    for (const mayor of mayors.slice(0, 4)) await comes(meeting.id, mayor);
    const standing = async (at: number, item: number) => {
      const view = await readMeeting(world.database, await world.actor('foczyOfficial'), meeting.id);
      const ballot = view?.agenda[item]?.ballot;
      if (!ballot) throw new Error('There is no ballot.');
      for (const [index, choice] of (['FOR', 'FOR', 'AGAINST'] as const).slice(0, at).entries())
        await cast(world, ballot.id, mayors[index] ?? 'foczyMayor', choice);
      return (await readMeeting(world.database, await world.actor('foczyOfficial'), meeting.id))?.agenda[item]?.ballot;
    };
    await vote(meeting);
    const shown = await standing(3, 0);
    expect(shown).toMatchObject({
      question: { pl: 'Czy przyjąć?', en: 'Adopt?' },
      turnout: { electorate: 4, voted: 3 },
      count: { for: 2, against: 1, abstain: 0 },
    });
    expect(shown?.secondsLeft).toBeGreaterThan(240);
    expect(shown?.secondsLeft).toBeLessThanOrEqual(300);
    await turnBallots(world.unit.at(new Date(Date.now() + 6 * 60_000)));
    expect(await standing(0, 0)).toMatchObject({ secondsLeft: null, phase: 'CLOSED' });
    await vote(meeting, 1, { liveCount: false });
    expect(await standing(1, 1)).toMatchObject({ turnout: { electorate: 4, voted: 1 }, count: null });
  });

  test('puts an item to the vote of those who are there, once they are a quorum, one ballot at a time', async () => {
    const meeting = await opened();
    for (const mayor of mayors.slice(0, 3)) await comes(meeting.id, mayor);
    await expectRefusal(vote(meeting), 'presence-quorum-missing');
    await comes(meeting.id, mayors[3]);
    const voting = await vote(meeting);
    const ballotId = voting.agenda[0]?.ballot?.id ?? '';
    expect(voting.agenda[0]?.ballot).toMatchObject({ phase: 'OPEN', turnout: { electorate: 4, voted: 0 } });
    expect(voting.abilities).toMatchObject({ close: false, putToVote: [] });
    await expectRefusal(vote(meeting, 1), 'ballot-still-open');
    // The ballot leads back to the meeting, for those who may see it.
    const ofBallot = async (actor: Actor, id = ballotId) =>
      (await listMeetings(world.database, actor, { ballotId: id })).items.map((one) => one.id);
    const reader = await world.actor('foczyMayor');
    expect(await ofBallot(reader)).toEqual([meeting.id]);
    expect(await ofBallot(reader, crypto.randomUUID())).toEqual([]);
    expect(await ofBallot({ ...reader, offices: [] })).toEqual([]);
    await expectRefusal(close(voting), 'ballot-still-open');
    // Whoever is not there has no vote in it, also when coming now.
    await comes(meeting.id, mayors[5]);
    await expectRefusal(cast(world, ballotId, mayors[5]), 'not-in-electorate');
    for (const mayor of mayors.slice(0, 4)) await cast(world, ballotId, mayor);
    await turnBallots(world.unit.at(new Date(Date.now() + 6 * 60_000)));
    const decided = await readMeeting(world.database, await secretary(), meeting.id);
    expect(decided?.agenda[0]?.ballot).toMatchObject({ outcome: 'ADOPTED', count: { for: 4, against: 0, abstain: 0 } });
    await expectRefusal(vote(meeting), 'already-voted-on');
    const second = await vote(meeting, 1);
    expect(second.agenda[1]?.ballot).toMatchObject({ turnout: { electorate: 5 } });
    expect(await readBallot(world.database, await secretary(), ballotId)).toMatchObject({ rule: { quorum: 'NONE' } });
  });

  test('votes anew on an item whose ballot was withdrawn, and shows that one beside it', async () => {
    const meeting = await opened();
    for (const mayor of mayors) await comes(meeting.id, mayor);
    const withdrawn = (await vote(meeting)).agenda[0]?.ballot?.id ?? '';
    await withdraw(withdrawn);
    const between = await seenBy(meeting.id, 'secretary');
    expect(between?.abilities.putToVote).toContain(meeting.agenda[0]?.id);
    expect(between?.agenda[0]).toMatchObject({ ballot: null, withdrawn: [{ id: withdrawn }] });
    const again = (await vote(meeting)).agenda[0];
    expect(again?.ballot).toMatchObject({ phase: 'OPEN' });
    expect(again?.withdrawn).toEqual([{ id: withdrawn, reason: 'Pomyłka w pytaniu.' }]);
    for (const ballotId of [withdrawn, again?.ballot?.id]) {
      const { items } = await listMeetings(world.database, await secretary(), { ballotId });
      expect(items.map(({ id }) => id)).toEqual([meeting.id]);
    }
    await expectRefusal(vote(meeting), 'already-voted-on');
    await expect(
      world.asOwner(`INSERT INTO agenda_ballot (item_id, ballot_id)
        SELECT '${again?.id}', id FROM ballot WHERE id NOT IN (SELECT ballot_id FROM agenda_ballot) LIMIT 1`),
    ).rejects.toThrow('was voted on');
  });

  test('asks a resolution for its legal basis, as any ballot does', async () => {
    const meeting = await opened();
    for (const mayor of mayors) await comes(meeting.id, mayor);
    const { extras } = await refusal(vote(meeting, 0, { nature: 'RESOLUTION' }));
    expect(extras.issues).toEqual([expect.objectContaining({ pointer: '/legalBasis', code: 'required' })]);
  });

  test('put to the vote twice at once opens one ballot', async () => {
    const meeting = await opened();
    for (const mayor of mayors) await comes(meeting.id, mayor);
    const tries = await Promise.allSettled([vote(meeting), vote(meeting), vote(meeting)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is cancelled with a reason before it is opened, and stays as it is after that', async () => {
    const meeting = await convened();
    const cancel = async (version: number) =>
      cancelMeeting(world.unit, await secretary(), {
        params: { id: meeting.id },
        body: { reason: 'Sztorm zamknął drogi.', version },
      });
    const cancelled = await cancel(meeting.version);
    expect(cancelled).toMatchObject({ state: 'CANCELLED', cancellation: 'Sztorm zamknął drogi.' });
    expect((await world.newest('meeting.cancelled')).told.length).toBeGreaterThan(0);
    await expectRefusal(cancel(cancelled.version), 'wrong-state');
    expect(await seenBy(meeting.id, 'foczyMayor')).toMatchObject({ state: 'CANCELLED' });
    // One that nobody was called to stays unknown.
    const draft = await planned();
    await cancelMeeting(world.unit, await secretary(), {
      params: { id: draft.id },
      body: { reason: 'Pomyłka w numerze.', version: draft.version },
    });
    expect(await seenBy(draft.id, 'foczyMayor')).toBeUndefined();
  });

  test('stands in the list of those who may know of it, the latest first', async () => {
    const { items } = await listMeetings(world.database, await world.actor('foczyMayor'), {});
    expect(items.map(({ startsAt }) => startsAt)).toEqual(
      items
        .map(({ startsAt }) => startsAt)
        .toSorted()
        .toReversed(),
    );
    expect(items.some(({ state }) => state === 'DRAFT')).toBe(false);
  });
});
