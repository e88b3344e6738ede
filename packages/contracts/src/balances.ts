import { z } from 'zod';
import { language } from './accounts.ts';
import { duesYear } from './dues.ts';
import { day, id, instant, line, localized, prose, reason, tableFormat } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** What a gmina has of its membership. */
export const valueKind = z.enum(['GRANT', 'SAVING', 'TRAINING', 'EVENT', 'EXPERT_HOURS']);
export type ValueKind = z.infer<typeof valueKind>;

/** Declared by one person, confirmed or refused by another; withdrawn only before that. */
export const valueEntryState = z.enum(['DECLARED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN']);
export type ValueEntryState = z.infer<typeof valueEntryState>;

/** Why nothing can be said of a gmina's dues in a year. */
export const duesGap = z.enum(['RATE', 'POPULATION', 'MEMBERSHIP']);
export type DuesGap = z.infer<typeof duesGap>;

/** The largest amount of one entry, in grosze: below a thousand million złoty. */
export const valueMaximum = 99_999_999_999;
/** Entries of one gmina in one year, whatever became of them: they are read as one list. */
export const valuesAtMost = 200;

/** In grosze. */
const amount = z.int().min(1).max(valueMaximum);
/** Ten-thousandths of a złoty for a euro, as the national bank writes its rates. */
const euroRate = z.int().min(10_000).max(100_000);

const ref = z.object({ id, name: z.string() });
const named = z.object({ name: z.string() });

export const valueEntryView = z
  .object({
    id,
    kind: valueKind,
    state: valueEntryState,
    happenedOn: day,
    text: z.string(),
    /** In grosze; below nought only where it corrects another. */
    amount: z.int(),
    /** Where it was in euros: cents, and the rate of a named day. */
    euro: z.object({ cents: z.int(), rate: z.int(), rateOn: day }).nullable(),
    /** Where it was work: minutes, and grosze for an hour. */
    work: z.object({ minutes: z.int(), hourRate: z.int() }).nullable(),
    evidence: z.string(),
    evidenceUrl: z.string().nullable(),
    initiative: z.object({ id, title: localized }).nullable(),
    /** The earlier entry that it corrects. */
    corrects: z.object({ id, text: z.string(), year: z.int() }).nullable(),
    /** Confirmed corrections of it, whose amounts count in the years in which they were made. */
    corrections: z.array(z.object({ id, amount: z.int(), year: z.int() })),
    /** Without a name once the person was erased. */
    declaredBy: named,
    declaredAt: instant,
    /** Declared for the gmina by its own people, or for the association by the secretariat. */
    bySecretariat: z.boolean(),
    decidedBy: named.nullable(),
    decidedAt: instant.nullable(),
    refusal: z.string().nullable(),
    abilities: z.object({ confirm: z.boolean(), refuse: z.boolean(), withdraw: z.boolean(), correct: z.boolean() }),
  })
  .meta({ id: 'ValueEntry' });
export type ValueEntryView = z.infer<typeof valueEntryView>;

/** A year of a gmina, in grosze. Only what is confirmed counts. */
const reckoning = {
  year: z.int(),
  /** Null where it cannot be computed: `gap` says why. */
  due: z.int().nullable(),
  gap: duesGap.nullable(),
  value: z.int(),
  /** Value less dues; null without dues. */
  result: z.int().nullable(),
  /** What is declared and waits for its confirmation; how many entries, and what they come to. */
  waiting: z.object({ count: z.int(), amount: z.int() }),
};
export const balanceYear = z.object({ ...reckoning, closed: z.boolean() }).meta({ id: 'BalanceYear' });
export type BalanceYearView = z.infer<typeof balanceYear>;

export const balanceView = z
  .object({
    organization: ref,
    ...reckoning,
    /** By what the dues are reckoned. */
    dues: z.object({
      perInhabitant: z.int().nullable(),
      population: z.int().nullable(),
      populationYear: z.int().nullable(),
    }),
    /** Each kind, also where there is nothing of it. */
    kinds: z.array(z.object({ kind: valueKind, amount: z.int() })),
    closed: z.object({ at: instant, by: named }).nullable(),
    /** What was declared in the year, the latest day first. */
    entries: z.array(valueEntryView),
    /** The years of which something is known, the latest first. */
    years: z.array(balanceYear),
    /** The initiatives in which the gmina takes part: something may have come of them. */
    initiatives: z.array(z.object({ id, title: localized })),
    abilities: z.object({ declare: z.boolean() }),
  })
  .meta({ id: 'Balance' });
export type BalanceView = z.infer<typeof balanceView>;

export const balancesView = z
  .object({
    year: z.int(),
    years: z.array(z.int()),
    closed: z.object({ at: instant, by: named }).nullable(),
    /** Those who belong to the association on at least one day of the year; at most as many as there are gminas: not paged. */
    gminas: z.array(
      z.object({
        organization: ref,
        due: z.int().nullable(),
        gap: duesGap.nullable(),
        value: z.int(),
        result: z.int().nullable(),
        waiting: z.object({ count: z.int(), amount: z.int() }),
      }),
    ),
    /** Of those whose dues are known. */
    total: z.object({ due: z.int(), value: z.int(), result: z.int() }),
    abilities: z.object({ close: z.boolean() }),
  })
  .meta({ id: 'Balances' });
