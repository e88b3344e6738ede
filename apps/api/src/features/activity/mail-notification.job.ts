import type { Post } from '../../platform/mail/post.ts';
import type { Reader } from '../../platform/database/database.ts';
import { mailWords } from '../../platform/mail/words.ts';
import { letterOfNotification } from './activity.queries.ts';
import { placeOf, sentenceOf } from './event-words.ts';

/** Sends a notification also as a letter; one that is read meanwhile, or for nobody any more, is not sent. */
export async function mailNotification(db: Reader, post: Post, publicUrl: string, id: string): Promise<void> {
  const told = await letterOfNotification(db, id);
  if (!told) return;
  const { language } = told;
  const sentence = sentenceOf(told, language);
  await post.send({
    id,
    to: { name: told.name, address: told.email },
    language,
    subject: mailWords(language, `notification.subject.${told.reason}`, { sentence }),
    paragraphs: [mailWords(language, `notification.lead.${told.reason}`), `${sentence}.`],
    action: { label: mailWords(language, 'notification.action'), url: publicUrl + placeOf(told) },
    footer: mailWords(language, 'notification.footer'),
  });
}
