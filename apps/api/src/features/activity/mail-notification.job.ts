import type { LetterLink } from '../../kernel/letters.ts';
import type { Post } from '../../platform/mail/post.ts';
import type { Reader } from '../../platform/database/database.ts';
import { mailWords } from '../../platform/mail/words.ts';
import { letterOfNotification } from './activity.queries.ts';
import { placeOf, sentenceOf } from './event-words.ts';

/** Sends a notification also as a letter; one that is read meanwhile, or for nobody any more, is not sent. */
export async function mailNotification(
  db: Reader,
  post: Post,
  publicUrl: string,
  linkOf: LetterLink,
  id: string,
): Promise<void> {
  const told = await letterOfNotification(db, id);
  if (!told) return;
  const { language } = told;
  const sentence = sentenceOf(told, language);
  const decision = await linkOf(told);
  const place = publicUrl + placeOf(told);
  await post.send({
    id,
    to: { name: told.name, address: told.email },
    language,
    subject: mailWords(language, `notification.subject.${told.reason}`, { sentence }),
    paragraphs: [
      mailWords(language, `notification.lead.${told.reason}`),
      `${sentence}.`,
      ...(decision ? [mailWords(language, 'notification.once', { place })] : []),
    ],
    action: decision
      ? { label: mailWords(language, `notification.deed.${decision.deed}`), url: publicUrl + decision.path }
      : { label: mailWords(language, 'notification.action'), url: place },
    footer: mailWords(language, 'notification.footer'),
  });
}
