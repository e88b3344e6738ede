import type { Given, PositionView, positionsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { positionEvent } from '../position-event.ts';
import { identified, isSameText, newDayIssues } from '../position.rules.ts';
import { readPositionIn } from '../positions.queries.ts';
import { insertText, saveTerms, touch } from '../positions.store.ts';
import { lockToKeep, presentText } from './lock-position.ts';

/** Changes what a draft is for, and by which threshold it goes to the vote. */
export const changePosition = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof positionsRoutes.changePosition>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const { version, ...terms } = body;
    const position = await lockToKeep(work, actor, params.id, { may: 'write', move: 'change', version });
    refuse(newDayIssues('/wantedBy', terms.wantedBy, position.wantedBy, await today(work)));
    await saveTerms(work, position.id, terms);
    await touch(work, position.id);
    work.record({ ...positionEvent('position.changed', actor, position, {}), detail: { ...body } });
    return readPositionIn(work, actor, position.id);
  });

/** Saves a new version of the text; the same words again are no version. */
export const writePositionText = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof positionsRoutes.writePositionText>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const { version, titlePl, titleEn = null, paragraphs: written } = body;
    const position = await lockToKeep(work, actor, params.id, { may: 'write', move: 'write', version });
    const former = await presentText(work, position);
    const text = { titlePl, titleEn, paragraphs: identified(written, former.paragraphs, () => crypto.randomUUID()) };
    if (isSameText(former, text)) return readPositionIn(work, actor, position.id);
    const organizationId = mainOffice(actor)?.organizationId ?? position.proposedById;
    const number = await insertText(work, position, { ...text, personId: actor.personId, organizationId });
    await touch(work, position.id);
    const named = { ...position, titlePl, titleEn };
    work.record(
      position.announced
        ? positionEvent('position.revised', actor, named, { number })
        : { ...positionEvent('position.changed', actor, named, {}), detail: { number } },
    );
    return readPositionIn(work, actor, position.id);
  });
