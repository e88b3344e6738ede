import type { ElectionRow } from '@blizej/contracts';

export interface PastedRow {
  readonly id: string;
  /** Empty: the same person goes on. */
  readonly name: string;
  readonly email: string;
}

const folded = (text: string): string => text.trim().toLocaleLowerCase('pl').replace(/\s+/g, ' ');

/** As people write it: without what tells it from others of the name, e.g. "(miasto)". */
const short = (name: string): string => folded(name.replace(/\s*\([^)]*\)\s*$/, ''));

/**
 * Rows copied from a spreadsheet: gmina, name, e-mail, parted by tabs, with the names of gminas that were not understood. A
 * text without tabs is no table, and is pasted as any other.
 */
export const readPasted = (
  text: string,
  gminas: readonly ElectionRow[],
): { readonly rows: PastedRow[]; readonly unknown: string[] } => {
  const rows: PastedRow[] = [];
  const unknown: string[] = [];
  if (!text.includes('\t')) return { rows, unknown };
  for (const line of text.split(/\r?\n/)) {
    const [gmina = '', name = '', email = ''] = line.split('\t');
    // An empty line, or the head of the table.
    if (gmina.trim() === '' || /e-?mail/i.test(email)) continue;
    const exact = gminas.filter(({ organization }) => folded(organization.name) === folded(gmina));
    const fitting =
      exact.length > 0 ? exact : gminas.filter(({ organization }) => short(organization.name) === folded(gmina));
    const [found] = fitting;
    if (found && fitting.length === 1) rows.push({ id: found.organization.id, name: name.trim(), email: email.trim() });
    else unknown.push(gmina.trim());
  }
  return { rows, unknown };
};
