import type { CallView, fundingRoutes, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { callIssues, deadlineIssues } from '../call.rules.ts';
import { readCallIn } from '../calls.queries.ts';
import {
  concernedBy,
  dayIn,
  insertMoves,
  lockCall,
  saveCallDescription,
  saveCallFollowing,
  saveCancellation,
  saveDeadlines,
  type Move,
} from '../calls.store.ts';
import { callEvent, localizedOf } from '../funding-event.ts';
import { passOverDue } from '../remind-of-calls.job.ts';
import { lockToChange } from './lock-to-change.ts';

type To<Name extends 'cancelCall' | 'changeCall' | 'followCall' | 'moveDeadline'> = Given<(typeof fundingRoutes)[Name]>;

/** Changes what is said of a call. */
export const changeCall = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { version, ...described } }: To<'changeCall'>,
): Promise<CallView> =>
  unit.run(actor, async (work) => {
    const { id, closesAt, closesOn } = await lockToChange(work, actor, params.id, version);
    refuse([
      ...callIssues(described),
      // Its deadlines stand: what is wrong with them is the opening that was written now.
      ...deadlineIssues({ closesAt: closesAt.toISOString() }, { opensOn: described.opensOn, closesOn }).map(
        (issue) => ({
          ...issue,
          pointer: '/opensOn',
        }),
      ),
    ]);
    await saveCallDescription(work, id, described);
    const title = localizedOf(described.titlePl, described.titleEn);
    work.record({ ...callEvent('call.changed', actor, { id, title }, {}), detail: { ...described } });
    return readCallIn(work, actor, id);
  });

/** A call whose last deadline has moved, by its days. */
export interface MovedCall {
  readonly id: string;
  readonly title: { readonly pl: string; readonly en: string | null };
  readonly formerOn: string;
  readonly closesOn: string;
  readonly reason: string;
}

/** Tells of deadlines that have moved; reminders begin anew from the new ones. */
export async function tellOfMoves(work: Work, actor: Actor, moved: readonly MovedCall[]): Promise<void> {
  if (moved.length === 0) return;
  const ids = moved.map(({ id }) => id);
  const audiences = await concernedBy(work, ids);
  await passOverDue(work, ids);
  for (const { id, title, formerOn, closesOn, reason } of moved) {
    work.record({
      ...callEvent('call.deadline-moved', actor, { id, title }, { former: formerOn, until: closesOn, reason }),
      audiences: audiences.get(id) ?? [],
    });
  }
}

/** Moves the deadlines of a call; what stood before stays in view. */
export const moveDeadline = (unit: UnitOfWork, actor: Actor, { params, body }: To<'moveDeadline'>): Promise<CallView> =>
  unit.run(actor, async (work) => {
    const { firstStageAt, closesAt, reason, version } = body;
    const call = await lockToChange(work, actor, params.id, version);
    const closesOn = await dayIn(work, closesAt);
    const isSame =
      call.closesAt.getTime() === Date.parse(closesAt) &&
      (call.firstStageAt?.getTime() ?? null) === (firstStageAt === undefined ? null : Date.parse(firstStageAt));
    if (isSame) return readCallIn(work, actor, call.id);
    refuse(deadlineIssues(body, { opensOn: call.opensOn, closesOn }));
    const move: Move = {
      callId: call.id,
      formerFirstStageAt: call.firstStageAt,
      formerClosesAt: call.closesAt,
      firstStageAt: firstStageAt === undefined ? null : new Date(firstStageAt),
      closesAt: new Date(closesAt),
      reason,
      personId: actor.personId,
    };
    await insertMoves(work, [move]);
    await saveDeadlines(work, move);
    await tellOfMoves(work, actor, [{ ...call, formerOn: call.closesOn, closesOn, reason }]);
    return readCallIn(work, actor, call.id);
  });

/** Says that a call was cancelled. */
export const cancelCall = (unit: UnitOfWork, actor: Actor, { params, body }: To<'cancelCall'>): Promise<CallView> =>
  unit.run(actor, async (work) => {
    const call = await lockToChange(work, actor, params.id, body.version);
    if (!call.isAhead) throw new Problem('wrong-state', { state: 'CLOSED' });
    await saveCancellation(work, call.id, body.reason);
    work.record({
      ...callEvent('call.cancelled', actor, call, { reason: body.reason }),
      audiences: (await concernedBy(work, [call.id])).get(call.id) ?? [],
    });
    return readCallIn(work, actor, call.id);
  });

/** Follows a call, or no more. One's own affair, as with initiatives. */
export const followCall = (unit: UnitOfWork, actor: Actor, { params, body }: To<'followCall'>): Promise<CallView> =>
  unit.run(actor, async (work) => {
    const { id } = found(await lockCall(work, actor, params.id));
    await saveCallFollowing(work, id, actor.personId, body.following);
    return readCallIn(work, actor, id);
  });
