import { presenceOffice, type PresenceOffice } from '@blizej/contracts';
import { gminasOf, holds, isInsider, isSecretariat, type Actor } from '../../kernel/actor.ts';

/** By whom a gmina is present: those who vote for it. */
const present = presenceOffice.options;

export const meetingPolicy = {
  /** Once it is convened, every member's people; before, the secretariat that plans it. */
  read: (actor: Actor, meeting: { readonly convened: boolean }): boolean =>
    isSecretariat(actor) || (meeting.convened && isInsider(actor)),
  /** Planning, convening, opening, putting to the vote, closing and cancelling. */
  manage: (actor: Actor): boolean => isSecretariat(actor),
  /** A gmina says for itself that it is there; at the door the secretariat says it. */
  record: (actor: Actor, organizationId: string): boolean =>
    isSecretariat(actor) || holds(actor, organizationId, present),
  /** The office by which the actor is present for a gmina; undefined where the actor is not of it. */
  presentBy: (actor: Actor, organizationId: string): PresenceOffice | undefined =>
    present.find((office) => holds(actor, organizationId, [office])),
};

/** The gminas for which the actor says that they are there. */
export const presentFor = (actor: Actor): string[] => gminasOf(actor, present);

/** Beside `read`: the same rule as data for the queries. */
export const visibleMeetings = (actor: Actor): { readonly everything: boolean; readonly convened: boolean } => ({
  everything: isSecretariat(actor),
  convened: isInsider(actor),
});
