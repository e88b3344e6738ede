import type { AppointmentView, SessionView } from '@blizej/contracts';
import { mainOffice, type Actor, type HeldOffice } from '../../kernel/actor.ts';

const presentOffice = (held: HeldOffice): AppointmentView => ({
  office: held.office,
  organization: { id: held.organizationId, name: held.organizationName, kind: held.organizationKind },
});

/** Who the actor is and what stands open at the top of each page. */
export const presentSession = (
  actor: Actor,
  standing: { readonly expiresAt: Date; readonly secondFactorMissing: boolean },
  unread: number,
  abilities: SessionView['abilities'],
): SessionView => {
  const main = mainOffice(actor);
  return {
    person: { id: actor.personId, name: actor.name, email: actor.email, language: actor.language, theme: actor.theme },
    appointments: [...actor.offices, ...(actor.elsewhere ?? [])].map(presentOffice),
    actingFor: main && presentOffice(main),
    expiresAt: standing.expiresAt.toISOString(),
    unread,
    secondFactorMissing: standing.secondFactorMissing,
    abilities,
  };
};
