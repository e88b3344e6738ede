import { z } from 'zod';
import { day, id, instant, line, localized, prose, reason, tableFormat, version } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** In which currency a budget is kept; the other one is shown beside it by the rate of a named day. */
export const budgetCurrency = z.enum(['EUR', 'PLN']);
export type BudgetCurrency = z.infer<typeof budgetCurrency>;
/** The cost categories of Interreg. */
export const costCategory = z.enum(['STAFF', 'OFFICE', 'TRAVEL', 'EXPERTS', 'EQUIPMENT', 'INFRASTRUCTURE', 'OTHER']);
export type CostCategory = z.infer<typeof costCategory>;
/** Written, put to the participants, agreed to by each; then it stands as it is. */
export const budgetState = z.enum(['DRAFT', 'ASKED', 'AGREED']);
export type BudgetState = z.infer<typeof budgetState>;
export const claimState = z.enum(['DRAFT', 'SUBMITTED', 'ACCEPTED', 'RETURNED']);
export type ClaimState = z.infer<typeof claimState>;
/** How a participant of the budget stands in the initiative today; the last two have to be taken out before it is agreed. */
export const shareStanding = z.enum(['CONFIRMED', 'DECLARED', 'WITHDRAWN', 'NOT_MEMBER']);
export type ShareStanding = z.infer<typeof shareStanding>;

/** The largest amount of one line, in cents or grosze: 100 million. */
export const budgetLineMaximum = 10_000_000_000;
/** The largest sum of a budget, in cents or grosze: 1 billion. */
export const budgetSumMaximum = 100_000_000_000;
/** The participants of one budget, its instalments, and the rows of a file with its lines. */
export const budgetSharesAtMost = 40;
export const instalmentsAtMost = 60;
export const budgetRowsAtMost = 500;
/** Of one participant in one initiative. */
export const claimsAtMost = 100;
export const receiptsAtMost = 200;
/** Of one receipt. */
export const correctionsAtMost = 20;

/** Whole cents or grosze. */
const amount = z.int().min(0).max(budgetLineMaximum);
const sum = z.int().min(0).max(budgetSumMaximum);
/** In hundredths of a per cent: 8500 is 85 %. */
const grantRate = z.int().min(0).max(10_000);
const ref = z.object({ id, name: z.string() });

/** What a sum of the budget comes to in the other currency. */
const sums = z.object({ grant: z.int(), own: z.int(), total: z.int() });

const rateShape = {
  /** Złoty for one euro, in ten-thousandths: 42567 is 4.2567. */
  plnPerEur: z.int().min(10_000).max(999_999),
  day,
  /** Who gives it, as in “NBP, table A”. */
  source: line(2, 120),
};

export const budgetPlan = z.object({
  number: z.int(),
  state: budgetState,
  /** The agreed one that no later one has replaced. */
  inForce: z.boolean(),
  /** Why it was changed; null for the first. */
  reason: z.string().nullable(),
  writtenBy: z.string().nullable(),
  writtenAt: instant,
  agreedAt: instant.nullable(),
  currency: budgetCurrency,
  rate: z.object(rateShape),
  grantRate,
  ...sums.shape,
  /** Each line is rounded by itself, halves upwards; `remainder` is what the rounded lines and the rounded total differ by. */
  converted: z.object({ currency: budgetCurrency, ...sums.shape, remainder: z.int() }),
});
export type BudgetPlan = z.infer<typeof budgetPlan>;

export const budgetVersion = z.object({
  number: z.int(),
  state: budgetState,
  inForce: z.boolean(),
  reason: z.string().nullable(),
  writtenBy: z.string().nullable(),
  writtenAt: instant,
  total: z.int(),
});

export const budgetShare = z.object({
  organization: ref,
  standing: shareStanding,
  grant: z.int(),
  own: z.int(),
  converted: sums,
  lines: z.array(z.object({ category: costCategory, grant: z.int(), own: z.int() })),
  agreedBy: z.string().nullable(),
  agreedAt: instant.nullable(),
  abilities: z.object({ agree: z.boolean(), object: z.boolean() }),
});
export type BudgetShare = z.infer<typeof budgetShare>;

