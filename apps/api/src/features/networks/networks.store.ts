import type {
  Goal,
  JoinPolicy,
  MembershipRole,
  MembershipState,
  NetworkKind,
  NetworkState,
  ReviewOutcome,
  StandardTask,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { visibleNetworks } from './network.policy.ts';

/** The one place where `visibleNetworks` becomes SQL; expects the table under its own name. */
export const networkIsVisible = (actor: Actor): Prisma.Sql => {
  const scope = visibleNetworks(actor);
  return Prisma.sql`(${scope.everything}
    OR (${scope.established} AND network.state NOT IN ('PROPOSED', 'REJECTED'))
    OR network.proposed_by_id = ANY (${scope.organizationIds}::uuid[]))`;
};

/** Whether the actor may see the network, for deeds that name it. */
export async function seesNetwork(work: Work, actor: Actor, id: string): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`SELECT FROM network WHERE id = ${id}::uuid AND ${networkIsVisible(actor)}`,
  );
  return rows.length > 0;
}

/** A membership that has not ended: asked for, offered or active. Expects the table under its own name. */
export const isLive = Prisma.sql`membership.state NOT IN ('LEFT', 'DECLINED')`;

export interface LockedNetwork {
  id: string;
  kind: NetworkKind;
  state: NetworkState;
  namePl: string;
  nameEn: string | null;
  joinPolicy: JoinPolicy;
  mandateId: string | null;
  mandateNumber: string | null;
  proposedById: string;
  leadId: string | null;
  /** `YYYY-MM-DD` */
  endsOn: string | null;
  openTaskCount: number;
  version: number;
}

export interface LockedMembership {
  id: string;
  organizationId: string;
  organizationName: string;
  role: MembershipRole;
  state: MembershipState;
  leadId: string | null;
}

/** Locks a network that the actor may see, against changes by others until the work ends; undefined where invisible. */
export async function lockNetwork(work: Work, actor: Actor, id: string): Promise<LockedNetwork | undefined> {
  const [row] = await rowsOf<LockedNetwork>(
    work,
    Prisma.sql`
      SELECT network.id, network.kind, network.state, network.name_pl AS "namePl", network.name_en AS "nameEn",
             network.join_policy AS "joinPolicy", network.mandate_id AS "mandateId", resolution.number AS "mandateNumber",
             network.proposed_by_id AS "proposedById", lead.organization_id AS "leadId", network.ends_on::text AS "endsOn",
             network.open_task_count AS "openTaskCount", network.version
      FROM network
      LEFT JOIN resolution ON resolution.id = network.mandate_id
      LEFT JOIN membership lead ON lead.network_id = network.id AND lead.role = 'LEAD' AND lead.state = 'ACTIVE'
      WHERE network.id = ${id}::uuid AND ${networkIsVisible(actor)}
      FOR UPDATE OF network`,
  );
  return row;
}

/** Locks the latest membership of an organization in a network. */
export async function lockMembership(
  work: Work,
  networkId: string,
  organizationId: string,
): Promise<LockedMembership | undefined> {
  const [row] = await rowsOf<LockedMembership>(
    work,
    Prisma.sql`
      SELECT membership.id, membership.organization_id AS "organizationId", organization.name AS "organizationName",
             membership.role, membership.state, lead.organization_id AS "leadId"
      FROM membership JOIN organization ON organization.id = membership.organization_id
      LEFT JOIN membership lead ON lead.network_id = membership.network_id AND lead.role = 'LEAD' AND lead.state = 'ACTIVE'
      WHERE membership.network_id = ${networkId}::uuid AND membership.organization_id = ${organizationId}::uuid
      ORDER BY membership.id DESC LIMIT 1
      FOR UPDATE OF membership`,
  );
  return row;
}

/** Those of the organizations that are members of the association now, and stay so until the work ends, by name. */
export const lockMembers = (work: Work, ids: readonly string[]): Promise<{ id: string; name: string }[]> =>
  rowsOf(
    work,
    Prisma.sql`
      SELECT organization.id, organization.name
      FROM organization JOIN municipality ON municipality.organization_id = organization.id
      WHERE organization.id = ANY (${ids}::uuid[]) AND municipality.status = 'MEMBER'
      ORDER BY organization.name COLLATE "pl-x-icu"
      FOR SHARE OF municipality`,
  );

/** The name of an organization that is a member of the association now, and stays so until the work ends; undefined for any other. */
export const memberName = async (work: Work, organizationId: string): Promise<string | undefined> =>
  (await lockMembers(work, [organizationId]))[0]?.name;

export async function insertNetwork(
  work: Work,
  network: {
    kind: NetworkKind;
    namePl: string;
    nameEn: string | null;
    purposePl: string;
    purposeEn: string | null;
    joinPolicy: JoinPolicy;
    benefit: string;
    goals: Goal[];
    topics: string[];
    parentId: string | null;
    endsOn: string | null;
    mandateId: string | null;
    proposedById: string;
    standardTasks: StandardTask[];
  },
): Promise<string> {
  const { endsOn, ...columns } = network;
  const { id } = await transactionOf(work).network.create({
    data: { ...columns, endsOn: endsOn === null ? null : new Date(`${endsOn}T00:00:00Z`) },
    select: { id: true },
  });
  return id;
}

