import type { LinkPurpose } from '@blizej/contracts';
import type { UnitOfWork } from '../../kernel/work.ts';
import type { Post } from '../../platform/mail/post.ts';
import { mailWords } from '../../platform/mail/words.ts';
import { dropLink, insertPersonLink, renewEmailLink, type AddressedLink } from './login-link.store.ts';

/** Where each link leads. */
const pages: Record<LinkPurpose | 'EMAIL_CHANGE', string> = { SIGN_IN: 'link', RESET: 'haslo', EMAIL_CHANGE: 'adres' };

/**
 * Sends a person a link that is made here, so that no queue ever holds a secret. One whose letter could not be sent is
 * forgotten; the next attempt makes another.
 */
export async function mailLink(
  unit: UnitOfWork,
  post: Post,
  publicUrl: string,
  personId: string,
  purpose: LinkPurpose,
): Promise<void> {
  const link = await unit.run(null, async (work) => {
    const made = await insertPersonLink(work, personId, purpose);
    if (made) work.record({ kind: 'person.link-sent', facts: {}, actingFor: null, detail: { personId, purpose } });
    return made;
  });
  if (!link) return;
  try {
    await send(post, publicUrl, purpose, link);
  } catch (error) {
    await unit.run(null, (work) => dropLink(work, link.token));
    throw error;
  }
}

/** Sends the link that proves a new address to that address. Each attempt voids the link of the one before. */
export async function mailEmailLink(unit: UnitOfWork, post: Post, publicUrl: string, linkId: string): Promise<void> {
  const link = await unit.run(null, (work) => renewEmailLink(work, linkId));
  if (link) await send(post, publicUrl, 'EMAIL_CHANGE', link);
}

const send = (
  post: Post,
  publicUrl: string,
  purpose: LinkPurpose | 'EMAIL_CHANGE',
  { token, name, email, language }: AddressedLink,
): Promise<void> =>
  post.send({
    id: token,
    to: { name, address: email },
    language,
    subject: mailWords(language, `link.${purpose}.subject`),
    paragraphs: [mailWords(language, 'link.hello', { name }), mailWords(language, `link.${purpose}.what`)],
    action: { label: mailWords(language, `link.${purpose}.action`), url: `${publicUrl}/${pages[purpose]}#${token}` },
    footer: mailWords(language, 'link.footer'),
  });
