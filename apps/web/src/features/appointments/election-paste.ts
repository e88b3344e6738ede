import type { ElectionRow } from '@blizej/contracts';

export interface PastedRow {
  readonly id: string;
  /** Empty: the same person goes on. */
  readonly name: string;
  readonly email: string;
}

const folded = (text: string): string => text.trim().toLocaleLowerCase('pl').replace(/\s+/g, ' ');

/**
 * Rows copied from a spreadsheet: gmina, name, e-mail, parted by tabs. Lines of gminas that are not ours are passed over; a
 * text without tabs is no table, and is pasted as any other.
 */
export const readPasted = (text: string, gminas: readonly ElectionRow[]): PastedRow[] => {
  if (!text.includes('\t')) return [];
  const ids = new Map(gminas.map(({ organization }) => [folded(organization.name), organization.id]));
  return text.split(/\r?\n/).flatMap((line) => {
    const [gmina = '', name = '', email = ''] = line.split('\t');
    const id = ids.get(folded(gmina));
    return id === undefined ? [] : [{ id, name: name.trim(), email: email.trim() }];
  });
};
