import {
  pageSize,
  type CommentPage,
  type CommentView,
  type ConversationPlace,
  type Localized,
  type Mentionable,
  type MentionKind,
  type RichText,
} from '@blizej/contracts';
import { workingOffices, type Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor } from '../../platform/database/paging.ts';
import { conversationLifecycle } from './conversation.lifecycle.ts';
import { conversationPolicy } from './conversation.policy.ts';
import { presentComment, type CommentRow } from './conversation.presenter.ts';
import {
  placeColumns,
  placeIsVisible,
  placeJoins,
  reachable,
  readPlace,
  saidAt,
  type PlaceRow,
} from './conversations.store.ts';

/** Whom a text mentions, by the names that they have now. */
const mentioned = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('kind', one.kind, 'id', one.id, 'name', json_build_object(
      'pl', coalesce(person.name, organization.name, named.name_pl, ''), 'en', named.name_en))), '[]')
   FROM (SELECT DISTINCT attrs ->> 'kind' AS kind, (attrs ->> 'id')::uuid AS id
         FROM jsonb_path_query(comment.body, 'strict $.**.attrs ? (exists (@.kind))') AS attrs) AS one
   LEFT JOIN person ON one.kind = 'PERSON' AND person.id = one.id
   LEFT JOIN organization ON one.kind = 'ORGANIZATION' AND organization.id = one.id
   LEFT JOIN network named ON one.kind = 'NETWORK' AND named.id = one.id)`;

const commentColumns = (actor: Actor) => Prisma.sql`
  comment.id, comment.kind, comment.author_id AS "authorId", author.name AS "authorName",
  comment.acting_for_id AS "actingForId", acting_for.name AS "actingForName", comment.body, ${mentioned} AS mentioned,
  comment.version, comment.created_at AS "createdAt", comment.edited_at AS "editedAt",
  (SELECT coalesce(json_agg(each ORDER BY each.kind), '[]')
   FROM (SELECT kind, count(*)::int AS count, bool_or(person_id = ${actor.personId}::uuid) AS mine
         FROM reaction WHERE comment_id = comment.id GROUP BY kind) AS each) AS reactions,
  CASE comment.kind WHEN 'ANNOUNCEMENT' THEN
    (SELECT json_build_object('count', count(*)::int, 'mine', coalesce(bool_or(person_id = ${actor.personId}::uuid), false))
     FROM read_receipt WHERE comment_id = comment.id) END AS receipt`;
const commentJoins = Prisma.sql`
  JOIN person author ON author.id = comment.author_id
  LEFT JOIN organization acting_for ON acting_for.id = comment.acting_for_id`;

/** What was said at a place, the newest first; undefined where the actor sees nothing of it. */
export async function listComments(
  db: Reader,
  actor: Actor,
  place: ConversationPlace,
  id: string,
  cursor: string | undefined,
): Promise<CommentPage | undefined> {
  const [before] = readCursor(cursor, 'id');
  const here = await readPlace(db, actor, place, id);
  if (!here) return undefined;
  const rows = await db.rows<CommentRow>(Prisma.sql`
    SELECT ${commentColumns(actor)} FROM comment ${commentJoins}
    WHERE ${saidAt(here)}
      AND (${before ?? null}::uuid IS NULL OR comment.id < ${before ?? null}::uuid)
    ORDER BY comment.id DESC LIMIT ${pageSize + 1}`);
  const { items, next } = pageOf(rows, (row) => [row.id]);
  const open = conversationLifecycle.allows(here);
  return {
    items: items.map((row) => presentComment(row, here, actor)),
    next,
    abilities: {
      write: open && conversationPolicy.write(actor, here),
      announce: open && conversationPolicy.announce(actor, here),
    },
  };
}

/** One comment inside a work, for what a deed answers. */
export async function readCommentIn(work: Work, actor: Actor, id: string): Promise<CommentView> {
  const [row] = await rowsOf<CommentRow & PlaceRow>(
    work,
    Prisma.sql`
      SELECT ${commentColumns(actor)}, ${placeColumns} FROM comment ${commentJoins} ${placeJoins}
      WHERE comment.id = ${id}::uuid AND ${placeIsVisible(actor)}`,
  );
  if (!row) throw new Error('A deed lost sight of its comment.');
  return presentComment(row, row, actor);
}

/** How a comment read before; undefined where the actor does not see it. One that was taken back has no words at all. */
export async function listCommentVersions(
  db: Reader,
  actor: Actor,
  id: string,
): Promise<{ version: number; body: RichText; writtenAt: string }[] | undefined> {
  const [row] = await db.rows<{ versions: { version: number; body: RichText; writtenAt: string }[] }>(Prisma.sql`
    SELECT (SELECT coalesce(json_agg(json_build_object('version', version, 'body', body, 'writtenAt', written_at)
                                     ORDER BY version DESC), '[]')
            FROM (SELECT * FROM comment_version WHERE comment_id = comment.id ORDER BY version DESC
                  LIMIT ${pageSize}) AS former) AS versions
    FROM comment ${placeJoins} WHERE comment.id = ${id}::uuid AND ${placeIsVisible(actor)}`);
  return row?.versions.map((one) => ({ ...one, writtenAt: new Date(one.writtenAt).toISOString() }));
}

/** How many of each kind are offered. */
const offered = 8;

/** Who can be mentioned at a place, by the beginning or a part of the name; the network first, then gminas, then people. */
export async function listMentionables(
  db: Reader,
  actor: Actor,
  place: PlaceRow,
  search: string | undefined,
): Promise<Mentionable[]> {
  const rows = await db.rows<{
    kind: MentionKind;
    id: string;
    namePl: string;
    nameEn: string | null;
    organization: string | null;
  }>(Prisma.sql`
    SELECT kind, id, "namePl", "nameEn", organization FROM (
      SELECT reachable.*, row_number() OVER (PARTITION BY kind ORDER BY "namePl" COLLATE "pl-x-icu", id) AS place
      FROM ${reachable(place)} AS reachable
      WHERE id <> ${actor.personId}::uuid AND (${search ?? null}::text IS NULL
        OR strpos(portal_fold("namePl"), portal_fold(${search ?? ''})) > 0)) AS ranked
    WHERE place <= ${offered} ORDER BY kind, place`);
  return rows.map(({ kind, id, namePl, nameEn, organization }) => ({
    kind,
    id,
    name: { pl: namePl, en: nameEn } satisfies Localized,
    organization,
  }));
}

interface Receiver {
  id: string;
  name: string;
  organization: string;
  readAt: Date | null;
}

/** Who of those whom it concerns has read an announcement, and who has not; undefined where the actor does not see it. */
export async function listReceipts(
  db: Reader,
  actor: Actor,
  id: string,
): Promise<{ kind: CommentView['kind']; authorId: string; place: PlaceRow; readers: Receiver[] } | undefined> {
  const [comment] = await db.rows<PlaceRow & { kind: CommentView['kind']; authorId: string }>(Prisma.sql`
    SELECT comment.kind, comment.author_id AS "authorId", ${placeColumns} FROM comment ${placeJoins}
    WHERE comment.id = ${id}::uuid AND ${placeIsVisible(actor)}`);
  if (!comment) return undefined;
  const readers = await db.rows<Receiver>(Prisma.sql`
    SELECT person.id, person.name, min(organization.name) AS organization, read_receipt.read_at AS "readAt"
    FROM appointment JOIN person ON person.id = appointment.person_id AND person.active
    JOIN organization ON organization.id = appointment.organization_id
    LEFT JOIN read_receipt ON read_receipt.comment_id = ${id}::uuid AND read_receipt.person_id = person.id
    WHERE appointment.organization_id = ANY (${comment.concernedIds}::uuid[])
      AND appointment.office::text = ANY (${workingOffices}) AND person.id <> ${comment.authorId}::uuid
      AND appointment.starts_on <= portal_today() AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())
    GROUP BY person.id, read_receipt.read_at
    ORDER BY min(organization.name) COLLATE "pl-x-icu", person.name COLLATE "pl-x-icu" LIMIT 500`);
  return { kind: comment.kind, authorId: comment.authorId, place: comment, readers };
}
