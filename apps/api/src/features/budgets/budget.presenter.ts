import type {
  BudgetBalance,
  BudgetCurrency,
  BudgetPlan,
  BudgetState,
  BudgetView,
  ClaimView,
  CostCategory,
  InitiativeStage,
  InstalmentView,
  Localized,
  OrganizationKind,
  ParticipantBalance,
  MoneyReceipt,
  ShareStanding,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { initiativePolicy, isLive } from '../initiatives/index.ts';
import { budgetLifecycle, claimLifecycle, hasMoney } from './budget.lifecycle.ts';
import { budgetPolicy, type ParticipantFacts } from './budget.policy.ts';
import { convert, convertAll, isGone, obstacleToAgreement, otherCurrency } from './budget.rules.ts';

interface Ref {
  id: string;
  name: string;
}

export interface ParticipantRow extends Ref {
  kind: OrganizationKind;
  standing: ShareStanding;
  /** Whether it takes part, or only stands in an earlier budget. */
  takesPart: boolean;
  /** Whether its part shows it all of the money: a gmina's only once it is confirmed, or where it has proposed. */
  letIn: boolean;
}

interface ShareRow {
  organizationId: string;
  grant: number;
  own: number;
  lines: { category: CostCategory; grant: number; own: number }[];
  agreedBy: string | null;
  agreedAt: string | null;
}

export interface VersionRow {
  number: number;
  state: BudgetState;
  reason: string | null;
  writtenBy: string | null;
  writtenAt: string;
  agreedAt: string | null;
  plnPerEur: number;
  rateDay: string;
  rateSource: string;
  grantRate: number;
  total: number;
  grant: number;
  own: number;
  /** Null of versions that nobody asked for. */
  shares: ShareRow[] | null;
}

type ClaimRow = Omit<ClaimView, 'abilities' | 'organization'> & {
  organizationId: string;
  submittedById: string | null;
};
type ReceiptRow = Omit<MoneyReceipt, 'abilities' | 'organization'> & { organizationId: string };
type InstalmentRow = Omit<InstalmentView, 'organization'> & { organizationId: string };

export interface BudgetRow {
  id: string;
  title: Localized;
  stage: InitiativeStage;
  proposedById: string;
  leadId: string | null;
  currency: BudgetCurrency | null;
  version: number | null;
  versions: VersionRow[];
  participants: ParticipantRow[];
  instalments: InstalmentRow[];
  claims: ClaimRow[];
  receipts: ReceiptRow[];
}

const sumOf = <T>(rows: readonly T[], amount: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + amount(row), 0);

const totalBalance = (balances: readonly BudgetBalance[]): BudgetBalance => ({
  planned: sumOf(balances, ({ planned }) => planned),
  own: sumOf(balances, ({ own }) => own),
  claimed: sumOf(balances, ({ claimed }) => claimed),
  accepted: sumOf(balances, ({ accepted }) => accepted),
  received: sumOf(balances, ({ received }) => received),
  left: sumOf(balances, ({ left }) => left),
});

/** What has become of the planned grant, for each who stands in the plan or has had anything of it. */
export const balancesOf = (row: BudgetRow, plan: VersionRow | undefined): ParticipantBalance[] => {
  const { claims, receipts, participants } = row;
  return participants.flatMap(({ id, name, standing }) => {
    const share = plan?.shares?.find(({ organizationId }) => organizationId === id);
    const own = claims.filter(({ organizationId, state }) => organizationId === id && state !== 'DRAFT');
    const came = receipts.filter(({ organizationId }) => organizationId === id);
    if (!share && own.length === 0 && came.length === 0) return [];
    const planned = share?.grant ?? 0;
    const received = sumOf(came, ({ amount }) => amount);
    return {
      organization: { id, name },
      standing,
      planned,
      own: share?.own ?? 0,
      claimed: sumOf(own, ({ state, amount }) => (state === 'RETURNED' ? 0 : amount)),
      accepted: sumOf(own, ({ acceptedAmount }) => acceptedAmount ?? 0),
      received,
      left: planned - received,
    };
  });
};

const presentPlan = (version: VersionRow, currency: BudgetCurrency, inForce: boolean): BudgetPlan => {
  const { plnPerEur, rateDay, rateSource, shares, agreedAt, ...plan } = version;
  const lines = (shares ?? []).flatMap((share) => share.lines);
  return {
    ...plan,
    inForce,
    agreedAt,
    currency,
    rate: { plnPerEur, day: rateDay, source: rateSource },
    converted: { currency: otherCurrency(currency), ...convertAll(version, lines, currency, plnPerEur) },
  };
};

/** The money of an initiative as the viewer sees it, with what the viewer may do: policy and life cycle together. */
export const presentBudget = (row: BudgetRow, actor: Actor, asked?: number): BudgetView => {
  const { currency, versions, participants } = row;
  const carries = initiativePolicy.change(actor, row);
  const [latest] = versions;
  const inForce = versions.find(({ state }) => state === 'AGREED');
  const shown = versions.find(({ number }) => number === (asked ?? latest?.number));
  const isLatest = shown !== undefined && shown === latest;
  const taking = participants.filter(({ takesPart, standing }) => takesPart && !isGone(standing));
  const whole = budgetPolicy.readWhole(
    actor,
    carries,
    participants.filter(({ letIn }) => letIn).map(({ id }) => id),
  );
  const balances = balancesOf(row, inForce ?? latest);
  const standsIn = (id: string): ParticipantRow | undefined => participants.find((one) => one.id === id);
  const facts = ({ id, kind }: ParticipantRow): ParticipantFacts => ({ organizationId: id, organizationKind: kind });
  const may = isLive(row.stage);
  const money = hasMoney(row.stage) && inForce !== undefined;
  const named = (id: string): Ref => ({ id, name: standsIn(id)?.name ?? '' });
  const obstacle = obstacleToAgreement(
    (latest?.shares ?? []).flatMap(({ organizationId }) => standsIn(organizationId)?.standing ?? []),
  );
  const inPlan = taking.filter(({ id }) => inForce?.shares?.some(({ organizationId }) => organizationId === id));
  const isOpen = (share: ShareRow): boolean =>
    may && isLatest && share.agreedAt === null && budgetLifecycle.allows(shown.state, 'agree');
  return {
    initiative: { id: row.id, title: row.title },
    plan: shown && currency ? presentPlan(shown, currency, shown === inForce) : null,
    versions: versions.map(({ number, state, reason, writtenBy, writtenAt, total, ...version }) => ({
      number,
      state,
      reason,
      writtenBy,
      writtenAt,
      total,
      inForce: version.agreedAt !== null && number === inForce?.number,
    })),
    balance: totalBalance(balances),
    detail: whole
      ? {
          shares: (shown?.shares ?? []).map((share) => {
            const participant = standsIn(share.organizationId);
            const agrees = participant !== undefined && isOpen(share) && budgetPolicy.agree(actor, facts(participant));
            const to = (amount: number): number => convert(amount, currency ?? 'EUR', shown?.plnPerEur ?? 1);
            return {
              organization: named(share.organizationId),
              standing: participant?.standing ?? 'WITHDRAWN',
              grant: share.grant,
              own: share.own,
              converted: { grant: to(share.grant), own: to(share.own), total: to(share.grant + share.own) },
              lines: share.lines,
              agreedBy: share.agreedBy,
              agreedAt: share.agreedAt,
              abilities: { agree: agrees && obstacle === undefined, object: agrees },
            };
          }),
          balances,
          instalments: row.instalments.map(({ organizationId, ...instalment }) => ({
            ...instalment,
            organization: named(organizationId),
          })),
          claims: row.claims.flatMap(({ organizationId, submittedById, ...claim }): ClaimView[] => {
            const participant = standsIn(organizationId);
            if (!participant) return [];
            const own = money && budgetPolicy.claim(actor, facts(participant));
            const decides = budgetPolicy.decide(actor, carries, { ...facts(participant), submittedById });
            return [
              {
                ...claim,
                organization: named(organizationId),
                abilities: {
                  change: own && claimLifecycle.allows(claim.state, 'change'),
                  submit: own && claimLifecycle.allows(claim.state, 'submit') && !isGone(participant.standing),
                  decide: money && decides && claimLifecycle.allows(claim.state, 'accept'),
                },
              },
            ];
          }),
          receipts: row.receipts.map(({ organizationId, ...receipt }) => {
            const participant = standsIn(organizationId);
            return {
              ...receipt,
              organization: named(organizationId),
              abilities: {
                correct:
                  money &&
                  receipt.correctsId === null &&
                  participant !== undefined &&
                  budgetPolicy.receive(actor, carries, facts(participant)),
              },
            };
          }),
          participants: taking.map(({ id, name }) => ({ id, name })),
        }
      : null,
    awaitsMoney: may && inForce !== undefined && !hasMoney(row.stage),
    version: row.version ?? 0,
    abilities: {
      plan: may && budgetPolicy.plan(carries),
      ask:
        may &&
        isLatest &&
        budgetPolicy.plan(carries) &&
        obstacle === undefined &&
        budgetLifecycle.allows(latest.state, 'ask'),
      obstacle: latest !== undefined && latest.state !== 'AGREED' ? (obstacle ?? null) : null,
      planInstalments: money && budgetPolicy.plan(carries),
      claimFor: money
        ? inPlan.filter((one) => budgetPolicy.claim(actor, facts(one))).map(({ id, name }) => ({ id, name }))
        : [],
      receiveFor: money
        ? inPlan.filter((one) => budgetPolicy.receive(actor, carries, facts(one))).map(({ id, name }) => ({ id, name }))
        : [],
    },
  };
};
