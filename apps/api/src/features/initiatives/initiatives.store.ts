import type {
  InitiativeLevel,
  InitiativeStage,
  Localized,
  OrganizationKind,
  PartRole,
  PartState,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { initiativePolicy } from './initiative.policy.ts';

/** The one place where `initiativePolicy.visible` becomes SQL; expects the table under its own name. */
export const initiativeIsVisible = (actor: Actor): Prisma.Sql => {
  const { everything, organizationIds } = initiativePolicy.visible(actor);
  return Prisma.sql`(${everything} OR EXISTS (
    SELECT FROM initiative_part own WHERE own.initiative_id = initiative.id AND own.state <> 'WITHDRAWN'
      AND own.organization_id = ANY (${organizationIds}::uuid[])))`;
};

export interface LockedInitiative {
  readonly id: string;
  readonly title: Localized;
  readonly stage: InitiativeStage;
  readonly level: InitiativeLevel;
  readonly proposedById: string;
  readonly leadId: string | null;
  /** Whether its lead partner has confirmed its part. */
  readonly led: boolean;
  readonly openMilestones: number;
  readonly version: number;
}

/** Locks an initiative that the actor may see, with all that belongs to it, until the work ends. */
export async function lockInitiative(work: Work, actor: Actor, id: string): Promise<LockedInitiative | undefined> {
  const [row] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`SELECT id FROM initiative WHERE id = ${id}::uuid AND ${initiativeIsVisible(actor)} FOR UPDATE`,
  );
  if (!row) return undefined;
  // Read after the lock is held: a part may have been confirmed, or withdrawn, while this waited.
  const [locked] = await rowsOf<LockedInitiative>(
    work,
    Prisma.sql`
      SELECT initiative.id, json_build_object('pl', title_pl, 'en', title_en) AS title, stage, level,
             proposed_by_id AS "proposedById", version, lead.organization_id AS "leadId",
             coalesce(lead.state = 'CONFIRMED', false) AS led,
             (SELECT count(*)::int FROM milestone
              WHERE milestone.initiative_id = initiative.id AND reached_on IS NULL) AS "openMilestones"
      FROM initiative
      LEFT JOIN initiative_part lead ON lead.initiative_id = initiative.id AND lead.role = 'LEAD_PARTNER'
        AND lead.state <> 'WITHDRAWN'
      WHERE initiative.id = ${id}::uuid`,
  );
  return locked;
}

export interface Described {
  readonly titlePl: string;
  readonly titleEn?: string | undefined;
  readonly summaryPl: string;
  readonly summaryEn?: string | undefined;
  readonly benefit: string;
  readonly goals: readonly string[];
  readonly topics: readonly string[];
  readonly startsOn?: string | undefined;
  readonly endsOn?: string | undefined;
}

