import { z } from 'zod';
import { language } from './accounts.ts';
import { emailAddress } from './invitations.ts';
import { topicList } from './networks.ts';
import { country, partnerKind } from './partners.ts';
import { cursor, day, flag, id, instant, line, localized, pageOf, prose, search, version } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** DRAFT is its owner's own; PUBLISHED is public, in both languages; CLOSED looks for nobody any more. */
export const cardState = z.enum(['DRAFT', 'PUBLISHED', 'CLOSED']);
export type CardState = z.infer<typeof cardState>;
export const cardCurrency = z.enum(['EUR', 'PLN']);

/** Whom a card may look for. */
export const soughtAtMost = 10;

/** The texts of a card, in the order of the Interreg form for project ideas. */
export const cardTexts = ['challenge', 'aim', 'activities', 'results', 'timetable', 'about'] as const;
export type CardText = (typeof cardTexts)[number];

const text = prose(10, 3000).optional();
/** Who is looked for, from where, and what they should bring. */
const soughtInput = z.strictObject({
  kind: partnerKind,
  /** None: from anywhere. */
  countries: z.array(country).max(10).default([]),
  bringsPl: line(3, 300),
  bringsEn: line(3, 300).optional(),
});

/** What a card may say; a draft says as much as there is, a published one all that `required` names. */
const written = {
  titlePl: line(3, 160),
  titleEn: line(3, 160).optional(),
  acronym: line(2, 30).optional(),
  programme: line(2, 160).optional(),
  priority: line(2, 200).optional(),
  challengePl: text,
  challengeEn: text,
  aimPl: text,
  aimEn: text,
  activitiesPl: text,
  activitiesEn: text,
  resultsPl: text,
  resultsEn: text,
  timetablePl: text,
  timetableEn: text,
  /** Who we are. */
  aboutPl: text,
  aboutEn: text,
  sought: z.array(soughtInput).max(soughtAtMost).default([]),
  /** In the smallest unit of the currency: cents or grosze. */
  budgetFrom: z.int().min(0).max(100_000_000_000).optional(),
  budgetTo: z.int().min(0).max(100_000_000_000).optional(),
  currency: cardCurrency.default('EUR'),
  durationMonths: z.int().min(1).max(120).optional(),
  /** Until when answers are awaited. */
  answerBy: day.optional(),
  /** An office, never a person's own. */
  officeName: line(3, 160).optional(),
  officeEmail: emailAddress.optional(),
  officePhone: line(3, 40).optional(),
  topics: topicList,
};
/** The fields of a card as it is written. */
export type CardField = keyof typeof written;

const both = z.object({ pl: z.string().nullable(), en: z.string().nullable() });
const summaryShape = {
  id,
  title: localized,
  acronym: z.string().nullable(),
  programme: z.string().nullable(),
  state: cardState,
  owner: z.object({ id, name: z.string() }),
  /** Whom it looks for, and from where. */
  sought: z.array(
    z.object({ kind: partnerKind, countries: z.array(country), bringsPl: z.string(), bringsEn: z.string().nullable() }),
  ),
  topics: z.array(z.string()),
  answerBy: day.nullable(),
  publishedAt: instant.nullable(),
};
export const cardSummary = z.object(summaryShape).meta({ id: 'PartnerCardSummary' });
export type CardSummary = z.infer<typeof cardSummary>;
export const cardPage = pageOf(cardSummary).meta({ id: 'PartnerCardPage' });

const bodyShape = {
  ...summaryShape,
  priority: z.string().nullable(),
  challenge: both,
  aim: both,
  activities: both,
  results: both,
  timetable: both,
  about: both,
  budgetFrom: z.number().nullable(),
  budgetTo: z.number().nullable(),
  currency: cardCurrency,
  durationMonths: z.int().nullable(),
  officeName: z.string().nullable(),
  officeEmail: z.string().nullable(),
  officePhone: z.string().nullable(),
};
/** A card as anybody sees it. */
export const publishedCard = z.object(bodyShape).meta({ id: 'PublishedPartnerCard' });
export type PublishedCard = z.infer<typeof publishedCard>;
export const cardView = z
  .object({
    ...bodyShape,
    initiative: z.object({ id, title: localized }).nullable(),
    /** What a draft still lacks before it can be published. */
    missing: z.array(z.string()),
    version,
    abilities: z.object({ change: z.boolean(), publish: z.boolean(), close: z.boolean() }),
  })
  .meta({ id: 'PartnerCard' });
export type CardView = z.infer<typeof cardView>;

const params = z.strictObject({ id });

export const partnerCardsRoutes = defineRoutes({
  listPartnerCards: {
    method: 'GET',
    path: '/api/partner-cards',
    access: 'signed-in',
    summary: 'Cards by which partners are looked for, the newest first.',
    query: z.strictObject({ search, state: cardState.optional(), mine: flag.optional(), cursor }),
    response: cardPage,
  },
  writePartnerCard: {
    method: 'POST',
    path: '/api/partner-cards',
    access: 'signed-in',
    summary: 'Writes a card by which partners are looked for: a draft.',
    body: z.strictObject({ ...written, initiativeId: id.optional() }),
    response: cardView,
    status: 201,
  },
  readPartnerCard: {
    method: 'GET',
    path: '/api/partner-cards/:id',
    access: 'signed-in',
    summary: 'One card, with what the viewer may do.',
    params,
    response: cardView,
  },
  changePartnerCard: {
    method: 'PUT',
    path: '/api/partner-cards/:id',
    access: 'signed-in',
    summary: 'Changes a card; a published one stays whole in both languages.',
    params,
    body: z.strictObject({ ...written, version }),
    response: cardView,
    problems: ['wrong-state', 'version-conflict'],
  },
  publishPartnerCard: {
    method: 'POST',
    path: '/api/partner-cards/:id/publication',
    access: 'signed-in',
    summary: 'Publishes a card: from now on anybody reads it, in both languages.',
    params,
    body: z.strictObject({ version }),
    response: cardView,
    problems: ['wrong-state', 'version-conflict'],
  },
  closePartnerCard: {
    method: 'POST',
    path: '/api/partner-cards/:id/closing',
    access: 'signed-in',
    summary: 'Closes a card: partners were found, or are looked for no more.',
    params,
    body: z.strictObject({ version }),
    response: cardView,
    problems: ['wrong-state', 'version-conflict'],
  },
  listPublishedCards: {
    method: 'GET',
    path: '/api/public/partner-cards',
    access: 'public',
    summary: 'The cards by which partners are looked for now, the newest first.',
    query: z.strictObject({ cursor }),
    response: cardPage,
  },
  readPublishedCard: {
    method: 'GET',
    path: '/api/public/partner-cards/:id',
    access: 'public',
    summary: 'One card that was published; a closed one says so.',
    params,
    response: publishedCard,
    problems: ['not-found'],
  },
  downloadPublishedCard: {
    method: 'GET',
    path: '/api/public/partner-cards/:id/pdf',
    access: 'public',
    summary: 'A published card as a PDF, in Polish or English.',
    params,
    query: z.strictObject({ language: language.default('pl') }),
    file: 'application/pdf',
    problems: ['not-found'],
  },
});
