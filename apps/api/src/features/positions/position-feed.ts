import { inLanguage, type Language, type Localized, type RegisteredPosition } from '@blizej/contracts';
import { positionWords } from '../../platform/mail/words.ts';

const escape = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]/gu, '').replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** The latest public positions as Atom (RFC 4287). An entry changes no more: it is as old as its decision. */
export const atomOf = (
  positions: readonly RegisteredPosition[],
  { language, association, publicUrl }: { language: Language; association: Localized; publicUrl: string },
): string => {
  const text = (words: Localized): string => escape(inLanguage(words, language));
  const page = (id = ''): string => escape(`${publicUrl}/stanowiska${id && `/${id}`}`);
  const at = (day: string): string => `${day}T00:00:00Z`;
  const newest = positions[0]?.decision.on ?? '1970-01-01';
  const title = escape(positionWords(language, 'feed', { association: inLanguage(association, language) }));
  const entries = positions.map(
    ({ id, title: name, decision, addressees }) => `<entry>
<id>urn:uuid:${id}</id>
<title>${text(name)}</title>
<link rel="alternate" href="${page(id)}"/>
<published>${at(decision.on)}</published>
<updated>${at(decision.on)}</updated>
<summary>${escape([positionWords(language, 'number', { ...decision }), ...addressees].join(' · '))}</summary>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${page()}</id>
<title>${title}</title>
<author><name>${text(association)}</name></author>
<link rel="self" href="${escape(`${publicUrl}/api/register/feed?language=${language}`)}"/>
<link rel="alternate" href="${page()}"/>
<updated>${at(newest)}</updated>
${entries.join('\n')}
</feed>
`;
};
