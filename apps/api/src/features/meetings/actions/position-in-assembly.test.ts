import { beforeAll, describe, expect, test } from '@jest/globals';
import type { MeetingView, PositionView } from '@blizej/contracts';
import { cast, hours, mayors } from '../../../../test/ballots.ts';
import { expectRefusal, refusal } from '../../../../test/refusals.ts';
import { useWorld } from '../../../../test/world.ts';
import { people, type GminaKey, type PersonKey } from '../../../demo/people.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { Prisma } from '../../../platform/database/database.ts';
import { withdrawBallot } from '../../ballots/actions/withdraw-ballot.ts';
import { turnBallots } from '../../ballots/index.ts';
import { draftPosition, openConsultation, takeStand, turnPositions } from '../../positions/index.ts';
import { readPosition } from '../../positions/positions.queries.ts';
import { listMeetings, readMeeting } from '../meetings.queries.ts';
import { conveneMeeting, openMeeting } from './lead-meeting.ts';
import { changeMeeting, planMeeting } from './plan-meeting.ts';
import { putItemToVote, putPositionToVote } from './put-item-to-vote.ts';
import { recordPresence } from './record-presence.ts';

const world = useWorld();
let secretary: Actor;
let number = 400;

beforeAll(async () => {
  secretary = await world.actor('secretary');
});

const gminaOf = (key: PersonKey) => world.gmina(people[key].organization as GminaKey);
const draft = (en: string | null = 'A paragraph.') =>
  draftPosition(world.unit, secretary, {
    body: {
      titlePl: `Stanowisko ${crypto.randomUUID()}`,
      titleEn: 'A position',
      occasion: 'Zmienia się ustawa o wodach.',
      aim: 'Chcemy, aby minister zmienił zdanie.',
      nature: 'POSITION',
      threshold: 50,
      isPublic: true,
      paragraphs: [
        { pl: 'Akapit.', en: 'First.' },
        { pl: 'Drugi akapit.', ...(en && { en }) },
      ],
    },
  });
const consulted = async (en?: string | null): Promise<PositionView> => {
  const { id, version } = await draft(en);
  const body = { until: hours(48).toISOString(), version };
  return openConsultation(world.unit, secretary, { params: { id }, body });
};
const endorse = async ({ id }: { id: string }, count = 4): Promise<void> => {
  for (const mayor of mayors.slice(0, count)) {
    await takeStand(world.unit, await world.actor(mayor), {
      params: { id, organizationId: await gminaOf(mayor) },
      body: { stand: 'ENDORSES' },
    });
  }
};
const plan = (positionId?: string) => ({
  number: (number += 1),
  titlePl: `Zebranie ${number}`,
  titleEn: `Meeting ${number}`,
  place: 'Jantarowo',
  startsAt: hours(1).toISOString(),
  presenceQuorum: 'HALF' as const,
  agenda: [{ titlePl: 'Stanowisko', titleEn: 'Position', positionId }],
});
/** A General Assembly that is open, with that position on its agenda and five gminas in the hall. */
const opened = async ({ id: positionId }: { id: string }): Promise<MeetingView> => {
  const planned = await planMeeting(world.unit, secretary, { body: plan(positionId) });
  const params = { id: planned.id };
  const { version } = await conveneMeeting(world.unit, secretary, { params, body: { version: planned.version } });
  let meeting = await openMeeting(world.unit, secretary, { params, body: { version } });
  for (const mayor of mayors.slice(0, 5)) {
    meeting = await recordPresence(world.unit, await world.actor(mayor), {
      params: { ...params, organizationId: await gminaOf(mayor) },
      body: { present: true },
    });
  }
  return meeting;
};
const vote = ({ id, agenda }: MeetingView, over: { textNumber?: number; withoutEnglish?: boolean } = {}) =>
  putPositionToVote(world.unit, secretary, {
    params: { id, itemId: agenda[0]?.id ?? '' },
    body: { majority: 'SIMPLE', majorityOf: 'VOTES', liveCount: true, minutes: 5, textNumber: 1, ...over },
  });
const seen = async ({ id }: { id: string }, by: PersonKey = 'foczyMayor') =>
  readPosition(world.database, await world.actor(by), id);

