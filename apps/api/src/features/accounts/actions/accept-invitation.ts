import type { Given, invitationsRoutes } from '@blizej/contracts';
import { bodyIssue, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import type { Browser } from '../browser.rules.ts';
import { invitationLifecycle } from '../invitation.lifecycle.ts';
import { invitationPolicy } from '../invitation.policy.ts';
import { carriersWith, endInvitation, lockInvitation, type LockedInvitation } from '../invitations.store.ts';
import { lockHeldInvitationId, voidInvitationLinks } from '../login-link.store.ts';
import { isCommonPassword, hashPassword } from '../passwords.ts';
import { hasExecutive, insertAppointment, insertPerson, isAppointed, lockPersonByEmail } from '../people.store.ts';
import { actorIn } from '../session.queries.ts';
import { openSession } from './sign-in.ts';

type Input = Given<typeof invitationsRoutes.acceptInvitation>;

/**
 * Takes the office to which the holder of a link was invited, once. An address without an account gets one, and is signed
 * in; who has one signs in as ever, for a link alone does not stand for a password and a second factor.
 * Gives the session's token where an account was made, else null.
 */
export async function acceptInvitation(unit: UnitOfWork, { body }: Input, browser?: Browser): Promise<string | null> {
  const { token, name, password } = body;
  refuse(password !== undefined && isCommonPassword(password) ? [bodyIssue('/password', 'common_password')] : []);
  // Hashing takes its time: not while rows are locked.
  const passwordHash = password === undefined ? undefined : await hashPassword(password);
  return unit.run(null, async (work) => {
    const invitation = await lockLiving(work, token);
    const known = await lockPersonByEmail(work, invitation.email);
    if (known && !known.active) throw new Problem('account-blocked');
    if (!known) refuse(passwordHash === undefined ? [bodyIssue('/password', 'required')] : []);
    const personId =
      known?.id ??
      (await insertPerson(work, {
        name: name ?? invitation.name,
        email: invitation.email,
        language: invitation.language,
        passwordHash: passwordHash ?? '',
      }));
    const { organizationId, organizationName, office } = invitation;
    await endInvitation(work, invitation.id, 'accepted');
    await voidInvitationLinks(work, invitation.id);
    if (!(await isAppointed(work, { personId, organizationId, office }))) {
      // Somebody else may have come into office while the letter lay.
      if (office === 'EXECUTIVE' && (await hasExecutive(work, organizationId))) throw new Problem('office-taken');
      await insertAppointment(work, { ...invitation, personId });
      work.record({
        kind: 'appointment.began',
        facts: { organization: organizationName, office, person: personId },
        actingFor: organizationId,
        organizationId,
        personId: invitation.invitedById,
        by: personId,
        detail: { invitationId: invitation.id },
      });
    }
    return known ? null : openSession(work, personId, 'LINK', browser);
  });
}

/** The invitation behind a link that still counts: nobody who has lost the right to invite lets anybody in. */
async function lockLiving(work: Work, token: string): Promise<LockedInvitation> {
  const id = await lockHeldInvitationId(work, token);
  const invitation = id === undefined ? undefined : await lockInvitation(work, id);
  if (!invitation || !invitationLifecycle.allows(invitation.state, 'accept')) throw new Problem('link-void');
  if (invitation.inviterEmail !== null) {
    const inviter = await actorIn(work, invitation.inviterEmail);
    const carriers = await carriersWith(work, invitation.organizationId);
    if (!inviter || !invitationPolicy.invite(inviter, { ...invitation, carriers })) throw new Problem('link-void');
  }
  return invitation;
}
