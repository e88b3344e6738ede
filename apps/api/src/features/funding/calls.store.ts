import type { CallColumn, Localized } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Audience, Work } from '../../kernel/work.ts';
import { leadingOffices } from '../../kernel/actor.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { soonDays } from './call.rules.ts';
import { fundingPolicy } from './funding.policy.ts';

/** The one place where `fundingPolicy.read` becomes SQL: all of it, or nothing. */
export const fundingIsVisible = (actor: Actor): Prisma.Sql => Prisma.sql`${fundingPolicy.read(actor)}::boolean`;

/** The calendar day of a moment where the association is, as `portal_today()` is one. */
export const dayOf = (moment: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${moment} AT TIME ZONE coalesce((SELECT time_zone FROM association), 'Europe/Warsaw'))::date`;

/** The deadline that comes next; the pure rule is `nextDeadline`. */
export const nextAt = Prisma.sql`
  (CASE WHEN funding_call.cancellation IS NOT NULL THEN NULL
        WHEN funding_call.first_stage_at > portal_now() THEN funding_call.first_stage_at
        WHEN funding_call.closes_at > portal_now() THEN funding_call.closes_at END)`;

/** Where a call stands, as SQL for the filter; the pure rule is `stateOf`. */
export const stateByClock = Prisma.sql`
  (CASE WHEN funding_call.cancellation IS NOT NULL THEN 'CANCELLED' WHEN ${nextAt} IS NULL THEN 'CLOSED'
        WHEN funding_call.opens_on > portal_today() THEN 'ANNOUNCED'
        WHEN ${dayOf(nextAt)} - portal_today() <= ${soonDays} THEN 'CLOSING_SOON' ELSE 'OPEN' END)`;

export interface LockedCall {
  readonly id: string;
  readonly title: Localized;
  readonly isCancelled: boolean;
  readonly isAhead: boolean;
  readonly opensOn: string;
  readonly firstStageAt: Date | null;
  readonly closesAt: Date;
  readonly closesOn: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly version: number;
}

const lockedColumns = Prisma.sql`
  id, json_build_object('pl', title_pl, 'en', title_en) AS title, cancellation IS NOT NULL AS "isCancelled",
  ${nextAt} IS NOT NULL AS "isAhead", opens_on::text AS "opensOn", first_stage_at AS "firstStageAt",
  closes_at AS "closesAt", ${dayOf(Prisma.sql`closes_at`)}::text AS "closesOn",
  minimum::float8, maximum::float8, version`;

/** Locks a call that the actor may see. */
export async function lockCall(work: Work, actor: Actor, id: string): Promise<LockedCall | undefined> {
  const [row] = await rowsOf<LockedCall>(
    work,
    Prisma.sql`
      SELECT ${lockedColumns} FROM funding_call WHERE id = ${id}::uuid AND ${fundingIsVisible(actor)} FOR UPDATE`,
  );
  return row;
}

/** The day of a moment, as the association counts days. */
export async function dayIn(work: Work, moment: string): Promise<string> {
  const [row] = await rowsOf<{ day: string }>(
    work,
    Prisma.sql`SELECT ${dayOf(Prisma.sql`${moment}::timestamptz`)}::text AS day`,
  );
  return row?.day ?? '';
}

/** What is said of a call. */
export interface DescribedCall {
  readonly titlePl: string;
  readonly titleEn?: string | undefined;
  readonly aboutPl?: string | undefined;
  readonly aboutEn?: string | undefined;
  readonly opensOn: string;
  readonly grantRate?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly currency: string;
  readonly applicants: readonly string[];
  readonly territory: readonly string[];
  readonly territoryNote?: string | undefined;
  readonly partnersMin?: number | undefined;
  readonly countriesMin?: number | undefined;
  readonly topics: readonly string[];
  readonly goals: readonly string[];
  readonly link?: string | undefined;
  readonly signingDays: number;
}

export interface WrittenCall extends DescribedCall {
  readonly externalId?: string | undefined;
  readonly programmeId: string;
  readonly firstStageAt?: string | undefined;
  readonly closesAt: string;
}

const rowsFor = (calls: readonly WrittenCall[]): Prisma.Sql => Prisma.sql`
  SELECT "externalId", "programmeId", "titlePl", "titleEn", "aboutPl", "aboutEn", "opensOn", "firstStageAt", "closesAt",
         "grantRate", minimum, maximum, currency::call_currency, applicants::applicant_kind[], territory, "territoryNote",
         "partnersMin", "countriesMin", topics, goals::goal[], link, "signingDays"
  FROM jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) AS written (
    "externalId" text, "programmeId" uuid, "titlePl" text, "titleEn" text, "aboutPl" text, "aboutEn" text, "opensOn" date,
    "firstStageAt" timestamptz, "closesAt" timestamptz, "grantRate" numeric, minimum bigint, maximum bigint, currency text,
    applicants text[], territory text[], "territoryNote" text, "partnersMin" int, "countriesMin" int, topics text[],
    goals text[], link text, "signingDays" int)`;

const columns = Prisma.sql`
  external_id, programme_id, title_pl, title_en, about_pl, about_en, opens_on, first_stage_at, closes_at, grant_rate,
  minimum, maximum, currency, applicants, territory, territory_note, partners_min, countries_min, topics, goals, link,
  signing_days`;

/** What a new call, or one that was changed, is told by. */
export interface KeptCall {
  readonly id: string;
  readonly externalId: string | null;
  readonly title: Localized;
  readonly programme: Localized;
  readonly closesOn: string;
}

/**
 * Keeps calls: new ones, and under an external id that is known the call as it is said now. One statement for all; two
 * who import the same meet at the unique index.
 */
export const saveCalls = (work: Work, calls: readonly WrittenCall[]): Promise<KeptCall[]> =>
  rowsOf<KeptCall>(
    work,
    Prisma.sql`
      WITH kept AS (
        INSERT INTO funding_call AS call (${columns}) ${rowsFor(calls)}
        ON CONFLICT (external_id) DO UPDATE SET
          (programme_id, title_pl, title_en, about_pl, about_en, opens_on, first_stage_at, closes_at, grant_rate, minimum,
           maximum, currency, applicants, territory, territory_note, partners_min, countries_min, topics, goals, link,
           signing_days, version) =
          (excluded.programme_id, excluded.title_pl, excluded.title_en, excluded.about_pl, excluded.about_en,
           excluded.opens_on, excluded.first_stage_at, excluded.closes_at, excluded.grant_rate, excluded.minimum,
           excluded.maximum, excluded.currency, excluded.applicants, excluded.territory, excluded.territory_note,
           excluded.partners_min, excluded.countries_min, excluded.topics, excluded.goals, excluded.link,
           excluded.signing_days, call.version + 1)
        RETURNING *)
      SELECT kept.id, kept.external_id AS "externalId",
             json_build_object('pl', kept.title_pl, 'en', kept.title_en) AS title,
             json_build_object('pl', programme.name_pl, 'en', programme.name_en) AS programme,
             ${dayOf(Prisma.sql`kept.closes_at`)}::text AS "closesOn"
      FROM kept JOIN programme ON programme.id = kept.programme_id ORDER BY kept.closes_at, kept.id`,
  );

/** Says of a locked call something else. */
export async function saveCallDescription(work: Work, id: string, call: DescribedCall): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE funding_call SET title_pl = ${call.titlePl}, title_en = ${call.titleEn ?? null},
      about_pl = ${call.aboutPl ?? null}, about_en = ${call.aboutEn ?? null}, opens_on = ${call.opensOn}::date,
      grant_rate = ${call.grantRate ?? null}, minimum = ${call.minimum ?? null}, maximum = ${call.maximum ?? null},
      currency = ${call.currency}::call_currency, applicants = ${call.applicants}::applicant_kind[],
      territory = ${call.territory}::text[], territory_note = ${call.territoryNote ?? null},
      partners_min = ${call.partnersMin ?? null}, countries_min = ${call.countriesMin ?? null},
      topics = ${call.topics}::text[], goals = ${call.goals}::goal[], link = ${call.link ?? null},
      signing_days = ${call.signingDays}, version = version + 1
    WHERE id = ${id}::uuid`;
}

