import { daysToAnswerIdea, type IdeaAnswerKind, type IdeaAudience, type IdeaState } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { ideaPolicy } from './idea.policy.ts';

/** The one place where `ideaPolicy.visible` becomes SQL; expects the table under its own name, or the one given. */
export const ideaIsVisible = (actor: Actor, table = Prisma.sql`idea`): Prisma.Sql => {
  const { everything, shared, organizationIds } = ideaPolicy.visible(actor);
  return Prisma.sql`(${everything} OR (${shared} AND ${table}.audience = 'MEMBERS')
    OR ${table}.organization_id = ANY (${organizationIds}::uuid[]))`;
};

/** It waits, and its day has passed. Expects the table under its own name. */
export const ideaIsLate = Prisma.sql`(idea.state = 'SUBMITTED' AND idea.due_on < portal_today())`;

/** One that waits for the actor's answer; the same. */
export const ideaToAnswer = (actor: Actor): Prisma.Sql => Prisma.sql`(
  ${ideaPolicy.answer(actor)} AND idea.state = 'SUBMITTED' AND ${ideaIsVisible(actor)})`;

export interface LockedIdea {
  readonly id: string;
  readonly title: string;
  readonly state: IdeaState;
  readonly audience: IdeaAudience;
  readonly organizationId: string;
  readonly authorId: string;
  readonly mergedIntoId: string | null;
  readonly initiativeId: string | null;
  readonly version: number;
}

/** Locks ideas that the actor may see, always in one order, until the work ends. */
async function lockIdeas(work: Work, actor: Actor, ids: readonly string[]): Promise<LockedIdea[]> {
  return rowsOf<LockedIdea>(
    work,
    Prisma.sql`
      SELECT id, title, state, audience, organization_id AS "organizationId", author_id AS "authorId",
             merged_into_id AS "mergedIntoId", initiative_id AS "initiativeId", version
      FROM idea WHERE id = ANY (${ids}::uuid[]) AND ${ideaIsVisible(actor)} ORDER BY id FOR UPDATE`,
  );
}

export const lockIdea = async (work: Work, actor: Actor, id: string): Promise<LockedIdea | undefined> =>
  (await lockIdeas(work, actor, [id]))[0];

/** Locks an idea and the one into which it is to go: where that one has gone on itself, the one where it is now. */
export async function lockToMerge(
  work: Work,
  actor: Actor,
  id: string,
  intoId: string,
): Promise<{ idea: LockedIdea | undefined; into: LockedIdea | undefined }> {
  const locked = await lockIdeas(work, actor, [id, intoId]);
  const idea = locked.find((one) => one.id === id);
  const named = locked.find((one) => one.id === intoId);
  const onwards = named?.mergedIntoId ?? undefined;
  return { idea, into: onwards === undefined ? named : await lockIdea(work, actor, onwards) };
}

/** The name of a gmina that is a member of the association today. */
export async function memberGmina(work: Work, organizationId: string): Promise<string | undefined> {
  const [row] = await rowsOf<{ name: string }>(
    work,
    Prisma.sql`
      SELECT organization.name FROM organization
      JOIN municipality ON municipality.organization_id = organization.id AND municipality.status = 'MEMBER'
      WHERE organization.id = ${organizationId}::uuid`,
  );
  return row?.name;
}

export async function insertIdea(
  work: Work,
  idea: {
    title: string;
    body: string;
    benefit: string;
    goals: readonly string[];
    topics: readonly string[];
    audience: IdeaAudience;
    organizationId: string;
    authorId: string;
  },
): Promise<{ id: string; dueOn: string }> {
  const [row] = await rowsOf<{ id: string; dueOn: string }>(
    work,
    Prisma.sql`
      INSERT INTO idea (title, body, benefit, goals, topics, audience, organization_id, author_id, due_on)
      VALUES (${idea.title}, ${idea.body}, ${idea.benefit}, ${idea.goals}::goal[], ${idea.topics}::text[],
              ${idea.audience}::idea_audience, ${idea.organizationId}::uuid, ${idea.authorId}::uuid,
              portal_today() + ${daysToAnswerIdea}::int)
      RETURNING id, due_on::text AS "dueOn"`,
  );
  if (!row) throw new Error('An idea was not handed in.');
  return row;
}

/** Words a locked idea anew; by when it is answered stays as it was. */
export async function saveWords(
  work: Work,
  id: string,
  idea: { title: string; body: string; benefit: string; goals: readonly string[]; topics: readonly string[] },
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE idea SET title = ${idea.title}, body = ${idea.body}, benefit = ${idea.benefit}, goals = ${idea.goals}::goal[],
      topics = ${idea.topics}::text[], version = version + 1
    WHERE id = ${id}::uuid`;
}

/** The gminas that want an idea too. */
export async function supportersOf(work: Work, ideaId: string): Promise<string[]> {
  const supports = await transactionOf(work).ideaSupport.findMany({
    where: { ideaId },
    select: { organizationId: true },
  });
  return supports.map(({ organizationId }) => organizationId);
}

export async function saveWithdrawal(work: Work, id: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE idea SET state = 'WITHDRAWN', version = version + 1 WHERE id = ${id}::uuid`;
}

export interface Answer {
  readonly kind: IdeaAnswerKind;
  readonly reason: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly revisitOn?: string;
  readonly intoId?: string;
  readonly initiativeId?: string;
  readonly taskId?: string;
}

