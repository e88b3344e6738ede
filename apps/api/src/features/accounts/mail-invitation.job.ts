import type { UnitOfWork } from '../../kernel/work.ts';
import type { Post } from '../../platform/mail/post.ts';
import { mailWords } from '../../platform/mail/words.ts';
import { insertInvitationLink, voidInvitationLinks } from './login-link.store.ts';
import { letterOfInvitation } from './invitations.store.ts';

/**
 * Sends an invitation with a fresh link; one that has come to its end meanwhile is not sent. The link is made here, so that
 * no queue ever holds a secret; a second attempt makes another link, and the one before is void.
 */
export async function mailInvitation(
  unit: UnitOfWork,
  post: Post,
  publicUrl: string,
  invitationId: string,
): Promise<void> {
  const made = await unit.run(null, async (work) => {
    const invitation = await letterOfInvitation(work, invitationId);
    if (!invitation) return undefined;
    await voidInvitationLinks(work, invitationId);
    return { ...invitation, token: await insertInvitationLink(work, invitationId) };
  });
  if (!made) return;
  const { language, name, organization } = made;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: made.timeZone }).format(made.expiresAt);
  await post.send({
    id: made.token,
    to: { name, address: made.email },
    language,
    subject: mailWords(language, 'invitation.subject', { organization }),
    paragraphs: [
      mailWords(language, 'invitation.hello', { name }),
      mailWords(language, 'invitation.who', {
        inviter: made.inviter,
        organization,
        office: mailWords(language, `office.${made.office}`),
      }),
      mailWords(language, made.hasAccount ? 'invitation.howKnown' : 'invitation.how', { day }),
    ],
    action: { label: mailWords(language, 'invitation.action'), url: `${publicUrl}/zaproszenie#${made.token}` },
    footer: mailWords(language, 'invitation.footer'),
  });
}
