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
import { liveStages } from './initiative.lifecycle.ts';
import { initiativePolicy } from './initiative.policy.ts';

/** The one place where `initiativePolicy.visible` becomes SQL; expects the table under its own name. */
export const initiativeIsVisible = (actor: Actor): Prisma.Sql => {
  const { everything, organizationIds } = initiativePolicy.visible(actor);
  return Prisma.sql`(${everything} OR EXISTS (
    SELECT FROM initiative_part own WHERE own.initiative_id = initiative.id AND own.state <> 'WITHDRAWN'
      AND own.organization_id = ANY (${organizationIds}::uuid[])))`;
};

/**
 * Whether a part lets its organization in to the work: a gmina's once it is confirmed, for its own people declare it; a
 * partner's at once, for the secretariat or a guest who is in already has declared it.
 */
const letsIn = (part: Prisma.Sql): Prisma.Sql => Prisma.sql`(${part}.state = 'CONFIRMED'
  OR (${part}.state = 'DECLARED' AND NOT EXISTS (
    SELECT FROM municipality WHERE municipality.organization_id = ${part}.organization_id)))`;

/** The one place where `initiativePolicy.within` becomes SQL; the same. */
export const initiativeIsShared = (actor: Actor): Prisma.Sql => {
  const { everything, organizationIds } = initiativePolicy.within(actor);
  return Prisma.sql`(${everything} OR initiative.proposed_by_id = ANY (${organizationIds}::uuid[]) OR EXISTS (
    SELECT FROM initiative_part own WHERE own.initiative_id = initiative.id AND ${letsIn(Prisma.sql`own`)}
      AND own.organization_id = ANY (${organizationIds}::uuid[])))`;
};

/** The organizations that work on an initiative: those whose part lets them in, and its proposer. */
export const workingOn = Prisma.sql`(
  SELECT part.organization_id FROM initiative_part part
  WHERE part.initiative_id = initiative.id AND ${letsIn(Prisma.sql`part`)}
  UNION SELECT initiative.proposed_by_id WHERE initiative.id IS NOT NULL)`;

/** The same, and those whose part is only declared: what becomes of an initiative is told to them too. */
const takingPart = Prisma.sql`(
  SELECT part.organization_id FROM initiative_part part
  WHERE part.initiative_id = initiative.id AND part.state <> 'WITHDRAWN'
  UNION SELECT initiative.proposed_by_id)`;

/** Whether an organization is a gmina that has left the association. */
export const isFormer = (organizationId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM municipality left_one WHERE left_one.organization_id = ${organizationId} AND left_one.status = 'FORMER')`;

/** Whether it is at work. Expects the table under its own name. */
export const initiativeIsLive = Prisma.sql`initiative.stage::text = ANY (${[...liveStages]}::text[])`;

/**
 * Who carries it: its lead partner, or as long as there is none its proposer; null where that is a member no more. Expects
 * the table under its own name.
 */
export const carrierOf = Prisma.sql`coalesce(
  (SELECT lead.organization_id FROM initiative_part lead
   WHERE lead.initiative_id = initiative.id AND lead.role = 'LEAD_PARTNER' AND lead.state = 'CONFIRMED'
     AND NOT ${isFormer(Prisma.sql`lead.organization_id`)}),
  CASE WHEN NOT ${isFormer(Prisma.sql`initiative.proposed_by_id`)} THEN initiative.proposed_by_id END)`;

/** The one place where `initiativePolicy.confirming` becomes SQL; expects `initiative` and the `part` of an `organization`. */
export const partToConfirm = (actor: Actor): Prisma.Sql => {
  const { partners, gminaIds } = initiativePolicy.confirming(actor);
  return Prisma.sql`(part.state = 'DECLARED' AND ${initiativeIsLive} AND ${initiativeIsVisible(actor)}
    AND (organization.id = ANY (${gminaIds}::uuid[]) OR (${partners} AND organization.kind = 'PARTNER'))
    AND NOT ${isFormer(Prisma.sql`organization.id`)})`;
};

export interface LockedInitiative {
  readonly id: string;
  readonly title: Localized;
  readonly stage: InitiativeStage;
  readonly level: InitiativeLevel;
  /** Null where the proposer has left the association. */
  readonly proposedById: string | null;
  /** Who leads it, has confirmed that and still may: a gmina that has left the association does not. */
  readonly leadId: string | null;
  /** Whether somebody has the part of the lead, even who has not confirmed it or may lead no more. */
  readonly hasLead: boolean;
  /** Whether its lead partner has confirmed its part, and still may lead. */
  readonly led: boolean;
  readonly networkId: string | null;
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
             CASE WHEN NOT ${isFormer(Prisma.sql`proposed_by_id`)} THEN proposed_by_id END AS "proposedById", version,
             CASE WHEN lead.state = 'CONFIRMED' AND NOT ${isFormer(Prisma.sql`lead.organization_id`)}
               THEN lead.organization_id END AS "leadId",
             lead.id IS NOT NULL AS "hasLead",
             coalesce(lead.state = 'CONFIRMED' AND NOT ${isFormer(Prisma.sql`lead.organization_id`)}, false) AS led,
             network_id AS "networkId",
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
  /** A gmina that has left the association. */
  readonly former: boolean;
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
             part.role, part.state, ${isFormer(Prisma.sql`organization.id`)} AS former
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

/** What a milestone is called. Expects it under its own name. */
export const milestoneTitle = Prisma.sql`json_build_object('pl', milestone.title_pl, 'en', milestone.title_en)`;

export interface WrittenMilestone {
  readonly id?: string | undefined;
  readonly titlePl: string;
  readonly titleEn?: string | undefined;
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
    data: milestones.map(({ id, titlePl, titleEn, dueOn, reachedOn }) => ({
      ...(id !== undefined && ids.delete(id) && { id }),
      initiativeId,
      titlePl,
      titleEn: titleEn ?? null,
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
  /** How often. */
  readonly measured: number;
}

/** An indicator of a locked initiative. */
export async function findIndicator(work: Work, initiativeId: string, id: string): Promise<KeptIndicator | undefined> {
  const [row] = await rowsOf<KeptIndicator>(
    work,
    Prisma.sql`
      SELECT id, json_build_object('pl', name_pl, 'en', name_en) AS name,
             (SELECT count(*)::int FROM measurement WHERE measurement.indicator_id = indicator.id) AS measured
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

