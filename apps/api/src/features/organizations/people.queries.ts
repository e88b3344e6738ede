import { pageSize, type Given, type peopleRoutes, type PersonSummary, type PersonView } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { allow } from '../../kernel/policy.ts';
import { found } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { appointmentIsVisible, personIsVisible } from './people.store.ts';
import { personPolicy } from './person.policy.ts';
import {
  presentPerson,
  presentPersonSummary,
  type PersonDetailRow,
  type PersonSummaryRow,
} from './person.presenter.ts';

/** The person's appointments that the actor may know of; expects the person's table under its own name. */
const appointments = (actor: Actor): Prisma.Sql => Prisma.sql`
  SELECT appointment.id, appointment.office, appointment.organization_id, appointment.starts_on, appointment.basis,
         json_build_object('id', organization.id, 'name', organization.name, 'kind', organization.kind) AS organization,
         appointment.starts_on::text AS "startsOn", appointment.ends_on::text AS "endsOn",
         appointment.starts_on <= portal_today()
           AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today()) AS current,
         appointment.deputy_for_id
  FROM appointment JOIN organization ON organization.id = appointment.organization_id
  WHERE appointment.person_id = person.id AND ${appointmentIsVisible(actor)}`;

const latestFirst = Prisma.sql`ORDER BY held.starts_on DESC, held.id DESC`;

/** People by name, in Polish order. */
export async function listPeople(
  db: Reader,
  actor: Actor,
  query: Given<typeof peopleRoutes.listPeople>['query'],
): Promise<Page<PersonSummary>> {
  allow(personPolicy.list(actor));
  const { search = '', office = null, organization = null, standing = null } = query;
  const [afterName, afterId] = readCursor(query.cursor, 'text', 'id');
  const rows = await db.rows<PersonSummaryRow>(Prisma.sql`
    SELECT person.id, person.name, person.email, person.active,
           (SELECT coalesce(json_agg(json_build_object(
                     'id', held.id, 'office', held.office, 'organization', held.organization,
                     'startsOn', held."startsOn", 'endsOn', held."endsOn", 'current', held.current) ${latestFirst}), '[]')
            FROM (${appointments(actor)}) AS held) AS offices
    FROM person
    WHERE ${personIsVisible(actor)}
      AND (${search} = '' OR strpos(portal_fold(person.name), portal_fold(${search})) > 0
        OR strpos(person.email, lower(${search})) > 0)
      AND ((${office}::office IS NULL AND ${organization}::uuid IS NULL AND ${standing}::text IS DISTINCT FROM 'CURRENT')
        OR EXISTS (SELECT FROM (${appointments(actor)}) AS held
                   WHERE (${office}::office IS NULL OR held.office = ${office}::office)
                     AND (${organization}::uuid IS NULL OR held.organization_id = ${organization}::uuid)
                     AND (${standing}::text IS DISTINCT FROM 'CURRENT' OR held.current)))
      AND (${standing}::text IS DISTINCT FROM 'FORMER'
        OR NOT EXISTS (SELECT FROM (${appointments(actor)}) AS held WHERE held.current))
      AND (${standing}::text IS DISTINCT FROM 'BLOCKED' OR NOT person.active)
      AND (${afterId ?? null}::uuid IS NULL
        OR (person.name COLLATE "pl-x-icu", person.id) > (${afterName ?? ''}, ${afterId ?? null}::uuid))
    ORDER BY person.name COLLATE "pl-x-icu", person.id LIMIT ${pageSize + 1}`);
  return pageOf(rows.map(presentPersonSummary), (person) => [person.name, person.id]);
}

/** One person with the history of appointments. */
export async function readPerson(db: Reader, actor: Actor, id: string): Promise<PersonView | undefined> {
  const [row] = await db.rows<PersonDetailRow>(Prisma.sql`
    SELECT person.id, person.name, person.email, person.active,
           (SELECT coalesce(json_agg(json_build_object(
                     'id', held.id, 'office', held.office, 'organization', held.organization,
                     'startsOn', held."startsOn", 'endsOn', held."endsOn", 'current', held.current, 'basis', held.basis,
                     'deputyFor', (SELECT json_build_object('id', principal.id, 'name', principal.name)
                                   FROM appointment stood_in_for JOIN person principal ON principal.id = stood_in_for.person_id
                                   WHERE stood_in_for.id = held.deputy_for_id)) ${latestFirst}), '[]')
            FROM (${appointments(actor)}) AS held) AS appointments
    FROM person WHERE person.id = ${id}::uuid AND ${personIsVisible(actor)}`);
  return row && presentPerson(row, actor);
}

/** One person, inside a work. */
export const readPersonIn = async (work: Work, actor: Actor, id: string): Promise<PersonView> =>
  found(await readPerson({ rows: (sql) => rowsOf(work, sql) }, actor, id));
