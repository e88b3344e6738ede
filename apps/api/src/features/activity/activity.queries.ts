import {
  pageSize,
  type EventKind,
  type EventView,
  type Language,
  type NotificationReason,
  type NotificationView,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { presentEvent, presentNotification, type EventRow, type NotificationRow } from './activity.presenter.ts';
import { visibleEvents, type EventScope } from './event.policy.ts';

/** What a feed says of an event; `eventJoins` has the tables. */
export const eventColumns = Prisma.sql`
  event.id, event.kind, event.occurred_at AS "occurredAt", event.network_id AS "networkId", event.task_id AS "taskId",
  event.organization_id AS "organizationId", event.facts, actor.name AS "actorName",
  concerned.id AS "personId", concerned.name AS "personName",
  acting_for.id AS "actingForId", acting_for.name AS "actingForName"`;
export const eventJoins = Prisma.sql`
  LEFT JOIN person actor ON actor.id = event.actor_person_id
  LEFT JOIN person concerned ON concerned.id = (event.facts ->> 'person')::uuid
  LEFT JOIN organization acting_for ON acting_for.id = event.acting_for_organization_id`;

/**
 * What has not come out yet does not exist for others, whatever happens with it: a position that is drafted, a ballot or a
 * General Assembly that is prepared, a card in draft, a partner that is proposed. The rules are those of the features that keep
 * these things, which stand right of this one; hidden-things.test.ts holds them together.
 */
const thingsAreVisible = (actor: Actor, scope: EventScope): Prisma.Sql => Prisma.sql`(
  (event.facts ->> 'positionId' IS NULL OR EXISTS (
    SELECT FROM position WHERE position.id = (event.facts ->> 'positionId')::uuid
      AND (position.announced_at IS NOT NULL OR position.proposed_by_id = ANY (${scope.draftingIds}::uuid[])
        OR (position.rapporteur_id = ${actor.personId}::uuid
          AND (${scope.keepingIds === null} OR position.proposed_by_id = ANY (${scope.keepingIds ?? []}::uuid[]))))))
  AND (event.facts ->> 'ballotId' IS NULL OR EXISTS (
    SELECT FROM ballot WHERE ballot.id = (event.facts ->> 'ballotId')::uuid AND ballot.announced_at IS NOT NULL))
  AND (event.facts ->> 'meetingId' IS NULL OR EXISTS (
    SELECT FROM meeting WHERE meeting.id = (event.facts ->> 'meetingId')::uuid
      AND meeting.state <> 'DRAFT' AND (meeting.state <> 'CANCELLED' OR meeting.was_convened)))
  AND (event.facts ->> 'cardId' IS NULL OR EXISTS (
    SELECT FROM partner_card card WHERE card.id = (event.facts ->> 'cardId')::uuid
      AND (card.published_at IS NOT NULL OR card.owner_id = ANY (${scope.organizationIds}::uuid[]))))
  AND (event.facts ->> 'partnerId' IS NULL OR EXISTS (
    SELECT FROM partner WHERE partner.organization_id = (event.facts ->> 'partnerId')::uuid
      AND (partner.state <> 'PROPOSED' OR partner.proposed_by_id = ANY (${scope.organizationIds}::uuid[])))))`;

/**
 * The one place where `visibleEvents` becomes SQL. What happened with a task is seen by those who see the task, and what
 * happened with a network that was only proposed, by whoever proposed it. Whoever is asked beside a network's members, and
 * not for an initiative of its own, sees of the answers its own.
 */
export const eventIsVisible = (actor: Actor): Prisma.Sql => {
  const scope = visibleEvents(actor);
  return Prisma.sql`(${scope.everything} OR ((
      event.kind = ANY (${scope.openKinds}::text[])
      OR (event.kind = ANY (${scope.memberKinds}::text[]) AND EXISTS (
        SELECT FROM membership seat WHERE seat.network_id = event.network_id AND seat.state = 'ACTIVE'
          AND seat.organization_id = ANY (${scope.organizationIds}::uuid[])))
      OR (event.kind = ANY (${scope.partakerKinds}::text[]) AND EXISTS (
        SELECT FROM initiative WHERE initiative.id = (event.facts ->> 'initiativeId')::uuid
          AND (initiative.proposed_by_id = ANY (${scope.partakingIds}::uuid[]) OR EXISTS (
            SELECT FROM initiative_part part WHERE part.initiative_id = initiative.id
              AND (part.state = 'CONFIRMED' OR (part.state = 'DECLARED' AND NOT EXISTS (
                SELECT FROM municipality WHERE municipality.organization_id = part.organization_id)))
              AND part.organization_id = ANY (${scope.partakingIds}::uuid[])))))
      OR (event.kind = ANY (${scope.ideaKinds}::text[]) AND EXISTS (
        SELECT FROM idea WHERE idea.id = (event.facts ->> 'ideaId')::uuid
          AND (idea.audience = 'MEMBERS' OR idea.organization_id = ANY (${scope.organizationIds}::uuid[]))))
      OR (event.kind = ANY (${scope.guestKinds}::text[]) AND EXISTS (
        SELECT FROM initiative_part part WHERE part.initiative_id = (event.facts ->> 'initiativeId')::uuid
          AND part.state <> 'WITHDRAWN' AND part.organization_id = ANY (${scope.guestIds}::uuid[])))
      OR (event.kind = ANY (${scope.leavingKinds}::text[]) AND event.organization_id = ANY (${scope.guestIds}::uuid[]))
      OR (event.kind = ANY (${scope.ownKinds}::text[]) AND event.organization_id = ANY (${scope.organizationIds}::uuid[]))
      OR (event.kind = ANY (${scope.leadKinds}::text[]) AND EXISTS (
        SELECT FROM membership lead WHERE lead.network_id = event.network_id AND lead.role = 'LEAD'
          AND lead.state = 'ACTIVE' AND lead.organization_id = ANY (${scope.leadingIds}::uuid[]))))
    AND (event.task_id IS NULL
      OR EXISTS (SELECT FROM membership seat WHERE seat.network_id = event.network_id AND seat.state = 'ACTIVE'
        AND seat.organization_id = ANY (${scope.organizationIds}::uuid[]))
      OR EXISTS (SELECT FROM assignment mine WHERE mine.task_id = event.task_id
        AND mine.organization_id = ANY (${scope.organizationIds}::uuid[])
        AND (event.kind NOT LIKE 'assignment.%' OR event.organization_id = mine.organization_id))
      OR EXISTS (SELECT FROM task JOIN initiative ON initiative.id = task.initiative_id
        JOIN initiative_part part ON part.initiative_id = initiative.id
        WHERE task.id = event.task_id AND part.organization_id = ANY (${scope.organizationIds}::uuid[])
          AND (part.state = 'CONFIRMED' OR (part.state = 'DECLARED' AND part.organization_id = initiative.proposed_by_id))))
    AND ${thingsAreVisible(actor, scope)}
    AND (event.network_id IS NULL OR EXISTS (SELECT FROM network WHERE network.id = event.network_id
      AND (network.state NOT IN ('PROPOSED', 'REJECTED')
        OR network.proposed_by_id = ANY (${scope.organizationIds}::uuid[]))))))`;
};

interface LetterRow {
  personId: string;
  organizationId: string | null;
  name: string;
  email: string;
  language: Language;
  reason: NotificationReason;
  kind: EventKind;
  facts: EventView['facts'];
  taskId: string | null;
  networkId: string | null;
  personName: string | null;
}

/** To what a feed belongs. Whether the actor may see that is decided by the caller. */
export type Feed =
  | { readonly networkId: string }
  | { readonly taskId: string }
  | { readonly initiativeId: string }
  | { readonly callId: string }
  | { readonly positionId: string };

/** A feed's events that the actor may see, newest first. */
export async function listEvents(
  db: Reader,
  actor: Actor,
  feed: Feed,
  cursor: string | undefined,
): Promise<Page<EventView>> {
  const subject =
    'networkId' in feed
      ? Prisma.sql`event.network_id = ${feed.networkId}::uuid`
      : 'taskId' in feed
        ? Prisma.sql`event.task_id = ${feed.taskId}::uuid`
        : 'initiativeId' in feed
          ? Prisma.sql`event.facts ->> 'initiativeId' = ${feed.initiativeId}`
          : 'callId' in feed
            ? Prisma.sql`event.facts ->> 'callId' = ${feed.callId}`
            : Prisma.sql`event.facts ->> 'positionId' = ${feed.positionId}`;
  const [before] = readCursor(cursor, 'id');
  const rows = await db.rows<EventRow>(Prisma.sql`
    SELECT ${eventColumns} FROM event ${eventJoins}
    WHERE ${subject} AND ${eventIsVisible(actor)}
      AND (${before ?? null}::uuid IS NULL OR event.id < ${before ?? null}::uuid)
    ORDER BY event.id DESC LIMIT ${pageSize + 1}`);
  return pageOf(rows.map(presentEvent), (event) => [event.id]);
}

/** The newest event of a kind about one of the organizations, not older than 60 days. */
export async function newestEventOf(
  db: Reader,
  kind: string,
  organizationIds: readonly string[],
): Promise<EventView | null> {
  if (organizationIds.length === 0) return null;
  const [row] = await db.rows<EventRow>(Prisma.sql`
    SELECT ${eventColumns} FROM event ${eventJoins}
    WHERE event.organization_id = ANY (${organizationIds}::uuid[]) AND event.kind = ${kind}
      AND event.occurred_at > portal_now() - interval '60 days'
    ORDER BY event.id DESC LIMIT 1`);
  return row ? presentEvent(row) : null;
}

const notificationColumns = Prisma.sql`
  notification.id AS "notificationId", notification.reason, notification.read_at AS "readAt", ${eventColumns}`;

/** The actor's inbox, newest first: what was told for an office that has ended is told no more. */
export async function listNotifications(
  db: Reader,
  actor: Actor,
  query: { unread?: boolean | undefined; cursor?: string | undefined },
): Promise<Page<NotificationView>> {
  const [before] = readCursor(query.cursor, 'id');
  const rows = await db.rows<NotificationRow>(Prisma.sql`
    SELECT ${notificationColumns}
    FROM notification JOIN event ON event.id = notification.event_id ${eventJoins}
    WHERE notification.person_id = ${actor.personId}::uuid AND ${eventIsVisible(actor)}
      AND (NOT ${query.unread ?? false} OR notification.read_at IS NULL)
      AND (${before ?? null}::uuid IS NULL OR notification.id < ${before ?? null}::uuid)
    ORDER BY notification.id DESC LIMIT ${pageSize + 1}`);
  return pageOf(rows.map(presentNotification), (notification) => [notification.id]);
}

/** One notification of the actor's. */
export async function readNotification(db: Reader, actor: Actor, id: string): Promise<NotificationView | undefined> {
  const [row] = await db.rows<NotificationRow>(Prisma.sql`
    SELECT ${notificationColumns}
    FROM notification JOIN event ON event.id = notification.event_id ${eventJoins}
    WHERE notification.id = ${id}::uuid AND notification.person_id = ${actor.personId}::uuid AND ${eventIsVisible(actor)}`);
  return row && presentNotification(row);
}

/** The actor's unread notifications, counted to 100. */
export async function countUnread(db: Reader, actor: Actor): Promise<number> {
  const [row] = await db.rows<{ unread: number }>(Prisma.sql`
    SELECT count(*)::int AS unread FROM (
      SELECT FROM notification JOIN event ON event.id = notification.event_id
      WHERE notification.person_id = ${actor.personId}::uuid AND notification.read_at IS NULL AND ${eventIsVisible(actor)}
      LIMIT 100) AS counted`);
  return row?.unread ?? 0;
}

/** What a letter about a notification says; undefined where the person has read it, or is not there any more. */
export async function letterOfNotification(db: Reader, id: string): Promise<LetterRow | undefined> {
  const [row] = await db.rows<LetterRow>(Prisma.sql`
    SELECT person.id AS "personId", person.name, person.email, person.language, notification.reason, event.kind, event.facts,
           event.task_id AS "taskId", event.network_id AS "networkId", event.organization_id AS "organizationId",
           concerned.name AS "personName"
    FROM notification JOIN event ON event.id = notification.event_id
    LEFT JOIN person concerned ON concerned.id = (event.facts ->> 'person')::uuid
    JOIN person ON person.id = notification.person_id AND person.active
    WHERE notification.id = ${id}::uuid AND notification.read_at IS NULL`);
  return row;
}
