import type { Given, Holding, appointmentsRoutes } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { HoldingsOf } from '../../kernel/holdings.ts';
import { bodyIssue, Problem, refuse } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { holdsAnother, peopleOf, type LockedAppointment } from './appointments.store.ts';

export type Move = Given<typeof appointmentsRoutes.endAppointment>['body']['moves'][number];

/** All that the end of an appointment leaves behind, of every kind. */
export async function leftBehind(
  work: Work,
  registry: readonly HoldingsOf[],
  appointment: LockedAppointment,
): Promise<Holding[]> {
  if (await holdsAnother(work, appointment)) return [];
  const holdings: Holding[] = [];
  for (const kind of registry) holdings.push(...(await kind.list(work, appointment)));
  return holdings;
}

const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind} ${id}`;

/**
 * Hands everything over as was said. What was not said, or is held no more, is refused with what is held now: nothing goes
 * to anybody unseen.
 */
export async function handOver(
  work: Work,
  actor: Actor,
  registry: readonly HoldingsOf[],
  appointment: LockedAppointment,
  moves: readonly Move[],
): Promise<void> {
  const holdings = await leftBehind(work, registry, appointment);
  const said = new Set(moves.map(keyOf));
  if (said.size !== moves.length || holdings.length !== said.size || holdings.some((held) => !said.has(keyOf(held)))) {
    throw new Problem('hand-over-changed', { current: { holdings } });
  }
  const people = await peopleOf(work, appointment.organizationId, appointment.personId);
  refuse(
    moves.flatMap(({ toPersonId }, index) =>
      toPersonId === null || people.some(({ id }) => id === toPersonId)
        ? []
        : [bodyIssue(`/moves/${index}/toPersonId`, 'unknown_person')],
    ),
  );
  await moveAll(work, actor, registry, appointment, moves);
}

/** Lets everything go to a successor; or to nobody: it stands without a keeper until somebody takes it up. */
export async function letGo(
  work: Work,
  actor: Actor,
  registry: readonly HoldingsOf[],
  appointment: LockedAppointment,
  toPersonId: string | null = null,
): Promise<void> {
  const holdings = await leftBehind(work, registry, appointment);
  await moveAll(
    work,
    actor,
    registry,
    appointment,
    holdings.map(({ kind, id }) => ({ kind, id, toPersonId })),
  );
}

async function moveAll(
  work: Work,
  actor: Actor,
  registry: readonly HoldingsOf[],
  appointment: LockedAppointment,
  moves: readonly Move[],
): Promise<void> {
  for (const holdings of registry) {
    const ours = moves.filter(({ kind }) => kind === holdings.kind);
    for (const toPersonId of new Set(ours.map((one) => one.toPersonId))) {
      const ids = ours.filter((one) => one.toPersonId === toPersonId).map(({ id }) => id);
      await holdings.move(work, actor, appointment, ids, toPersonId);
    }
  }
}
