import { pageSize, type MembershipView, type NetworkSummary, type NetworkView } from '@blizej/contracts';
import { gminasOf, type Actor } from '../../kernel/actor.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import type { Work } from '../../kernel/work.ts';
import { resolutionAsJson, standingOfResolution } from '../organizations/index.ts';
import { membershipPolicy } from './network.policy.ts';
import {
  presentMembership,
  presentNetwork,
  presentSummary,
  type MembershipRow,
  type NetworkRow,
  type SummaryRow,
} from './network.presenter.ts';
import { isLive, networkIsVisible } from './networks.store.ts';
import { seatsOfMembership } from './seats.store.ts';

/** A permanent network that nobody looked at for a year. Expects the table under its own name. */
export const reviewIsDue = Prisma.sql`
  (network.kind = 'PERMANENT' AND network.state = 'ACTIVE'
   AND coalesce((SELECT max(reviewed_on) FROM network_review WHERE network_review.network_id = network.id),
                network.starts_on) <= (portal_today() - interval '1 year')::date)`;

const summaryColumns = (actor: Actor) => Prisma.sql`
  network.id, network.kind, network.state, network.name_pl AS "namePl", network.name_en AS "nameEn",
  network.purpose_pl AS "purposePl", network.purpose_en AS "purposeEn", network.join_policy AS "joinPolicy",
  network.starts_on::text AS "startsOn", network.ends_on::text AS "endsOn", network.member_count AS "memberCount",
  network.goals::text[], network.topics, ${standingOfResolution} AS "mandateStanding", ${reviewIsDue} AS "reviewDue",
  network.open_task_count AS "openTaskCount", network.proposed_by_id AS "proposedById", network.version,
  lead.id AS "leadId", lead.name AS "leadName",
  (SELECT json_agg(json_build_object('organizationId', membership.organization_id, 'role', membership.role,
                                     'state', membership.state))
   FROM membership WHERE membership.network_id = network.id
     AND membership.organization_id = ANY (${gminasOf(actor)}::uuid[])
     AND ${isLive}) AS mine`;
const leadJoin = Prisma.sql`
  LEFT JOIN membership lead_seat
    ON lead_seat.network_id = network.id AND lead_seat.role = 'LEAD' AND lead_seat.state = 'ACTIVE'
  LEFT JOIN organization lead ON lead.id = lead_seat.organization_id
  LEFT JOIN resolution ON resolution.id = network.mandate_id`;

/** Networks that the actor may see, by name in Polish order. */
export async function listNetworks(
  db: Reader,
  actor: Actor,
  query: {
    search?: string | undefined;
    state?: string | undefined;
    kind?: string | undefined;
    goal?: string | undefined;
    topic?: string | undefined;
    resolution?: string | undefined;
    mine?: boolean | undefined;
    cursor?: string | undefined;
  },
): Promise<Page<NetworkSummary>> {
  const [afterName, afterId] = readCursor(query.cursor, 'text', 'id');
  const rows = await db.rows<SummaryRow>(Prisma.sql`
    SELECT ${summaryColumns(actor)} FROM network ${leadJoin}
    WHERE ${networkIsVisible(actor)}
      AND (${query.search ?? ''} = '' OR strpos(portal_fold(concat_ws(' ', network.name_pl, network.name_en, network.purpose_pl, array_to_string(network.topics, ' '))),
                                               portal_fold(${query.search ?? ''})) > 0)
      AND (${query.state ?? null}::text IS NULL OR network.state::text = ${query.state ?? null})
      AND (${query.kind ?? null}::text IS NULL OR network.kind::text = ${query.kind ?? null})
      AND (${query.goal ?? null}::text IS NULL OR ${query.goal ?? null} = ANY (network.goals::text[]))
      AND (${query.topic ?? null}::text IS NULL OR ${query.topic ?? null} = ANY (network.topics))
      AND (${query.resolution ?? null}::uuid IS NULL OR network.mandate_id = ${query.resolution ?? null}::uuid
        OR EXISTS (SELECT FROM network_extension WHERE network_extension.network_id = network.id
                     AND network_extension.resolution_id = ${query.resolution ?? null}::uuid))
      AND (NOT ${query.mine ?? false} OR EXISTS (
        SELECT FROM membership WHERE membership.network_id = network.id
          AND membership.organization_id = ANY (${gminasOf(actor)}::uuid[])
          AND ${isLive}))
      AND (${afterId ?? null}::uuid IS NULL
        OR (network.name_pl COLLATE "pl-x-icu", network.id) > (${afterName ?? ''}, ${afterId ?? null}::uuid))
    ORDER BY network.name_pl COLLATE "pl-x-icu", network.id LIMIT ${pageSize + 1}`);
  return pageOf(
    rows.map((row) => presentSummary(row, actor)),
    (network) => [network.name.pl, network.id],
  );
}

/** The topics of the networks that the actor may see. */
export async function listTopics(db: Reader, actor: Actor): Promise<string[]> {
  const rows = await db.rows<{ topic: string }>(Prisma.sql`
    SELECT topic FROM (SELECT DISTINCT unnest(network.topics) AS topic FROM network WHERE ${networkIsVisible(actor)}) AS said
    ORDER BY topic COLLATE "pl-x-icu"`);
  return rows.map(({ topic }) => topic);
}