/** The standard tasks of a template; undefined where it is no more. */
export async function standardTasksOf(work: Work, templateId: string): Promise<StandardTask[] | undefined> {
  const [row] = await rowsOf<{ tasks: StandardTask[] }>(
    work,
    Prisma.sql`SELECT tasks FROM network_template WHERE id = ${templateId}::uuid`,
  );
  return row?.tasks;
}

/** Moves a network to a state; gives its new version. */
export async function saveNetworkState(
  work: Work,
  id: string,
  state: NetworkState,
  mandateId: string | null,
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE network SET state = ${state}::network_state, mandate_id = ${mandateId}::uuid, version = version + 1,
      starts_on = CASE WHEN ${state} = 'ACTIVE' THEN coalesce(starts_on, portal_today()) ELSE starts_on END
    WHERE id = ${id}::uuid`;
}

/** Locks a network of which another may be a part: one at work that is no part itself; false for any other. */
export async function lockWhole(work: Work, id: string): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`SELECT FROM network WHERE id = ${id}::uuid AND state = 'ACTIVE' AND parent_id IS NULL FOR SHARE`,
  );
  return rows.length > 0;
}

/** Puts off the end of a network, and notes by which resolution. */
export async function saveExtension(
  work: Work,
  network: Pick<LockedNetwork, 'id' | 'endsOn'>,
  extension: { resolutionId: string; endsOn: string; reason: string },
): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.$executeRaw`
    INSERT INTO network_extension (network_id, resolution_id, former_ends_on, ends_on, reason)
    VALUES (${network.id}::uuid, ${extension.resolutionId}::uuid, ${network.endsOn}::date, ${extension.endsOn}::date,
            ${extension.reason})`;
  await transaction.$executeRaw`
    UPDATE network SET ends_on = ${extension.endsOn}::date, version = version + 1 WHERE id = ${network.id}::uuid`;
}

/** Notes this year's review; gives the year, or undefined where it has one already (a unique index). */
export async function insertReview(
  work: Work,
  networkId: string,
  review: { outcome: ReviewOutcome; summary: string },
): Promise<number | undefined> {
  const [row] = await rowsOf<{ year: number }>(
    work,
    Prisma.sql`
      INSERT INTO network_review (network_id, year, outcome, summary, reviewed_on)
      VALUES (${networkId}::uuid, extract(year FROM portal_today())::int, ${review.outcome}::review_outcome,
              ${review.summary}, portal_today())
      ON CONFLICT DO NOTHING RETURNING year`,
  );
  return row?.year;
}

/** Makes an organization the lead, in place of any other; its live membership is taken up or made. */
export async function saveLead(work: Work, networkId: string, organizationId: string): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.$executeRaw`
    UPDATE membership SET role = 'MEMBER' WHERE network_id = ${networkId}::uuid AND role = 'LEAD' AND state = 'ACTIVE'`;
  await transaction.$executeRaw`
    INSERT INTO membership AS kept (network_id, organization_id, role, state, confirmed_at, active_at)
    VALUES (${networkId}::uuid, ${organizationId}::uuid, 'LEAD', 'ACTIVE', portal_now(), portal_now())
    ON CONFLICT (network_id, organization_id) WHERE state NOT IN ('LEFT', 'DECLINED')
    DO UPDATE SET role = 'LEAD', state = 'ACTIVE', active_at = coalesce(kept.active_at, portal_now())`;
}

/** Makes a request to join; false where the organization has a live membership already (a unique index). */
export async function insertRequest(
  work: Work,
  request: { networkId: string; organizationId: string; role: MembershipRole; note: string | null },
): Promise<boolean> {
  const inserted = await transactionOf(work).$executeRaw`
    INSERT INTO membership (network_id, organization_id, role, state, note)
    VALUES (${request.networkId}::uuid, ${request.organizationId}::uuid, ${request.role}::membership_role, 'REQUESTED',
            ${request.note})
    ON CONFLICT DO NOTHING`;
  return inserted === 1;
}

/** Invites members of the association into a network; gives whom, without those with a live membership (a unique index). */
export async function insertInvitations(
  work: Work,
  invitation: { networkId: string; organizationIds: readonly string[]; role: MembershipRole; note: string | null },
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      INSERT INTO membership (network_id, organization_id, role, state, note)
      SELECT ${invitation.networkId}::uuid, invited, ${invitation.role}::membership_role, 'INVITED', ${invitation.note}
      FROM unnest(${invitation.organizationIds}::uuid[]) AS invited
      ON CONFLICT DO NOTHING RETURNING organization_id AS id`,
  );
  return rows.map(({ id }) => id);
}

export async function saveMembershipState(
  work: Work,
  id: string,
  state: MembershipState,
  reason: string | null = null,
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE membership SET state = ${state}::membership_state, reason = ${reason},
      confirmed_at = CASE WHEN ${state} IN ('CONFIRMED', 'ACTIVE') THEN coalesce(confirmed_at, portal_now()) ELSE confirmed_at END,
      active_at = CASE WHEN ${state} = 'ACTIVE' THEN portal_now() ELSE active_at END,
      ended_at = CASE WHEN ${state} IN ('LEFT', 'DECLINED') THEN portal_now() END
    WHERE id = ${id}::uuid`;
}
