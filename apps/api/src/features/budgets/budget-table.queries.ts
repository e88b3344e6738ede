import {
  budgetRowsAtMost,
  costCategory,
  language,
  type BudgetCurrency,
  type BudgetView,
  type Language,
  type LinesPreview,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { allow } from '../../kernel/policy.ts';
import { found } from '../../kernel/problems.ts';
import type { Reader } from '../../platform/database/database.ts';
import { readTable } from '../../platform/files/table.ts';
import { exportWords } from '../../platform/mail/words.ts';
import { initiativePolicy } from '../initiatives/index.ts';
import { budgetPolicy } from './budget.policy.ts';
import { findBudgetRow, readBudget } from './budgets.queries.ts';
import { asCompared, readLines } from './lines.rules.ts';

type Detail = NonNullable<BudgetView['detail']>;
type Cells = (string | number | null)[];

/** Reads a file with the lines of a budget, and changes nothing. Who may plan may try. */
export async function previewLines(
  db: Reader,
  actor: Actor,
  initiativeId: string,
  { fileName, content, currency }: { fileName: string; content: string; currency: BudgetCurrency },
): Promise<LinesPreview> {
  const row = found(await findBudgetRow(db, actor, initiativeId));
  allow(budgetPolicy.plan(initiativePolicy.change(actor, row)));
  // The row that names the columns is not counted.
  const table = await readTable(Buffer.from(content, 'base64'), budgetRowsAtMost + 1);
  const participants = new Map(
    row.participants
      .filter(({ takesPart, standing }) => takesPart && standing !== 'NOT_MEMBER')
      .map(({ id, name }) => [asCompared(name), id]),
  );
  const categories = new Map(
    costCategory.options.flatMap((category) => [
      [asCompared(category), category] as const,
      ...language.options.map((one) => [asCompared(exportWords(one, `costs.${category}`)), category] as const),
    ]),
  );
  return { fileName, ...readLines(table, { participants, categories, currency }) };
}

/** The lines of the budget: each participant with each category, also where there is nothing yet, to be filled in. */
async function* linesOf(budget: BudgetView, detail: Detail, say: (key: string) => string): AsyncGenerator<Cells> {
  yield ['participant', 'category', 'grant', 'own', 'currency'].map((key) => say(`budget.${key}`));
  const currency = budget.plan?.currency ?? 'EUR';
  const known = detail.shares.map(({ organization, lines }) => ({ organization, lines }));
  const others = detail.participants.filter(({ id }) => !known.some(({ organization }) => organization.id === id));
  for (const { organization, lines } of [...known, ...others.map((one) => ({ organization: one, lines: [] }))]) {
    for (const category of costCategory.options) {
      const line = lines.find((one) => one.category === category);
      yield [organization.name, say(`costs.${category}`), (line?.grant ?? 0) / 100, (line?.own ?? 0) / 100, currency];
    }
  }
}

/** What has become of each participant's grant, and of all. */
async function* balancesOf(budget: BudgetView, detail: Detail, say: (key: string) => string): AsyncGenerator<Cells> {
  const columns = ['planned', 'own', 'claimed', 'accepted', 'received', 'left'] as const;
  yield ['participant', ...columns, 'currency'].map((key) => say(`budget.${key}`));
  const currency = budget.plan?.currency ?? 'EUR';
  for (const { organization, ...balance } of detail.balances)
    yield [organization.name, ...columns.map((column) => balance[column] / 100), currency];
  yield [say('budget.together'), ...columns.map((column) => budget.balance[column] / 100), currency];
}

/** The budget as two tables: its lines, which can be read in again, and its overview. For those who see it whole. */
export async function budgetTables(
  db: Reader,
  actor: Actor,
  initiativeId: string,
  reader: Language,
): Promise<{ name: string; lines: AsyncIterable<Cells>; overview: { name: string; lines: AsyncIterable<Cells> } }> {
  const budget = found(await readBudget(db, actor, initiativeId));
  const { detail } = budget;
  allow(detail !== null);
  const say = (key: string): string => exportWords(reader, key);
  const whole = found(detail);
  return {
    name: say('budget.file'),
    lines: linesOf(budget, whole, say),
    overview: { name: say('budget.overview'), lines: balancesOf(budget, whole, say) },
  };
}
