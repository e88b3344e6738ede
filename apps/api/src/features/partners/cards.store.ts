import type { CardState, Given, Localized, partnerCardsRoutes } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { cardPolicy } from './partner.policy.ts';
import type { Publishable } from './partner.rules.ts';

/** The one place where `cardPolicy.visible` becomes SQL; expects the table under its own name. */
export const cardIsVisible = (actor: Actor): Prisma.Sql => {
  const { everything, directory, organizationIds } = cardPolicy.visible(actor);
  return Prisma.sql`(${everything} OR (${directory} AND partner_card.published_at IS NOT NULL)
    OR partner_card.owner_id = ANY (${organizationIds}::uuid[]))`;
};

/** What a card says, as columns of a query. */
export const cardColumns = Prisma.sql`
  partner_card.title_pl AS "titlePl", partner_card.title_en AS "titleEn", partner_card.acronym, partner_card.programme,
  partner_card.priority, partner_card.challenge_pl AS "challengePl", partner_card.challenge_en AS "challengeEn",
  partner_card.aim_pl AS "aimPl", partner_card.aim_en AS "aimEn", partner_card.activities_pl AS "activitiesPl",
  partner_card.activities_en AS "activitiesEn", partner_card.results_pl AS "resultsPl",
  partner_card.results_en AS "resultsEn", partner_card.timetable_pl AS "timetablePl",
  partner_card.timetable_en AS "timetableEn", partner_card.about_pl AS "aboutPl", partner_card.about_en AS "aboutEn",
  partner_card.sought, partner_card.budget_from::float8 AS "budgetFrom", partner_card.budget_to::float8 AS "budgetTo",
  partner_card.currency, partner_card.duration_months AS "durationMonths", partner_card.answer_by::text AS "answerBy",
  partner_card.office_name AS "officeName", partner_card.office_email AS "officeEmail",
  partner_card.office_phone AS "officePhone", partner_card.topics`;

export interface LockedCard extends Publishable {
  readonly id: string;
  readonly title: Localized;
  readonly state: CardState;
  readonly ownerId: string;
  readonly initiativeId: string | null;
  readonly version: number;
}

/** Locks a card that the actor may see, until the work ends. */
export async function lockCard(work: Work, actor: Actor, id: string): Promise<LockedCard | undefined> {
  const [row] = await rowsOf<LockedCard>(
    work,
    Prisma.sql`
      SELECT partner_card.id, json_build_object('pl', title_pl, 'en', title_en) AS title, state, owner_id AS "ownerId",
             initiative_id AS "initiativeId", version, ${cardColumns}
      FROM partner_card WHERE partner_card.id = ${id}::uuid AND ${cardIsVisible(actor)} FOR UPDATE`,
  );
  return row;
}

type Written = Omit<Given<typeof partnerCardsRoutes.writePartnerCard>['body'], 'initiativeId'>;

/** A field that is not written is empty: a card is saved as a whole. */
const columnsOf = (written: Written) => ({
  titlePl: written.titlePl,
  titleEn: written.titleEn ?? null,
  acronym: written.acronym ?? null,
  programme: written.programme ?? null,
  priority: written.priority ?? null,
  challengePl: written.challengePl ?? null,
  challengeEn: written.challengeEn ?? null,
  aimPl: written.aimPl ?? null,
  aimEn: written.aimEn ?? null,
  activitiesPl: written.activitiesPl ?? null,
  activitiesEn: written.activitiesEn ?? null,
  resultsPl: written.resultsPl ?? null,
  resultsEn: written.resultsEn ?? null,
  timetablePl: written.timetablePl ?? null,
  timetableEn: written.timetableEn ?? null,
  aboutPl: written.aboutPl ?? null,
  aboutEn: written.aboutEn ?? null,
  sought: written.sought.map(({ bringsEn = null, ...who }) => ({ ...who, bringsEn })),
  budgetFrom: written.budgetFrom ?? null,
  budgetTo: written.budgetTo ?? null,
  currency: written.currency,
  durationMonths: written.durationMonths ?? null,
  answerBy: written.answerBy === undefined ? null : new Date(`${written.answerBy}T00:00:00Z`),
  officeName: written.officeName ?? null,
  officeEmail: written.officeEmail ?? null,
  officePhone: written.officePhone ?? null,
  topics: written.topics,
});

export async function insertCard(
  work: Work,
  written: Written,
  of: { ownerId: string; initiativeId: string | null },
): Promise<string> {
  const data = { ...columnsOf(written), ...of };
  return (await transactionOf(work).partnerCard.create({ data, select: { id: true } })).id;
}

/** Saves what a locked card says. */
export async function saveCard(work: Work, id: string, written: Written): Promise<void> {
  await transactionOf(work).partnerCard.update({
    where: { id },
    data: { ...columnsOf(written), version: { increment: 1 } },
  });
}

export async function saveCardState(work: Work, id: string, state: CardState): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE partner_card SET state = ${state}::card_state, version = version + 1,
      published_at = CASE WHEN ${state} = 'PUBLISHED' THEN portal_now() ELSE published_at END
    WHERE id = ${id}::uuid`;
}
