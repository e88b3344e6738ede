import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { Work } from '../../../kernel/work.ts';
import { positionLifecycle } from '../position.lifecycle.ts';
import { positionPolicy } from '../position.policy.ts';
import { readPositionIn } from '../positions.queries.ts';
import { memberName } from '../discussion.store.ts';
import { lockPosition, textOf, type KeptText, type LockedPosition } from '../positions.store.ts';

type Move = Parameters<typeof positionLifecycle.allows>[1];
type Keeping = 'write' | 'keep' | 'entrust' | 'putToVote' | 'withdraw';

/** Locks a position for a deed of those who keep it; as it was seen, where a version says so. */
export async function lockToKeep(
  work: Work,
  actor: Actor,
  id: string,
  { may, move, version }: { may: Keeping; move: Move; version?: number },
): Promise<LockedPosition> {
  const position = found(await lockPosition(work, actor, id));
  allow(may === 'putToVote' ? positionPolicy.putToVote(actor) : positionPolicy[may](actor, position));
  positionLifecycle.move(position.state, move);
  if (version !== undefined) {
    const current = await readPositionIn(work, actor, id);
    expectVersion(version, position.version, () => current);
  }
  return position;
}

export interface SpokenFor {
  readonly position: LockedPosition;
  /** The gmina's name. */
  readonly organization: string;
}

/** Locks a position for the word of a gmina, which has to be a member today. */
export async function lockToSpeak(
  work: Work,
  actor: Actor,
  id: string,
  { organizationId, may, move }: { organizationId: string; may: 'discuss' | 'speakFor' | 'sign'; move: Move },
): Promise<SpokenFor> {
  const position = found(await lockPosition(work, actor, id));
  allow(positionPolicy[may](actor, organizationId));
  positionLifecycle.move(position.state, move);
  const organization = await memberName(work, organizationId);
  if (organization === undefined) throw new Problem('not-in-electorate');
  return { position, organization };
}

/** The text of a locked position as it stands. */
export async function presentText(work: Work, position: LockedPosition): Promise<KeptText> {
  const text = await textOf(work, position.id, position.textNumber);
  if (!text) throw new Error('A position has no text.');
  return text;
}
