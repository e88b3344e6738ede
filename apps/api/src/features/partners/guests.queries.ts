import type { GuestsView, InitiativeStage, Localized } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { allow } from '../../kernel/policy.ts';
import { found } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { initiativeIsVisible, initiativePolicy, isLive } from '../initiatives/index.ts';

interface GuestsRow {
  id: string;
  title: Localized;
  stage: InitiativeStage;
  proposedById: string;
  leadId: string | null;
  partners: GuestsView['partners'];
}

const guestsOf = (actor: Actor, id: string) => Prisma.sql`
  SELECT initiative.id, json_build_object('pl', title_pl, 'en', title_en) AS title, stage,
    proposed_by_id AS "proposedById",
    (SELECT organization_id FROM initiative_part WHERE initiative_id = initiative.id AND role = 'LEAD_PARTNER'
       AND state = 'CONFIRMED') AS "leadId",
    (SELECT coalesce(json_agg(json_build_object(
              'organization', json_build_object('id', organization.id, 'name', organization.name),
              'people', (SELECT coalesce(json_agg(json_build_object('id', person.id, 'name', person.name)
                                ORDER BY person.name COLLATE "pl-x-icu", person.id), '[]')
                         FROM appointment JOIN person ON person.id = appointment.person_id AND person.active
                         WHERE appointment.organization_id = organization.id AND appointment.office = 'PARTNER_CONTACT'
                           AND appointment.starts_on <= portal_today()
                           AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())),
              'invitations', (SELECT coalesce(json_agg(json_build_object('id', invitation.id, 'name', invitation.name,
                                'email', invitation.email, 'expiresAt', to_json(invitation.expires_at),
                                'state', CASE WHEN invitation.expires_at <= portal_now() THEN 'EXPIRED' ELSE 'OPEN' END)
                                ORDER BY invitation.id DESC), '[]')
                         FROM invitation WHERE invitation.organization_id = organization.id
                           AND invitation.office = 'PARTNER_CONTACT' AND invitation.accepted_at IS NULL
                           AND invitation.revoked_at IS NULL))
            ORDER BY organization.name COLLATE "pl-x-icu"), '[]')
     FROM initiative_part part JOIN organization ON organization.id = part.organization_id
     WHERE part.initiative_id = initiative.id AND part.state <> 'WITHDRAWN' AND organization.kind = 'PARTNER') AS partners
  FROM initiative WHERE initiative.id = ${id}::uuid AND ${initiativeIsVisible(actor)}`;

/** The guests of an initiative; refused to whoever sees it and does not carry it. */
export async function readGuests(db: Reader, actor: Actor, id: string): Promise<GuestsView> {
  const [row] = await db.rows<GuestsRow>(guestsOf(actor, id));
  const { title, stage, partners, ...facts } = found(row);
  allow(initiativePolicy.change(actor, facts));
  return {
    initiative: { id: facts.id, title, stage },
    partners: partners.map(({ invitations, ...partner }) => ({
      ...partner,
      invitations: invitations.map((one) => ({ ...one, expiresAt: new Date(one.expiresAt).toISOString() })),
    })),
    abilities: { invite: isLive(stage) && partners.length > 0 },
  };
}

/** The same inside a work, for what a deed answers. */
export const readGuestsIn = (work: Work, actor: Actor, id: string): Promise<GuestsView> =>
  readGuests({ rows: (sql) => rowsOf(work, sql) }, actor, id);

/** Whether there is an open invitation to be a guest for one of the organizations. */
export async function isOpenInvitation(work: Work, id: string, organizationIds: readonly string[]): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`
      SELECT FROM invitation WHERE id = ${id}::uuid AND organization_id = ANY (${organizationIds}::uuid[])
        AND office = 'PARTNER_CONTACT' AND accepted_at IS NULL AND revoked_at IS NULL`,
  );
  return rows.length > 0;
}