const networkName = Prisma.sql`json_build_object(
  'id', network.id, 'name', json_build_object('pl', network.name_pl, 'en', network.name_en), 'state', network.state)`;

const networkById = (actor: Actor, id: string) => Prisma.sql`
  SELECT ${summaryColumns(actor)}, ${resolutionAsJson(Prisma.sql`network.mandate_id`)} AS mandate, network.benefit,
         (SELECT json_build_object('id', id, 'name', name) FROM organization
          WHERE organization.id = network.proposed_by_id) AS "proposedBy",
         (SELECT ${networkName} FROM network part JOIN network ON network.id = part.parent_id
          WHERE part.id = ${id}::uuid AND ${networkIsVisible(actor)}) AS parent,
         (SELECT coalesce(json_agg(${networkName} ORDER BY network.name_pl COLLATE "pl-x-icu"), '[]')
          FROM network WHERE network.parent_id = ${id}::uuid AND ${networkIsVisible(actor)}) AS parts,
         (SELECT coalesce(json_agg(json_build_object(
                   'id', extension.id, 'formerEndsOn', extension.former_ends_on::text, 'endsOn', extension.ends_on::text,
                   'reason', extension.reason, 'resolution', ${resolutionAsJson(Prisma.sql`extension.resolution_id`)})
                 ORDER BY extension.id), '[]')
          FROM network_extension extension WHERE extension.network_id = network.id) AS extensions,
         (SELECT coalesce(json_agg(json_build_object(
                   'year', review.year, 'outcome', review.outcome, 'summary', review.summary,
                   'reviewedOn', review.reviewed_on::text) ORDER BY review.year DESC), '[]')
          FROM network_review review WHERE review.network_id = network.id) AS reviews
  FROM network ${leadJoin}
  WHERE network.id = ${id}::uuid AND ${networkIsVisible(actor)}`;

/** One network as the actor sees it; undefined where the actor may not. */
export async function readNetwork(db: Reader, actor: Actor, id: string): Promise<NetworkView | undefined> {
  const [row] = await db.rows<NetworkRow>(networkById(actor, id));
  return row && presentNetwork(row, actor);
}

/** The same inside a work, for what a deed answers. */
export async function readNetworkIn(work: Work, actor: Actor, id: string): Promise<NetworkView> {
  const [row] = await rowsOf<NetworkRow>(work, networkById(actor, id));
  if (!row) throw new Error('A deed lost sight of its network.');
  return presentNetwork(row, actor);
}

/** Whether the actor may see the network, for features that hang things on it. */
export async function networkExists(db: Reader, actor: Actor, id: string): Promise<boolean> {
  const rows = await db.rows(Prisma.sql`SELECT 1 FROM network WHERE id = ${id}::uuid AND ${networkIsVisible(actor)}`);
  return rows.length > 0;
}

const memberships = (actor: Actor, networkId: string, organizationId?: string) => Prisma.sql`
  SELECT membership.organization_id AS "organizationId", organization.name AS "organizationName",
         municipality.voivodeship, municipality.teryt, membership.role, membership.state, membership.note,
         membership.requested_at AS "requestedAt", membership.active_at AS "activeAt", lead.organization_id AS "leadId",
         network.state AS "networkState", ${seatsOfMembership} AS seats,
         EXISTS (SELECT FROM membership own WHERE own.network_id = network.id AND own.state = 'ACTIVE'
                   AND own.organization_id = ANY (${gminasOf(actor)}::uuid[])) AS "isInNetwork"
  FROM membership
  JOIN network ON network.id = membership.network_id
  JOIN organization ON organization.id = membership.organization_id
  LEFT JOIN municipality ON municipality.organization_id = organization.id
  LEFT JOIN membership lead ON lead.network_id = membership.network_id AND lead.role = 'LEAD' AND lead.state = 'ACTIVE'
  WHERE membership.network_id = ${networkId}::uuid
    AND ${organizationId ? Prisma.sql`membership.organization_id = ${organizationId}::uuid` : isLive}
  ORDER BY membership.role, organization.name COLLATE "pl-x-icu", membership.id DESC`;

/** Live memberships of a network that the actor may see, the lead first. */
export async function listMemberships(db: Reader, actor: Actor, networkId: string): Promise<MembershipView[]> {
  const rows = await db.rows<MembershipRow>(memberships(actor, networkId));
  return rows.filter((row) => membershipPolicy.read(actor, row)).map((row) => presentMembership(row, actor));
}

/** The latest membership of an organization, inside a work. */
export async function readMembershipIn(
  work: Work,
  actor: Actor,
  networkId: string,
  organizationId: string,
): Promise<MembershipView> {
  const rows = await rowsOf<MembershipRow>(work, memberships(actor, networkId, organizationId));
  const newest = rows.toSorted((a, b) => Number(b.requestedAt) - Number(a.requestedAt))[0];
  if (!newest) throw new Error('A deed lost sight of its membership.');
  return presentMembership(newest, actor);
}