/** A deadline that moves: what stood, what stands now, and why. */
export interface Move {
  readonly callId: string;
  readonly formerFirstStageAt: Date | null;
  readonly formerClosesAt: Date;
  readonly firstStageAt: Date | null;
  readonly closesAt: Date;
  readonly reason: string;
  readonly personId: string;
}

/** Keeps how deadlines were moved. */
export async function insertMoves(work: Work, moves: readonly Move[]): Promise<void> {
  await transactionOf(work).deadlineMove.createMany({ data: [...moves] });
}

export async function saveDeadlines(work: Work, { callId, firstStageAt, closesAt }: Move): Promise<void> {
  await transactionOf(work).fundingCall.update({
    where: { id: callId },
    data: { firstStageAt, closesAt, version: { increment: 1 } },
    select: { id: true },
  });
}

export async function saveCancellation(work: Work, id: string, reason: string): Promise<void> {
  await transactionOf(work).fundingCall.update({
    where: { id },
    data: { cancellation: reason, version: { increment: 1 } },
    select: { id: true },
  });
}

/** Follows a call, or no more. */
export async function saveCallFollowing(
  work: Work,
  callId: string,
  personId: string,
  following: boolean,
): Promise<void> {
  const transaction = transactionOf(work);
  if (!following) await transaction.callFollower.deleteMany({ where: { callId, personId } });
  else {
    await transaction.$executeRaw`
      INSERT INTO call_follower (call_id, person_id) VALUES (${callId}::uuid, ${personId}::uuid) ON CONFLICT DO NOTHING`;
  }
}

