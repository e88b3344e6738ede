// Who keeps a position: a person whose office at whoever drafts it, or at the secretariat, has not ended.
import type { PositionState } from '@blizej/contracts';
import type { Holder } from '../../kernel/holdings.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';

/** The states in which a position needs somebody to keep it. */
export const keptStates: readonly PositionState[] = ['DRAFT', 'CONSULTATION', 'VOTING', 'ADOPTED', 'SENT'];

/** An office through which one may be the rapporteur of what an organization drafts. */
const qualifies = (proposedById: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (appointment.organization_id = ${proposedById} OR EXISTS (
     SELECT FROM organization employer WHERE employer.id = appointment.organization_id AND employer.kind = 'SECRETARIAT'))
    AND appointment.office IN ('EXECUTIVE', 'COORDINATOR', 'OFFICIAL', 'SECRETARIAT')
    AND appointment.starts_on <= portal_today()
    AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())`;

/** Those who may be rapporteur of what an organization drafts. */
export const candidates = (proposedById: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT person.id, person.name
  FROM appointment JOIN person ON person.id = appointment.person_id AND person.active
  WHERE ${qualifies(proposedById)}`;

/** Whose rapporteur's office has ended, that position has none. Expects the table under its own name. */
export const rapporteurOf = Prisma.sql`
  (SELECT person.id FROM person
   WHERE person.id = position.rapporteur_id AND person.active AND EXISTS (
     SELECT FROM appointment WHERE appointment.person_id = person.id AND ${qualifies(Prisma.sql`position.proposed_by_id`)}))`;

/** Whether a person may be the rapporteur of what an organization drafts. */
export async function isCandidate(work: Work, proposedById: string, personId: string): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`SELECT FROM (${candidates(Prisma.sql`${proposedById}::uuid`)}) AS candidate WHERE id = ${personId}::uuid`,
  );
  return rows.length > 0;
}

/** Names the rapporteur of a locked position, or nobody. */
export async function saveRapporteur(work: Work, id: string, personId: string | null): Promise<void> {
  await transactionOf(work).position.update({
    where: { id },
    data: { rapporteurId: personId, version: { increment: 1 } },
  });
}

export interface HeldPosition {
  readonly id: string;
  readonly titlePl: string;
  readonly titleEn: string | null;
  readonly proposedById: string;
}

/** Locks the positions of which a person is rapporteur through an office in an organization, and through no other's. */
export const lockHeldPositions = (work: Work, { personId, organizationId }: Holder): Promise<HeldPosition[]> =>
  rowsOf<HeldPosition>(
    work,
    Prisma.sql`
      SELECT position.id, position.title_pl AS "titlePl", position.title_en AS "titleEn",
             position.proposed_by_id AS "proposedById"
      FROM position
      WHERE position.rapporteur_id = ${personId}::uuid AND position.state::text = ANY (${keptStates})
        AND EXISTS (SELECT FROM appointment WHERE appointment.person_id = ${personId}::uuid
                      AND appointment.organization_id = ${organizationId}::uuid
                      AND ${qualifies(Prisma.sql`position.proposed_by_id`)})
        AND NOT EXISTS (SELECT FROM appointment WHERE appointment.person_id = ${personId}::uuid
                          AND appointment.organization_id <> ${organizationId}::uuid
                          AND ${qualifies(Prisma.sql`position.proposed_by_id`)})
      ORDER BY position.id FOR UPDATE OF position`,
  );
