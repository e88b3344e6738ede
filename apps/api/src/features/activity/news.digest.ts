import type { DigestPart } from '../../kernel/digest.ts';
import { mailWords } from '../../platform/mail/words.ts';
import { newsMost, newsOf, peopleWithNews } from './digest.store.ts';
import { placeOf, sentenceOf } from './event-words.ts';

/** What happened since the letter before, for those who want to be told of it. */
export const newsDigest: DigestPart = {
  note: peopleWithNews,
  async section(work, reader) {
    const rows = await newsOf(work, reader);
    if (rows.length === 0) return undefined;
    const { language } = reader;
    const items = rows.slice(0, newsMost).map((row) => ({ text: sentenceOf(row, language), path: placeOf(row) }));
    const more = { text: mailWords(language, 'digest.news.more'), path: '/app/skrzynka' };
    return {
      title: mailWords(language, 'digest.news.title'),
      items: rows.length > newsMost ? [...items, more] : items,
    };
  },
};
