import type { CardState, CardSummary, CardView, Localized, PublishedCard } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { cardLifecycle } from './partner.lifecycle.ts';
import { cardPolicy } from './partner.policy.ts';
import { missingOf } from './partner.rules.ts';

type Text = string | null;

/** A card as it is kept. */
export interface CardRow {
  id: string;
  state: CardState;
  ownerId: string;
  ownerName: string;
  titlePl: string;
  titleEn: Text;
  acronym: Text;
  programme: Text;
  priority: Text;
  challengePl: Text;
  challengeEn: Text;
  aimPl: Text;
  aimEn: Text;
  activitiesPl: Text;
  activitiesEn: Text;
  resultsPl: Text;
  resultsEn: Text;
  timetablePl: Text;
  timetableEn: Text;
  aboutPl: Text;
  aboutEn: Text;
  sought: CardSummary['sought'];
  budgetFrom: number | null;
  budgetTo: number | null;
  currency: PublishedCard['currency'];
  durationMonths: number | null;
  answerBy: string | null;
  officeName: Text;
  officeEmail: Text;
  officePhone: Text;
  topics: string[];
  publishedAt: Date | null;
}

export type SummaryRow = Pick<
  CardRow,
  | 'id'
  | 'state'
  | 'ownerId'
  | 'ownerName'
  | 'titlePl'
  | 'titleEn'
  | 'acronym'
  | 'programme'
  | 'sought'
  | 'topics'
  | 'answerBy'
  | 'publishedAt'
>;

export const presentCardSummary = (row: SummaryRow): CardSummary => ({
  id: row.id,
  title: { pl: row.titlePl, en: row.titleEn },
  acronym: row.acronym,
  programme: row.programme,
  state: row.state,
  owner: { id: row.ownerId, name: row.ownerName },
  sought: row.sought,
  topics: row.topics,
  answerBy: row.answerBy,
  publishedAt: row.publishedAt?.toISOString() ?? null,
});

/** A card as anybody sees it. */
export const presentPublished = (row: CardRow): PublishedCard => ({
  ...presentCardSummary(row),
  priority: row.priority,
  challenge: { pl: row.challengePl, en: row.challengeEn },
  aim: { pl: row.aimPl, en: row.aimEn },
  activities: { pl: row.activitiesPl, en: row.activitiesEn },
  results: { pl: row.resultsPl, en: row.resultsEn },
  timetable: { pl: row.timetablePl, en: row.timetableEn },
  about: { pl: row.aboutPl, en: row.aboutEn },
  budgetFrom: row.budgetFrom,
  budgetTo: row.budgetTo,
  currency: row.currency,
  durationMonths: row.durationMonths,
  officeName: row.officeName,
  officeEmail: row.officeEmail,
  officePhone: row.officePhone,
});

export interface OwnCardRow extends CardRow {
  initiative: { id: string; title: Localized } | null;
  version: number;
}

/** A card with what it still lacks and what the viewer may do: policy and life cycle together. */
export const presentCard = (row: OwnCardRow, actor: Actor): CardView => ({
  ...presentPublished(row),
  initiative: row.initiative,
  missing: row.state === 'DRAFT' ? missingOf(row) : [],
  version: row.version,
  abilities: {
    change: row.state !== 'CLOSED' && cardPolicy.change(actor, row),
    publish: cardLifecycle.allows(row.state, 'publish') && cardPolicy.publish(actor, row),
    close: cardLifecycle.allows(row.state, 'close') && cardPolicy.close(actor, row),
  },
});