/** Has people follow an initiative who are to know what comes of it. */
export async function letFollow(work: Work, initiativeId: string, personIds: readonly string[]): Promise<void> {
  await transactionOf(work).$executeRaw`
    INSERT INTO initiative_follower (initiative_id, person_id)
    SELECT ${initiativeId}::uuid, unnest(${personIds}::uuid[]) ON CONFLICT DO NOTHING`;
}

export interface Concerned {
  /** Those that take part, and whoever has proposed it. */
  readonly organizations: string[];
  /** Those who follow it, as far as they still may see it. */
  readonly people: string[];
}

/** Who is told of what becomes of an initiative. */
export async function concernedBy(work: Work, initiativeId: string): Promise<Concerned> {
  const [row] = await rowsOf<Concerned>(
    work,
    Prisma.sql`
      SELECT ARRAY(SELECT organization_id FROM ${takingPart} AS taking) AS organizations,
             ARRAY(SELECT follower.person_id FROM initiative_follower follower
                   WHERE follower.initiative_id = initiative.id AND EXISTS (
                     SELECT FROM appointment JOIN organization ON organization.id = appointment.organization_id
                     WHERE appointment.person_id = follower.person_id AND appointment.starts_on <= portal_today()
                       AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())
                       AND (organization.kind <> 'PARTNER' OR organization.id IN ${takingPart}))) AS people
      FROM initiative WHERE initiative.id = ${initiativeId}::uuid`,
  );
  return row ?? { organizations: [], people: [] };
}

/** The initiatives at work in which an organization takes part. */
export const livePartsOf = (work: Work, organizationId: string): Promise<Pick<LockedInitiative, 'id' | 'title'>[]> =>
  rowsOf(
    work,
    Prisma.sql`
      SELECT initiative.id, json_build_object('pl', initiative.title_pl, 'en', initiative.title_en) AS title
      FROM initiative_part part JOIN initiative ON initiative.id = part.initiative_id
      WHERE part.organization_id = ${organizationId}::uuid AND part.state <> 'WITHDRAWN'
        AND initiative.stage NOT IN ('COMPLETED', 'ABANDONED')
      ORDER BY initiative.id`,
  );

/** The member gminas that take part in a locked initiative: those that a task of it may ask. */
export async function takingGminas(work: Work, initiativeId: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      SELECT part.organization_id AS id
      FROM initiative_part part JOIN municipality ON municipality.organization_id = part.organization_id
      WHERE part.initiative_id = ${initiativeId}::uuid AND part.state <> 'WITHDRAWN' AND municipality.status = 'MEMBER'
      FOR SHARE OF municipality`,
  );
  return rows.map(({ id }) => id);
}

export interface NewDecision {
  readonly initiativeId: string;
  readonly title: string;
  readonly text: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
  readonly reason: string;
  readonly resolutionId: string | null;
  readonly supersedesId: string | null;
  readonly personId: string;
  readonly organizationId: string;
}

export async function insertDecision(work: Work, { decidedOn, ...columns }: NewDecision): Promise<void> {
  await transactionOf(work).initiativeDecision.create({
    data: { ...columns, decidedOn: new Date(`${decidedOn}T00:00:00Z`) },
  });
}

export const countDecisions = (work: Work, initiativeId: string): Promise<number> =>
  transactionOf(work).initiativeDecision.count({ where: { initiativeId } });

/** A decision of a locked initiative, and whether another has come in its place. */
export async function findDecision(
  work: Work,
  initiativeId: string,
  id: string,
): Promise<{ superseded: boolean } | undefined> {
  const [row] = await rowsOf<{ superseded: boolean }>(
    work,
    Prisma.sql`
      SELECT EXISTS (SELECT FROM initiative_decision later WHERE later.supersedes_id = decision.id) AS superseded
      FROM initiative_decision decision
      WHERE decision.id = ${id}::uuid AND decision.initiative_id = ${initiativeId}::uuid`,
  );
  return row;
}

/** Whether the public card of a locked initiative is published, and whether it could be read in English. */
export async function readCard(work: Work, id: string): Promise<{ published: boolean; english: boolean }> {
  const [row] = await rowsOf<{ published: boolean; english: boolean }>(
    work,
    Prisma.sql`
      SELECT EXISTS (SELECT FROM initiative_card card WHERE card.initiative_id = initiative.id) AS published,
             title_en IS NOT NULL AND summary_en IS NOT NULL AS english
      FROM initiative WHERE id = ${id}::uuid`,
  );
  return row ?? { published: false, english: false };
}

export async function saveCard(work: Work, initiativeId: string, personId: string, published: boolean): Promise<void> {
  const transaction = transactionOf(work);
  if (published) await transaction.initiativeCard.create({ data: { initiativeId, publishedById: personId } });
  else await transaction.initiativeCard.delete({ where: { initiativeId } });
}
