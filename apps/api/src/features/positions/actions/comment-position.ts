import { commentsAtMost, type Given, type PositionView, type positionsRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { bodyIssue, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { clock } from '../../ballots/index.ts';
import { positionEvent } from '../position-event.ts';
import { placeOf } from '../position.rules.ts';
import { readPositionIn } from '../positions.queries.ts';
import { countComments, insertComment } from '../discussion.store.ts';
import type { LockedPosition } from '../positions.store.ts';
import { lockToSpeak, presentText } from './lock-position.ts';

/** Refuses what comes after the end of the consultation, by the clock of this moment. */
export async function expectInTime(work: Work, { consultationUntil }: LockedPosition): Promise<void> {
  if (!consultationUntil || (await clock(work)) >= consultationUntil) throw new Problem('consultation-over');
}

/** Says for a gmina what it thinks of a paragraph, or of the whole text. */
export const commentPosition = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof positionsRoutes.commentPosition>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const { organizationId, text } = body;
    const paragraphId = body.paragraphId ?? null;
    const speaking = { organizationId, may: 'discuss', move: 'discuss' } as const;
    const { position, organization } = await lockToSpeak(work, actor, params.id, speaking);
    await expectInTime(work, position);
    const { paragraphs } = await presentText(work, position);
    const isThere = paragraphId === null || paragraphs.some(({ id }) => id === paragraphId);
    if ((await countComments(work, position.id, organizationId)) >= commentsAtMost) throw new Problem('too-many');
    refuse(isThere ? [] : [bodyIssue('/paragraphId', 'unknown_paragraph')]);
    await insertComment(work, {
      positionId: position.id,
      paragraphId,
      textNumber: position.textNumber,
      organizationId,
      personId: actor.personId,
      text,
    });
    const paragraph = paragraphId === null ? 0 : placeOf(paragraphs, paragraphId);
    work.record({
      ...(paragraph === 0
        ? positionEvent('position.commented', actor, position, { organization })
        : positionEvent('position.commented-on-paragraph', actor, position, { organization, paragraph })),
      organizationId,
      detail: { paragraphId, text },
    });
    return readPositionIn(work, actor, position.id);
  });
