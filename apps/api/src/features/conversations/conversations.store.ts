/**
 * All SQL of conversations but the lists. A comment and what a request names are looked at in the same way: as a row named
 * `comment`, by a network, a task or an initiative; who may not see that sees nothing of what is said there.
 */
import type {
  CommentKind,
  ConversationPlace,
  InitiativeStage,
  Localized,
  Mention,
  NetworkState,
  ReactionKind,
  RichText,
  TaskState,
} from '@blizej/contracts';
import { workingOffices, type Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf, type Reader } from '../../platform/database/database.ts';
import { initiativeIsShared, isFormer, workingOn } from '../initiatives/index.ts';
import { taskIsVisible } from '../tasks/index.ts';
import { visibleConversations, type PlaceFacts } from './conversation.policy.ts';

export const placeJoins = Prisma.sql`
  LEFT JOIN task ON task.id = comment.task_id
  LEFT JOIN network ON network.id = coalesce(comment.network_id, task.network_id)
  LEFT JOIN initiative ON initiative.id = comment.initiative_id`;

/** The one place where `visibleConversations` becomes SQL; expects the joins above. Nothing is seen of what does not exist. */
export const placeIsVisible = (actor: Actor): Prisma.Sql => {
  const scope = visibleConversations(actor);
  return Prisma.sql`(CASE
    WHEN comment.initiative_id IS NOT NULL THEN initiative.id IS NOT NULL AND ${initiativeIsShared(actor)}
    WHEN network.id IS NULL THEN false
    WHEN comment.task_id IS NOT NULL THEN ${taskIsVisible(actor)}
    ELSE ${scope.everything} OR EXISTS (SELECT FROM membership seat WHERE seat.network_id = network.id
      AND seat.state = 'ACTIVE' AND seat.organization_id = ANY (${scope.organizationIds}::uuid[])) END)`;
};

/** Whom a conversation concerns: the members of the network, and whom the task asks; those who work on the initiative. */
const concerned = Prisma.sql`(
  SELECT seat.organization_id FROM membership seat WHERE seat.network_id = network.id AND seat.state = 'ACTIVE'
  UNION SELECT share.organization_id FROM assignment share WHERE share.task_id = task.id
  UNION SELECT working.organization_id FROM ${workingOn} AS working)`;

export const placeColumns = Prisma.sql`
  network.id AS "networkId", initiative.id AS "initiativeId",
  json_build_object('pl', coalesce(network.name_pl, initiative.title_pl),
                    'en', coalesce(network.name_en, initiative.title_en)) AS name,
  network.state AS "networkState", initiative.stage AS "initiativeStage", task.id AS "taskId", task.title,
  task.state AS "taskState",
  coalesce(
    (SELECT seat.organization_id FROM membership seat
     WHERE seat.network_id = network.id AND seat.role = 'LEAD' AND seat.state = 'ACTIVE'),
    (SELECT part.organization_id FROM initiative_part part
     WHERE part.initiative_id = initiative.id AND part.role = 'LEAD_PARTNER' AND part.state = 'CONFIRMED'
       AND NOT ${isFormer(Prisma.sql`part.organization_id`)})) AS "leadId",
  ARRAY(${concerned}) AS "concernedIds"`;

interface InitiativePlace {
  networkId: null;
  initiativeId: string;
  networkState: null;
  initiativeStage: InitiativeStage;
  taskId: null;
  title: null;
  taskState: null;
}

interface NetworkPlace {
  networkId: string;
  initiativeId: null;
  networkState: NetworkState;
  initiativeStage: null;
  taskId: string | null;
  title: string | null;
  taskState: TaskState | null;
}

/** `name` is the network's or the initiative's. */
export type PlaceRow = PlaceFacts & { name: Localized } & (InitiativePlace | NetworkPlace);

/** What a request names, as a row named `comment`. */
export const namedPlace = (place: ConversationPlace, id: string): Prisma.Sql => Prisma.sql`
  (SELECT ${place === 'networks' ? id : null}::uuid AS network_id, ${place === 'tasks' ? id : null}::uuid AS task_id,
          ${place === 'initiatives' ? id : null}::uuid AS initiative_id) AS comment ${placeJoins}`;