/** Of the grant: what is planned, claimed, accepted and received, and what of the planned is still to come. */
const standing = {
  planned: z.int(),
  own: z.int(),
  claimed: z.int(),
  accepted: z.int(),
  received: z.int(),
  left: z.int(),
};
export const budgetBalance = z.object(standing);
export type BudgetBalance = z.infer<typeof budgetBalance>;
export const participantBalance = z.object({ organization: ref, standing: shareStanding, ...standing });
export type ParticipantBalance = z.infer<typeof participantBalance>;

export const instalmentView = z.object({
  id,
  organization: ref,
  dueOn: day,
  amount: z.int(),
  /** Who pays it. */
  payer: z.string(),
  received: z.int(),
  late: z.boolean(),
});
export type InstalmentView = z.infer<typeof instalmentView>;

export const claimView = z.object({
  id,
  organization: ref,
  number: z.int(),
  periodFrom: day,
  periodTo: day,
  amount: z.int(),
  /** What it pays for. */
  note: z.string(),
  state: claimState,
  acceptedAmount: z.int().nullable(),
  /** Why it was cut or returned. */
  reason: z.string().nullable(),
  received: z.int(),
  submittedAt: instant.nullable(),
  submittedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  version,
  abilities: z.object({ change: z.boolean(), submit: z.boolean(), decide: z.boolean() }),
});
export type ClaimView = z.infer<typeof claimView>;

export const moneyReceipt = z.object({
  id,
  organization: ref,
  /** Below nought where it corrects what was recorded as too much. */
  amount: z.int(),
  receivedOn: day,
  claimNumber: z.int().nullable(),
  instalmentDueOn: day.nullable(),
  note: z.string(),
  by: z.string().nullable(),
  recordedAt: instant,
  /** The receipt that this one corrects. */
  correctsId: id.nullable(),
  /** What it comes to with its corrections. */
  standsAt: z.int(),
  abilities: z.object({ correct: z.boolean() }),
});
export type MoneyReceipt = z.infer<typeof moneyReceipt>;

export const budgetView = z
  .object({
    initiative: z.object({ id, title: localized }),
    /** The version that was asked for, else the latest; null as long as nothing is planned. */
    plan: budgetPlan.nullable(),
    versions: z.array(budgetVersion),
    /** By the version in force; by the latest as long as none is agreed. */
    balance: budgetBalance,
    /** For those who take part; null for other members, who see the sums. */
    detail: z
      .object({
        shares: z.array(budgetShare),
        balances: z.array(participantBalance),
        instalments: z.array(instalmentView),
        claims: z.array(claimView),
        receipts: z.array(moneyReceipt),
        /** Those who take part in the initiative: who can stand in its budget. */
        participants: z.array(ref),
      })
      .nullable(),
    /** Agreed, in an initiative that is not funded yet: nothing can be claimed before. */
    awaitsMoney: z.boolean(),
    /** Counts its changes; 0 as long as nothing is planned. */
    version: z.int().min(0),
    abilities: z.object({
      plan: z.boolean(),
      ask: z.boolean(),
      /** What has to be changed before it can be agreed. */
      obstacle: z.enum(['participant-gone', 'participant-unconfirmed']).nullable(),
      planInstalments: z.boolean(),
      claimFor: z.array(ref),
      receiveFor: z.array(ref),
    }),
  })
  .meta({ id: 'Budget' });
export type BudgetView = z.infer<typeof budgetView>;

export const plannedLine = z.strictObject({ category: costCategory, grant: amount, own: amount });
export const plannedShare = z.strictObject({
  organizationId: id,
  grant: sum,
  own: sum,
  lines: z.array(plannedLine).max(costCategory.options.length),
});
export type PlannedShare = z.infer<typeof plannedShare>;

const plannedBudget = {
  currency: budgetCurrency,
  rate: z.strictObject(rateShape),
  grantRate,
  /** The whole as it is declared: the lines have to come to it. */
  total: sum.min(1),
  grant: sum,
  own: sum,
  shares: z.array(plannedShare).min(1).max(budgetSharesAtMost),
};
export type PlannedBudget = z.infer<z.ZodObject<typeof plannedBudget>>;

