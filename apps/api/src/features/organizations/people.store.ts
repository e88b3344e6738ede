import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import type { PersonState } from './person.lifecycle.ts';
import { visiblePeople } from './person.policy.ts';

/** Whether the actor may know of an appointment; expects the table under its own name. */
export const appointmentIsVisible = (actor: Actor): Prisma.Sql => {
  const scope = visiblePeople(actor);
  return Prisma.sql`(${scope.everything} OR appointment.organization_id = ANY (${scope.organizationIds}::uuid[]))`;
};

/** The one place where `visiblePeople` becomes SQL; expects the table under its own name. Who was erased is nobody any more. */
export const personIsVisible = (actor: Actor): Prisma.Sql => Prisma.sql`
  (person.erased_at IS NULL AND (${visiblePeople(actor).everything} OR EXISTS (
    SELECT FROM appointment WHERE appointment.person_id = person.id AND ${appointmentIsVisible(actor)})))`;

export interface LockedPerson {
  id: string;
  state: PersonState;
  /** The gmina for which the person works now; the first of several. */
  gminaId: string | null;
}

/** Locks a person whom the actor may see; undefined where invisible. */
export async function lockPerson(work: Work, actor: Actor, id: string): Promise<LockedPerson | undefined> {
  const [row] = await rowsOf<LockedPerson>(
    work,
    Prisma.sql`
      SELECT person.id, CASE WHEN person.active THEN 'ACTIVE' ELSE 'BLOCKED' END AS state,
             (SELECT appointment.organization_id FROM appointment
              JOIN organization ON organization.id = appointment.organization_id AND organization.kind = 'MUNICIPALITY'
              WHERE appointment.person_id = person.id AND appointment.starts_on <= portal_today()
                AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())
              ORDER BY appointment.id LIMIT 1) AS "gminaId"
      FROM person WHERE person.id = ${id}::uuid AND ${personIsVisible(actor)}
      FOR UPDATE OF person`,
  );
  return row;
}

export async function savePersonState(work: Work, id: string, state: PersonState): Promise<void> {
  await transactionOf(work).person.update({ where: { id }, data: { active: state === 'ACTIVE' } });
}
