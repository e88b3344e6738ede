import type { Given, OrganizationKind, PartnerKind, partnersRoutes, PartnerState } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { partnerPolicy } from './partner.policy.ts';

/** The one place where `partnerPolicy.visible` becomes SQL; expects the table under its own name. */
export const partnerIsVisible = (actor: Actor): Prisma.Sql => {
  const { everything, directory, organizationIds } = partnerPolicy.visible(actor);
  return Prisma.sql`(${everything} OR (${directory} AND partner.state <> 'PROPOSED')
    OR partner.proposed_by_id = ANY (${organizationIds}::uuid[]))`;
};

export interface LockedPartner {
  readonly id: string;
  readonly name: string;
  readonly kind: PartnerKind;
  readonly state: PartnerState;
  readonly proposedById: string;
  readonly proposerId: string;
  readonly version: number;
}

/** Locks a partner that the actor may see, until the work ends. */
export async function lockPartner(work: Work, actor: Actor, id: string): Promise<LockedPartner | undefined> {
  const [row] = await rowsOf<LockedPartner>(
    work,
    Prisma.sql`
      SELECT organization.id, organization.name, partner.kind, partner.state, partner.proposed_by_id AS "proposedById",
             partner.proposer_id AS "proposerId", partner.version
      FROM partner JOIN organization ON organization.id = partner.organization_id
      WHERE partner.organization_id = ${id}::uuid AND ${partnerIsVisible(actor)} FOR UPDATE OF partner`,
  );
  return row;
}

type Described = Given<typeof partnersRoutes.addPartner>['body'];

const detailsOf = ({ kind, country, place, website, descriptionPl, descriptionEn, topics, languages }: Described) => ({
  kind,
  country,
  place,
  website: website ?? null,
  descriptionPl,
  descriptionEn: descriptionEn ?? null,
  topics,
  languages,
});

/** Lets one name be given at a time: nobody stands in the directory twice. */
export async function lockPartnerNames(work: Work): Promise<void> {
  await transactionOf(work).$executeRaw`SELECT pg_advisory_xact_lock(hashtext('blizej partner names'))`;
}

/** Whether a partner other than `but` is called so; expects that the names are locked. */
export async function isPartnerKnown(work: Work, name: string, but?: string): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`
      SELECT FROM organization WHERE kind = 'PARTNER' AND portal_fold(name) = portal_fold(${name})
        AND id IS DISTINCT FROM ${but ?? null}::uuid`,
  );
  return rows.length > 0;
}

export async function insertPartner(
  work: Work,
  described: Described,
  by: { state: PartnerState; proposedById: string; proposerId: string },
): Promise<string> {
  const transaction = transactionOf(work);
  const kind: OrganizationKind = 'PARTNER';
  const { id } = await transaction.organization.create({ data: { kind, name: described.name }, select: { id: true } });
  await transaction.partner.create({ data: { organizationId: id, ...detailsOf(described), ...by } });
  return id;
}

/** Saves the description of a locked partner. */
export async function savePartner(work: Work, id: string, described: Described): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.organization.update({ where: { id }, data: { name: described.name } });
  await transaction.partner.update({
    where: { organizationId: id },
    data: { ...detailsOf(described), version: { increment: 1 } },
  });
}

export async function savePartnerState(
  work: Work,
  id: string,
  state: PartnerState,
  archival: string | null,
): Promise<void> {
  await transactionOf(work).partner.update({
    where: { organizationId: id },
    data: { state, archival, version: { increment: 1 } },
  });
}

export const countPeople = (work: Work, partnerId: string): Promise<number> =>
  transactionOf(work).partnerPerson.count({ where: { partnerId } });

export async function insertPerson(
  work: Work,
  person: {
    partnerId: string;
    name: string;
    role: string;
    email: string | null;
    phone: string | null;
    notedForId: string;
  },
): Promise<void> {
  await transactionOf(work).partnerPerson.create({ data: person });
}

/** The gminas that work with a partner: both have confirmed a part of one initiative. A twin town a gmina notes by itself. */
export const gminasWorkingWith = (partnerId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  ARRAY(SELECT gmina.organization_id FROM initiative_part part
        JOIN initiative_part gmina ON gmina.initiative_id = part.initiative_id AND gmina.state = 'CONFIRMED'
        WHERE part.organization_id = ${partnerId} AND part.state = 'CONFIRMED')`;

export interface NotedPerson {
  readonly id: string;
  readonly notedForId: string;
  readonly worksWith: string[];
}

/** A person of a locked partner. */
export async function findPerson(work: Work, partnerId: string, id: string): Promise<NotedPerson | undefined> {
  const [row] = await rowsOf<NotedPerson>(
    work,
    Prisma.sql`
      SELECT id, noted_for_id AS "notedForId", ${gminasWorkingWith(Prisma.sql`partner_id`)} AS "worksWith"
      FROM partner_person WHERE id = ${id}::uuid AND partner_id = ${partnerId}::uuid`,
  );
  return row;
}

export async function deletePerson(work: Work, id: string): Promise<void> {
  await transactionOf(work).partnerPerson.delete({ where: { id } });
}

export async function insertContact(
  work: Work,
  contact: { partnerId: string; contactedOn: string; about: string; personId: string; organizationId: string },
): Promise<void> {
  const { contactedOn, ...columns } = contact;
  await transactionOf(work).partnerContact.create({
    data: { ...columns, contactedOn: new Date(`${contactedOn}T00:00:00Z`) },
  });
}

/** What was noted of a contact with a locked partner. */
export async function findContact(
  work: Work,
  partnerId: string,
  id: string,
): Promise<{ notedForId: string; organization: string } | undefined> {
  const [row] = await rowsOf<{ notedForId: string; organization: string }>(
    work,
    Prisma.sql`
      SELECT organization.id AS "notedForId", organization.name AS organization
      FROM partner_contact contact JOIN organization ON organization.id = contact.organization_id
      WHERE contact.id = ${id}::uuid AND contact.partner_id = ${partnerId}::uuid`,
  );
  return row;
}

export async function deleteContact(work: Work, id: string): Promise<void> {
  await transactionOf(work).partnerContact.delete({ where: { id } });
}

/** A gmina that is a member of the association today. */
export async function memberGmina(work: Work, id: string): Promise<{ id: string; name: string } | undefined> {
  const [row] = await rowsOf<{ id: string; name: string }>(
    work,
    Prisma.sql`
      SELECT organization.id, organization.name
      FROM organization JOIN municipality ON municipality.organization_id = organization.id
      WHERE organization.id = ${id}::uuid AND municipality.status = 'MEMBER'`,
  );
  return row;
}

/** The version in which a partner is noted as a gmina's twin town; undefined where it is not. */
export async function twinVersion(work: Work, municipalityId: string, partnerId: string): Promise<number | undefined> {
  const twin = await transactionOf(work).twin.findUnique({
    where: { municipalityId_partnerId: { municipalityId, partnerId } },
  });
  return twin?.version;
}

export async function saveTwin(
  work: Work,
  twin: { municipalityId: string; partnerId: string; since: number | null; about: string },
): Promise<void> {
  const { municipalityId, partnerId, ...noted } = twin;
  await transactionOf(work).twin.upsert({
    where: { municipalityId_partnerId: { municipalityId, partnerId } },
    create: twin,
    update: { ...noted, version: { increment: 1 } },
  });
}

export async function deleteTwin(work: Work, municipalityId: string, partnerId: string): Promise<void> {
  await transactionOf(work).twin.delete({ where: { municipalityId_partnerId: { municipalityId, partnerId } } });
}
