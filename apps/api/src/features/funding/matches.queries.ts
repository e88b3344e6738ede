import type { CallMatches, CallPlan, InitiativeCalls } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import { initiativeIsVisible, initiativePolicy, isLive } from '../initiatives/index.ts';
import { factsOf, presentCallSummary, type CallRow } from './call.presenter.ts';
import { callColumns, callsFor, sessionsOf, topicsOf } from './calls.queries.ts';
import { dayOf, fundingIsVisible, nextAt } from './calls.store.ts';
import { fundingPolicy, ownGmina } from './funding.policy.ts';
import { alone, bestFirst, matchCall, type GminaFacts, type SubjectFacts } from './match.rules.ts';
import { decideByOf, planBack } from './plan.rules.ts';

type Stage = CallMatches['initiatives'][number]['stage'];
type CallCurrency = CallRow['currency'];

/** The most of each kind that is held against one call, or of calls against one initiative. */
const most = 100;

const named = Prisma.sql`json_build_object('id', organization.id, 'name', organization.name)`;
const titleOf = Prisma.sql`json_build_object('pl', initiative.title_pl, 'en', initiative.title_en)`;

/** The gminas that take part in an initiative, with the sessions of their councils. */
const gminasTakingPart = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('id', organization.id, 'name', organization.name,
            'voivodeship', municipality.voivodeship, 'sessions', ${sessionsOf(Prisma.sql`organization.id`)})
          ORDER BY part.role, organization.name COLLATE "pl-x-icu"), '[]')
   FROM initiative_part part JOIN organization ON organization.id = part.organization_id
   JOIN municipality ON municipality.organization_id = organization.id
   WHERE part.initiative_id = initiative.id AND part.state <> 'WITHDRAWN')`;

/** How many take part in a state. */
const countOf = (state: 'CONFIRMED' | 'DECLARED'): Prisma.Sql => Prisma.sql`
  (SELECT count(*)::int FROM initiative_part part
   WHERE part.initiative_id = initiative.id AND part.state = ${state}::part_state)`;

/** From which countries those are who take part for certain: a partner says its own, all others are of Poland. */
const countriesTakingPart = Prisma.sql`
  (SELECT coalesce(json_agg(DISTINCT coalesce(partner.country, 'PL')), '[]')
   FROM initiative_part part LEFT JOIN partner ON partner.organization_id = part.organization_id
   WHERE part.initiative_id = initiative.id AND part.state = 'CONFIRMED')`;

interface InitiativeFacts extends Omit<SubjectFacts, 'amount'> {
  readonly id: string;
  readonly title: CallMatches['initiatives'][number]['title'];
  readonly stage: Stage;
  readonly grant: number | null;
}

interface NeedFacts {
  readonly id: string;
  readonly title: string;
  readonly organization: { id: string; name: string };
  readonly topics: readonly string[];
  readonly goals: readonly string[];
  readonly cost: number | null;
  readonly currency: CallCurrency | null;
  readonly gmina: GminaFacts;
}

interface MatchRow extends CallRow {
  readonly initiatives: readonly InitiativeFacts[];
  readonly needs: readonly NeedFacts[];
  readonly gminas: readonly (GminaFacts & { organization: { id: string; name: string }; topics: readonly string[] })[];
}

const matchesById = (actor: Actor, id: string) => Prisma.sql`
  SELECT ${callColumns(actor)},
    (SELECT coalesce(json_agg(json_build_object('id', initiative.id, 'title', ${titleOf}, 'stage', initiative.stage,
              'topics', initiative.topics, 'goals', initiative.goals, 'gminas', ${gminasTakingPart},
              'confirmed', ${countOf('CONFIRMED')}, 'declared', ${countOf('DECLARED')},
              'countries', ${countriesTakingPart}, 'grant', choice."grant")
            ORDER BY initiative.title_pl COLLATE "pl-x-icu", initiative.id), '[]')
     FROM (SELECT * FROM initiative WHERE initiative.topics && funding_call.topics AND ${initiativeIsVisible(actor)}
             AND initiative.stage IN ('IDEA', 'PREPARATION', 'APPLIED') ORDER BY initiative.id LIMIT ${most}) AS initiative
     LEFT JOIN call_choice choice ON choice.initiative_id = initiative.id AND choice.call_id = funding_call.id) AS initiatives,
    (SELECT coalesce(json_agg(json_build_object('id', need.id, 'title', need.title, 'organization', ${named},
              'topics', need.topics, 'goals', need.goals, 'cost', need.cost, 'currency', need.currency,
              'gmina', json_build_object('name', organization.name, 'voivodeship', municipality.voivodeship,
                                         'sessions', ${sessionsOf(Prisma.sql`organization.id`)}))
            ORDER BY organization.name COLLATE "pl-x-icu", need.id), '[]')
     FROM (SELECT * FROM need WHERE need.topics && funding_call.topics AND need.withdrawal IS NULL
           ORDER BY need.id LIMIT ${most}) AS need
     JOIN organization ON organization.id = need.organization_id
     JOIN municipality ON municipality.organization_id = organization.id) AS needs,
    (SELECT coalesce(json_agg(json_build_object('organization', ${named}, 'name', organization.name,
              'voivodeship', municipality.voivodeship, 'topics', ${topicsOf(Prisma.sql`organization.id`)},
              'sessions', ${sessionsOf(Prisma.sql`organization.id`)}) ORDER BY organization.name COLLATE "pl-x-icu"), '[]')
     FROM municipality JOIN organization ON organization.id = municipality.organization_id
     WHERE municipality.status = 'MEMBER') AS gminas
  FROM ${callsFor(actor)} WHERE funding_call.id = ${id}::uuid AND ${fundingIsVisible(actor)}`;

/** Whom a call fits, and why: what fits best first. Undefined where the actor may not see it. */
export async function listCallMatches(db: Reader, actor: Actor, id: string): Promise<CallMatches | undefined> {
  const [row] = await db.rows<MatchRow>(matchesById(actor, id));
  if (!row) return undefined;
  const facts = factsOf(row);
  const match = (subject: SubjectFacts) => matchCall(facts, subject, row.today);
  return {
    initiatives: bestFirst(
      row.initiatives.map(({ id: initiativeId, title, stage, grant, ...subject }) => ({
        id: initiativeId,
        title,
        stage,
        match: match({
          ...subject,
          amount: grant === null ? undefined : { minor: grant, currency: row.currency, isCost: false },
        }),
      })),
    ),
    needs: bestFirst(
      row.needs.map(({ id: needId, title, organization, topics, goals, cost, currency, gmina }) => ({
        id: needId,
        title,
        organization,
        match: match({
          topics,
          goals,
          ...alone(gmina),
          amount: cost === null || currency === null ? undefined : { minor: cost, currency, isCost: true },
        }),
      })),
    ),
    gminas: bestFirst(
      row.gminas.map(({ organization, topics, ...gmina }) => ({
        organization,
        match: match({ topics, goals: [], ...alone(gmina) }),
      })),
    ),
  };
}

interface InitiativeRow extends Omit<InitiativeFacts, 'title'> {
  readonly proposedById: string;
  readonly leadId: string | null;
}

/** In which calls an initiative applies, and which others fit it; undefined where the actor may not see it. */
export async function listInitiativeCalls(
  db: Reader,
  actor: Actor,
  initiativeId: string,
): Promise<InitiativeCalls | undefined> {
  const [initiative] = await db.rows<InitiativeRow>(Prisma.sql`
    SELECT initiative.id, initiative.stage, initiative.topics, initiative.goals::text[], ${gminasTakingPart} AS gminas,
           ${countOf('CONFIRMED')} AS confirmed, ${countOf('DECLARED')} AS declared,
           ${countriesTakingPart} AS countries, initiative.proposed_by_id AS "proposedById",
           (SELECT part.organization_id FROM initiative_part part WHERE part.initiative_id = initiative.id
              AND part.role = 'LEAD_PARTNER' AND part.state = 'CONFIRMED') AS "leadId"
    FROM initiative WHERE initiative.id = ${initiativeId}::uuid AND ${initiativeIsVisible(actor)}`);
  if (!initiative) return undefined;
  // A guest sees in which calls it applies, and no others.
  const rows = await db.rows<CallRow & { isChosen: boolean; grant: number | null }>(Prisma.sql`
    SELECT ${callColumns(actor)}, choice.call_id IS NOT NULL AS "isChosen", choice."grant"::float8
    FROM ${callsFor(actor)}
    LEFT JOIN call_choice choice ON choice.call_id = funding_call.id AND choice.initiative_id = ${initiativeId}::uuid
    WHERE choice.call_id IS NOT NULL OR (${fundingIsVisible(actor)} AND ${nextAt} IS NOT NULL
      AND funding_call.topics && ${initiative.topics}::text[])
    ORDER BY ${nextAt} NULLS LAST, funding_call.id LIMIT ${most}`);
  const matched = rows.map((row) => {
    const { grant } = row;
    const amount = grant === null ? undefined : { minor: grant, currency: row.currency, isCost: false };
    return { row, call: presentCallSummary(row), match: matchCall(factsOf(row), { ...initiative, amount }, row.today) };
  });
  return {
    chosen: matched.flatMap(({ row, call, match }) => (row.isChosen ? [{ call, grant: row.grant, match }] : [])),
    fitting: bestFirst(matched.filter(({ row }) => !row.isChosen).map(({ call, match }) => ({ call, match }))),
    abilities: {
      choose: fundingPolicy.read(actor) && isLive(initiative.stage) && initiativePolicy.change(actor, initiative),
    },
  };
}

interface PlanRow extends Omit<CallPlan, 'decideBy' | 'gminas'> {
  readonly title: CallMatches['initiatives'][number]['title'];
  readonly firstStageAt: Date | null;
  readonly closesAt: Date;
  readonly gminas: readonly (GminaFacts & { id: string })[];
}

/** A plan with what a calendar says beside it. */
export interface WholePlan {
  readonly plan: CallPlan;
  readonly call: { readonly id: string } & Pick<PlanRow, 'title' | 'firstStageAt' | 'closesAt'>;
}

/**
 * Plans back from a call's deadline: through the councils of an initiative's gminas, or that of the viewer's own. Undefined
 * where the actor may not see the call, or the initiative.
 */
export async function readPlan(
  db: Reader,
  actor: Actor,
  id: string,
  initiativeId: string | undefined,
): Promise<WholePlan | undefined> {
  const own = ownGmina(actor);
  const [row] = await db.rows<PlanRow>(Prisma.sql`
    SELECT json_build_object('pl', funding_call.title_pl, 'en', funding_call.title_en) AS title,
      funding_call.first_stage_at AS "firstStageAt", funding_call.closes_at AS "closesAt",
      ${dayOf(Prisma.sql`funding_call.closes_at`)}::text AS "closesOn", funding_call.signing_days AS "signingDays",
      portal_today()::text AS today,
      (SELECT json_build_object('id', initiative.id, 'title', ${titleOf}) FROM initiative
       WHERE initiative.id = ${initiativeId ?? null}::uuid AND ${initiativeIsVisible(actor)}) AS initiative,
      CASE WHEN ${initiativeId ?? null}::uuid IS NOT NULL THEN
        (SELECT ${gminasTakingPart} FROM initiative WHERE initiative.id = ${initiativeId ?? null}::uuid)
      ELSE (SELECT coalesce(json_agg(json_build_object('id', organization.id, 'name', organization.name,
                     'voivodeship', '', 'sessions', ${sessionsOf(Prisma.sql`organization.id`)})), '[]')
            FROM organization WHERE organization.id = ${own}::uuid) END AS gminas,
      (SELECT coalesce(json_agg(json_build_object('id', initiative.id, 'title', ${titleOf})
              ORDER BY initiative.title_pl COLLATE "pl-x-icu", initiative.id), '[]')
       FROM initiative WHERE initiative.stage IN ('IDEA', 'PREPARATION', 'APPLIED') AND ${initiativeIsVisible(actor)}
         AND (EXISTS (SELECT FROM call_choice choice
                      WHERE choice.initiative_id = initiative.id AND choice.call_id = funding_call.id)
           OR EXISTS (SELECT FROM initiative_part part WHERE part.initiative_id = initiative.id
                        AND part.organization_id = ${own}::uuid AND part.state <> 'WITHDRAWN'))) AS initiatives
    FROM funding_call WHERE funding_call.id = ${id}::uuid AND ${fundingIsVisible(actor)}`);
  if (!row) return undefined;
  if (initiativeId !== undefined) found(row.initiative);
  const { title, firstStageAt, closesAt, gminas, ...rest } = row;
  const decideBy = decideByOf(row.closesOn, row.signingDays);
  return {
    call: { id, title, firstStageAt, closesAt },
    plan: {
      ...rest,
      decideBy,
      gminas: gminas.map(({ id: organizationId, name, sessions }) => ({
        organization: { id: organizationId, name },
        ...planBack(sessions, { decideBy, today: row.today }),
      })),
    },
  };
}
