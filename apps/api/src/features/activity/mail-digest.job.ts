import type { DigestPart, DigestSection } from '../../kernel/digest.ts';
import type { UnitOfWork } from '../../kernel/work.ts';
import type { Post } from '../../platform/mail/post.ts';
import { mailWords } from '../../platform/mail/words.ts';
import { digestReader } from './digest.store.ts';

/** Sends a person's letter of a day, as things stand now: what was done meanwhile is left out, and an empty letter is not sent. */
export async function mailDigest(
  unit: UnitOfWork,
  parts: readonly DigestPart[],
  post: Post,
  publicUrl: string,
  { personId, day }: { readonly personId: string; readonly day: string },
): Promise<void> {
  const read = await unit.run(null, async (work) => {
    const reader = await digestReader(work, personId);
    if (!reader) return undefined;
    const sections: DigestSection[] = [];
    for (const part of parts) {
      const section = await part.section(work, { personId, day, language: reader.language });
      if (section) sections.push(section);
    }
    return { reader, sections };
  });
  const [first] = read?.sections ?? [];
  if (!read || !first) return;
  const { reader, sections } = read;
  const { language } = reader;
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  await post.send({
    id: `digest ${personId} ${day}`,
    to: { name: reader.name, address: reader.email },
    language,
    // One thing says itself.
    subject: count === 1 ? [first.items[0]?.note, first.items[0]?.text].filter(Boolean).join(': ') : first.title,
    paragraphs: [mailWords(language, 'digest.hello', { name: reader.name })],
    lists: sections.map(({ title, items }) => ({
      title,
      items: items.map(({ text, note, path }) => ({ text, ...(note && { note }), url: publicUrl + path })),
    })),
    action: { label: mailWords(language, 'digest.action'), url: `${publicUrl}/app` },
    footer: mailWords(language, 'digest.footer'),
    settings: `${publicUrl}/app/profil`,
  });
}
