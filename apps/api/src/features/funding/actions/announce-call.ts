import type { CallView, fundingRoutes, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { callIssues, deadlineIssues } from '../call.rules.ts';
import { readCallIn } from '../calls.queries.ts';
import { dayIn, interestedIn, saveCalls, type KeptCall } from '../calls.store.ts';
import { callEvent } from '../funding-event.ts';
import { fundingPolicy } from '../funding.policy.ts';
import { programmeExists } from '../programmes.store.ts';
import { passOverDue } from '../remind-of-calls.job.ts';

/** Tells of new calls whom they may concern; nobody is reminded in the night after of what was said today. */
export async function tellOfNew(work: Work, actor: Actor, calls: readonly KeptCall[]): Promise<void> {
  if (calls.length === 0) return;
  const ids = calls.map(({ id }) => id);
  const audiences = await interestedIn(work, ids);
  await passOverDue(work, ids);
  for (const { id, title, programme, closesOn } of calls) {
    work.record({
      ...callEvent('call.announced', actor, { id, title }, { programme, until: closesOn }),
      audiences: audiences.get(id) ?? [],
    });
  }
}

/** Announces a call. */
export const announceCall = (
  unit: UnitOfWork,
  actor: Actor,
  { body }: Given<typeof fundingRoutes.announceCall>,
): Promise<CallView> =>
  unit.run(actor, async (work) => {
    allow(fundingPolicy.keepCalls(actor));
    const isKnown = await programmeExists(work, body.programmeId);
    refuse([
      ...(isKnown ? [] : [bodyIssue('/programmeId', 'unknown_programme')]),
      ...callIssues(body),
      ...deadlineIssues(body, { opensOn: body.opensOn, closesOn: await dayIn(work, body.closesAt) }),
    ]);
    const [call] = await saveCalls(work, [body]);
    if (!call) throw new Error('A call was not announced.');
    await tellOfNew(work, actor, [call]);
    return readCallIn(work, actor, call.id);
  });