/** Whether a person still works for a member or the secretariat: those who have left are told nothing. */
const worksStill = (person: Prisma.Sql): Prisma.Sql => Prisma.sql`
  EXISTS (SELECT FROM appointment WHERE appointment.person_id = ${person} AND appointment.office <> 'PARTNER_CONTACT'
    AND appointment.starts_on <= portal_today() AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today()))`;

const toPeople = (people: readonly string[]): Audience[] =>
  people.map((person) => ({ person, reason: 'INFORMED' }) as const);

/**
 * Whom new calls may concern: who follows the programme, who has said a need of their topics, and who follows an
 * initiative of their topics that looks for money. By call.
 */
export async function interestedIn(work: Work, callIds: readonly string[]): Promise<Map<string, Audience[]>> {
  const rows = await rowsOf<{ id: string; people: string[] }>(
    work,
    Prisma.sql`
      SELECT funding_call.id, ARRAY(
        SELECT concerned.person_id FROM (
          SELECT person_id FROM programme_follower WHERE programme_id = funding_call.programme_id
          UNION SELECT person_id FROM need WHERE withdrawal IS NULL AND need.topics && funding_call.topics
          UNION SELECT follower.person_id FROM initiative_follower follower
            JOIN initiative ON initiative.id = follower.initiative_id
            WHERE initiative.stage IN ('IDEA', 'PREPARATION') AND initiative.topics && funding_call.topics
        ) AS concerned WHERE ${worksStill(Prisma.sql`concerned.person_id`)}) AS people
      FROM funding_call WHERE funding_call.id = ANY (${callIds}::uuid[])`,
  );
  return new Map(rows.map(({ id, people }) => [id, toPeople(people)]));
}

