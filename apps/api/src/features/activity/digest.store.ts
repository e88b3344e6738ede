import type { EventView, Language } from '@blizej/contracts';
import type { DigestReader } from '../../kernel/digest.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf } from '../../platform/database/database.ts';

/** The most news of one letter; the others wait in the inbox. */
export const newsMost = 20;

/** Whether a person had no letter today; expects `person`. */
export const hadNoLetter = Prisma.sql`NOT EXISTS (
  SELECT FROM digest WHERE digest.person_id = person.id AND digest.day = portal_today())`;

/** News that came after the letter before one of a day, and before that one; expects `person`, `notification` and `event`. */
const isNews = (day: Prisma.Sql) => Prisma.sql`notification.reason = 'INFORMED' AND notification.read_at IS NULL
  AND event.occurred_at > coalesce((SELECT max(created_at) FROM digest WHERE digest.person_id = person.id AND digest.day < ${day}),
                                   ${day}::timestamp - interval '1 day')
  AND event.occurred_at <= coalesce((SELECT created_at FROM digest WHERE digest.person_id = person.id AND digest.day = ${day}),
                                    portal_now())`;

/** Lets one begin the letters at a time. */
export async function takeTurn(work: Work): Promise<void> {
  await rowsOf(work, Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('blizej digest'))::text`);
}

/** Who has unread news and wants it by e-mail. */
export async function peopleWithNews(work: Work): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      SELECT DISTINCT person.id FROM person
      JOIN notification ON notification.person_id = person.id JOIN event ON event.id = notification.event_id
      WHERE person.active AND person.mail_informed AND ${hadNoLetter} AND ${isNews(Prisma.sql`portal_today()`)}`,
  );
  return rows.map(({ id }) => id);
}

export interface NewsRow extends Pick<EventView, 'kind' | 'facts'> {
  personName: string | null;
  taskId: string | null;
  networkId: string | null;
}

/** The unread news of a person's letter, oldest first; one more than fits where there are more. */
export const newsOf = (work: Work, { personId, day }: DigestReader): Promise<NewsRow[]> =>
  rowsOf<NewsRow>(
    work,
    Prisma.sql`
      SELECT event.kind, event.facts, event.task_id AS "taskId", event.network_id AS "networkId", concerned.name AS "personName"
      FROM person JOIN notification ON notification.person_id = person.id JOIN event ON event.id = notification.event_id
      LEFT JOIN person concerned ON concerned.id = (event.facts ->> 'person')::uuid
      WHERE person.id = ${personId}::uuid AND person.mail_informed AND ${isNews(Prisma.sql`${day}::date`)}
      ORDER BY event.id LIMIT ${newsMost + 1}`,
  );

/** Notes that people get a letter today, and gives those who do; who had one gets none. */
export async function insertDigests(work: Work, personIds: readonly string[]): Promise<{ id: string; day: string }[]> {
  return rowsOf<{ id: string; day: string }>(
    work,
    Prisma.sql`
      INSERT INTO digest (person_id, day) SELECT DISTINCT id, portal_today() FROM unnest(${personIds}::uuid[]) AS told (id)
      ON CONFLICT DO NOTHING RETURNING person_id AS id, day::text`,
  );
}

/** To whom a letter goes; undefined where the account is no more. */
export async function digestReader(
  work: Work,
  personId: string,
): Promise<{ name: string; email: string; language: Language } | undefined> {
  const [row] = await rowsOf<{ name: string; email: string; language: Language }>(
    work,
    Prisma.sql`SELECT name, email, language FROM person WHERE id = ${personId}::uuid AND active`,
  );
  return row;
}
