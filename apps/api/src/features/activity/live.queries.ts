import type { EventKind, LiveChange } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import { eventIsVisible } from './activity.queries.ts';
import { auditKinds } from './event.policy.ts';

/** The most places that are named at once; beyond, everything is read again. */
const most = 200;

/** What a person does elsewhere that changes nothing of who they are: a browser that listens goes on. */
const harmless: readonly EventKind[] = ['person.signed-in', 'person.proved', 'person.link-sent'];

/** A transaction may commit so many seconds after its events say they happened. */
const slowest = 15;

export interface Changes {
  /** Null: too many to name. */
  readonly places: readonly LiveChange[] | null;
  /** Who the actor is, or may do, has changed: it has to be found out anew. */
  readonly actorChanged: boolean;
  /** Up to where this has told, in milliseconds of the database's clock. */
  readonly until: number;
}

/** Certain events, or all since a moment. */
export type ChangesOf = { readonly ids: readonly string[] } | { readonly since: number };

/**
 * Where the events that the actor may see have changed something.
 * @param begun when the actor was found out, in milliseconds of the database's clock
 */
export async function readChanges(db: Reader, actor: Actor, of: ChangesOf, begun: number): Promise<Changes> {
  const among =
    'ids' in of
      ? Prisma.sql`event.id = ANY (${of.ids}::uuid[])`
      : Prisma.sql`event.occurred_at > to_timestamp(${of.since}::float8 / 1000) - make_interval(secs => ${slowest})`;
  const rows = await db.rows<LiveChange & { seen: boolean; own: boolean }>(Prisma.sql`
    SELECT event.network_id AS "networkId", event.task_id AS "taskId", event.organization_id AS "organizationId",
           event.facts ->> 'ballotId' AS "ballotId", event.facts ->> 'meetingId' AS "meetingId",
           event.facts ->> 'initiativeId' AS "initiativeId",
           event.facts ->> 'positionId' AS "positionId",
           event.facts ->> 'ideaId' AS "ideaId", event.facts ->> 'callId' AS "callId",
           event.facts ->> 'cardId' AS "cardId",
           bool_or(event.kind <> ALL (${auditKinds}::text[]) AND ${eventIsVisible(actor)}) AS seen,
           bool_or((event.kind LIKE 'person.%' OR event.kind LIKE 'appointment.%') AND event.kind <> ALL (${harmless}::text[])
             AND event.occurred_at >= to_timestamp(${begun}::float8 / 1000)
             AND (event.actor_person_id = ${actor.personId}::uuid
                  OR event.facts ->> 'person' = ${actor.personId})) AS own
    FROM event WHERE ${among} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 LIMIT ${most + 1}`);
  const places = rows.filter(({ seen }) => seen).map(({ seen: _seen, own: _own, ...place }) => place);
  return {
    places: rows.length > most ? null : places,
    actorChanged: rows.some(({ own }) => own),
    until: await moment(db),
  };
}

/** Now, in milliseconds of the database's clock. */
export async function moment(db: Reader): Promise<number> {
  const [row] = await db.rows<{ now: number }>(
    Prisma.sql`SELECT floor(extract(epoch FROM portal_now()) * 1000)::float8 AS now`,
  );
  return row?.now ?? 0;
}
