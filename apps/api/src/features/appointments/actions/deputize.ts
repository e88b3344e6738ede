import type { AppointmentRecord, Given, appointmentsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { insertAppointment, isAppointed } from '../../accounts/index.ts';
import { appointmentLifecycle } from '../appointment.lifecycle.ts';
import { appointmentPolicy } from '../appointment.policy.ts';
import { spanIssues } from '../appointment.rules.ts';
import { readAppointmentIn } from '../appointments.queries.ts';
import { peopleOf, saveDeputyFor, today } from '../appointments.store.ts';
import { lockSeen } from './end-appointment.ts';

type Input = Given<typeof appointmentsRoutes.deputize>;

/** Lets another of the organization's people hold the same office for a time. */
export const deputize = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<AppointmentRecord> =>
  unit.run(actor, async (work) => {
    const appointment = await lockSeen(work, actor, params.id);
    allow(appointmentPolicy.deputize(actor, appointment));
    appointmentLifecycle.move(appointment.state, 'deputize');
    const { organizationId, organizationName, office } = appointment;
    const { personId } = body;
    const current = await today(work);
    const startsOn = body.startsOn < current ? current : body.startsOn;
    const endsOn = appointment.endsOn && appointment.endsOn < body.endsOn ? appointment.endsOn : body.endsOn;
    const people = await peopleOf(work, organizationId, appointment.personId);
    refuse([
      ...spanIssues({ startsOn, endsOn }),
      ...(people.some(({ id }) => id === personId) ? [] : [bodyIssue('/personId', 'unknown_person')]),
    ]);
    if (await isAppointed(work, { personId, organizationId, office })) throw new Problem('already-appointed');
    const id = await insertAppointment(work, {
      personId,
      organizationId,
      office,
      startsOn,
      endsOn,
      basis: null,
      supersedesId: null,
    });
    await saveDeputyFor(work, id, appointment.id);
    work.record({
      kind: 'appointment.began',
      facts: { organization: organizationName, office, person: personId },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      organizationId,
      personId,
      detail: { appointmentId: id, deputyFor: appointment.id },
    });
    return readAppointmentIn(work, actor, id);
  });
