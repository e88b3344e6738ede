import { inLanguage, type BalancesView, type BalanceView, type Language } from '@blizej/contracts';
import { dayIn } from '../../kernel/moments.ts';
import { exportWords } from '../../platform/mail/words.ts';

type Cell = string | number | null;

/** Grosze as złoty: a spreadsheet reckons with them. */
const zloty = (grosze: number | null): number | null => (grosze === null ? null : grosze / 100);

/** A year's balances of all gminas: a row for each. */
export async function* balancesTable({ gminas }: BalancesView, language: Language): AsyncGenerator<Cell[]> {
  const say = (key: string): string => exportWords(language, key);
  yield [say('gmina'), ...['due', 'value', 'result', 'waiting'].map((key) => say(`balances.${key}`))];
  for (const { organization, due, value, result, waiting } of gminas) {
    yield [organization.name, zloty(due), zloty(value), zloty(result), zloty(waiting.amount)];
  }
}

/** A gmina's entries of a year, its dues first: a row for each. */
export async function* balanceTable(
  { due, entries, year }: BalanceView,
  timeZone: string,
  language: Language,
): AsyncGenerator<Cell[]> {
  const say = (key: string): string => exportWords(language, `balances.${key}`);
  const head = [
    ...['day', 'kind', 'text', 'amount'].map(say),
    exportWords(language, 'state'),
    ...['euro', 'rate', 'rateOn', 'hours', 'hourRate', 'evidence', 'link', 'initiative', 'corrects'].map(say),
    ...['declaredBy', 'decidedBy', 'decidedOn', 'refusal'].map(say),
  ];
  yield head;
  if (due !== null) {
    const dues = [String(year), say('kinds.DUES'), null, zloty(-due)];
    yield head.map((_, column) => dues[column] ?? null);
  }
  for (const entry of entries) {
    const { euro, work, initiative } = entry;
    yield [
      entry.happenedOn,
      say(`kinds.${entry.kind}`),
      entry.text,
      zloty(entry.amount),
      say(`states.${entry.state}`),
      zloty(euro && euro.cents),
      euro && euro.rate / 10_000,
      euro && euro.rateOn,
      work && work.minutes / 60,
      zloty(work && work.hourRate),
      entry.evidence,
      entry.evidenceUrl,
      initiative && inLanguage(initiative.title, language),
      entry.corrects && `${entry.corrects.text} (${entry.corrects.year})`,
      entry.declaredBy.name,
      entry.decidedBy && entry.decidedBy.name,
      entry.decidedAt && dayIn(new Date(entry.decidedAt), timeZone),
      entry.refusal,
    ];
  }
}
