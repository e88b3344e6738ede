import type { DuesView, ResolutionView } from '@blizej/contracts';
import { dueOf, totalOf } from './dues.rules.ts';

export interface RateRow {
  year: number;
  perInhabitant: number | null;
  resolution: ResolutionView | null;
  years: number[];
}

export interface PayerRow {
  id: string;
  name: string;
  population: number | null;
  populationYear: number | null;
  memberSince: string | null;
  memberUntil: string | null;
}

/** A year's dues, member by member. */
export const presentDues = (rate: RateRow, payers: readonly PayerRow[]): DuesView => {
  const members = payers.map(({ id, name, ...payer }) => ({
    organization: { id, name },
    ...payer,
    due: dueOf(payer.population, rate.perInhabitant),
  }));
  return {
    year: rate.year,
    rate: rate.perInhabitant === null ? null : { perInhabitant: rate.perInhabitant, resolution: rate.resolution },
    years: rate.years,
    members,
    total: totalOf(members.map(({ due }) => due)),
    uncounted: members.filter(({ population }) => population === null).length,
  };
};
