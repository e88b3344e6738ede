import type {
  BalancesView,
  BalanceView,
  BalanceYearView,
  Localized,
  Office,
  ValueEntryState,
  ValueEntryView,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { dueOf, totalOf } from '../organizations/index.ts';
import { valueLifecycle } from './balance.lifecycle.ts';
import { balancePolicy } from './balance.policy.ts';
import { gapOf, reckon, type Sum } from './balance.rules.ts';

/** What the entries of a year in one state come to, by kind. */
interface SumRow extends Sum {
  readonly year: number;
  readonly state: ValueEntryState;
  readonly count: number;
}

/** By what the dues of a year are reckoned. */
interface DuesRow {
  readonly belonged: boolean;
  readonly perInhabitant: number | null;
  readonly population: number | null;
  readonly populationYear: number | null;
}

type Closed = BalanceView['closed'];

interface EntryRow extends Omit<ValueEntryView, 'abilities' | 'bySecretariat'> {
  declaredById: string;
  declaredAs: Office;
  correctionWaits: boolean;
}

export interface BalanceRow {
  readonly organization: { id: string; name: string };
  readonly year: number;
  readonly years: readonly (DuesRow & { year: number; closed: Closed })[];
  readonly sums: readonly SumRow[];
  readonly entries: readonly EntryRow[];
  readonly initiatives: { id: string; title: Localized }[];
}

/** A year reckoned: dues, what is confirmed, what waits. */
const reckonYear = (dues: DuesRow, sums: readonly SumRow[]) => {
  const due = dues.belonged ? dueOf(dues.population, dues.perInhabitant) : null;
  const declared = sums.filter(({ state }) => state === 'DECLARED');
  return {
    due,
    gap: gapOf(dues),
    ...reckon(
      due,
      sums.filter(({ state }) => state === 'CONFIRMED'),
    ),
    waiting: {
      count: declared.reduce((sum, one) => sum + one.count, 0),
      amount: declared.reduce((sum, one) => sum + one.amount, 0),
    },
  };
};

const presentEntry = (
  { declaredById, declaredAs, correctionWaits, ...entry }: EntryRow,
  organizationId: string,
  actor: Actor,
): ValueEntryView => {
  const facts = { organizationId, declaredById, declaredAs };
  const decides = balancePolicy.decidingOffice(actor, facts) !== undefined;
  return {
    ...entry,
    bySecretariat: declaredAs === 'SECRETARIAT',
    abilities: {
      confirm: decides && valueLifecycle.allows(entry.state, 'confirm'),
      refuse: decides && valueLifecycle.allows(entry.state, 'refuse'),
      withdraw: valueLifecycle.allows(entry.state, 'withdraw') && balancePolicy.withdraw(actor, facts),
      correct:
        entry.corrects === null &&
        !correctionWaits &&
        valueLifecycle.allows(entry.state, 'correct') &&
        balancePolicy.declaringOffice(actor, organizationId) !== undefined,
    },
  };
};

/** A gmina's balance of a year with what the viewer may do: policy and life cycle together. */
export const presentBalance = (row: BalanceRow, actor: Actor): BalanceView => {
  const { organization, year, sums } = row;
  const years = row.years.map((one) => {
    const { kinds, ...reckoned } = reckonYear(
      one,
      sums.filter((sum) => sum.year === one.year),
    );
    return { ...one, ...reckoned, kinds };
  });
  const present = years.find((one) => one.year === year);
  if (!present) throw new Error('The year that was asked for is one of the years.');
  const { perInhabitant, population, populationYear, closed, due, gap, kinds, value, result, waiting } = present;
  const isKnown = (one: BalanceYearView): boolean =>
    one.year === year || one.gap !== 'MEMBERSHIP' || one.value !== 0 || one.waiting.count > 0;
  return {
    organization,
    year,
    due,
    gap,
    dues: { perInhabitant, population, populationYear },
    kinds,
    value,
    result,
    waiting,
    closed,
    entries: row.entries.map((entry) => presentEntry(entry, organization.id, actor)),
    years: years.map((one) => ({ ...one, closed: one.closed !== null })).filter(isKnown),
    initiatives: row.initiatives,
    abilities: {
      declare: closed === null && balancePolicy.declaringOffice(actor, organization.id) !== undefined,
    },
  };
};

export interface BalancesRow {
  readonly year: number;
  readonly over: boolean;
  readonly years: number[];
  readonly closed: Closed;
  readonly gminas: readonly (DuesRow & { organization: { id: string; name: string }; sums: readonly SumRow[] })[];
}

/** A year's balances of all gminas. */
export const presentBalances = ({ year, over, years, closed, ...row }: BalancesRow, actor: Actor): BalancesView => {
  const gminas = row.gminas.map(({ organization, sums, ...dues }) => {
    const { kinds: _kinds, ...reckoned } = reckonYear(dues, sums);
    return { organization, ...reckoned };
  });
  const paying = gminas.filter(({ due }) => due !== null);
  return {
    year,
    years,
    closed,
    gminas,
    total: {
      due: totalOf(paying.map(({ due }) => due)),
      value: totalOf(paying.map(({ value }) => value)),
      result: totalOf(paying.map(({ result }) => result)),
    },
    abilities: {
      close:
        closed === null && over && gminas.every(({ waiting }) => waiting.count === 0) && balancePolicy.closeYear(actor),
    },
  };
};
