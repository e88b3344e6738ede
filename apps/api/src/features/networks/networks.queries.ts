import { pageSize, type MembershipView, type NetworkSummary, type NetworkView } from '@blizej/contracts';
import { gminasOf, type Actor } from '../../kernel/actor.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import type { Work } from '../../kernel/work.ts';
import { membershipPolicy } from './network.policy.ts';
import {
  presentMembership,
  presentNetwork,
  presentSummary,
  type MembershipRow,
  type NetworkRow,
  type SummaryRow,
} from './network.presenter.ts';
import { networkIsVisible } from './networks.store.ts';

const summaryColumns = (actor: Actor) => Prisma.sql`
  network.id, network.kind, network.state, network.name_pl AS "namePl", network.name_en AS "nameEn",
  network.purpose_pl AS "purposePl", network.purpose_en AS "purposeEn", network.join_policy AS "joinPolicy",
  network.starts_on::text AS "startsOn", network.ends_on::text AS "endsOn", network.member_count AS "memberCount",
  network.open_task_count AS "openTaskCount", network.proposed_by_id AS "proposedById", network.version,
  lead.id AS "leadId", lead.name AS "leadName",
  (SELECT json_agg(json_build_object('organizationId', membership.organization_id, 'role', membership.role,
                                     'state', membership.state))
   FROM membership WHERE membership.network_id = network.id
     AND membership.organization_id = ANY (${gminasOf(actor)}::uuid[])
     AND membership.state IN ('REQUESTED', 'CONFIRMED', 'ACTIVE')) AS mine`;
const leadJoin = Prisma.sql`
  LEFT JOIN membership lead_seat
    ON lead_seat.network_id = network.id AND lead_seat.role = 'LEAD' AND lead_seat.state = 'ACTIVE'
  LEFT JOIN organization lead ON lead.id = lead_seat.organization_id`;

/** Networks that the actor may see, by name in Polish order. */
export async function listNetworks(
  db: Reader,
  actor: Actor,
  query: {
    search?: string | undefined;
    state?: string | undefined;
    kind?: string | undefined;
    mine?: boolean | undefined;
    cursor?: string | undefined;
  },
): Promise<Page<NetworkSummary>> {
  const [afterName, afterId] = readCursor(query.cursor, 'text', 'id');
  const rows = await db.rows<SummaryRow>(Prisma.sql`
    SELECT ${summaryColumns(actor)} FROM network ${leadJoin}
    WHERE ${networkIsVisible(actor)}
      AND (${query.search ?? ''} = '' OR strpos(portal_fold(concat_ws(' ', network.name_pl, network.name_en, network.purpose_pl)),
                                               portal_fold(${query.search ?? ''})) > 0)
      AND (${query.state ?? null}::text IS NULL OR network.state::text = ${query.state ?? null})
      AND (${query.kind ?? null}::text IS NULL OR network.kind::text = ${query.kind ?? null})
      AND (NOT ${query.mine ?? false} OR EXISTS (
        SELECT FROM membership WHERE membership.network_id = network.id
          AND membership.organization_id = ANY (${gminasOf(actor)}::uuid[])
          AND membership.state IN ('REQUESTED', 'CONFIRMED', 'ACTIVE')))
      AND (${afterId ?? null}::uuid IS NULL
        OR (network.name_pl COLLATE "pl-x-icu", network.id) > (${afterName ?? ''}, ${afterId ?? null}::uuid))
    ORDER BY network.name_pl COLLATE "pl-x-icu", network.id LIMIT ${pageSize + 1}`);
  return pageOf(
    rows.map((row) => presentSummary(row, actor)),
    (network) => [network.name.pl, network.id],
  );
}

const networkById = (actor: Actor, id: string) => Prisma.sql`
  SELECT ${summaryColumns(actor)}, resolution.id AS "mandateId", issuer.name AS "mandateIssuer",
         resolution.issuing_body AS "mandateBody", resolution.number AS "mandateNumber",
         resolution.adopted_on::text AS "mandateAdoptedOn", resolution.title AS "mandateTitle", resolution.url AS "mandateUrl"
  FROM network ${leadJoin}
  LEFT JOIN resolution ON resolution.id = network.mandate_id
  LEFT JOIN organization issuer ON issuer.id = resolution.issuer_id
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

const memberships = (networkId: string, organizationId?: string) => Prisma.sql`
  SELECT membership.organization_id AS "organizationId", organization.name AS "organizationName",
         municipality.voivodeship, municipality.teryt, membership.role, membership.state, membership.note,
         membership.requested_at AS "requestedAt", membership.active_at AS "activeAt", lead.organization_id AS "leadId",
         network.state AS "networkState"
  FROM membership
  JOIN network ON network.id = membership.network_id
  JOIN organization ON organization.id = membership.organization_id
  LEFT JOIN municipality ON municipality.organization_id = organization.id
  LEFT JOIN membership lead ON lead.network_id = membership.network_id AND lead.role = 'LEAD' AND lead.state = 'ACTIVE'
  WHERE membership.network_id = ${networkId}::uuid
    AND ${organizationId ? Prisma.sql`membership.organization_id = ${organizationId}::uuid` : Prisma.sql`membership.state IN ('REQUESTED', 'CONFIRMED', 'ACTIVE')`}
  ORDER BY membership.role, organization.name COLLATE "pl-x-icu", membership.id DESC`;

/** Live memberships of a network that the actor may see, the lead first. */
export async function listMemberships(db: Reader, actor: Actor, networkId: string): Promise<MembershipView[]> {
  const rows = await db.rows<MembershipRow>(memberships(networkId));
  return rows.filter((row) => membershipPolicy.read(actor, row)).map((row) => presentMembership(row, actor));
}

/** The latest membership of an organization, inside a work. */
export async function readMembershipIn(
  work: Work,
  actor: Actor,
  networkId: string,
  organizationId: string,
): Promise<MembershipView> {
  const rows = await rowsOf<MembershipRow>(work, memberships(networkId, organizationId));
  const newest = rows.toSorted((a, b) => Number(b.requestedAt) - Number(a.requestedAt))[0];
  if (!newest) throw new Error('A deed lost sight of its membership.');
  return presentMembership(newest, actor);
}
