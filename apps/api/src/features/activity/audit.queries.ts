import {
  auditExportMaximum,
  eventKinds,
  kindsAboutPerson,
  pageSize,
  type AuditEventDetail,
  type AuditEventView,
  type auditRoutes,
  type Given,
  type IntegrityView,
  type Language,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { allow } from '../../kernel/policy.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { eventColumns, eventJoins } from './activity.queries.ts';
import { auditPolicy } from './audit.policy.ts';
import {
  exportHead,
  exportLine,
  exportStop,
  presentAuditDetail,
  presentAuditEvent,
  type AuditRow,
} from './audit.presenter.ts';

type Filter = Given<typeof auditRoutes.exportAudit>['query'];

const zone = Prisma.sql`(SELECT coalesce((SELECT time_zone FROM association), 'Europe/Warsaw'))`;

const auditColumns = Prisma.sql`
  ${eventColumns}, actor.id AS "actorId", concerned_organization.name AS "organizationName",
  event.request_id AS "requestId", to_char(event.occurred_at AT TIME ZONE ${zone}, 'YYYY-MM-DD HH24:MI:SS') AS "localTime"`;
const auditJoins = Prisma.sql`
  ${eventJoins} LEFT JOIN organization concerned_organization ON concerned_organization.id = event.organization_id`;

/** The events that a filter means. Kinds are a list, so that their index serves a beginning as well as a whole kind. */
const matching = ({ kind, person, organization, from, to }: Filter): Prisma.Sql => {
  const kinds =
    kind === undefined
      ? null
      : eventKinds.filter((one) => one === kind || (kind.endsWith('.') && one.startsWith(kind)));
  return Prisma.sql`
    (${kinds}::text[] IS NULL OR event.kind = ANY (${kinds}::text[]))
    AND (${person ?? null}::uuid IS NULL OR event.actor_person_id = ${person ?? null}::uuid
      OR (event.kind = ANY (${kindsAboutPerson}::text[]) AND event.facts ->> 'person' = ${person ?? null}))
    AND (${organization ?? null}::uuid IS NULL OR event.organization_id = ${organization ?? null}::uuid
      OR event.acting_for_organization_id = ${organization ?? null}::uuid)
    AND (${from ?? null}::date IS NULL OR event.occurred_at >= ${from ?? null}::date::timestamp AT TIME ZONE ${zone})
    AND (${to ?? null}::date IS NULL OR event.occurred_at < (${to ?? null}::date + 1)::timestamp AT TIME ZONE ${zone})`;
};

const newest = (db: Reader, filter: Filter, before: string | undefined, limit: number): Promise<AuditRow[]> =>
  db.rows<AuditRow>(Prisma.sql`
    SELECT ${auditColumns} FROM event ${auditJoins}
    WHERE ${matching(filter)} AND (${before ?? null}::uuid IS NULL OR event.id < ${before ?? null}::uuid)
    ORDER BY event.id DESC LIMIT ${limit}`);

/** Everything that happened, newest first. */
export async function listAudit(
  db: Reader,
  actor: Actor,
  { cursor, ...filter }: Given<typeof auditRoutes.listAudit>['query'],
): Promise<Page<AuditEventView>> {
  allow(auditPolicy.read(actor));
  const [before] = readCursor(cursor, 'id');
  const rows = await newest(db, filter, before, pageSize + 1);
  return pageOf(rows.map(presentAuditEvent), (event) => [event.id]);
}

/** One event with its detail. */
export async function readAuditEvent(db: Reader, actor: Actor, id: string): Promise<AuditEventDetail | undefined> {
  allow(auditPolicy.read(actor));
  const [row] = await db.rows<AuditRow & { detail: Record<string, unknown> | null }>(Prisma.sql`
    SELECT ${auditColumns}, event.detail FROM event ${auditJoins} WHERE event.id = ${id}::uuid`);
  return row && presentAuditDetail(row);
}

/**
 * The lines of an exported table, fetched a portion at a time as they are sent. The first portion is fetched at once, so
 * that what goes wrong is still told as a problem.
 */
export async function exportAudit(
  db: Reader,
  actor: Actor,
  filter: Filter,
  language: Language,
  { portion = 500, maximum = auditExportMaximum } = {},
): Promise<AsyncIterable<(string | null)[]>> {
  allow(auditPolicy.read(actor));
  // One row more than a portion tells whether it goes on.
  const fetch = (before?: string) => newest(db, filter, before, portion + 1);
  const first = await fetch();
  return (async function* lines() {
    yield exportHead(language);
    let count = 0;
    let rows = first;
    for (;;) {
      const sent = rows.slice(0, Math.min(portion, maximum - count));
      for (const row of sent) yield exportLine(row, language);
      count += sent.length;
      const last = sent.at(-1);
      if (!last || sent.length === rows.length) return;
      if (count === maximum) {
        yield exportStop(last, count, language);
        return;
      }
      rows = await fetch(last.id);
    }
  })();
}

const daysAtOnce = 100;
const mostBroken = 100;

interface SealRow {
  day: string;
  sealed: number;
  found: number;
  stands: boolean;
  hash: Buffer;
}

/**
 * Computes each day's seal again from its events and the seal of the day before, some days at a time: a change of an event
 * breaks its day, a seal that is missing breaks the next. Events from before the first sealed day have no seal.
 */
export async function checkAudit(db: Reader, actor: Actor): Promise<IntegrityView> {
  allow(auditPolicy.read(actor));
  const broken: IntegrityView['broken'] = await db.rows(Prisma.sql`
    SELECT (occurred_at AT TIME ZONE 'UTC')::date::text AS day, 0 AS sealed, count(*)::int AS found FROM event
    WHERE occurred_at < (SELECT min(day) FROM audit_day)::timestamp AT TIME ZONE 'UTC'
      OR (occurred_at >= ((SELECT max(day) FROM audit_day) + 1)::timestamp AT TIME ZONE 'UTC'
        AND occurred_at < now() - interval '50 hours')
    GROUP BY 1 ORDER BY 1 LIMIT ${mostBroken}`);
  let days = 0;
  let standing = 0;
  let since: string | null = null;
  let last: SealRow | undefined;
  for (;;) {
    const rows: SealRow[] = await db.rows<SealRow>(Prisma.sql`
      SELECT chained.day::text AS day, chained.count AS sealed, seal.count AS found, chained.hash,
             seal.hash = chained.hash AND chained.previous IS NOT DISTINCT FROM chained.before
               AND chained.day = coalesce(chained.day_before + 1, chained.day)
               AND chained.day < (now() AT TIME ZONE 'UTC')::date AS stands
      FROM (SELECT day, count, hash, previous, coalesce(lag(hash) OVER (ORDER BY day), ${last?.hash ?? null}::bytea) AS before,
                   coalesce(lag(day) OVER (ORDER BY day), ${last?.day ?? null}::date) AS day_before
            FROM audit_day WHERE ${last?.day ?? null}::date IS NULL OR day > ${last?.day ?? null}::date
            ORDER BY day LIMIT ${daysAtOnce}) AS chained
      CROSS JOIN LATERAL audit_seal(chained.day, chained.before) AS seal
      ORDER BY chained.day`);
    if (rows.length === 0) break;
    since ??= rows[0]?.day ?? null;
    last = rows.at(-1);
    days += rows.length;
    standing += rows.filter(({ stands }) => stands).length;
    broken.push(...rows.filter(({ stands }) => !stands));
  }
  return {
    checkedAt: new Date().toISOString(),
    days,
    standing,
    since,
    until: last?.day ?? null,
    seal: last ? last.hash.toString('hex') : null,
    broken: broken.slice(0, mostBroken).map(({ day, sealed, found }) => ({ day, sealed, found })),
  };
}
