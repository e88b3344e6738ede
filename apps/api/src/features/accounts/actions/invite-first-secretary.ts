import type { UnitOfWork } from '../../../kernel/work.ts';
import { insertInvitation, lockEmptySecretariat } from '../invitations.store.ts';

/**
 * Invites the first person of a new portal, who invites all the others. Does nothing where somebody works for the
 * secretariat already, or is asked to. Gives whether a letter leaves.
 */
export const inviteFirstSecretary = (
  unit: UnitOfWork,
  { name, email }: { name: string; email: string },
): Promise<boolean> =>
  unit.run(null, async (work) => {
    const secretariat = 'Sekretariat';
    const organizationId = await lockEmptySecretariat(work, secretariat);
    if (organizationId === undefined) return false;
    const office = 'SECRETARIAT' as const;
    const id = await insertInvitation(work, null, { name, email, office, organizationId, language: 'pl' });
    if (id === undefined) return false;
    work.enqueue({ name: 'mail-invitation', payload: { invitationId: id } });
    work.record({
      kind: 'invitation.sent',
      facts: { organization: secretariat, office },
      actingFor: null,
      organizationId,
      detail: { invitationId: id },
    });
    return true;
  });