/** What a row of a file with lines comes to. */
export const budgetRowOutcome = z.enum([
  'good',
  'unknown_participant',
  'unknown_category',
  'not_an_amount',
  'negative_amount',
  'amount_too_large',
  'mixed_currency',
  'repeated',
]);
export type BudgetRowOutcome = z.infer<typeof budgetRowOutcome>;

export const linesPreview = z
  .object({
    fileName: z.string(),
    rows: z.array(
      z.object({
        line: z.int(),
        participant: z.string(),
        category: z.string(),
        grant: z.string(),
        own: z.string(),
        outcome: budgetRowOutcome,
      }),
    ),
    /** What the file says, ready to be planned; null where a single row is wrong: all or nothing. */
    shares: z.array(z.object({ ...plannedShare.shape, lines: z.array(z.object(plannedLine.shape)) })).nullable(),
    ...sums.shape,
  })
  .meta({ id: 'BudgetLinesPreview' });
export type LinesPreview = z.infer<typeof linesPreview>;

const params = z.strictObject({ id });
const shareParams = z.strictObject({ id, organizationId: id });
const claimParams = z.strictObject({ id, claimId: id });
const positive = amount.min(1);
const claimed = { periodFrom: day, periodTo: day, amount: positive, currency: budgetCurrency, note: prose(3, 2000) };

