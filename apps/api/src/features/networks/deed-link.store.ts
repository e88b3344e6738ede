import type { LinkedDeed, MembershipState } from '@blizej/contracts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf, type Reader } from '../../platform/database/database.ts';
import { hashToken, newToken } from '../accounts/index.ts';
import { linkDays } from './deed-link.rules.ts';

/** Makes a link for the newest membership of a gmina in a network and gives its secret, which is never stored. */
export async function insertDeedLink(
  work: Work,
  link: {
    readonly personId: string;
    readonly deed: LinkedDeed;
    readonly networkId: string;
    readonly organizationId: string;
  },
): Promise<string> {
  const token = newToken();
  await transactionOf(work).$executeRaw`
    INSERT INTO deed_link (token_hash, person_id, deed, membership_id, expires_at)
    SELECT ${hashToken(token)}, ${link.personId}::uuid, ${link.deed}::linked_deed, id,
           portal_now() + make_interval(days => ${linkDays})
    FROM membership WHERE network_id = ${link.networkId}::uuid AND organization_id = ${link.organizationId}::uuid
    ORDER BY id DESC LIMIT 1`;
  return token;
}

export interface HeldDeed {
  id: string;
  deed: LinkedDeed;
  name: string;
  email: string;
  /** The account has a second factor, or an office that asks for one. */
  asksForSignIn: boolean;
  networkId: string;
  networkNamePl: string;
  networkNameEn: string | null;
  organizationId: string;
  organizationName: string;
  state: MembershipState;
}

const held = (token: string): Prisma.Sql => Prisma.sql`
  SELECT deed_link.id, deed_link.deed, person.name, person.email,
         person.totp_since IS NOT NULL OR EXISTS (
           SELECT FROM appointment WHERE appointment.person_id = person.id AND appointment.office = 'SECRETARIAT'
             AND appointment.starts_on <= portal_today()
             AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())) AS "asksForSignIn",
         network.id AS "networkId", network.name_pl AS "networkNamePl", network.name_en AS "networkNameEn",
         organization.id AS "organizationId", organization.name AS "organizationName", membership.state
  FROM deed_link JOIN person ON person.id = deed_link.person_id AND person.active
  JOIN membership ON membership.id = deed_link.membership_id
  JOIN network ON network.id = membership.network_id
  JOIN organization ON organization.id = membership.organization_id
  WHERE deed_link.token_hash = ${hashToken(token)} AND deed_link.used_at IS NULL AND deed_link.expires_at > portal_now()`;

/** What stands behind a living link; undefined where the link is void. */
export async function findHeldDeed(db: Reader, token: string): Promise<HeldDeed | undefined> {
  return (await db.rows<HeldDeed>(held(token)))[0];
}

/** The same, locked: two who use it at once queue here. */
export async function lockHeldDeed(work: Work, token: string): Promise<HeldDeed | undefined> {
  return (await rowsOf<HeldDeed>(work, Prisma.sql`${held(token)} FOR UPDATE OF deed_link`))[0];
}

/** The link has done its deed. */
export async function useDeedLink(work: Work, id: string): Promise<void> {
  await transactionOf(work).$executeRaw`UPDATE deed_link SET used_at = portal_now() WHERE id = ${id}::uuid`;
}