export async function insertInitiative(
  work: Work,
  described: Described & { level: InitiativeLevel; networkId: string | null; proposedById: string },
): Promise<string> {
  const { titlePl, titleEn, summaryPl, summaryEn, benefit, goals, topics, startsOn, endsOn } = described;
  const [row] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      INSERT INTO initiative (title_pl, title_en, summary_pl, summary_en, benefit, level, goals, topics, starts_on, ends_on,
                              network_id, proposed_by_id)
      VALUES (${titlePl}, ${titleEn ?? null}, ${summaryPl}, ${summaryEn ?? null}, ${benefit},
              ${described.level}::initiative_level, ${goals}::goal[], ${topics}::text[], ${startsOn ?? null}::date,
              ${endsOn ?? null}::date, ${described.networkId}::uuid, ${described.proposedById}::uuid)
      RETURNING id`,
  );
  if (!row) throw new Error('An initiative was not proposed.');
  return row.id;
}

export async function saveDescription(work: Work, id: string, described: Described): Promise<void> {
  const { titlePl, titleEn, summaryPl, summaryEn, benefit, goals, topics, startsOn, endsOn } = described;
  await transactionOf(work).$executeRaw`
    UPDATE initiative SET title_pl = ${titlePl}, title_en = ${titleEn ?? null}, summary_pl = ${summaryPl},
      summary_en = ${summaryEn ?? null}, benefit = ${benefit}, goals = ${goals}::goal[], topics = ${topics}::text[],
      starts_on = ${startsOn ?? null}::date, ends_on = ${endsOn ?? null}::date
    WHERE id = ${id}::uuid`;
}

/** Counts the version of a locked initiative up: something of it has changed. */
export async function touch(work: Work, id: string): Promise<void> {
  await transactionOf(work).$executeRaw`UPDATE initiative SET version = version + 1 WHERE id = ${id}::uuid`;
}

/** Moves it, and keeps who has, for whom and why. */
export async function saveMove(
  work: Work,
  id: string,
  move: {
    stage?: InitiativeStage;
    level?: InitiativeLevel;
    reason: string;
    personId: string;
    organizationId: string;
  },
): Promise<void> {
  const { stage, level, ...by } = move;
  const transaction = transactionOf(work);
  await transaction.initiative.update({ where: { id }, data: { ...(stage && { stage }), ...(level && { level }) } });
  await transaction.initiativeMove.create({
    data: { initiativeId: id, stage: stage ?? null, level: level ?? null, ...by },
  });
}

export interface LockedPart {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationKind: OrganizationKind;
  readonly name: string;
  readonly role: PartRole;
  readonly state: PartState;
}

/** The live part of an organization in a locked initiative. */
export async function livePart(
  work: Work,
  initiativeId: string,
  organizationId: string,
): Promise<LockedPart | undefined> {
  const [row] = await rowsOf<LockedPart>(
    work,
    Prisma.sql`
      SELECT part.id, organization.id AS "organizationId", organization.kind AS "organizationKind", organization.name,
             part.role, part.state
      FROM initiative_part part JOIN organization ON organization.id = part.organization_id
      WHERE part.initiative_id = ${initiativeId}::uuid AND part.organization_id = ${organizationId}::uuid
        AND part.state <> 'WITHDRAWN'`,
  );
  return row;
}

/** An organization that may take part: a partner that stands in the directory, or a gmina that is a member of the association today. */
export async function candidate(
  work: Work,
  organizationId: string,
): Promise<{ id: string; kind: OrganizationKind; name: string } | undefined> {
  const [row] = await rowsOf<{ id: string; kind: OrganizationKind; name: string }>(
    work,
    Prisma.sql`
      SELECT organization.id, organization.kind, organization.name
      FROM organization LEFT JOIN municipality ON municipality.organization_id = organization.id
      WHERE organization.id = ${organizationId}::uuid
        AND (organization.kind = 'PARTNER' OR municipality.status = 'MEMBER')
        AND NOT EXISTS (SELECT FROM partner WHERE partner.organization_id = organization.id AND partner.state <> 'ACTIVE')`,
  );
  return row;
}

/** Declares a part of a locked initiative. */
export async function insertPart(
  work: Work,
  part: { initiativeId: string; organizationId: string; role: PartRole; part: string; declaredById: string },
): Promise<void> {
  await transactionOf(work).initiativePart.create({ data: part });
}

export async function saveConfirmation(work: Work, partId: string, personId: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE initiative_part SET state = 'CONFIRMED', confirmed_by_id = ${personId}::uuid, confirmed_at = portal_now()
    WHERE id = ${partId}::uuid`;
}

export async function savePartWithdrawal(work: Work, partId: string, reason: string): Promise<void> {
  await transactionOf(work).initiativePart.update({
    where: { id: partId },
    data: { state: 'WITHDRAWN', withdrawal: reason },
  });
}

/** Makes a part the lead; the former lead partner goes on as a partner. */
export async function saveLeadPartner(work: Work, initiativeId: string, partId: string): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.$executeRaw`
    UPDATE initiative_part SET role = 'PARTNER'
    WHERE initiative_id = ${initiativeId}::uuid AND role = 'LEAD_PARTNER' AND state <> 'WITHDRAWN'`;
  await transaction.initiativePart.update({ where: { id: partId }, data: { role: 'LEAD_PARTNER' } });
}

export interface WrittenMilestone {
  readonly id?: string | undefined;
  readonly title: string;
  readonly dueOn: string;
  readonly reachedOn?: string | undefined;
}

