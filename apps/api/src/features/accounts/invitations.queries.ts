import {
  pageSize,
  type HeldInvitation,
  type InvitationView,
  type Office,
  type OrganizationKind,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { invitationPolicy, officesOf, visibleInvitations } from './invitation.policy.ts';
import { presentInvitation, type InvitationRow } from './invitation.presenter.ts';
import { invitationIsVisible, invitationState } from './invitations.store.ts';
import { hashToken } from './session.store.ts';

const invitations = Prisma.sql`
  SELECT invitation.id, invitation.name, invitation.email, invitation.office,
         invitation.organization_id AS "organizationId", organization.name AS "organizationName",
         inviter.name AS "inviterName", invitation.created_at AS "createdAt", invitation.expires_at AS "expiresAt",
         invitation.starts_on::text AS "startsOn", ${invitationState} AS state
  FROM invitation JOIN organization ON organization.id = invitation.organization_id
  LEFT JOIN person inviter ON inviter.id = invitation.invited_by_id`;

/** Invitations that the actor may see, newest first. */
export async function listInvitations(
  db: Reader,
  actor: Actor,
  query: { organization?: string | undefined; open?: boolean | undefined; cursor?: string | undefined },
): Promise<Page<InvitationView>> {
  const [before] = readCursor(query.cursor, 'id');
  const rows = await db.rows<InvitationRow>(Prisma.sql`
    ${invitations}
    WHERE ${invitationIsVisible(actor)}
      AND (${query.organization ?? null}::uuid IS NULL OR invitation.organization_id = ${query.organization ?? null}::uuid)
      AND (NOT ${query.open ?? false} OR ${invitationState} IN ('OPEN', 'EXPIRED'))
      AND (${before ?? null}::uuid IS NULL OR invitation.id < ${before ?? null}::uuid)
    ORDER BY invitation.id DESC LIMIT ${pageSize + 1}`);
  return pageOf(
    rows.map((row) => presentInvitation(row, actor)),
    (invitation) => [invitation.id],
  );
}

/** Where and to which offices the actor may invite: members of the association, partners and the secretariat, by name. */
export async function listInvitationChoices(
  db: Reader,
  actor: Actor,
): Promise<{ items: { id: string; name: string; offices: Office[] }[] }> {
  const scope = visibleInvitations(actor);
  const rows = await db.rows<{ id: string; name: string; kind: OrganizationKind }>(Prisma.sql`
    SELECT organization.id, organization.name, organization.kind
    FROM organization LEFT JOIN municipality ON municipality.organization_id = organization.id
    WHERE (organization.kind <> 'MUNICIPALITY' OR municipality.status = 'MEMBER')
      AND (${scope.everything} OR organization.id = ANY (${scope.organizationIds}::uuid[]))
    ORDER BY organization.name COLLATE "pl-x-icu", organization.id`);
  return {
    items: rows.map(({ id, name, kind }) => ({
      id,
      name,
      offices: officesOf(kind).filter((office) => invitationPolicy.invite(actor, { organizationId: id, office })),
    })),
  };
}

/** One invitation as the actor sees it, for what a deed answers. */
export async function readInvitationIn(work: Work, actor: Actor, id: string): Promise<InvitationView> {
  const [row] = await rowsOf<InvitationRow>(work, Prisma.sql`${invitations} WHERE invitation.id = ${id}::uuid`);
  if (!row) throw new Error('A deed lost sight of its invitation.');
  return presentInvitation(row, actor);
}

/** What whoever holds a living link is told; undefined where the link is void. */
export async function readHeldInvitation(db: Reader, token: string): Promise<HeldInvitation | undefined> {
  const [row] = await db.rows<HeldInvitation>(Prisma.sql`
    SELECT invitation.name, invitation.email, invitation.office, invitation.language, organization.name AS organization,
           coalesce(inviter.name, association.name_pl) AS "invitedBy", EXISTS (SELECT FROM person WHERE person.email = invitation.email) AS "hasAccount"
    FROM login_link JOIN invitation ON invitation.id = login_link.invitation_id
    JOIN organization ON organization.id = invitation.organization_id
    LEFT JOIN person inviter ON inviter.id = invitation.invited_by_id CROSS JOIN association
    WHERE login_link.token_hash = ${hashToken(token)} AND login_link.used_at IS NULL
      AND login_link.expires_at > portal_now() AND ${invitationState} = 'OPEN'`);
  return row;
}
