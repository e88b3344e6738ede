import { emailAddress, line as textLine, type ListPreview, type Office, type RowOutcome } from '@blizej/contracts';

/** A row of a table (platform/files/table.ts). */
interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a column of a list may be called, in either language, without case and accents. */
const heads = {
  name: ['imie i nazwisko', 'nazwisko i imie', 'osoba', 'name', 'full name'],
  email: ['e-mail', 'email', 'adres e-mail', 'adres email', 'poczta', 'e-mail address'],
  organization: ['gmina', 'organizacja', 'teryt', 'kod teryt', 'municipality', 'organization', 'gmina lub organizacja'],
  office: ['funkcja', 'rola', 'stanowisko', 'office', 'role'],
} as const;

/** What an office may be called. */
const offices: Record<Office, readonly string[]> = {
  EXECUTIVE: ['executive', 'wojt', 'burmistrz', 'prezydent', 'prezydent miasta', 'mayor'],
  DELEGATE: ['delegate', 'delegat', 'delegatka', 'delegat na walne zebranie'],
  COORDINATOR: ['coordinator', 'oficer lacznikowy', 'lacznik', 'koordynator', 'liaison officer'],
  OFFICIAL: ['official', 'urzednik', 'urzedniczka', 'pracownik'],
  SECRETARIAT: ['secretariat', 'sekretariat'],
  PARTNER_CONTACT: ['partner_contact', 'osoba do kontaktu', 'contact person', 'kontakt'],
};

type Column = keyof typeof heads;

/** A text as it is compared: no case, no accents, no doubled spaces. */
export const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[łŁ]/g, 'l').toLowerCase().replace(/\s+/g, ' ').trim();

/** An organization to which the rows may refer, by its name or its code. */
export interface KnownOrganization {
  readonly id: string;
  readonly name: string;
  readonly teryt: string | null;
}

export type ListRow = ListPreview['rows'][number];

/**
 * Reads the rows of a table whose first row names its columns, in any order; without such a row the columns are name,
 * e-mail, organization, office. An office that is not named is that of an official; an organization that is not named is
 * the only one there is. What depends on the database is not known yet: such rows say `invited`.
 */
export function readList(table: readonly TableRow[], known: readonly KnownOrganization[]): ListRow[] {
  const named = columnsOf(table[0]?.cells ?? []);
  const columns = named ?? { name: 0, email: 1, organization: 2, office: 3 };
  const seen = new Set<string>();
  return table.slice(named ? 1 : 0).map(({ line, cells }) => {
    const cell = (column: Column): string => cells[columns[column] ?? -1] ?? '';
    const row = understand(
      { name: cell('name'), email: cell('email'), organization: cell('organization'), office: cell('office') },
      known,
    );
    const key = `${row.email} ${row.understood?.organizationId} ${row.understood?.office}`;
    const outcome = row.outcome === 'invited' && seen.has(key) ? 'twice_in_list' : row.outcome;
    seen.add(key);
    return { ...row, outcome, line };
  });
}

function columnsOf(head: readonly string[]): Partial<Record<Column, number>> | undefined {
  const cells = head.map(folded);
  const columns: Partial<Record<Column, number>> = {};
  for (const [column, names] of Object.entries(heads) as [Column, readonly string[]][]) {
    const at = cells.findIndex((cell) => names.includes(cell));
    if (at >= 0) columns[column] = at;
  }
  return columns.email === undefined ? undefined : columns;
}

type Cells = Record<Column, string>;

function understand(cells: Cells, known: readonly KnownOrganization[]): Omit<ListRow, 'line'> {
  const name = textLine(2, 120).safeParse(cells.name);
  const email = emailAddress.safeParse(cells.email);
  const organization = organizationOf(cells.organization, known);
  const office = officeOf(cells.office);
  const outcome: RowOutcome = !name.success
    ? 'name_missing'
    : !email.success
      ? 'email_invalid'
      : !organization
        ? 'organization_unknown'
        : !office
          ? 'office_unknown'
          : 'invited';
  return {
    name: name.data ?? cells.name.slice(0, 200),
    email: email.data ?? cells.email.slice(0, 200),
    organization: organization?.name ?? cells.organization.slice(0, 200),
    office: cells.office.slice(0, 200),
    outcome,
    understood: organization && office && outcome === 'invited' ? { organizationId: organization.id, office } : null,
  };
}

function organizationOf(said: string, known: readonly KnownOrganization[]): KnownOrganization | undefined {
  if (said === '') return known.length === 1 ? known[0] : undefined;
  const wanted = folded(said);
  const fitting = known.filter(({ name, teryt }) => teryt === said || folded(name) === wanted);
  return fitting.length === 1 ? fitting[0] : undefined;
}

function officeOf(said: string): Office | undefined {
  if (said === '') return 'OFFICIAL';
  const wanted = folded(said);
  return (Object.keys(offices) as Office[]).find((office) => offices[office].includes(wanted));
}
