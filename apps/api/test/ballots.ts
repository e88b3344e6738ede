import type { BallotChoice, ballotsRoutes, BallotView, Given, ReceiptView } from '@blizej/contracts';
import { people, type GminaKey, type PersonKey } from '../src/demo/people.ts';
import { announceBallot, castVote, writeBallot } from '../src/features/ballots/index.ts';
import { sealed } from '../src/demo/sealed-vote.ts';
import type { World } from './world.ts';

type Draft = Given<typeof ballotsRoutes.writeBallot>['body'];

/** The mayors of the eight fictional gminas, who vote for them. */
export const mayors = [
  'jantarowoMayor',
  'mewiaMayor',
  'wydmyMayor',
  'sosnowyMayor',
  'latarnikowoMayor',
  'foczyMayor',
  'sledziowoMayor',
  'bursztynowiecMayor',
] as const satisfies readonly PersonKey[];
export type Mayor = (typeof mayors)[number];

/** A moment so many hours from now. */
export const hours = (offset: number): Date => new Date(Date.now() + offset * 3_600_000);

export const draftWith = (over: Partial<Draft> = {}): Draft => ({
  titlePl: `Głosowanie ${crypto.randomUUID()}`,
  titleEn: 'A ballot',
  questionPl: 'Czy przyjąć wspólne stanowisko?',
  questionEn: 'Adopt the joint position?',
  nature: 'POSITION',
  quorum: 'HALF',
  majority: 'SIMPLE',
  majorityOf: 'VOTES',
  liveCount: false,
  closesAt: hours(48).toISOString(),
  ...over,
});

/** A ballot that the secretariat has announced; without a time to open at, it is open. At another moment, if given. */
export const newBallot = async (world: World, over: Partial<Draft> = {}, moment?: Date): Promise<BallotView> => {
  const unit = moment ? world.unit.at(moment) : world.unit;
  const secretary = await world.actor('secretary');
  const { id, version } = await writeBallot(unit, secretary, { body: draftWith(over) });
  return announceBallot(unit, secretary, { params: { id }, body: { version } }, world.files.store);
};

/** Votes as a mayor, at another moment if given. */
export const cast = async (
  world: World,
  id: string,
  by: Mayor,
  choice: BallotChoice = 'FOR',
  moment?: Date,
): Promise<ReceiptView> =>
  castVote(moment ? world.unit.at(moment) : world.unit, await world.actor(by), {
    params: { id },
    body: { organizationId: await world.gmina(people[by].organization as GminaKey), choice },
  });

/** Sends what was sealed, whoever sealed it, as a mayor's vote. */
export const castSeal = async (world: World, id: string, by: Mayor, seal: string): Promise<ReceiptView> =>
  castVote(world.unit, await world.actor(by), {
    params: { id },
    body: { organizationId: await world.gmina(people[by].organization as GminaKey), sealed: seal },
  });

/** Votes as a mayor in a secret ballot. */
export const castSealed = async (
  world: World,
  ballot: Pick<BallotView, 'id' | 'publicKey'>,
  by: Mayor,
  choice: string,
  code?: string,
): Promise<ReceiptView> => {
  const organizationId = await world.gmina(people[by].organization as GminaKey);
  return castSeal(world, ballot.id, by, sealed(ballot, organizationId, choice, code));
};
