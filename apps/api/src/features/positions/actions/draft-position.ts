import type { Given, PositionView, positionsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { seesNetwork } from '../../networks/index.ts';
import { today } from '../../organizations/index.ts';
import { positionEvent } from '../position-event.ts';
import { positionPolicy } from '../position.policy.ts';
import { identified, newDayIssues } from '../position.rules.ts';
import { readPositionIn } from '../positions.queries.ts';
import { insertPosition, insertText, leadOf } from '../positions.store.ts';

/** Drafts a position. Who drafts it is its rapporteur, until somebody else is named. */
export const draftPosition = (
  unit: UnitOfWork,
  actor: Actor,
  { body }: Given<typeof positionsRoutes.draftPosition>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const { titlePl, titleEn = null, paragraphs: written, networkId, ...terms } = body;
    const isSeen = networkId === undefined || (await seesNetwork(work, actor, networkId));
    const lead = networkId !== undefined && isSeen ? await leadOf(work, networkId) : undefined;
    allow(positionPolicy.draft(actor, lead?.id ?? null));
    refuse([
      ...(networkId === undefined || lead ? [] : [bodyIssue('/networkId', 'unknown_network')]),
      ...newDayIssues('/wantedBy', terms.wantedBy, null, await today(work)),
    ]);
    const proposedById = mainOffice(actor)?.organizationId ?? '';
    const rapporteurId = actor.personId;
    const id = await insertPosition(work, {
      ...terms,
      titlePl,
      titleEn,
      networkId: networkId ?? null,
      proposedById,
      rapporteurId,
    });
    const paragraphs = identified(written, [], () => crypto.randomUUID());
    const text = { titlePl, titleEn, paragraphs, personId: actor.personId, organizationId: proposedById };
    await insertText(work, { id, textNumber: 0 }, text);
    work.record({
      ...positionEvent('position.drafted', actor, { id, titlePl, titleEn, rapporteurId }, {}),
      detail: body,
    });
    return readPositionIn(work, actor, id);
  });
