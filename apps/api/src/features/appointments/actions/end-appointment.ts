import type { AppointmentRecord, Given, appointmentsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import type { HoldingsOf } from '../../../kernel/holdings.ts';
import { daysAfter } from '../../../kernel/moments.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { keepSecretariat } from '../../accounts/index.ts';
import { appointmentLifecycle } from '../appointment.lifecycle.ts';
import { appointmentPolicy } from '../appointment.policy.ts';
import { endsNow } from '../appointment.rules.ts';
import { readAppointmentIn } from '../appointments.queries.ts';
import { lockAppointment, saveEnd, today, type LockedAppointment } from '../appointments.store.ts';
import { handOver } from '../hand-over.ts';

type Input = Given<typeof appointmentsRoutes.endAppointment>;

/**
 * Ends an appointment with a last day. Where that day is today or past, everything that the person holds for the
 * organization is handed over in the same transaction; where it is ahead, they hold it until then.
 */
export const endAppointment = (
  unit: UnitOfWork,
  actor: Actor,
  registry: readonly HoldingsOf[],
  { params, body }: Input,
): Promise<AppointmentRecord> =>
  unit.run(actor, async (work) => {
    const appointment = await lockSeen(work, actor, params.id);
    allow(appointmentPolicy.end(actor, appointment));
    appointmentLifecycle.move(appointment.state, 'end');
    refuse(body.endsOn < daysAfter(appointment.startsOn, -1) ? [bodyIssue('/endsOn', 'before_start')] : []);
    const current = await today(work);
    if (endsNow(body.endsOn, current)) await handOver(work, actor, registry, appointment, body.moves);
    else if (body.moves.length > 0) throw new Problem('hand-over-changed', { current: { holdings: [] } });
    await saveEnd(work, appointment.id, body.endsOn);
    if (appointment.office === 'SECRETARIAT') await keepSecretariat(work);
    recordEnd(work, actor, appointment);
    return readAppointmentIn(work, actor, appointment.id);
  });

/** An appointment that the actor may know of; 404 for everybody else's. */
export async function lockSeen(work: Work, actor: Actor, id: string): Promise<LockedAppointment> {
  const appointment = await lockAppointment(work, id);
  return found(appointment && appointmentPolicy.list(actor, appointment.organizationId) ? appointment : undefined);
}

/** Tells that an office has come to its end, or will. */
export function recordEnd(work: Work, actor: Actor, appointment: LockedAppointment): void {
  work.record({
    kind: 'appointment.ended',
    facts: {
      organization: appointment.organizationName,
      office: appointment.office,
      person: appointment.personId,
    },
    actingFor: mainOffice(actor)?.organizationId ?? null,
    organizationId: appointment.organizationId,
    personId: appointment.personId,
    detail: { appointmentId: appointment.id },
  });
}
