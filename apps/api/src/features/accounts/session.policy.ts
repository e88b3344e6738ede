import type { SessionView } from '@blizej/contracts';
import { decidingOffices, gminasOf, isInsider, isSecretariat, leadingOffices, type Actor } from '../../kernel/actor.ts';
import { invitationPolicy } from './invitation.policy.ts';

/**
 * Whether an office of the actor's asks for a second factor, whichever they act in: the secretariat reads what all gminas
 * have written.
 */
export const asksForSecondFactor = ({ offices, elsewhere = [] }: Actor): boolean =>
  [...offices, ...elsewhere].some(({ office }) => office === 'SECRETARIAT');

/** Nothing is open yet. */
const nowhere: SessionView['abilities'] = {
  useNetworks: false,
  proposeNetwork: false,
  proposeInitiative: false,
  submitIdea: false,
  useInitiatives: false,
  keepCalls: false,
  stateNeeds: false,
  keepResolutions: false,
  keepTemplates: false,
  writeTask: false,
  reviewAnswers: false,
  writeBallot: false,
  invite: false,
  runElection: false,
  administer: false,
  readPeople: false,
};

/** Where in the portal the actor may go, for the navigation; each feature's policy still decides each deed. */
export const placesOf = (actor: Actor): SessionView['abilities'] =>
  actor.request?.secondFactorMissing === true
    ? nowhere
    : {
        useNetworks: isInsider(actor),
        proposeNetwork: isSecretariat(actor) || gminasOf(actor, decidingOffices).length > 0,
        proposeInitiative: isSecretariat(actor) || gminasOf(actor, leadingOffices).length > 0,
        submitIdea: gminasOf(actor).length > 0,
        useInitiatives: isInsider(actor) || actor.offices.some(({ office }) => office === 'PARTNER_CONTACT'),
        keepCalls: isSecretariat(actor),
        stateNeeds: gminasOf(actor, leadingOffices).length > 0,
        keepResolutions: isSecretariat(actor),
        keepTemplates: isSecretariat(actor),
        writeTask: isSecretariat(actor),
        reviewAnswers: isSecretariat(actor),
        writeBallot: isSecretariat(actor),
        invite: invitationPolicy.use(actor),
        runElection: isSecretariat(actor),
        administer: isSecretariat(actor),
        readPeople: isSecretariat(actor) || gminasOf(actor, decidingOffices).length > 0,
      };
