/** Two ballots that are over: one that was secret, and one with votes by proxy and on paper. */
import type { BallotChoice, ballotsRoutes, BallotView, Given } from '@blizej/contracts';
import {
  announceBallot,
  ballotKeyOf,
  castVote,
  enterPaperVote,
  nameProxy,
  turnBallots,
  writeBallot,
} from '../features/ballots/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { UnitOfWork } from '../kernel/work.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { people, type GminaKey, type PersonKey } from './people.ts';
import { sealed } from './sealed-vote.ts';

/** What the demo plays with. */
export interface Stage {
  readonly store: FileStore;
  actor(key: PersonKey): Promise<Actor>;
  gmina(key: GminaKey): string;
  /** So many days ago. */
  ago(days: number): UnitOfWork;
  at(moment: Date): UnitOfWork;
  /** So many days from today, `YYYY-MM-DD`. */
  day(offset: number): string;
}

type Draft = Omit<Given<typeof ballotsRoutes.writeBallot>['body'], 'closesAt'>;

const secret: Draft = {
  titlePl: 'Przedstawiciel stowarzyszenia w radzie programowej',
  titleEn: 'The association’s member of the programme board',
  questionPl: 'Czy do rady programowej konkursu o wodzie ma wejść kandydatka zgłoszona przez Latarnikowo?',
  questionEn: 'Should the candidate whom Latarnikowo proposes join the board of the competition on water?',
  nature: 'OPINION',
  quorum: 'MORE_THAN_HALF',
  majority: 'ABSOLUTE',
  majorityOf: 'VOTES',
  liveCount: false,
  secret: true,
};
const secretVotes: readonly [PersonKey, BallotChoice][] = [
  ['jantarowoMayor', 'FOR'],
  ['mewiaMayor', 'FOR'],
  ['wydmyMayor', 'AGAINST'],
  ['latarnikowoMayor', 'FOR'],
  ['sosnowyMayor', 'ABSTAIN'],
  ['foczyMayor', 'FOR'],
];

const represented: Draft = {
  titlePl: 'Wspólne zamówienie na przegląd wałów',
  titleEn: 'A joint order for the inspection of dykes',
  questionPl: 'Czy gminy mają razem zamówić przegląd wałów przeciwpowodziowych w przyszłym roku?',
  questionEn: 'Should the municipalities order an inspection of the dykes together next year?',
  nature: 'POSITION',
  quorum: 'HALF',
  majority: 'SIMPLE',
  majorityOf: 'VOTES',
  liveCount: false,
  proxyLimit: 2,
  reminderHours: [48, 24, 2],
};

interface Played {
  readonly params: { readonly id: string };
  readonly view: BallotView;
  readonly close: () => Promise<void>;
}

async function open(
  stage: Stage,
  draft: Draft,
  { opened, closed }: { opened: number; closed: number },
): Promise<Played> {
  const secretary = await stage.actor('secretary');
  const closesAt = new Date(`${stage.day(-closed)}T14:00:00Z`);
  const written = await writeBallot(stage.ago(opened), secretary, {
    body: { ...draft, closesAt: closesAt.toISOString() },
  });
  const params = { id: written.id };
  const body = { version: written.version };
  const view = await announceBallot(stage.ago(opened), secretary, { params, body }, stage.store);
  return { params, view, close: () => turnBallots(stage.at(closesAt), stage.store) };
}

async function playSecret(stage: Stage): Promise<void> {
  const { params, view, close } = await open(stage, secret, { opened: 12, closed: 6 });
  for (const [index, [by, choice]] of secretVotes.entries()) {
    const organizationId = stage.gmina(people[by].organization as GminaKey);
    const body = { organizationId, sealed: sealed(view, organizationId, choice) };
    await castVote(stage.ago(11 - index * 0.7), await stage.actor(by), { params, body });
  }
  await close();
  // Nothing follows from what is played in the past, so that nobody else deletes it.
  await stage.store.delete(ballotKeyOf(params.id, view.publicKey ?? ''));
}

async function playRepresented(stage: Stage): Promise<void> {
  const { params, close } = await open(stage, represented, { opened: 10, closed: 3 });
  const name = async (by: PersonKey, of: GminaKey, document: string) =>
    nameProxy(stage.ago(9), await stage.actor(by), {
      body: {
        organizationId: stage.gmina(of),
        holderId: stage.gmina('mewia'),
        ballotId: params.id,
        document,
        documentOn: stage.day(-10),
      },
    });
  await name('foczyMayor', 'foczy', 'Pełnomocnictwo nr 4/2026');
  await name('wydmyMayor', 'wydmy', 'Pełnomocnictwo nr 11/2026');
  const vote = async (by: PersonKey, of: GminaKey, choice: BallotChoice, daysAgo: number) =>
    castVote(stage.ago(daysAgo), await stage.actor(by), { params, body: { organizationId: stage.gmina(of), choice } });
  await vote('mewiaMayor', 'mewia', 'FOR', 8);
  await vote('mewiaMayor', 'foczy', 'FOR', 8);
  await vote('mewiaMayor', 'wydmy', 'FOR', 8);
  await vote('jantarowoMayor', 'jantarowo', 'FOR', 7);
  // The mayor was back in time: the gmina’s own vote stands over its proxy’s.
  await vote('wydmyMayor', 'wydmy', 'AGAINST', 6);
  await enterPaperVote(stage.ago(5), await stage.actor('secretary'), {
    params,
    body: {
      organizationId: stage.gmina('sledziowo'),
      choice: 'FOR',
      office: 'EXECUTIVE',
      reference: 'OG.0057.3.2026',
      on: stage.day(-6),
      trace: 'Przyszło pocztą, list polecony.',
    },
  });
  await close();
}

/** Plays both. */
export async function playBallots(stage: Stage): Promise<void> {
  await playSecret(stage);
  await playRepresented(stage);
}
