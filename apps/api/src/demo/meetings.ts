import type { BallotChoice } from '@blizej/contracts';
import type { Actor } from '../kernel/actor.ts';
import type { UnitOfWork } from '../kernel/work.ts';
import { castVote, turnBallots } from '../features/ballots/index.ts';
import {
  closeMeeting,
  conveneMeeting,
  openMeeting,
  planMeeting,
  putItemToVote,
  recordPresence,
} from '../features/meetings/index.ts';
import { people, type GminaKey, type PersonKey } from './people.ts';

interface Stage {
  readonly ago: (days: number) => UnitOfWork;
  readonly at: (moment: Date) => UnitOfWork;
  /** So many days from today, `YYYY-MM-DD`. */
  readonly day: (offset: number) => string;
  readonly actor: (key: PersonKey) => Promise<Actor>;
  readonly gmina: (key: GminaKey) => string;
}

/** The General Assembly that has been: who came, and how they voted. */
const past = {
  number: 54,
  daysAgo: 40,
  titlePl: 'LIV Walne Zebranie Członków',
  titleEn: 'LIV General Assembly',
  place: 'Latarnikowo, sala rady',
  agenda: [
    ['Otwarcie i przyjęcie porządku obrad', 'Opening and agenda'],
    ['Sprawozdanie zarządu za ubiegły rok', 'Report of the board on the past year'],
    ['Plan pracy sieci tematycznych', 'Work plan of the thematic networks'],
    ['Wolne wnioski', 'Any other business'],
  ],
  present: [
    'jantarowoMayor',
    'mewiaMayor',
    'wydmyMayor',
    'sosnowyMayor',
    'latarnikowoMayor',
    'sledziowoMayor',
  ] satisfies PersonKey[],
  votes: [
    {
      item: 1,
      questionPl: 'Czy przyjąć sprawozdanie zarządu?',
      questionEn: 'Adopt the report of the board?',
      choices: ['FOR', 'FOR', 'FOR', 'FOR', 'FOR', 'ABSTAIN'] satisfies BallotChoice[],
    },
    {
      item: 2,
      questionPl: 'Czy przyjąć plan pracy sieci?',
      questionEn: 'Adopt the work plan of the networks?',
      choices: ['FOR', 'AGAINST', 'FOR', 'FOR', 'ABSTAIN', 'FOR'] satisfies BallotChoice[],
    },
  ],
} as const;

const titled = (agenda: readonly (readonly [string, string])[]) =>
  agenda.map(([titlePl, titleEn]) => ({ titlePl, titleEn }));

/** When assemblies begin: at ten o'clock in winter, at eleven in summer. */
const inTheMorning = (stage: Stage, day: number): Date => new Date(`${stage.day(day)}T09:00:00Z`);

async function playPast(stage: Stage): Promise<void> {
  const { daysAgo, agenda, present, votes, ...described } = past;
  const secretary = await stage.actor('secretary');
  const begin = inTheMorning(stage, -daysAgo);
  const after = (minutes: number) => stage.at(new Date(begin.getTime() + minutes * 60_000));
  const planned = await planMeeting(stage.ago(daysAgo + 30), secretary, {
    body: { ...described, startsAt: begin.toISOString(), presenceQuorum: 'HALF', agenda: titled(agenda) },
  });
  const params = { id: planned.id };
  const convened = await conveneMeeting(stage.ago(daysAgo + 28), secretary, {
    params,
    body: { version: planned.version },
  });
  const unit = after(0);
  await openMeeting(unit, secretary, { params, body: { version: convened.version } });
  const gminaOf = (key: PersonKey): string => stage.gmina(people[key].organization as GminaKey);
  for (const key of present) {
    await recordPresence(unit, await stage.actor(key), {
      params: { ...params, organizationId: gminaOf(key) },
      body: { present: true },
    });
  }
  for (const { item, choices, ...question } of votes) {
    const itemId = planned.agenda[item]?.id ?? '';
    const { agenda: order } = await putItemToVote(unit, secretary, {
      params: { ...params, itemId },
      body: {
        ...question,
        nature: 'OPINION',
        majority: 'SIMPLE',
        majorityOf: 'VOTES',
        liveCount: true,
        minutes: 5,
      },
    });
    const ballotId = order[item]?.ballot?.id ?? '';
    for (const [at, key] of present.entries()) {
      await castVote(unit, await stage.actor(key), {
        params: { id: ballotId },
        body: { organizationId: gminaOf(key), choice: choices[at] ?? 'ABSTAIN' },
      });
    }
    await turnBallots(after(15));
  }
  const { version } = await recordPresence(unit, await stage.actor('mewiaMayor'), {
    params: { ...params, organizationId: gminaOf('mewiaMayor') },
    body: { present: false },
  });
  await closeMeeting(after(150), secretary, { params, body: { version } });
}

/** The General Assembly to which the gminas are called. */
async function playAhead(stage: Stage, positionId: string): Promise<void> {
  const secretary = await stage.actor('secretary');
  const planned = await planMeeting(stage.ago(4), secretary, {
    body: {
      number: 55,
      titlePl: 'LV Walne Zebranie Członków',
      titleEn: 'LV General Assembly',
      place: 'Jantarowo, Dom Kultury',
      startsAt: inTheMorning(stage, 17).toISOString(),
      presenceQuorum: 'HALF',
      agenda: [
        ...titled([
          ['Otwarcie i przyjęcie porządku obrad', 'Opening and agenda'],
          ['Budżet stowarzyszenia na przyszły rok', 'Budget of the association for the coming year'],
          ['Wysokość składek', 'Dues'],
        ]),
        { titlePl: 'Wspólne stanowisko: woda i retencja', titleEn: 'Joint position: water and retention', positionId },
      ],
    },
  });
  await conveneMeeting(stage.ago(3), secretary, {
    params: { id: planned.id },
    body: { version: planned.version },
  });
}

/**
 * Plays the General Assemblies: one that has been, one that is called.
 * @param positionId a joint position that the one that is called is to decide
 */
export async function playMeetings(stage: Stage, positionId: string): Promise<void> {
  await playPast(stage);
  await playAhead(stage, positionId);
}
