import type { AppointmentRecord, AppointmentState, Office } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { appointmentLifecycle } from './appointment.lifecycle.ts';
import { appointmentPolicy } from './appointment.policy.ts';

export interface AppointmentRow {
  id: string;
  personId: string;
  personName: string;
  organizationId: string;
  office: Office;
  startsOn: string;
  endsOn: string | null;
  basis: string | null;
  deputyForPersonId: string | null;
  deputyForName: string | null;
  state: AppointmentState;
}

/** An appointment with what the viewer may do. */
export const presentAppointment = (row: AppointmentRow, actor: Actor): AppointmentRecord => ({
  id: row.id,
  person: { id: row.personId, name: row.personName },
  office: row.office,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  basis: row.basis,
  deputyFor: row.deputyForName === null ? null : { name: row.deputyForName },
  state: row.state,
  abilities: {
    end: appointmentLifecycle.allows(row.state, 'end') && appointmentPolicy.end(actor, row),
    deputize: appointmentLifecycle.allows(row.state, 'deputize') && appointmentPolicy.deputize(actor, row),
  },
});
