import type { Actor } from '../../kernel/actor.ts';
import type { Audience, NewEvent, Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf, type Reader } from '../../platform/database/database.ts';

/** Writes events in the order in which they happened and gives their ids in that order. */
export async function insertEvents(work: Work, actor: Actor | null, events: readonly NewEvent[]): Promise<string[]> {
  const rows = events.map((event, position) => ({
    position,
    kind: event.kind,
    acting_for: event.actingFor,
    network_id: event.networkId ?? null,
    task_id: event.taskId ?? null,
    organization_id: event.organizationId ?? null,
    facts: event.facts,
    detail: event.detail ?? null,
    by: event.by ?? actor?.personId ?? null,
  }));
  // A millisecond apart, so that events of one deed sort as they happened.
  const inserted = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      INSERT INTO event (id, kind, occurred_at, actor_person_id, acting_for_organization_id, network_id, task_id,
                         organization_id, facts, detail, request_id)
      SELECT portal_id_at(portal_now() + position * interval '1 millisecond'), kind, portal_now(),
             by, acting_for, network_id, task_id, organization_id, facts, detail,
             ${actor?.request?.id ?? null}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new (
        position int, kind text, acting_for uuid, network_id uuid, task_id uuid, organization_id uuid, facts jsonb, detail jsonb, by uuid)
      ORDER BY position
      RETURNING id`,
  );
  return inserted.map((row) => row.id).sort();
}

/** Those who are told: `told` is the audience, `person` whom it reaches; a person stands here once for each audience. */
const toldBy = (
  actor: Actor | null,
  audiences: readonly { eventId: string | null; by: string | undefined; audience: Audience }[],
): Prisma.Sql => {
  const rows = audiences.map(({ eventId, by, audience }, position) => ({
    position,
    event_id: eventId,
    by: by ?? actor?.personId ?? null,
    reason: audience.reason,
    person_id: 'person' in audience ? audience.person : null,
    organization_ids: 'organizations' in audience ? audience.organizations : [],
    offices: 'secretariat' in audience ? ['SECRETARIAT'] : 'offices' in audience ? audience.offices : [],
    secretariat: 'secretariat' in audience,
    lead_of: 'leadOf' in audience ? audience.leadOf : null,
    members_of: 'membersOf' in audience ? audience.membersOf : null,
  }));
  return Prisma.sql`
    jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS told (
      position int, event_id uuid, by uuid, reason text, person_id uuid, organization_ids uuid[], offices text[],
      secretariat boolean, lead_of uuid, members_of uuid)
    CROSS JOIN LATERAL (
      SELECT told.person_id AS id
      UNION ALL
      SELECT appointment.person_id
      FROM (
        SELECT unnest(told.organization_ids) AS id
        UNION ALL SELECT id FROM organization WHERE told.secretariat AND kind = 'SECRETARIAT'
        UNION ALL SELECT organization_id FROM membership
          WHERE network_id = told.lead_of AND role = 'LEAD' AND state = 'ACTIVE'
        UNION ALL SELECT organization_id FROM membership WHERE network_id = told.members_of AND state = 'ACTIVE'
      ) AS concerned
      JOIN appointment ON appointment.organization_id = concerned.id
        AND appointment.office::text = ANY (told.offices)
        AND appointment.starts_on <= portal_today()
        AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())
    ) AS recipient
    JOIN person ON person.id = recipient.id AND person.active
    WHERE person.id IS DISTINCT FROM told.by`;
};

/** How many people the audiences reach, each counted once; whoever asks is not told of their own deed. */
export async function countTold(db: Reader, actor: Actor, audiences: readonly Audience[]): Promise<number> {
  const named = audiences.map((audience) => ({ eventId: null, by: undefined, audience }));
  const [row] = await db.rows<{ people: number }>(
    Prisma.sql`SELECT count(DISTINCT person.id)::int AS people FROM ${toldBy(actor, named)}`,
  );
  return row?.people ?? 0;
}

/**
 * Tells each audience of its event: one notification a person and event, for the first reason; never whoever did it.
 * Gives the notifications that go out by e-mail at once; news waits for the letter of the day (news.digest.ts).
 */
export async function insertNotifications(
  work: Work,
  actor: Actor | null,
  audiences: readonly { eventId: string; by: string | undefined; audience: Audience }[],
): Promise<string[]> {
  const mailed = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      WITH inserted AS (INSERT INTO notification (event_id, person_id, reason)
      SELECT DISTINCT ON (told.event_id, person.id) told.event_id, person.id, told.reason::notification_reason
      FROM ${toldBy(actor, audiences)}
      ORDER BY told.event_id, person.id, told.position
      ON CONFLICT DO NOTHING
      RETURNING id, person_id, reason)
      SELECT inserted.id FROM inserted JOIN person ON person.id = inserted.person_id
      WHERE CASE inserted.reason WHEN 'ASKED' THEN person.mail_asked WHEN 'DECIDE' THEN person.mail_decide ELSE false END`,
  );
  return mailed.map(({ id }) => id);
}

/** Marks one of the person's notifications; its id, or undefined where the person has no such notification. */
export async function markNotification(
  work: Work,
  personId: string,
  id: string,
  read: boolean,
): Promise<string | undefined> {
  const [row] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      UPDATE notification SET read_at = CASE WHEN ${read} THEN coalesce(read_at, portal_now()) END
      WHERE id = ${id}::uuid AND person_id = ${personId}::uuid RETURNING id`,
  );
  return row?.id;
}

/** Marks every unread notification of the person up to an id (ids sort by time). */
export async function markReadUpTo(work: Work, personId: string, upTo: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE notification SET read_at = portal_now()
    WHERE person_id = ${personId}::uuid AND read_at IS NULL AND id <= ${upTo}::uuid`;
}
