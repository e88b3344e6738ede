import type { EventView, NotificationReason, NotificationView } from '@blizej/contracts';

export interface EventRow {
  id: string;
  kind: EventView['kind'];
  occurredAt: Date;
  networkId: string | null;
  taskId: string | null;
  organizationId: string | null;
  facts: EventView['facts'];
  actorName: string | null;
  personId: string | null;
  personName: string | null;
  actingForId: string | null;
  actingForName: string | null;
}

export interface NotificationRow extends EventRow {
  notificationId: string;
  reason: NotificationReason;
  readAt: Date | null;
}

export const presentEvent = (row: EventRow): EventView => ({
  id: row.id,
  kind: row.kind,
  occurredAt: row.occurredAt.toISOString(),
  actor: row.actorName === null ? null : { name: row.actorName },
  actingFor:
    row.actingForId === null || row.actingForName === null ? null : { id: row.actingForId, name: row.actingForName },
  networkId: row.networkId,
  taskId: row.taskId,
  organizationId: row.organizationId,
  person: row.personId === null || row.personName === null ? null : { id: row.personId, name: row.personName },
  facts: row.facts,
});

export const presentNotification = (row: NotificationRow): NotificationView => ({
  id: row.notificationId,
  reason: row.reason,
  readAt: row.readAt?.toISOString() ?? null,
  event: presentEvent(row),
});