/** The milestones of a locked initiative that are reached, by id. */
export async function reachedMilestones(work: Work, initiativeId: string): Promise<Set<string>> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`SELECT id FROM milestone WHERE initiative_id = ${initiativeId}::uuid AND reached_on IS NOT NULL`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Writes all milestones of a locked initiative: known ones keep their ids. */
export async function saveMilestones(
  work: Work,
  initiativeId: string,
  milestones: readonly WrittenMilestone[],
): Promise<void> {
  const transaction = transactionOf(work);
  const known = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`DELETE FROM milestone WHERE initiative_id = ${initiativeId}::uuid RETURNING id`,
  );
  const ids = new Set(known.map(({ id }) => id));
  await transaction.milestone.createMany({
    data: milestones.map(({ id, title, dueOn, reachedOn }) => ({
      ...(id !== undefined && ids.delete(id) && { id }),
      initiativeId,
      title,
      dueOn: new Date(`${dueOn}T00:00:00Z`),
      reachedOn: reachedOn === undefined ? null : new Date(`${reachedOn}T00:00:00Z`),
    })),
  });
}

/** Writes all risks of a locked initiative. */
export async function saveRisks(
  work: Work,
  initiativeId: string,
  risks: readonly { text: string; likelihood: number; impact: number; response: string }[],
): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.risk.deleteMany({ where: { initiativeId } });
  await transaction.risk.createMany({ data: risks.map((risk) => ({ ...risk, initiativeId })) });
}

export const countIndicators = (work: Work, initiativeId: string): Promise<number> =>
  transactionOf(work).indicator.count({ where: { initiativeId } });

export async function insertIndicator(
  work: Work,
  indicator: {
    initiativeId: string;
    namePl: string;
    nameEn: string | null;
    unit: string;
    baseline: number;
    target: number;
    border: boolean;
  },
): Promise<void> {
  await transactionOf(work).indicator.create({ data: indicator });
}

export interface KeptIndicator {
  readonly id: string;
  readonly name: Localized;
  readonly measured: boolean;
}

/** An indicator of a locked initiative. */
export async function findIndicator(work: Work, initiativeId: string, id: string): Promise<KeptIndicator | undefined> {
  const [row] = await rowsOf<KeptIndicator>(
    work,
    Prisma.sql`
      SELECT id, json_build_object('pl', name_pl, 'en', name_en) AS name,
             EXISTS (SELECT FROM measurement WHERE measurement.indicator_id = indicator.id) AS measured
      FROM indicator WHERE id = ${id}::uuid AND initiative_id = ${initiativeId}::uuid`,
  );
  return row;
}

export async function deleteIndicator(work: Work, id: string): Promise<void> {
  await transactionOf(work).indicator.delete({ where: { id } });
}

export async function insertMeasurement(
  work: Work,
  measurement: { indicatorId: string; value: number; measuredOn: string; evidence: string; personId: string },
): Promise<void> {
  const { measuredOn, ...columns } = measurement;
  await transactionOf(work).measurement.create({
    data: { ...columns, measuredOn: new Date(`${measuredOn}T00:00:00Z`) },
  });
}

export async function saveFollowing(
  work: Work,
  initiativeId: string,
  personId: string,
  following: boolean,
): Promise<void> {
  const transaction = transactionOf(work);
  if (!following) await transaction.initiativeFollower.deleteMany({ where: { initiativeId, personId } });
  else {
    await transaction.$executeRaw`
      INSERT INTO initiative_follower (initiative_id, person_id) VALUES (${initiativeId}::uuid, ${personId}::uuid)
      ON CONFLICT DO NOTHING`;
  }
}

/** Who is told of what becomes of an initiative: the organizations that take part, and the people who follow it. */
export async function concernedBy(
  work: Work,
  initiativeId: string,
): Promise<{ organizations: string[]; people: string[] }> {
  const [row] = await rowsOf<{ organizations: string[]; people: string[] }>(
    work,
    Prisma.sql`
      SELECT ARRAY(SELECT organization_id FROM initiative_part
                   WHERE initiative_id = ${initiativeId}::uuid AND state <> 'WITHDRAWN') AS organizations,
             ARRAY(SELECT person_id FROM initiative_follower WHERE initiative_id = ${initiativeId}::uuid) AS people`,
  );
  return row ?? { organizations: [], people: [] };
}
