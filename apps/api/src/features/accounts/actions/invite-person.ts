import type { Given, InvitationView, invitationsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { invitationPolicy, officeFits } from '../invitation.policy.ts';
import { carriersWith, insertInvitation, organizationToJoin, type NewInvitation } from '../invitations.store.ts';
import { readInvitationIn } from '../invitations.queries.ts';
import { hasExecutive, isAppointed, lockPersonByEmail, worksForMember } from '../people.store.ts';

type Input = Given<typeof invitationsRoutes.invitePerson>;

/** Invites somebody by e-mail to take an office. The letter with the link leaves once this has committed. */
export const invitePerson = (unit: UnitOfWork, actor: Actor, { body }: Input): Promise<InvitationView> =>
  unit.run(actor, async (work) => readInvitationIn(work, actor, await invite(work, actor, body)));

/** The same within another deed (an election, a list of many): gives the invitation's id. */
export async function invite(work: Work, actor: Actor, invitation: NewInvitation): Promise<string> {
  const { organizationId, office, email } = invitation;
  const carriers = office === 'PARTNER_CONTACT' ? await carriersWith(work, organizationId) : [];
  const mayInvite = invitationPolicy.invite(actor, { organizationId, office, carriers });
  allow(mayInvite || invitationPolicy.use(actor));
  const organization = found(await organizationToJoin(work, organizationId));
  allow(mayInvite);
  refuse(officeFits(office, organization.kind) ? [] : [bodyIssue('/office', 'office_does_not_fit')]);
  const person = await lockPersonByEmail(work, email);
  if (person && !person.active) throw new Problem('account-blocked');
  // A partner is spoken for by its own people: nobody gets two voices in one initiative.
  const isOurs = office === 'PARTNER_CONTACT' && person !== undefined && (await worksForMember(work, person.id));
  refuse(isOurs ? [bodyIssue('/email', 'works_for_member')] : []);
  if (person && (await isAppointed(work, { personId: person.id, organizationId, office }))) {
    throw new Problem('already-appointed');
  }
  // Who follows a mayor is invited with the day on which the former ends: by the results of an election.
  if (office === 'EXECUTIVE' && !invitation.supersedesId && (await hasExecutive(work, organizationId))) {
    throw new Problem('office-taken');
  }
  const id = await insertInvitation(work, actor.personId, invitation);
  if (!id) throw new Problem('invitation-exists');
  work.enqueue({ name: 'mail-invitation', payload: { invitationId: id } });
  work.record({
    kind: 'invitation.sent',
    facts: { organization: organization.name, office },
    actingFor: mainOffice(actor)?.organizationId ?? null,
    organizationId,
    by: actor.personId,
    detail: { invitationId: id },
  });
  return id;
}
