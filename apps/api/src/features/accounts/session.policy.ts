import type { SessionView } from '@blizej/contracts';
import { decidingOffices, gminasOf, isInsider, isSecretariat, type Actor } from '../../kernel/actor.ts';
import { invitationPolicy } from './invitation.policy.ts';

/** Where in the portal the actor may go, for the navigation; each feature's policy still decides each deed. */
export const placesOf = (actor: Actor): SessionView['abilities'] => ({
  useNetworks: isInsider(actor),
  proposeNetwork: isSecretariat(actor),
  writeTask: isSecretariat(actor),
  reviewAnswers: isSecretariat(actor),
  invite: invitationPolicy.use(actor),
  runElection: isSecretariat(actor),
  administer: isSecretariat(actor),
  readPeople: isSecretariat(actor) || gminasOf(actor, decidingOffices).length > 0,
});
