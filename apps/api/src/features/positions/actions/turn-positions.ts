import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { clock, dayOf } from '../../ballots/index.ts';
import { positionEvent } from '../position-event.ts';
import { positionLifecycle } from '../position.lifecycle.ts';
import { reminderIsDue } from '../position.rules.ts';
import { listAddressees, saveAnswerReminded } from '../aftermath.store.ts';
import { unityOf } from '../discussion.store.ts';
import {
  ballotResult,
  lockPositionByClock,
  positionsUnderWay,
  saveAdoption,
  saveRejection,
  saveReminded,
  saveResumption,
  type LockedPosition,
} from '../positions.store.ts';
import { keptStates, saveRapporteur } from '../rapporteur.store.ts';

async function adoptIn(work: Work, position: LockedPosition, by: 'BALLOT' | 'SILENCE'): Promise<void> {
  positionLifecycle.move(position.state, 'adopt');
  const entry = await saveAdoption(work, position.id, by);
  const kind = by === 'BALLOT' ? 'position.adopted' : 'position.adopted-by-silence';
  work.record({
    ...positionEvent(kind, null, position, entry),
    organizationIds: (await unityOf(work, position.id)).memberIds,
    detail: { ballotId: position.ballotId, textNumber: position.textNumber },
  });
}

/** What the ballot has decided becomes of the position; one that decided nothing, or was withdrawn, leads back to the consultation. */
async function settleIn(work: Work, position: LockedPosition, ballotId: string): Promise<void> {
  const result = await ballotResult(work, ballotId);
  if (result?.state !== 'CLOSED' && result?.state !== 'WITHDRAWN') return;
  if (result.outcome === 'ADOPTED') return adoptIn(work, position, 'BALLOT');
  positionLifecycle.move(position.state, result.outcome === 'REJECTED' ? 'reject' : 'resume');
  await (result.outcome === 'REJECTED' ? saveRejection(work, position.id) : saveResumption(work, position.id));
  work.record({
    ...(result.state === 'WITHDRAWN'
      ? positionEvent('position.ballot-withdrawn', null, position, { reason: result.withdrawal ?? '' })
      : positionEvent(result.outcome === 'REJECTED' ? 'position.rejected' : 'position.undecided', null, position, {})),
    organizationIds: (await unityOf(work, position.id)).memberIds,
    detail: { ballotId },
  });
}

/** Tells those who have said nothing that the consultation ends soon. */
async function remindIn(work: Work, position: LockedPosition, until: Date): Promise<void> {
  await saveReminded(work, position.id);
  const { silentIds } = await unityOf(work, position.id);
  if (silentIds.length === 0) return;
  work.record({
    ...positionEvent('position.consultation-ending', null, position, { until: await dayOf(work, until) }),
    organizationIds: silentIds,
  });
}

/** Tells the rapporteur, once for each, whose answer is late. */
async function remindOfAnswers(work: Work, position: LockedPosition): Promise<void> {
  const late = (await listAddressees(work, position.id)).filter(({ overdue }) => overdue);
  await saveAnswerReminded(
    work,
    late.map(({ id }) => id),
  );
  for (const { name: addressee, answerDueOn } of late) {
    const dueOn = answerDueOn ?? '';
    work.record(positionEvent('position.answer-late', null, position, { addressee, dueOn }));
  }
}

/** An office that has ended by itself leaves no position to nobody: those are told who can name another rapporteur. */
async function letGoIn(work: Work, position: LockedPosition): Promise<void> {
  await saveRapporteur(work, position.id, null);
  work.record({
    ...positionEvent('position.rapporteur-left', null, position, {}),
    organizationIds: [position.proposedById],
  });
}

/** What the clock asks of one position at this moment. */
const turn = (unit: UnitOfWork, id: string): Promise<void> =>
  unit.run(null, async (work) => {
    const position = await lockPositionByClock(work, id);
    if (!position) return;
    // Somebody may have been quicker: it is found out again under the lock.
    const now = await clock(work);
    const { state, ballotId, silenceUntil, consultationUntil, remindedAt } = position;
    if (position.lostRapporteur && keptStates.includes(state)) await letGoIn(work, position);
    if (state === 'VOTING' && ballotId !== null) await settleIn(work, position, ballotId);
    if (state === 'VOTING' && ballotId === null && silenceUntil && now >= silenceUntil)
      await adoptIn(work, position, 'SILENCE');
    if (state === 'CONSULTATION' && consultationUntil && reminderIsDue(consultationUntil, remindedAt, now))
      await remindIn(work, position, consultationUntil);
    if (state === 'ADOPTED' || state === 'SENT') await remindOfAnswers(work, position);
  });

/** Settles what was voted, adopts what nobody objected to, and reminds; each position in a transaction of its own. */
export async function turnPositions(unit: UnitOfWork): Promise<void> {
  const failures: unknown[] = [];
  // What fails with one of them keeps no other from its time.
  for (const id of await unit.run(null, positionsUnderWay))
    await turn(unit, id).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join(' '));
}