const placeBy = (actor: Actor, place: ConversationPlace, id: string) =>
  Prisma.sql`SELECT ${placeColumns} FROM ${namedPlace(place, id)} WHERE ${placeIsVisible(actor)}`;

/** The comments that stand there and nowhere else. */
export const saidAt = ({ networkId, taskId, initiativeId }: PlaceRow): Prisma.Sql => {
  if (initiativeId !== null) return Prisma.sql`comment.initiative_id = ${initiativeId}::uuid`;
  return taskId === null
    ? Prisma.sql`comment.network_id = ${networkId}::uuid`
    : Prisma.sql`comment.task_id = ${taskId}::uuid`;
};

/** By what the request asks for a conversation; undefined where the actor sees nothing of it. */
export async function readPlace(
  db: Reader,
  actor: Actor,
  place: ConversationPlace,
  id: string,
): Promise<PlaceRow | undefined> {
  return (await db.rows<PlaceRow>(placeBy(actor, place, id)))[0];
}

/** Waits for whoever is closing the place, and keeps it as it is until the work ends. */
async function holdPlace(work: Work, { networkId, taskId, initiativeId }: PlaceRow): Promise<void> {
  const transaction = transactionOf(work);
  if (initiativeId) await transaction.$queryRaw`SELECT FROM initiative WHERE id = ${initiativeId}::uuid FOR SHARE`;
  if (!networkId) return;
  await transaction.$queryRaw`SELECT FROM network WHERE id = ${networkId}::uuid FOR SHARE`;
  if (taskId) await transaction.$queryRaw`SELECT FROM task WHERE id = ${taskId}::uuid FOR SHARE`;
}

/** The same, kept as it is until the work ends. */
export async function lockPlace(
  work: Work,
  actor: Actor,
  place: ConversationPlace,
  id: string,
): Promise<PlaceRow | undefined> {
  const [row] = await rowsOf<PlaceRow>(work, placeBy(actor, place, id));
  if (!row) return undefined;
  await holdPlace(work, row);
  return (await rowsOf<PlaceRow>(work, placeBy(actor, place, id)))[0];
}

export type LockedComment = PlaceRow & {
  id: string;
  kind: CommentKind;
  authorId: string;
  body: RichText | null;
  version: number;
};

/** Locks a comment whose place the actor sees. */
export async function lockComment(work: Work, actor: Actor, id: string): Promise<LockedComment | undefined> {
  const lock = () =>
    rowsOf<LockedComment>(
      work,
      Prisma.sql`
        SELECT comment.id, comment.kind, comment.author_id AS "authorId", comment.body, comment.version, ${placeColumns}
        FROM comment ${placeJoins} WHERE comment.id = ${id}::uuid AND ${placeIsVisible(actor)} FOR UPDATE OF comment`,
    );
  const [row] = await lock();
  if (!row) return undefined;
  await holdPlace(work, row);
  return (await lock())[0];
}

/** Those who can be told of what is said at a place: who works for whom it concerns or for the secretariat, those, and the network. */
export const reachable = (place: Pick<PlaceRow, 'networkId' | 'concernedIds'>): Prisma.Sql => Prisma.sql`(
  SELECT 'PERSON' AS kind, person.id, person.name AS "namePl", NULL AS "nameEn", min(organization.name) AS organization
  FROM appointment JOIN person ON person.id = appointment.person_id AND person.active
  JOIN organization ON organization.id = appointment.organization_id
  WHERE (organization.id = ANY (${place.concernedIds}::uuid[]) AND appointment.office::text = ANY (${workingOffices})
      OR organization.kind = 'SECRETARIAT' AND appointment.office = 'SECRETARIAT')
    AND appointment.starts_on <= portal_today() AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())
  GROUP BY person.id
  UNION ALL SELECT 'ORGANIZATION', id, name, NULL, NULL FROM organization WHERE id = ANY (${place.concernedIds}::uuid[])
  UNION ALL SELECT 'NETWORK', id, name_pl, name_en, NULL FROM network WHERE id = ${place.networkId}::uuid)`;

