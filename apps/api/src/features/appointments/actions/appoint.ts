import type { AppointmentRecord, Given, appointmentsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { insertAppointment, isAppointed, officeFits } from '../../accounts/index.ts';
import { appointmentPolicy } from '../appointment.policy.ts';
import { spanIssues } from '../appointment.rules.ts';
import { readAppointmentIn } from '../appointments.queries.ts';
import { lockExecutive, lockOrganization, peopleOf } from '../appointments.store.ts';

type Input = Given<typeof appointmentsRoutes.appoint>;

/** Appoints one of the organization's people to a further office. */
export const appoint = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<AppointmentRecord> =>
  unit.run(actor, async (work) => {
    const organizationId = params.id;
    const organization = found(
      appointmentPolicy.list(actor, organizationId) ? await lockOrganization(work, organizationId) : undefined,
    );
    allow(appointmentPolicy.appoint(actor, { organizationId, office: body.office }));
    const people = await peopleOf(work, organizationId);
    refuse([
      ...spanIssues(body),
      ...(officeFits(body.office, organization.kind) ? [] : [bodyIssue('/office', 'office_does_not_fit')]),
      ...(people.some(({ id }) => id === body.personId) ? [] : [bodyIssue('/personId', 'unknown_person')]),
    ]);
    const { personId, office, startsOn, endsOn = null, basis = null } = body;
    if (await isAppointed(work, { personId, organizationId, office })) throw new Problem('already-appointed');
    if (office === 'EXECUTIVE' && (await lockExecutive(work, organizationId))) throw new Problem('office-taken');
    const id = await insertAppointment(work, {
      personId,
      organizationId,
      office,
      startsOn,
      endsOn,
      basis,
      supersedesId: null,
    });
    work.record({
      kind: 'appointment.began',
      facts: { organization: organization.name, office, person: personId },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      organizationId,
      personId,
      detail: { appointmentId: id },
    });
    return readAppointmentIn(work, actor, id);
  });