export type BalancesView = z.infer<typeof balancesView>;

const params = z.strictObject({ id });
const entryParams = z.strictObject({ id, entryId: id });
const evidence = {
  /** What shows it: an agreement, a list of those present, an invoice. */
  evidence: prose(3, 1000),
  evidenceUrl: z
    .httpUrl()
    .max(500)
    .regex(/^\P{Cc}*$/u)
    .optional(),
};

export const balancesRoutes = defineRoutes({
  readBalances: {
    method: 'GET',
    path: '/api/balances',
    access: 'signed-in',
    summary: "A year's balances of all members; the present year where none is named.",
    query: z.strictObject({ year: duesYear.optional() }),
    response: balancesView,
    problems: ['forbidden'],
  },
  exportBalances: {
    method: 'GET',
    path: '/api/balances/export',
    access: 'signed-in',
    summary: "A year's balances of all members as a table.",
    query: z.strictObject({ year: duesYear.optional(), format: tableFormat }),
    file: 'table',
    problems: ['forbidden'],
  },
  closeBalanceYear: {
    method: 'POST',
    path: '/api/balances/:year/close',
    access: 'signed-in',
    summary: 'Closes a year for all gminas: what is to be corrected in it is corrected in a later one.',
    params: z.strictObject({ year: duesYear }),
    response: balancesView,
    problems: ['forbidden', 'year-not-over', 'year-closed', 'values-waiting'],
  },
  readBalance: {
    method: 'GET',
    path: '/api/organizations/:id/balance',
    access: 'signed-in',
    summary: "A gmina's balance of a year: its dues, and what it had of its membership.",
    params,
    query: z.strictObject({ year: duesYear.optional() }),
    response: balanceView,
  },
  exportBalance: {
    method: 'GET',
    path: '/api/organizations/:id/balance/export',
    access: 'signed-in',
    summary: "The entries of a gmina's balance of a year as a table.",
    params,
    query: z.strictObject({ year: duesYear.optional(), format: tableFormat }),
    file: 'table',
  },
  printBalance: {
    method: 'GET',
    path: '/api/organizations/:id/balance/pdf',
    access: 'signed-in',
    summary: "A gmina's balance of a year as a PDF, for its council.",
    params,
    query: z.strictObject({ year: duesYear.optional(), language: language.optional() }),
    file: 'application/pdf',
  },
  declareValue: {
    method: 'POST',
    path: '/api/organizations/:id/balance/entries',
    access: 'signed-in',
    summary: 'Declares what a gmina had of its membership, with evidence; somebody else confirms it.',
    params,
    body: z.strictObject({
      year: z.int().min(1990).max(2200),
      kind: valueKind,
      happenedOn: day,
      text: line(3, 200),
      /** What it was worth in grosze; or euros with the rate of a day; or hours with their rate, for the work of experts. */
      amount: amount.optional(),
      euroCents: amount.optional(),
      euroRate: euroRate.optional(),
      euroRateOn: day.optional(),
      minutes: z.int().min(1).max(600_000).optional(),
      hourRate: z.int().min(1).max(1_000_000).optional(),
      ...evidence,
      initiativeId: id.optional(),
    }),
    response: balanceView,
    status: 201,
    problems: ['year-closed', 'too-many'],
  },
  confirmValue: {
    method: 'POST',
    path: '/api/organizations/:id/balance/entries/:entryId/confirm',
    access: 'signed-in',
    summary: 'Confirms what somebody else has declared: from now on it counts, and never changes.',
    params: entryParams,
    response: balanceView,
    problems: ['wrong-state', 'own-value'],
  },
  refuseValue: {
    method: 'POST',
    path: '/api/organizations/:id/balance/entries/:entryId/refuse',
    access: 'signed-in',
    summary: 'Refuses what somebody else has declared, and says why.',
    params: entryParams,
    body: z.strictObject({ reason }),
    response: balanceView,
    problems: ['wrong-state', 'own-value'],
  },
  withdrawValue: {
    method: 'POST',
    path: '/api/organizations/:id/balance/entries/:entryId/withdraw',
    access: 'signed-in',
    summary: 'Takes back what was declared, before it is confirmed or refused.',
    params: entryParams,
    response: balanceView,
    problems: ['wrong-state'],
  },
  correctValue: {
    method: 'POST',
    path: '/api/organizations/:id/balance/entries/:entryId/correct',
    access: 'signed-in',
    summary: 'Declares what a confirmed entry should have come to: the difference is an entry of the present year.',
    params: entryParams,
    body: z.strictObject({
      /** In grosze; nought takes it back whole. */
      rightAmount: z.int().min(0).max(valueMaximum),
      reason,
      ...evidence,
    }),
    response: balanceView,
    status: 201,
    problems: ['wrong-state', 'correction-waits', 'year-closed'],
  },
});