/** Who follows calls, or takes part in an initiative that applies in them, or follows one. By call. */
export async function concernedBy(work: Work, callIds: readonly string[]): Promise<Map<string, Audience[]>> {
  const rows = await rowsOf<{ id: string; organizations: string[]; people: string[] }>(
    work,
    Prisma.sql`
      SELECT funding_call.id,
        ARRAY(SELECT DISTINCT part.organization_id FROM call_choice choice
              JOIN initiative_part part ON part.initiative_id = choice.initiative_id AND part.state <> 'WITHDRAWN'
              WHERE choice.call_id = funding_call.id) AS organizations,
        ARRAY(SELECT concerned.person_id FROM (
                SELECT person_id FROM call_follower WHERE call_id = funding_call.id
                UNION SELECT follower.person_id FROM call_choice choice
                  JOIN initiative_follower follower ON follower.initiative_id = choice.initiative_id
                  WHERE choice.call_id = funding_call.id
              ) AS concerned WHERE ${worksStill(Prisma.sql`concerned.person_id`)}) AS people
      FROM funding_call WHERE funding_call.id = ANY (${callIds}::uuid[])`,
  );
  return new Map(
    rows.map(({ id, organizations, people }) => [
      id,
      [{ organizations, offices: [...leadingOffices, 'PARTNER_CONTACT'], reason: 'INFORMED' }, ...toPeople(people)],
    ]),
  );
}

export interface StandingDeadline {
  readonly callId: string;
  readonly title: Localized;
  readonly deadlineOn: string;
  readonly daysLeft: number;
}

/** The next deadlines of calls, of those named or of all that are ahead. */
export const standingDeadlines = (work: Work, callIds?: readonly string[]): Promise<StandingDeadline[]> =>
  rowsOf<StandingDeadline>(
    work,
    Prisma.sql`
      SELECT id AS "callId", json_build_object('pl', title_pl, 'en', title_en) AS title,
             ${dayOf(nextAt)}::text AS "deadlineOn", ${dayOf(nextAt)} - portal_today() AS "daysLeft"
      FROM funding_call WHERE ${nextAt} IS NOT NULL
        AND (${callIds === undefined} OR id = ANY (${callIds ?? []}::uuid[]))
      ORDER BY closes_at, id`,
  );

/** Notes that deadlines are told of so many days ahead; gives those that nobody had noted yet, by call. */
export async function noteWarnings(
  work: Work,
  warnings: readonly { callId: string; deadlineOn: string; daysAhead: number }[],
): Promise<Set<string>> {
  const noted = await rowsOf<{ callId: string }>(
    work,
    Prisma.sql`
      INSERT INTO call_warning (call_id, deadline_on, days_ahead)
      SELECT "callId", "deadlineOn", "daysAhead"
      FROM jsonb_to_recordset(${JSON.stringify(warnings)}::jsonb) AS due ("callId" uuid, "deadlineOn" date, "daysAhead" int)
      ON CONFLICT DO NOTHING RETURNING call_id AS "callId"`,
  );
  return new Set(noted.map(({ callId }) => callId));
}

/** A call as a file knows it: what stands under each column. */
export type CallBefore = Partial<Record<CallColumn, unknown>> & {
  readonly id: string;
  readonly externalId: string;
  readonly isCancelled: boolean;
};

/** Of calls that are known by these external ids, all that a file can say, locked where they are to be changed. */
export const knownCalls = (
  read: (sql: Prisma.Sql) => Promise<CallBefore[]>,
  externalIds: readonly string[],
  isLocked: boolean,
): Promise<CallBefore[]> =>
  read(Prisma.sql`
    SELECT id, external_id AS "externalId", programme_id AS programme, title_pl AS "titlePl", title_en AS "titleEn",
           about_pl AS "aboutPl", about_en AS "aboutEn", opens_on::text AS "opensOn", first_stage_at AS "firstStageAt",
           closes_at AS "closesAt", grant_rate::float8 AS "grantRate", minimum::float8, maximum::float8, currency::text,
           applicants::text[], territory, territory_note AS "territoryNote", partners_min AS "partnersMin",
           countries_min AS "countriesMin", topics, goals::text[], link, signing_days AS "signingDays",
           cancellation IS NOT NULL AS "isCancelled"
    FROM funding_call WHERE external_id = ANY (${externalIds}::text[]) ORDER BY id
    ${isLocked ? Prisma.sql`FOR UPDATE` : Prisma.empty}`);
