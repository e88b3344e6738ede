import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { Work } from '../../../kernel/work.ts';
import { isLive } from '../initiative.lifecycle.ts';
import { initiativePolicy } from '../initiative.policy.ts';
import { readInitiativeIn } from '../initiatives.queries.ts';
import { lockInitiative, type LockedInitiative } from '../initiatives.store.ts';

/** Refuses what was meant for an older state of a locked initiative. */
export async function expectSeen(
  work: Work,
  actor: Actor,
  initiative: LockedInitiative,
  version: number,
): Promise<void> {
  const current = await readInitiativeIn(work, actor, initiative.id);
  expectVersion(version, initiative.version, () => current);
}

/** Locks an initiative that is at work. */
export async function lockLive(work: Work, actor: Actor, id: string): Promise<LockedInitiative> {
  const initiative = found(await lockInitiative(work, actor, id));
  if (!isLive(initiative.stage)) throw new Problem('wrong-state', { state: initiative.stage });
  return initiative;
}

/** Locks an initiative that the actor may change; as it was seen, where a version says so. */
export async function lockToChange(work: Work, actor: Actor, id: string, version?: number): Promise<LockedInitiative> {
  const initiative = found(await lockInitiative(work, actor, id));
  allow(initiativePolicy.change(actor, initiative));
  if (!isLive(initiative.stage)) throw new Problem('wrong-state', { state: initiative.stage });
  if (version !== undefined) await expectSeen(work, actor, initiative, version);
  return initiative;
}
