import {
  addressIssues,
  answersAtMost,
  dispatchesAtMost,
  type DispatchChannel,
  type Given,
  type PositionView,
  type positionsRoutes,
} from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { positionEvent } from '../position-event.ts';
import { newDayIssues } from '../position.rules.ts';
import { readPositionIn } from '../positions.queries.ts';
import {
  countTraffic,
  insertAnswer,
  insertDispatch,
  listAddressees,
  saveAddressees,
  saveEffect,
  saveState,
  type KeptAddressee,
} from '../aftermath.store.ts';
import { unityOf } from '../discussion.store.ts';
import { touch, type LockedPosition } from '../positions.store.ts';
import { lockToKeep } from './lock-position.ts';

/** Writes to whom the position goes. Whoever it was sent to stays as they were. */
export const setAddressees = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { addressees, version } }: Given<typeof positionsRoutes.setAddressees>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const position = await lockToKeep(work, actor, params.id, { may: 'keep', move: 'address', version });
    const kept = await listAddressees(work, position.id);
    const sent = kept.filter(({ firstSentOn }) => firstSentOn !== null);
    if (sent.some(({ id }) => !addressees.some((written) => written.id === id))) throw new Problem('addressee-sent');
    const now = await today(work);
    refuse(
      addressees.flatMap((written, at) => {
        const former = kept.find(({ id }) => id === written.id);
        return [
          ...(former?.firstSentOn ? [] : addressIssues(written, at)),
          ...newDayIssues(`/addressees/${at}/answerDueOn`, written.answerDueOn, former?.answerDueOn ?? null, now),
        ];
      }),
    );
    await saveAddressees(work, position.id, addressees, new Set(sent.map(({ id }) => id)));
    await touch(work, position.id);
    work.record({ ...positionEvent('position.addressed', actor, position, {}), detail: { addressees } });
    return readPositionIn(work, actor, position.id);
  });

const addressFor = {
  MAIL: ({ email }) => email,
  LETTER: ({ address }) => address,
  E_DELIVERY: ({ eDelivery }) => eDelivery,
} as const satisfies Record<DispatchChannel, (to: KeptAddressee) => string | null>;

async function addresseeOf(work: Work, position: LockedPosition, id: string): Promise<KeptAddressee> {
  return found((await listAddressees(work, position.id)).find((one) => one.id === id));
}

/** Once it has gone to every addressee it is sent. */
async function moveOnceSent(work: Work, position: LockedPosition): Promise<void> {
  const isSent = (await listAddressees(work, position.id)).every(({ firstSentOn }) => firstSentOn !== null);
  if (isSent && position.state === 'ADOPTED') await saveState(work, position.id, 'SENT');
}

/** Sends the position by the portal's mail, or records how else it was sent, with the proof. */
export const sendPosition = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { channel, sentOn, proof } }: Given<typeof positionsRoutes.sendPosition>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const position = await lockToKeep(work, actor, params.id, { may: 'keep', move: 'send' });
    const addressee = await addresseeOf(work, position, params.addresseeId);
    if (addressFor[channel](addressee) === null) throw new Problem('address-missing');
    const { dispatches, mailedToday } = await countTraffic(work, addressee.id);
    if (channel === 'MAIL' && mailedToday > 0) throw new Problem('mailed-today');
    if (dispatches >= dispatchesAtMost) throw new Problem('too-many');
    const now = await today(work);
    const day = channel === 'MAIL' ? now : (sentOn ?? now);
    refuse(day > now ? [bodyIssue('/sentOn', 'in_future')] : []);
    const dispatchId = await insertDispatch(work, {
      addresseeId: addressee.id,
      channel,
      sentOn: day,
      proof: proof ?? null,
      personId: actor.personId,
    });
    if (channel === 'MAIL') work.enqueue({ name: 'mail-position', payload: { dispatchId } });
    await moveOnceSent(work, position);
    await touch(work, position.id);
    work.record({
      ...positionEvent('position.sent', actor, position, { addressee: addressee.name }),
      detail: { channel, sentOn: day, proof },
    });
    return readPositionIn(work, actor, position.id);
  });

/** Records what an addressee has answered. With the last answer the position is answered. */
export const recordAnswer = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof positionsRoutes.recordAnswer>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const position = await lockToKeep(work, actor, params.id, { may: 'keep', move: 'answer' });
    const addressee = await addresseeOf(work, position, params.addresseeId);
    const { firstSentOn } = addressee;
    if (firstSentOn === null) throw new Problem('wrong-state', { state: position.state });
    if (body.receivedOn > (await today(work))) refuse([bodyIssue('/receivedOn', 'in_future')]);
    if (body.receivedOn < firstSentOn) refuse([bodyIssue('/receivedOn', 'before_dispatch')]);
    if ((await countTraffic(work, addressee.id)).answers >= answersAtMost) throw new Problem('too-many');
    await insertAnswer(work, { ...body, addresseeId: addressee.id, personId: actor.personId });
    const isAnswered = (await listAddressees(work, position.id)).every(({ answered }) => answered);
    if (isAnswered && position.state === 'SENT') await saveState(work, position.id, 'ANSWERED');
    await touch(work, position.id);
    work.record({
      ...positionEvent('position.answered', actor, position, { addressee: addressee.name }),
      organizationIds: (await unityOf(work, position.id)).memberIds,
      detail: { ...body },
    });
    return readPositionIn(work, actor, position.id);
  });

/** Says what has changed by the position. */
export const recordEffect = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { effect, effectEn, version } }: Given<typeof positionsRoutes.recordEffect>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const position = await lockToKeep(work, actor, params.id, { may: 'keep', move: 'effect', version });
    await saveEffect(work, position.id, { effect, effectEn: effectEn ?? null });
    work.record({
      ...positionEvent('position.effect-recorded', actor, position, {}),
      organizationIds: (await unityOf(work, position.id)).memberIds,
      detail: { effect, effectEn },
    });
    return readPositionIn(work, actor, position.id);
  });
