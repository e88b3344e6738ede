import type { AuditEventDetail, AuditEventView, Language } from '@blizej/contracts';
import { auditWords } from '../../platform/mail/words.ts';
import { presentEvent, type EventRow } from './activity.presenter.ts';
import { sentenceOf } from './event-words.ts';

export interface AuditRow extends EventRow {
  actorId: string | null;
  organizationName: string | null;
  requestId: string | null;
  /** In the association's time zone, to the second: `2026-11-23 12:04:05`. */
  localTime: string;
}

const named = (id: string | null, name: string | null): { id: string; name: string } | null =>
  id === null || name === null ? null : { id, name };

export const presentAuditEvent = (row: AuditRow): AuditEventView => ({
  ...presentEvent(row),
  actor: named(row.actorId, row.actorName),
  organization: named(row.organizationId, row.organizationName),
  requestId: row.requestId,
});

export const presentAuditDetail = (row: AuditRow & { detail: Record<string, unknown> | null }): AuditEventDetail => ({
  ...presentAuditEvent(row),
  detail: row.detail,
});

const columns = ['when', 'who', 'for', 'what', 'kind', 'organization', 'person', 'request', 'event'] as const;

/** The first line of the exported table. */
export const exportHead = (language: Language): string[] =>
  columns.map((column) => auditWords(language, `columns.${column}`));

/** An event as a line of the exported table; its detail stays in the portal. */
export const exportLine = (row: AuditRow, language: Language): (string | null)[] => [
  row.localTime,
  row.actorName,
  row.actingForName,
  sentenceOf(row, language),
  row.kind,
  row.organizationName,
  row.personName,
  row.requestId,
  row.id,
];

/** The last line of a table that stops before its end: where it stops, and how to go on. */
export const exportStop = (last: AuditRow, count: number, language: Language): string[] => [
  auditWords(language, 'stopped', { count, day: last.localTime.slice(0, 10) }),
];