export const budgetsRoutes = defineRoutes({
  readBudget: {
    method: 'GET',
    path: '/api/initiatives/:id/budget',
    access: 'signed-in',
    summary:
      'The budget of an initiative with its claims and receipts: whole for those who take part, as sums for other members.',
    params,
    query: z.strictObject({
      /** An earlier version. */
      number: z.coerce.number().int().min(1).max(10_000).optional(),
    }),
    response: budgetView,
  },
  planBudget: {
    method: 'PUT',
    path: '/api/initiatives/:id/budget',
    access: 'signed-in',
    summary: 'Plans the budget as a whole; what is agreed is changed by a new version, with the reason.',
    params,
    body: z.strictObject({
      ...plannedBudget,
      reason: reason.optional(),
      /** 0 where nothing was planned yet. */
      version: z.int().min(0),
    }),
    response: budgetView,
    problems: ['wrong-state', 'version-conflict'],
  },
  askForAgreement: {
    method: 'POST',
    path: '/api/initiatives/:id/budget/ask',
    access: 'signed-in',
    summary: 'Asks each participant to agree to its share.',
    params,
    body: z.strictObject({ version }),
    response: budgetView,
    problems: ['wrong-state', 'version-conflict', 'participant-gone', 'participant-unconfirmed'],
  },
  agreeToShare: {
    method: 'POST',
    path: '/api/initiatives/:id/budget/shares/:organizationId/agree',
    access: 'signed-in',
    summary: "Agrees to a participant's share; with the last of them the budget is in force.",
    params: shareParams,
    body: z.strictObject({ version }),
    response: budgetView,
    problems: ['wrong-state', 'version-conflict', 'participant-gone', 'participant-unconfirmed'],
  },
  objectToShare: {
    method: 'POST',
    path: '/api/initiatives/:id/budget/shares/:organizationId/object',
    access: 'signed-in',
    summary: "Does not agree to a participant's share, and says why: the budget is planned anew.",
    params: shareParams,
    body: z.strictObject({ reason, version }),
    response: budgetView,
    problems: ['wrong-state', 'version-conflict'],
  },
  previewBudgetLines: {
    method: 'POST',
    path: '/api/initiatives/:id/budget/lines/preview',
    access: 'signed-in',
    summary:
      'Reads a file with the lines of a budget (CSV or XLSX, base64) and says row by row what is in it. Changes nothing.',
    params,
    body: z.strictObject({ fileName: line(1, 200), content: z.base64().max(950_000), currency: budgetCurrency }),
    response: linesPreview,
    problems: ['file-unreadable', 'list-too-long', 'too-large'],
  },
  exportBudget: {
    method: 'GET',
    path: '/api/initiatives/:id/budget/export',
    access: 'signed-in',
    summary:
      'The lines of the budget as a spreadsheet, with the overview on a second sheet: what is planned anew is read from the first.',
    params,
    query: z.strictObject({ format: tableFormat }),
    file: 'table',
    problems: ['forbidden'],
  },
  planInstalments: {
    method: 'PUT',
    path: '/api/initiatives/:id/budget/instalments',
    access: 'signed-in',
    summary: 'Writes the instalments that are expected: when, how much, from whom, for whom.',
    params,
    body: z.strictObject({
      instalments: z
        .array(
          z.strictObject({
            id: id.optional(),
            organizationId: id,
            dueOn: day,
            amount: positive,
            currency: budgetCurrency,
            payer: line(2, 160),
          }),
        )
        .max(instalmentsAtMost),
      version,
    }),
    response: budgetView,
    problems: ['wrong-state', 'version-conflict', 'currency-mixed', 'instalment-paid'],
  },
  writeClaim: {
    method: 'POST',
    path: '/api/initiatives/:id/budget/claims',
    access: 'signed-in',
    summary: 'Writes a payment claim of a participant for a period: a draft until it is submitted.',
    params,
    body: z.strictObject({ organizationId: id, ...claimed }),
    response: budgetView,
    status: 201,
    problems: ['wrong-state', 'budget-not-agreed', 'participant-gone', 'currency-mixed', 'too-many'],
  },
  changeClaim: {
    method: 'PUT',
    path: '/api/initiatives/:id/budget/claims/:claimId',
    access: 'signed-in',
    summary: 'Changes a payment claim that is a draft or was returned.',
    params: claimParams,
    body: z.strictObject({ ...claimed, version }),
    response: budgetView,
    problems: ['wrong-state', 'version-conflict', 'currency-mixed'],
  },
  submitClaim: {
    method: 'POST',
    path: '/api/initiatives/:id/budget/claims/:claimId/submit',
    access: 'signed-in',
    summary: 'Submits a payment claim, as far as the planned grant goes.',
    params: claimParams,
    body: z.strictObject({ version }),
    response: budgetView,
    problems: ['wrong-state', 'version-conflict', 'participant-gone', 'claims-over-plan'],
  },
  acceptClaim: {
    method: 'POST',
    path: '/api/initiatives/:id/budget/claims/:claimId/accept',
    access: 'signed-in',
    summary: 'Accepts a payment claim, whole or cut with the reason.',
    params: claimParams,
    body: z.strictObject({ acceptedAmount: amount, reason: reason.optional(), version }),
    response: budgetView,
    problems: ['wrong-state', 'version-conflict'],
  },
  returnClaim: {
    method: 'POST',
    path: '/api/initiatives/:id/budget/claims/:claimId/return',
    access: 'signed-in',
    summary: 'Returns a payment claim to be completed, with the reason.',
    params: claimParams,
    body: z.strictObject({ reason, version }),
    response: budgetView,
    problems: ['wrong-state', 'version-conflict'],
  },
  recordReceipt: {
    method: 'POST',
    path: '/api/initiatives/:id/budget/receipts',
    access: 'signed-in',
    summary: 'Records money that has come in: on which day, for which claim or instalment.',
    params,
    body: z.strictObject({
      organizationId: id,
      amount: positive,
      currency: budgetCurrency,
      receivedOn: day,
      claimId: id.optional(),
      instalmentId: id.optional(),
      note: prose(0, 1000).default(''),
    }),
    response: budgetView,
    status: 201,
    problems: ['wrong-state', 'budget-not-agreed', 'currency-mixed', 'too-many'],
  },
  correctReceipt: {
    method: 'POST',
    path: '/api/initiatives/:id/budget/receipts/:receiptId/correct',
    access: 'signed-in',
    summary: 'Says what a receipt ought to have been: a new row makes up the difference.',
    params: z.strictObject({ id, receiptId: id }),
    body: z.strictObject({
      amount,
      /** What the corrector saw that it comes to; where it is something else by now, 409. */
      standsAt: z.int().min(0),
      reason,
    }),
    response: budgetView,
    status: 201,
    problems: ['wrong-state', 'version-conflict', 'too-many'],
  },
});