/** Answers a locked idea, and keeps who has, for whom and why. */
export async function saveAnswer(work: Work, id: string, answer: Answer): Promise<void> {
  const { kind, reason, personId, organizationId, revisitOn, intoId, initiativeId, taskId } = answer;
  const transaction = transactionOf(work);
  await transaction.$executeRaw`
    UPDATE idea SET state = ${kind}::idea_state, revisit_on = ${revisitOn ?? null}::date,
      merged_into_id = ${intoId ?? null}::uuid, initiative_id = ${initiativeId ?? null}::uuid,
      task_id = ${taskId ?? null}::uuid, version = version + 1
    WHERE id = ${id}::uuid`;
  await transaction.ideaAnswer.create({
    data: {
      ideaId: id,
      kind,
      reason,
      personId,
      organizationId,
      intoId: intoId ?? null,
      revisitOn: revisitOn === undefined ? null : new Date(`${revisitOn}T00:00:00Z`),
    },
  });
}

/**
 * Takes along to another idea what hangs on one that was merged into it: what went into that one, its followers, and the gminas
 * that want it; its own gmina among them, unless the idea was kept to it.
 */
export async function bringAlong(work: Work, idea: LockedIdea, into: LockedIdea): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.$executeRaw`
    UPDATE idea SET merged_into_id = ${into.id}::uuid WHERE merged_into_id = ${idea.id}::uuid`;
  await transaction.$executeRaw`
    INSERT INTO idea_follower (idea_id, person_id)
    SELECT ${into.id}::uuid, person_id FROM idea_follower WHERE idea_id = ${idea.id}::uuid ON CONFLICT DO NOTHING`;
  await transaction.$executeRaw`
    INSERT INTO idea_support (idea_id, organization_id, person_id, supported_at)
    SELECT ${into.id}::uuid, organization_id, person_id, supported_at FROM (
      SELECT organization_id, person_id, supported_at FROM idea_support WHERE idea_id = ${idea.id}::uuid
      UNION ALL SELECT organization_id, author_id, submitted_at FROM idea
        WHERE id = ${idea.id}::uuid AND audience = 'MEMBERS') AS wanted
    WHERE organization_id <> ${into.organizationId}::uuid ON CONFLICT DO NOTHING`;
}

/** Says for a gmina that it wants the idea too. False where it says so already. */
export async function insertSupport(
  work: Work,
  support: { ideaId: string; organizationId: string; personId: string },
): Promise<boolean> {
  const inserted = await transactionOf(work).$executeRaw`
    INSERT INTO idea_support (idea_id, organization_id, person_id)
    VALUES (${support.ideaId}::uuid, ${support.organizationId}::uuid, ${support.personId}::uuid) ON CONFLICT DO NOTHING`;
  return inserted > 0;
}

/** False where there was nothing to take back. */
export async function deleteSupport(work: Work, ideaId: string, organizationId: string): Promise<boolean> {
  const { count } = await transactionOf(work).ideaSupport.deleteMany({ where: { ideaId, organizationId } });
  return count > 0;
}

export async function saveFollowing(work: Work, ideaId: string, personId: string, following: boolean): Promise<void> {
  const transaction = transactionOf(work);
  if (!following) await transaction.ideaFollower.deleteMany({ where: { ideaId, personId } });
  else {
    await transaction.$executeRaw`
      INSERT INTO idea_follower (idea_id, person_id) VALUES (${ideaId}::uuid, ${personId}::uuid) ON CONFLICT DO NOTHING`;
  }
}

/** The author and the followers of an idea, as far as they may see it today. */
export async function peopleOf(work: Work, id: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      SELECT concerned.id FROM (
        SELECT author_id AS id FROM idea WHERE id = ${id}::uuid
        UNION SELECT person_id FROM idea_follower WHERE idea_id = ${id}::uuid) AS concerned
      WHERE EXISTS (
        SELECT FROM appointment JOIN organization ON organization.id = appointment.organization_id
        JOIN idea ON idea.id = ${id}::uuid
        WHERE appointment.person_id = concerned.id AND appointment.starts_on <= portal_today()
          AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())
          AND (organization.kind = 'SECRETARIAT' OR organization.id = idea.organization_id
            OR (organization.kind = 'MUNICIPALITY' AND idea.audience = 'MEMBERS')))`,
  );
  return rows.map((row) => row.id);
}

export interface Waiting {
  readonly id: string;
  readonly title: string;
  readonly organizationId: string;
  readonly authorId: string;
  readonly dueOn: string;
}

/** Has every idea that was put off until today wait anew; gives them. */
export async function wakeIdeas(work: Work): Promise<Waiting[]> {
  return rowsOf<Waiting>(
    work,
    Prisma.sql`
      UPDATE idea SET state = 'SUBMITTED', revisit_on = NULL, due_on = portal_today() + ${daysToAnswerIdea}::int,
        version = version + 1
      WHERE state = 'LATER' AND revisit_on <= portal_today()
      RETURNING id, title, organization_id AS "organizationId", author_id AS "authorId", due_on::text AS "dueOn"`,
  );
}

/** Notes of what waits that its day is near (4, 1) or past (0), once for each due day; gives what was not noted before. */
export async function noteReminders(work: Work): Promise<(Waiting & { readonly daysAhead: number })[]> {
  return rowsOf<Waiting & { daysAhead: number }>(
    work,
    Prisma.sql`
      WITH noted AS (
        INSERT INTO idea_reminder (idea_id, due_on, days_ahead)
        SELECT id, due_on, CASE WHEN due_on < portal_today() THEN 0 WHEN due_on <= portal_today() + 1 THEN 1 ELSE 4 END
        FROM idea WHERE state = 'SUBMITTED' AND due_on <= portal_today() + 4
        ON CONFLICT DO NOTHING RETURNING *
      )
      SELECT idea.id, idea.title, idea.organization_id AS "organizationId", idea.author_id AS "authorId",
             noted.due_on::text AS "dueOn", noted.days_ahead AS "daysAhead"
      FROM noted JOIN idea ON idea.id = noted.idea_id ORDER BY idea.id`,
  );
}
