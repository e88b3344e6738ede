import type { Office } from '@blizej/contracts';
import { decidingOffices, gminaOffices, holds, isSecretariat, type Actor } from '../../kernel/actor.ts';

/** To which offices those who decide for a gmina appoint its people; the others follow from elections and resolutions. */
const ownOffices: readonly Office[] = ['COORDINATOR', 'OFFICIAL'];

export interface AppointmentFacts {
  readonly organizationId: string;
  readonly office: Office;
  /** Who holds it. */
  readonly personId: string;
  /** For whom they stand in, where this is a deputy's. */
  readonly deputyForPersonId: string | null;
}

export const appointmentPolicy = {
  /** Who holds what is for the organization's own people, and the secretariat. */
  list: (actor: Actor, organizationId: string): boolean =>
    isSecretariat(actor) || holds(actor, organizationId, [...gminaOffices, 'SECRETARIAT', 'PARTNER_CONTACT']),
  appoint: (actor: Actor, { organizationId, office }: Pick<AppointmentFacts, 'organizationId' | 'office'>): boolean =>
    isSecretariat(actor) || (ownOffices.includes(office) && holds(actor, organizationId, decidingOffices)),
  /** Whoever may appoint may end; everybody may lay down what they hold, and send their own deputy home. */
  end: (actor: Actor, appointment: AppointmentFacts): boolean =>
    appointmentPolicy.appoint(actor, appointment) ||
    appointment.personId === actor.personId ||
    appointment.deputyForPersonId === actor.personId,
  /** Whoever holds an office names who stands in; or whoever may appoint to it. A deputy has none. */
  deputize: (actor: Actor, appointment: AppointmentFacts): boolean =>
    appointment.deputyForPersonId === null && appointmentPolicy.end(actor, appointment),
  /** Election night is the secretariat's. */
  runElection: (actor: Actor): boolean => isSecretariat(actor),
};
