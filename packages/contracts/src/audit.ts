import { z } from 'zod';
import { eventView } from './activity.ts';
import { cursor, day, id, instant, pageOf } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** An event as the audit shows it: with everybody and everything that it names. */
export const auditEventView = eventView
  .extend({
    actor: z.object({ id, name: z.string() }).nullable(),
    /** The gmina concerned. */
    organization: z.object({ id, name: z.string() }).nullable(),
    /** The request in which it was done; null where the portal itself acted. */
    requestId: z.string().nullable(),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEventView = z.infer<typeof auditEventView>;
export const auditEventPage = pageOf(auditEventView).meta({ id: 'AuditEventPage' });

export const auditEventDetail = auditEventView
  .extend({
    /** What only the audit reads, such as the text that was handed in: it may be personal. */
    detail: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'AuditEventDetail' });
export type AuditEventDetail = z.infer<typeof auditEventDetail>;

/** How the days' seals stand: each is computed again from the events that are there now. */
export const integrityView = z
  .object({
    checkedAt: instant,
    /** Sealed days, and how many of them stand. */
    days: z.int(),
    standing: z.int(),
    /** The first and the last sealed day (UTC). */
    since: day.nullable(),
    until: day.nullable(),
    /** The seal of the last day (SHA-256): who keeps it elsewhere can tell whether the whole chain was made anew. */
    seal: z.string().nullable(),
    /** Days that do not stand (at most 100), with the number of events that were sealed and that are there now. */
    broken: z.array(z.object({ day, sealed: z.int(), found: z.int() })).max(100),
  })
  .meta({ id: 'Integrity' });
export type IntegrityView = z.infer<typeof integrityView>;

/** An export ends after this many events, and says so. */
export const auditExportMaximum = 10_000;

const filter = {
  /** A kind, or the beginning of several up to the dot: `task.` */
  kind: z
    .string()
    .max(60)
    .regex(/^[a-z]+\.[a-z-]*$/)
    .optional(),
  /** Who did it, or whom it concerns. */
  person: id.optional(),
  /** For which organization it was done, or which one it concerns. */
  organization: id.optional(),
  /** The first and the last day, in the association's time zone. */
  from: day.optional(),
  to: day.optional(),
};

export const auditRoutes = defineRoutes({
  listAudit: {
    method: 'GET',
    path: '/api/audit',
    access: 'signed-in',
    summary: 'Everything that happened, newest first.',
    query: z.strictObject({ ...filter, cursor }),
    response: auditEventPage,
    problems: ['forbidden'],
  },
  exportAudit: {
    method: 'GET',
    path: '/api/audit/export',
    access: 'signed-in',
    summary: 'The same as CSV: UTF-8 with a byte order mark, semicolons, at most 10,000 events.',
    query: z.strictObject(filter),
    file: 'text/csv',
    problems: ['forbidden'],
  },
  checkAudit: {
    method: 'GET',
    path: '/api/audit/integrity',
    access: 'signed-in',
    summary: 'Computes the seal of each sealed day again, and tells which do not stand.',
    response: integrityView,
    problems: ['forbidden'],
  },
  readAuditEvent: {
    method: 'GET',
    path: '/api/audit/:id',
    access: 'signed-in',
    summary: 'One event with its detail.',
    params: z.strictObject({ id }),
    response: auditEventDetail,
    problems: ['forbidden'],
  },
});
