import {
  openAmendmentsAtMost,
  paragraphsAtMost,
  type Given,
  type PositionView,
  type positionsRoutes,
} from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { positionEvent } from '../position-event.ts';
import { amendmentLifecycle, positionLifecycle } from '../position.lifecycle.ts';
import { positionPolicy } from '../position.policy.ts';
import { amendmentIssues, isOutdated, merged, placeOf, type ProposedWords } from '../position.rules.ts';
import { readPositionIn } from '../positions.queries.ts';
import {
  countOpenAmendments,
  findAmendment,
  insertAmendment,
  saveAmendmentDecision,
  saveAmendmentWithdrawal,
} from '../discussion.store.ts';
import { insertText, lockPosition, textOf, touch, type LockedPosition } from '../positions.store.ts';
import { expectInTime } from './comment-position.ts';
import { lockToKeep, lockToSpeak, presentText } from './lock-position.ts';

/** Refuses words on a paragraph that has other words by now; whoever wrote them sees those with the refusal. */
async function expectUnchanged(
  work: Work,
  actor: Actor,
  position: LockedPosition,
  words: ProposedWords & { readonly textNumber: number },
): Promise<void> {
  const writtenOn = await textOf(work, position.id, words.textNumber);
  const now = await presentText(work, position);
  const before = writtenOn?.paragraphs.find(({ id }) => id === words.paragraphId) ?? null;
  if (isOutdated(words, before, now.paragraphs))
    throw new Problem('paragraph-changed', { current: await readPositionIn(work, actor, position.id) });
}

/** The place of the paragraph that an amendment speaks of, in the text that its gmina read: its name in the history. */
async function placeWritten(
  work: Work,
  { id }: LockedPosition,
  { paragraphId, textNumber }: { readonly paragraphId: string; readonly textNumber: number },
): Promise<number> {
  return placeOf((await textOf(work, id, textNumber))?.paragraphs ?? [], paragraphId);
}

/** Proposes for a gmina other words; the rapporteur decides. */
export const proposeAmendment = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof positionsRoutes.proposeAmendment>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const { organizationId, paragraphId, kind, pl = null, en = null, reason, textNumber } = body;
    const speaking = { organizationId, may: 'discuss', move: 'discuss' } as const;
    const { position, organization } = await lockToSpeak(work, actor, params.id, speaking);
    await expectInTime(work, position);
    const words = { paragraphId, kind, pl, en };
    if (textNumber !== position.textNumber) await expectUnchanged(work, actor, position, { ...words, textNumber });
    const { paragraphs } = await presentText(work, position);
    refuse(amendmentIssues(words, paragraphs));
    const open = await countOpenAmendments(work, position.id, organizationId);
    if (open >= openAmendmentsAtMost) throw new Problem('too-many');
    await insertAmendment(work, {
      positionId: position.id,
      paragraphId,
      kind,
      textPl: pl,
      textEn: en,
      reason,
      textNumber: position.textNumber,
      organizationId,
      personId: actor.personId,
    });
    work.record({
      ...positionEvent('position.amended', actor, position, {
        organization,
        paragraph: placeOf(paragraphs, paragraphId),
      }),
      organizationId,
      detail: { ...words, reason },
    });
    return readPositionIn(work, actor, position.id);
  });

/** Accepts an amendment, which makes a new version of the text with its gmina named, or rejects it; with a reason. */
export const decideAmendment = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { accepted, reason, version } }: Given<typeof positionsRoutes.decideAmendment>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const position = await lockToKeep(work, actor, params.id, { may: 'keep', move: 'discuss', version });
    const amendment = found(await findAmendment(work, position.id, params.amendmentId));
    amendmentLifecycle.move(amendment.state, accepted ? 'accept' : 'reject');
    const { organizationId, organization } = amendment;
    const decision = { reason, personId: actor.personId };
    const said = { organization, reason, paragraph: await placeWritten(work, position, amendment) };
    if (accepted) {
      await expectUnchanged(work, actor, position, amendment);
      const text = await presentText(work, position);
      refuse(amendmentIssues(amendment, text.paragraphs));
      const paragraphs = merged(text.paragraphs, amendment, crypto.randomUUID());
      if (paragraphs.length > paragraphsAtMost) throw new Problem('too-many');
      const mergedIn = await insertText(work, position, {
        ...text,
        paragraphs,
        amendmentId: amendment.id,
        personId: actor.personId,
        organizationId,
      });
      await saveAmendmentDecision(work, amendment.id, { ...decision, state: 'ACCEPTED', mergedIn });
      const more = { ...said, number: mergedIn };
      work.record({ ...positionEvent('position.amendment-accepted', actor, position, more), organizationId });
    } else {
      await saveAmendmentDecision(work, amendment.id, { ...decision, state: 'REJECTED', mergedIn: null });
      work.record({ ...positionEvent('position.amendment-rejected', actor, position, said), organizationId });
    }
    await touch(work, position.id);
    return readPositionIn(work, actor, position.id);
  });

/** A gmina takes its amendment back before it is decided. */
export const withdrawAmendment = (
  unit: UnitOfWork,
  actor: Actor,
  { params }: Given<typeof positionsRoutes.withdrawAmendment>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const position = found(await lockPosition(work, actor, params.id));
    const amendment = found(await findAmendment(work, position.id, params.amendmentId));
    const { organizationId, organization } = amendment;
    allow(positionPolicy.discuss(actor, organizationId));
    positionLifecycle.move(position.state, 'discuss');
    amendmentLifecycle.move(amendment.state, 'withdraw');
    const paragraph = await placeWritten(work, position, amendment);
    await saveAmendmentWithdrawal(work, amendment.id);
    work.record({
      ...positionEvent('position.amendment-withdrawn', actor, position, { organization, paragraph }),
      organizationId,
    });
    return readPositionIn(work, actor, position.id);
  });