describe('A position on the agenda of a General Assembly', () => {
  test('is voted on by those who are there, and what they decide becomes of it', async () => {
    const position = await consulted();
    const meeting = await opened(position);
    expect(meeting.agenda[0]?.position).toEqual({
      id: position.id,
      title: position.title,
      state: 'CONSULTATION',
      textNumber: 1,
    });
    const { extras } = await refusal(vote(meeting));
    expect(extras.issues).toEqual([expect.objectContaining({ code: 'endorsements_missing' })]);
    await endorse(position);
    const voting = await vote(meeting);
    const ballot = voting.agenda[0]?.ballot;
    expect(ballot).toMatchObject({ phase: 'OPEN', title: position.title, turnout: { electorate: 5 } });
    expect(ballot?.question.pl).toMatch(/[0-9a-f]{64}/);
    expect(await seen(position)).toMatchObject({ state: 'VOTING', ballotId: ballot?.id });
    for (const mayor of mayors.slice(0, 5)) await cast(world, ballot?.id ?? '', mayor);
    const later = world.unit.at(new Date(Date.now() + 6 * 60_000));
    await turnBallots(later);
    await turnPositions(later);
    expect(await seen(position)).toMatchObject({ state: 'ADOPTED', decision: { by: 'BALLOT' } });
    expect((await readMeeting(world.database, secretary, meeting.id))?.agenda[0]).toMatchObject({
      ballot: { outcome: 'ADOPTED' },
      position: { state: 'ADOPTED' },
    });
  });

  test('is voted on in the words that were read, and in Polish alone only where that is meant', async () => {
    const position = await consulted(null);
    await endorse(position);
    const meeting = await opened(position);
    await expectRefusal(vote(meeting, { textNumber: 2 }), 'version-conflict');
    await expectRefusal(vote(meeting), 'english-incomplete');
    const { agenda } = await vote(meeting, { withoutEnglish: true });
    expect(agenda[0]?.ballot).toMatchObject({ phase: 'OPEN' });
  });

  test('is not voted on as a question, and a question not as a position', async () => {
    const question = {
      questionPl: 'Czy przyjąć?',
      questionEn: 'Adopt?',
      nature: 'OPINION' as const,
      majority: 'SIMPLE' as const,
      majorityOf: 'VOTES' as const,
      liveCount: true,
      minutes: 5,
    };
    const position = await consulted();
    await endorse(position);
    const meeting = await opened(position);
    const params = { id: meeting.id, itemId: meeting.agenda[0]?.id ?? '' };
    await expectRefusal(putItemToVote(world.unit, secretary, { params, body: question }), 'position-on-the-agenda');
    const other = await opened({ id: (await consulted()).id });
    await world.asOwner(`UPDATE agenda_item SET position_id = NULL WHERE meeting_id = '${other.id}'`);
    await expectRefusal(vote(other), 'position-missing');
  });

  test('is one that every member knows and may amend; once it stands there it may stay', async () => {
    const unknown = await draft();
    const planning = (positionId: string) => planMeeting(world.unit, secretary, { body: plan(positionId) });
    for (const id of [unknown.id, crypto.randomUUID()]) {
      expect((await refusal(planning(id))).extras.issues).toEqual([
        { in: 'body', pointer: '/agenda/0/positionId', code: 'not_in_consultation' },
      ]);
    }
    const position = await consulted();
    const meeting = await planning(position.id);
    await world.asOwner(
      `UPDATE position SET state = 'WITHDRAWN', withdrawal = 'Nieaktualne.' WHERE id = '${position.id}'`,
    );
    const agenda = [{ id: meeting.agenda[0]?.id, titlePl: 'Inny tytuł', titleEn: 'Another', positionId: position.id }];
    const changed = await changeMeeting(world.unit, secretary, {
      params: { id: meeting.id },
      body: { ...plan(), agenda, version: meeting.version },
    });
    expect(changed.agenda).toMatchObject([{ title: { pl: 'Inny tytuł' }, position: { state: 'WITHDRAWN' } }]);
    const { items } = await listMeetings(world.database, secretary, { positionId: position.id });
    expect(items.map(({ id }) => id)).toEqual([meeting.id]);
    // Taken off, it stands there no more.
    await changeMeeting(world.unit, secretary, {
      params: { id: meeting.id },
      body: { ...plan(), version: changed.version },
    });
    expect((await listMeetings(world.database, secretary, { positionId: position.id })).items).toEqual([]);
  });

  test('whose ballot is withdrawn goes back to its consultation, from where it is put to the vote anew', async () => {
    const position = await consulted();
    await endorse(position);
    const meeting = await opened(position);
    const ballotId = (await vote(meeting)).agenda[0]?.ballot?.id ?? '';
    const { version } = await world.row<{ version: number }>(
      Prisma.sql`SELECT version FROM ballot WHERE id = ${ballotId}::uuid`,
    );
    await withdrawBallot(world.unit, secretary, {
      params: { id: ballotId },
      body: { reason: 'Zły tekst na ekranie.', version },
    });
    await world.letters();
    expect(await seen(position)).toMatchObject({ state: 'CONSULTATION' });
    expect((await vote(meeting)).agenda[0]).toMatchObject({ ballot: { phase: 'OPEN' }, withdrawn: [{ id: ballotId }] });
  });
});
