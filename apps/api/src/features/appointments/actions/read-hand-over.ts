import type { HandOverView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import type { HoldingsOf } from '../../../kernel/holdings.ts';
import { allow } from '../../../kernel/policy.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { appointmentPolicy } from '../appointment.policy.ts';
import { deputiesOf, peopleOf } from '../appointments.store.ts';
import { leftBehind } from '../hand-over.ts';
import { lockSeen } from './end-appointment.ts';

/** What the end of an appointment would leave behind: the same look, within a work, that ending it takes. */
export const readHandOver = (
  unit: UnitOfWork,
  actor: Actor,
  registry: readonly HoldingsOf[],
  id: string,
): Promise<HandOverView> =>
  unit.run(actor, async (work) => {
    const appointment = await lockSeen(work, actor, id);
    allow(appointmentPolicy.end(actor, appointment));
    const { personId, personName, office, startsOn, organizationId } = appointment;
    return {
      appointment: { id, person: { id: personId, name: personName }, office, startsOn },
      holdings: await leftBehind(work, registry, appointment),
      successors: await peopleOf(work, organizationId, personId),
      deputies: await deputiesOf(work, id),
    };
  });
