import type { AppointmentRecord, Given, appointmentsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { daysAfter } from '../../../kernel/moments.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { HoldingsOf } from '../../../kernel/holdings.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { insertAppointment, isAppointed, officeFits } from '../../accounts/index.ts';
import { appointmentPolicy } from '../appointment.policy.ts';
import { canSucceed, endsNow, spanIssues } from '../appointment.rules.ts';
import { readAppointmentIn } from '../appointments.queries.ts';
import { lockAppointment, lockExecutive, lockOrganization, peopleOf, saveEnd, today } from '../appointments.store.ts';
import { letGo } from '../hand-over.ts';
import { recordEnd } from './end-appointment.ts';

type Input = Given<typeof appointmentsRoutes.appoint>;

/**
 * Appoints one of the organization's people to a further office. In succession to somebody, the former office ends with
 * the day before, and where that is today or past, what they held is the successor's in the same transaction.
 */
export const appoint = (
  unit: UnitOfWork,
  actor: Actor,
  registry: readonly HoldingsOf[],
  { params, body }: Input,
): Promise<AppointmentRecord> =>
  unit.run(actor, async (work) => {
    const organizationId = params.id;
    const organization = found(
      appointmentPolicy.list(actor, organizationId) ? await lockOrganization(work, organizationId) : undefined,
    );
    allow(appointmentPolicy.appoint(actor, { organizationId, office: body.office }));
    const { personId, office, startsOn, endsOn = null, basis = null, supersedesId = null } = body;
    const current = await today(work);
    const begins = startsOn < current ? current : startsOn;
    const people = await peopleOf(work, organizationId);
    const former = supersedesId ? await lockAppointment(work, supersedesId) : undefined;
    const succeeds = former && canSucceed(former, { organizationId, office, startsOn: begins });
    refuse([
      ...spanIssues({ startsOn: begins, endsOn }),
      ...(officeFits(body.office, organization.kind) ? [] : [bodyIssue('/office', 'office_does_not_fit')]),
      ...(people.some(({ id }) => id === body.personId) ? [] : [bodyIssue('/personId', 'unknown_person')]),
      ...(supersedesId && !succeeds ? [bodyIssue('/supersedesId', 'unknown_predecessor')] : []),
    ]);
    if (await isAppointed(work, { personId, organizationId, office })) throw new Problem('already-appointed');
    if (former) {
      allow(appointmentPolicy.end(actor, former));
      const lastDay = daysAfter(begins, -1);
      if (endsNow(lastDay, current)) await letGo(work, actor, registry, former, personId);
      await saveEnd(work, former.id, lastDay);
      recordEnd(work, actor, former);
    }
    if (office === 'EXECUTIVE' && (await lockExecutive(work, organizationId))) throw new Problem('office-taken');
    const id = await insertAppointment(work, {
      personId,
      organizationId,
      office,
      startsOn: begins,
      endsOn,
      basis,
      supersedesId,
    });
    work.record({
      kind: 'appointment.began',
      facts: { organization: organization.name, office, person: personId },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      organizationId,
      personId,
      detail: { appointmentId: id, ...(basis && { basis }) },
    });
    return readAppointmentIn(work, actor, id);
  });
