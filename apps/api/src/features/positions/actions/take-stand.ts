import type { Given, PositionView, positionsRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { bodyIssue, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { positionEvent } from '../position-event.ts';
import { readPositionIn } from '../positions.queries.ts';
import { hasVotedFor, insertSignature, saveDissent } from '../aftermath.store.ts';
import { saveStand } from '../discussion.store.ts';
import { lockToSpeak } from './lock-position.ts';

/** A gmina endorses the position, or objects and says why; its latest word counts. */
export const takeStand = (
  unit: UnitOfWork,
  actor: Actor,
  { params: { id, organizationId }, body: { stand, reason } }: Given<typeof positionsRoutes.takeStand>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const speaking = { organizationId, may: 'speakFor', move: 'discuss' } as const;
    const { position, organization } = await lockToSpeak(work, actor, id, speaking);
    if (stand === 'OBJECTS' && reason === undefined) refuse([bodyIssue('/reason', 'required')]);
    const { textNumber } = position;
    const spoken = { positionId: id, organizationId, stand, reason: reason ?? null, textNumber };
    await saveStand(work, { ...spoken, personId: actor.personId });
    work.record(
      stand === 'ENDORSES'
        ? {
            ...positionEvent('position.endorsed', actor, position, { organization, number: textNumber }),
            organizationId,
          }
        : {
            ...positionEvent('position.objected', actor, position, {
              organization,
              reason: reason ?? '',
              number: textNumber,
            }),
            organizationId,
          },
    );
    return readPositionIn(work, actor, id);
  });

/** Puts a gmina's dissent on record beside the adopted position, until it is sent; not where it openly voted for it. */
export const recordDissent = (
  unit: UnitOfWork,
  actor: Actor,
  { params: { id, organizationId }, body: { pl, en } }: Given<typeof positionsRoutes.recordDissent>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const speaking = { organizationId, may: 'speakFor', move: 'dissent' } as const;
    const { position, organization } = await lockToSpeak(work, actor, id, speaking);
    if (await hasVotedFor(work, id, organizationId)) throw new Problem('voted-for');
    await saveDissent(work, {
      positionId: id,
      organizationId,
      textPl: pl,
      textEn: en ?? null,
      personId: actor.personId,
    });
    work.record({
      ...positionEvent('position.dissented', actor, position, { organization }),
      organizationId,
      detail: { pl, en },
    });
    return readPositionIn(work, actor, id);
  });

/** A mayor approves the adopted position for the gmina. A second time changes nothing. */
export const signPosition = (
  unit: UnitOfWork,
  actor: Actor,
  { params: { id }, body: { organizationId } }: Given<typeof positionsRoutes.signPosition>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const speaking = { organizationId, may: 'sign', move: 'sign' } as const;
    const { position, organization } = await lockToSpeak(work, actor, id, speaking);
    const isFirst = await insertSignature(work, { positionId: id, organizationId, personId: actor.personId });
    if (isFirst)
      work.record({ ...positionEvent('position.signed', actor, position, { organization }), organizationId });
    return readPositionIn(work, actor, id);
  });
