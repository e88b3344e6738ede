import type { Language } from '@blizej/contracts';
import type { AccountNotice } from '../../kernel/jobs.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import type { Post } from '../../platform/mail/post.ts';
import { mailWords } from '../../platform/mail/words.ts';

interface Reading {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Tells a person what happened to their account: such a letter is how one learns that it was somebody else. */
export async function mailNotice(
  db: Reader,
  post: Post,
  publicUrl: string,
  personId: string,
  notice: AccountNotice,
): Promise<void> {
  const [person] = await db.rows<Reading>(
    Prisma.sql`SELECT name, email, language FROM person WHERE id = ${personId}::uuid AND active`,
  );
  // The same thing may happen twice: no two such letters are one.
  if (person) await send(post, publicUrl, { id: crypto.randomUUID(), notice, reader: person });
}

/** Tells a person of a session in a browser that was not known: which, and when. */
export async function mailNewDevice(db: Reader, post: Post, publicUrl: string, sessionId: string): Promise<void> {
  const [session] = await db.rows<Reading & { client: string | null; createdAt: Date; timeZone: string }>(Prisma.sql`
    SELECT person.name, person.email, person.language, session.client, session.created_at AS "createdAt",
           association.time_zone AS "timeZone"
    FROM session JOIN person ON person.id = session.person_id AND person.active CROSS JOIN association
    WHERE session.id = ${sessionId}::uuid`);
  if (!session) return;
  const { language, client, createdAt, timeZone } = session;
  const manner = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  await send(post, publicUrl, {
    id: sessionId,
    notice: 'NEW_DEVICE',
    reader: session,
    values: {
      client: client ?? mailWords(language, 'notice.unknownClient'),
      when: new Intl.DateTimeFormat(language, manner).format(createdAt),
    },
  });
}

const send = (
  post: Post,
  publicUrl: string,
  letter: {
    readonly id: string;
    readonly notice: AccountNotice | 'NEW_DEVICE';
    readonly reader: Reading;
    readonly values?: Record<string, string>;
  },
): Promise<void> => {
  const { id, notice, values } = letter;
  const { name, email, language } = letter.reader;
  return post.send({
    id,
    to: { name, address: email },
    language,
    subject: mailWords(language, `notice.${notice}.subject`),
    paragraphs: [
      mailWords(language, 'notice.hello', { name }),
      mailWords(language, `notice.${notice}.what`, values),
      mailWords(language, 'notice.otherwise'),
    ],
    action: { label: mailWords(language, 'notice.action'), url: `${publicUrl}/haslo` },
    footer: mailWords(language, 'notice.footer'),
  });
};
