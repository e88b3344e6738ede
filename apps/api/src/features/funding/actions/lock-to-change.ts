import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { Work } from '../../../kernel/work.ts';
import { expectUnchanged } from '../../activity/index.ts';
import { readCallIn } from '../calls.queries.ts';
import { lockCall, type LockedCall } from '../calls.store.ts';
import { fundingPolicy } from '../funding.policy.ts';

/** Locks a call that the actor may change, as it was seen. A cancelled one changes no more. */
export async function lockToChange(work: Work, actor: Actor, id: string, version: number): Promise<LockedCall> {
  const call = found(await lockCall(work, actor, id));
  allow(fundingPolicy.keepCalls(actor));
  if (call.isCancelled) throw new Problem('wrong-state', { state: 'CANCELLED' });
  const current = await readCallIn(work, actor, id);
  await expectUnchanged(
    work,
    { version, kept: call.version, current },
    { kinds: ['call.changed', 'call.deadline-moved'], fact: 'callId', is: id },
  );
  return call;
}
