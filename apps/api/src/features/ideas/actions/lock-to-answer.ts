import type { IdeaAnswerKind } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { Work } from '../../../kernel/work.ts';
import { ideaLifecycle } from '../idea.lifecycle.ts';
import { ideaPolicy } from '../idea.policy.ts';
import { readIdeaIn } from '../ideas.queries.ts';
import { lockIdea, type LockedIdea } from '../ideas.store.ts';

/** Refuses what was meant for an older state of a locked idea. */
export async function expectSeen(work: Work, actor: Actor, idea: LockedIdea, version: number): Promise<void> {
  const current = await readIdeaIn(work, actor, idea.id);
  expectVersion(version, idea.version, () => current);
}

/** Refuses an answer to a locked idea by whoever may not give it, a second one, and one to what was not seen. */
export async function expectAnswerable(
  work: Work,
  actor: Actor,
  locked: LockedIdea | undefined,
  kind: IdeaAnswerKind,
  version: number,
): Promise<LockedIdea> {
  const idea = found(locked);
  allow(ideaPolicy.answer(actor));
  ideaLifecycle.move(idea.state, kind);
  await expectSeen(work, actor, idea, version);
  return idea;
}

/** Locks an idea that the actor may answer in this way, as it was seen. */
export const lockToAnswer = async (
  work: Work,
  actor: Actor,
  id: string,
  kind: IdeaAnswerKind,
  version: number,
): Promise<LockedIdea> => expectAnswerable(work, actor, await lockIdea(work, actor, id), kind, version);