/** Which of those whom a text mentions cannot be told of it: they do not see it. */
export async function unreachable(
  db: Pick<Reader, 'rows'>,
  place: PlaceRow,
  mentions: readonly Mention[],
): Promise<Mention[]> {
  if (mentions.length === 0) return [];
  const rows = await db.rows<{ kind: string; id: string }>(Prisma.sql`
    SELECT reachable.kind, reachable.id FROM ${reachable(place)} AS reachable
    WHERE reachable.id = ANY (${mentions.map(({ id }) => id)}::uuid[])`);
  return mentions.filter(({ kind, id }) => !rows.some((row) => row.kind === kind && row.id === id));
}

/** Who has said something at a place and can still be told of more. */
export async function earlierAuthors(db: Pick<Reader, 'rows'>, place: PlaceRow): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(Prisma.sql`
    SELECT DISTINCT comment.author_id AS id FROM comment
    JOIN ${reachable(place)} AS reachable ON reachable.kind = 'PERSON' AND reachable.id = comment.author_id
    WHERE ${saidAt(place)}`);
  return rows.map(({ id }) => id);
}

/** What reads inside a work as it would outside. */
export const readerOf = (work: Work): Pick<Reader, 'rows'> => ({ rows: (query) => rowsOf(work, query) });

/** Writes a comment; gives its id. */
export async function insertComment(
  work: Work,
  comment: {
    readonly kind: CommentKind;
    readonly place: PlaceRow;
    readonly authorId: string;
    readonly actingForId: string | null;
    readonly body: RichText;
  },
): Promise<string> {
  const { kind, place, authorId, actingForId, body } = comment;
  const [row] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      INSERT INTO comment (kind, network_id, task_id, initiative_id, author_id, acting_for_id, body)
      VALUES (${kind}::comment_kind, ${place.taskId === null ? place.networkId : null}::uuid, ${place.taskId}::uuid,
              ${place.initiativeId}::uuid, ${authorId}::uuid, ${actingForId}::uuid, ${JSON.stringify(body)}::jsonb) RETURNING id`,
  );
  return row?.id ?? '';
}

/** Gives a locked comment other words; how it read is kept. */
export async function saveBody(work: Work, { id, version }: LockedComment, body: RichText): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.$executeRaw`
    INSERT INTO comment_version (comment_id, version, body, written_at)
    SELECT id, version, body, coalesce(edited_at, created_at) FROM comment WHERE id = ${id}::uuid`;
  await transaction.$executeRaw`
    UPDATE comment SET body = ${JSON.stringify(body)}::jsonb, version = ${version + 1}, edited_at = portal_now()
    WHERE id = ${id}::uuid`;
}

/** Takes the words of a locked comment away, and how it read before. */
export async function emptyComment(work: Work, { id, version }: LockedComment): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.$executeRaw`DELETE FROM comment_version WHERE comment_id = ${id}::uuid`;
  await transaction.$executeRaw`DELETE FROM reaction WHERE comment_id = ${id}::uuid`;
  await transaction.$executeRaw`
    UPDATE comment SET body = NULL, version = ${version + 1}, removed_at = portal_now() WHERE id = ${id}::uuid`;
}

export async function saveReaction(
  work: Work,
  of: { readonly commentId: string; readonly personId: string; readonly kind: ReactionKind },
  stands: boolean,
): Promise<void> {
  const transaction = transactionOf(work);
  const { commentId, personId, kind } = of;
  if (stands)
    await transaction.$executeRaw`
      INSERT INTO reaction (comment_id, person_id, kind)
      VALUES (${commentId}::uuid, ${personId}::uuid, ${kind}::reaction_kind) ON CONFLICT DO NOTHING`;
  else
    await transaction.$executeRaw`
      DELETE FROM reaction
      WHERE comment_id = ${commentId}::uuid AND person_id = ${personId}::uuid AND kind = ${kind}::reaction_kind`;
}

export async function saveReceipt(work: Work, commentId: string, personId: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    INSERT INTO read_receipt (comment_id, person_id) VALUES (${commentId}::uuid, ${personId}::uuid) ON CONFLICT DO NOTHING`;
}
