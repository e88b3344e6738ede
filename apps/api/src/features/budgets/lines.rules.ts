import {
  budgetLineMaximum,
  type BudgetCurrency,
  type BudgetRowOutcome,
  type CostCategory,
  type LinesPreview,
} from '@blizej/contracts';

type Row = LinesPreview['rows'][number];
type Share = NonNullable<LinesPreview['shares']>[number];

/** A text as one compares names: without capitals and doubled spaces. */
export const asCompared = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase('pl');

/** An amount of a spreadsheet in whole cents or grosze; an empty cell is nothing, what cannot be one says why. */
export const amountOf = (cell: string): number | BudgetRowOutcome => {
  const text = cell.replaceAll(/[\s\u00a0\u202f]/g, '');
  if (text === '') return 0;
  const [, minus, whole = '', part = ''] = /^(-?)(\d{1,15})(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  if (whole === '') return 'not_an_amount';
  if (minus === '-') return 'negative_amount';
  const amount = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return amount > budgetLineMaximum ? 'amount_too_large' : amount;
};

export interface Known {
  /** Who takes part, by their names as compared. */
  readonly participants: ReadonlyMap<string, string>;
  /** What the categories are called, as compared, in each language. */
  readonly categories: ReadonlyMap<string, CostCategory>;
  readonly currency: BudgetCurrency;
}

interface Understood {
  readonly organizationId: string;
  readonly category: CostCategory;
  readonly grant: number;
  readonly own: number;
}

const understand = (cells: readonly string[], known: Known): Understood | BudgetRowOutcome => {
  const [participant = '', name = '', grantCell = '', ownCell = '', currency = ''] = cells;
  const organizationId = known.participants.get(asCompared(participant));
  if (organizationId === undefined) return 'unknown_participant';
  const category = known.categories.get(asCompared(name));
  if (category === undefined) return 'unknown_category';
  const grant = amountOf(grantCell);
  if (typeof grant === 'string') return grant;
  const own = amountOf(ownCell);
  if (typeof own === 'string') return own;
  if (currency.trim() !== '' && currency.trim().toUpperCase() !== known.currency) return 'mixed_currency';
  return { organizationId, category, grant, own };
};

/** The row that names the columns says nothing of anybody: neither its category nor its amounts are any. */
const isHead = ([, category = '', grant = '', own = '']: readonly string[], known: Known): boolean =>
  !known.categories.has(asCompared(category)) &&
  amountOf(grant) === 'not_an_amount' &&
  amountOf(own) === 'not_an_amount';

/**
 * What a file with lines says: participant, category, grant, own contribution and currency in each row. Where a single row is
 * wrong, nothing of it is taken.
 */
export const readLines = (
  table: readonly { readonly line: number; readonly cells: readonly string[] }[],
  known: Known,
): Omit<LinesPreview, 'fileName'> => {
  const seen = new Set<string>();
  const shares = new Map<string, Share>();
  const rows = table
    .filter(({ cells }, at) => at > 0 || !isHead(cells, known))
    .map(({ line, cells }): Row => {
      const [participant = '', category = '', grant = '', own = ''] = cells.map((cell) => cell.slice(0, 200));
      const row = { line, participant, category, grant, own };
      const understood = understand(cells, known);
      if (typeof understood === 'string') return { ...row, outcome: understood };
      const key = `${understood.organizationId} ${understood.category}`;
      if (seen.has(key)) return { ...row, outcome: 'repeated' };
      seen.add(key);
      add(shares, understood);
      return { ...row, outcome: 'good' };
    });
  const read = [...shares.values()];
  const grant = read.reduce((sum, share) => sum + share.grant, 0);
  const own = read.reduce((sum, share) => sum + share.own, 0);
  const isGood = read.length > 0 && rows.every(({ outcome }) => outcome === 'good');
  return { rows, shares: isGood ? read : null, grant, own, total: grant + own };
};

function add(shares: Map<string, Share>, { organizationId, category, grant, own }: Understood): void {
  const share = shares.get(organizationId) ?? { organizationId, grant: 0, own: 0, lines: [] };
  const isNothing = grant === 0 && own === 0;
  shares.set(organizationId, {
    ...share,
    grant: share.grant + grant,
    own: share.own + own,
    lines: isNothing ? share.lines : [...share.lines, { category, grant, own }],
  });
}
