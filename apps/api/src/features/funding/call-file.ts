import {
  applicantKind,
  callColumns,
  callCurrency,
  callDescription,
  countries,
  goal,
  instant,
  line as textLine,
  reason,
  voivodeships,
  type ApplicantKind,
  type CallColumn,
  type Issue,
  type CallImportReport,
  type Goal,
} from '@blizej/contracts';
import { z } from 'zod';
import { dayIn } from '../../kernel/moments.ts';
import { wordsNeed } from '../../platform/http/input-pipe.ts';
import type { WrittenCall } from './calls.store.ts';

/** A row of a file: under each column what stands there, as a text, a number or a list. */
export interface FileRow {
  readonly line: number;
  readonly cells: Partial<Record<CallColumn, unknown>>;
}

/** What a column of a table may be called, beside its own name: in either language, without case and accents. */
const heads: Record<CallColumn, readonly string[]> = {
  externalId: ['id', 'identyfikator', 'numer naboru', 'external id', 'call id'],
  programme: ['program'],
  titlePl: ['tytul', 'nazwa', 'nabor', 'tytul (pl)', 'title (pl)'],
  titleEn: ['tytul (en)', 'title', 'title (en)', 'tytul po angielsku'],
  aboutPl: ['opis', 'opis (pl)', 'description (pl)'],
  aboutEn: ['opis (en)', 'description', 'description (en)'],
  opensOn: ['poczatek', 'otwarcie', 'od', 'opening', 'opens'],
  firstStageAt: ['pierwszy etap', 'first stage'],
  closesAt: ['termin', 'koniec', 'do', 'deadline', 'closes'],
  grantRate: ['dofinansowanie', 'dofinansowanie (%)', 'grant rate', 'rate'],
  minimum: ['minimum', 'kwota od', 'najmniej'],
  maximum: ['maksimum', 'maximum', 'kwota do', 'najwiecej'],
  currency: ['waluta'],
  applicants: ['wnioskodawcy', 'dla kogo', 'applicants'],
  territory: ['obszar', 'territory'],
  territoryNote: ['obszar opis', 'obszar (opis)', 'territory (note)', 'territory note'],
  partnersMin: ['partnerzy', 'liczba partnerow', 'partners'],
  countriesMin: ['kraje', 'liczba krajow', 'countries'],
  topics: ['tematy', 'topics'],
  goals: ['cele', 'goals'],
  link: ['adres', 'strona', 'www', 'link'],
  signingDays: ['dni na podpisy', 'days for signing', 'signing days'],
  reason: ['powod', 'reason'],
};

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[łŁ]/g, 'l').toLowerCase().replace(/\s+/g, ' ').trim();

/** The rows of a table whose first row names its columns, in any order; undefined where it names no title. */
export function rowsOfTable(
  table: readonly { readonly line: number; readonly cells: readonly string[] }[],
): FileRow[] | undefined {
  const head = (table[0]?.cells ?? []).map(folded);
  const at = new Map(
    callColumns.flatMap((column) => {
      const place = head.findIndex((cell) => cell === folded(column) || heads[column].includes(cell));
      return place === -1 ? [] : [[column, place] as const];
    }),
  );
  if (!at.has('titlePl')) return undefined;
  return table.slice(1).map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries([...at].map(([column, place]) => [column, cells[place] ?? ''])),
  }));
}

/** The rows of a JSON list of objects; undefined where it is none. */
export function rowsOfJson(text: string): FileRow[] | undefined {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(list) || list.length === 0) return undefined;
  if (list.some((item) => typeof item !== 'object' || item === null || Array.isArray(item))) return undefined;
  return list.map((cells: object, position) => ({ line: position + 1, cells }));
}

const applicants: Record<ApplicantKind, readonly string[]> = {
  MUNICIPALITY: ['gmina', 'gminy', 'municipality', 'municipalities'],
  COUNTY: ['powiat', 'powiaty', 'county', 'counties'],
  ASSOCIATION: ['stowarzyszenie gmin', 'zwiazek', 'stowarzyszenia', 'association', 'associations'],
  INSTITUTION: ['jednostka gminy', 'jednostki', 'instytucja', 'institution', 'institutions'],
  NGO: ['ngo', 'organizacja pozarzadowa', 'organizacje pozarzadowe'],
  BUSINESS: ['firma', 'firmy', 'przedsiebiorstwa', 'business'],
  SCIENCE: ['nauka', 'uczelnia', 'uczelnie', 'science'],
};
const goals: Record<Goal, readonly string[]> = {
  COOPERATION: ['wspolpraca', 'cooperation'],
  SELF_GOVERNMENT: ['samorzadnosc', 'self-government', 'self_government'],
  SOCIETY: ['spoleczenstwo', 'society'],
  SEA: ['morze', 'sea'],
};

/** What countries and voivodeships are called. */
const areas: ReadonlyMap<string, string> = new Map([
  ...voivodeships.map((name) => [folded(name), name] as const),
  ...countries.flatMap((code) => [
    [folded(code), code] as const,
    ...['pl', 'en'].map(
      (language) => [folded(new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code), code] as const,
    ),
  ]),
]);

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
/** A list as it stands in one cell, or is one. */
const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[,;|]/)).map((item) => item.trim()).filter(Boolean);

const wordIn = <T extends string>(words: Record<T, readonly string[]>, said: string): string =>
  (Object.keys(words) as T[]).find((word) => folded(word) === folded(said) || words[word].includes(folded(said))) ??
  said;

/** A number as people write it: "1 234,50", "80 %"; what is none stays as it is, and is refused. */
const numberOf = (value: unknown): unknown => {
  const text = textOf(value).replace(/[\s\u00a0%]|zł|eur|€/gi, '');
  if (text === '') return undefined;
  return /^-?\d{1,14}([.,]\d{1,4})?$/.test(text) ? Number(text.replace(',', '.')) : textOf(value);
};

/** An amount of the file is in whole euro or złoty; kept it is in minor units. */
const minorOf = (value: unknown): unknown => {
  const amount = numberOf(value);
  return typeof amount === 'number' ? Math.round(amount * 100) : amount;
};

const dayOf = (text: string): string => {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
};

/** What the clock on a wall of a time zone shows at a moment, as if it were UTC. */
const shownAt = (moment: number, timeZone: string): number =>
  Date.parse(
    `${new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
      .format(new Date(moment))
      .replace(' ', 'T')}Z`,
  );

/** The moment at which the clock on a wall of the time zone shows this; undefined where it is told of no such time. */
export function momentOf(day: string, time: string, timeZone: string): string | undefined {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wanted)) return undefined;
  // The offset depends on the moment that is looked for: a second look is right where the clocks changed between.
  const look = (moment: number): number => moment + wanted - shownAt(moment, timeZone);
  return new Date(look(look(wanted))).toISOString();
}

/** A deadline of the file: a moment with its offset, or a day with a time of the association's own clock. */
const momentIn = (value: unknown, timeZone: string): unknown => {
  const text = textOf(value);
  if (text === '') return undefined;
  if (instant.safeParse(text).success) return new Date(text).toISOString();
  const [, said = '', hour = '', minute = ''] = /^(\S+?)[T ]+(\d{1,2})[:.](\d\d)(?::\d\d)?$/.exec(text) ?? [];
  const day = dayOf(said);
  return (z.iso.date().safeParse(day).success && momentOf(day, `${hour.padStart(2, '0')}:${minute}`, timeZone)) || text;
};

/** A programme to which the rows may refer, by its short name or its name. */
export interface KnownProgramme {
  readonly id: string;
  readonly shortName: string;
  readonly namePl: string;
}

const rowSchema = z.object({
  ...callDescription,
  externalId: textLine(1, 100),
  programme: z.string(),
  firstStageAt: instant.optional(),
  closesAt: instant,
  reason: reason.optional(),
});

type Wrong = CallImportReport['rows'][number]['wrong'];

/** A row as it was understood: a call, or what is wrong with it. */
export interface ReadRow {
  readonly line: number;
  readonly externalId: string;
  readonly title: string;
  readonly call: (WrittenCall & { readonly externalId: string; readonly reason?: string | undefined }) | null;
  readonly wrong: Wrong;
}

const understand = (
  { cells }: FileRow,
  timeZone: string,
  known: readonly KnownProgramme[],
): Record<string, unknown> => {
  const text = (column: CallColumn): string | undefined => textOf(cells[column]) || undefined;
  const said = folded(text('programme') ?? '');
  const programme = known.filter(
    ({ shortName, namePl }) => said !== '' && [shortName, namePl].map(folded).includes(said),
  );
  return {
    externalId: text('externalId'),
    programme: programme.length === 1 ? programme[0]?.id : undefined,
    titlePl: text('titlePl'),
    titleEn: text('titleEn'),
    aboutPl: text('aboutPl'),
    aboutEn: text('aboutEn'),
    opensOn: text('opensOn') && dayOf(text('opensOn') ?? ''),
    firstStageAt: momentIn(cells.firstStageAt, timeZone),
    closesAt: momentIn(cells.closesAt, timeZone),
    grantRate: numberOf(cells.grantRate),
    minimum: minorOf(cells.minimum),
    maximum: minorOf(cells.maximum),
    currency: text('currency')?.toUpperCase() ?? 'EUR',
    applicants: listOf(cells.applicants).map((item) => wordIn(applicants, item)),
    territory: listOf(cells.territory).map((item) => areas.get(folded(item)) ?? item),
    territoryNote: text('territoryNote'),
    partnersMin: numberOf(cells.partnersMin),
    countriesMin: numberOf(cells.countriesMin),
    topics: listOf(cells.topics),
    goals: listOf(cells.goals).map((item) => wordIn(goals, item)),
    link: text('link'),
    signingDays: numberOf(cells.signingDays),
    reason: text('reason'),
  };
};

const longestShown = 80;

/** The words that a column takes, where it takes but a few; none where anything of its kind may stand. */
const wordsOf = (column: CallColumn, programmes: readonly KnownProgramme[]): readonly string[] => {
  if (column === 'programme') return programmes.map(({ shortName }) => shortName);
  if (column === 'currency') return callCurrency.options;
  if (column === 'applicants') return applicantKind.options;
  if (column === 'goals') return goal.options;
  return column === 'territory' ? [...voivodeships, ...countries] : [];
};

/** What cannot be seen column by column. */
const togetherWrong = (call: z.output<typeof rowSchema>, timeZone: string): [CallColumn, string][] => [
  ...(call.minimum !== undefined && call.maximum !== undefined && call.minimum > call.maximum
    ? [['minimum', 'minimum_above_maximum'] as [CallColumn, string]]
    : []),
  ...(call.firstStageAt !== undefined && call.firstStageAt >= call.closesAt
    ? [['firstStageAt', 'not_before_close'] as [CallColumn, string]]
    : []),
  ...(dayIn(new Date(call.closesAt), timeZone) < call.opensOn
    ? [['closesAt', 'closes_before_opens'] as [CallColumn, string]]
    : []),
];

interface Found {
  readonly column: CallColumn;
  readonly code: string;
  readonly params?: Issue['params'];
}

/** The bound that was passed; of amounts as they stand in the file, not in minor units. */
const boundOf = (column: CallColumn, problem: z.core.$ZodIssue): Issue['params'] => {
  const needed = problem.code === 'too_small' || problem.code === 'too_big' ? wordsNeed(problem) : undefined;
  if (needed === undefined || (column !== 'minimum' && column !== 'maximum')) return needed;
  return Object.fromEntries(
    Object.entries(needed).map(([name, bound]) => [name, typeof bound === 'number' ? bound / 100 : bound]),
  );
};

/** Reads the rows of a file: each is a call, or says what is wrong with it. An external id stands in one row only. */
export function readCallRows(
  rows: readonly FileRow[],
  { timeZone, programmes }: { timeZone: string; programmes: readonly KnownProgramme[] },
): ReadRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const value = (column: CallColumn): string => {
      const said = row.cells[column];
      return (Array.isArray(said) ? said.map(textOf).join(', ') : textOf(said)).slice(0, longestShown);
    };
    const result = rowSchema.safeParse(understand(row, timeZone, programmes));
    const found: Found[] = result.success
      ? togetherWrong(result.data, timeZone).map(([column, code]) => ({ column, code }))
      : result.error.issues.map((issue) => {
          const column = callColumns.find((one) => one === issue.path[0]) ?? 'titlePl';
          if (value(column) === '') return { column, code: 'required' };
          if (column === 'programme') return { column, code: 'unknown_programme' };
          return { column, code: issue.code, params: boundOf(column, issue) };
        });
    const externalId = value('externalId');
    if (externalId !== '' && seen.has(externalId)) found.push({ column: 'externalId', code: 'duplicate' });
    seen.add(externalId);
    // One word for a column, however many items of its list are wrong.
    const wrong = [
      ...new Map(
        found.map(({ column, code, params }) => [
          column,
          {
            column,
            code,
            ...(params && { params }),
            value: value(column),
            takes: [...wordsOf(column, programmes)],
          },
        ]),
      ).values(),
    ];
    const { programme, ...call } = result.success && wrong.length === 0 ? result.data : { programme: null };
    return {
      line: row.line,
      externalId,
      title: value('titlePl'),
      call: programme === null ? null : ({ ...call, programmeId: programme } as ReadRow['call']),
      wrong,
    };
  });
}

const same = (one: unknown, other: unknown): boolean => {
  if (one instanceof Date) return typeof other === 'string' && one.getTime() === Date.parse(other);
  if (Array.isArray(one)) return JSON.stringify(one) === JSON.stringify(other);
  return (one ?? undefined) === other;
};

/** Whether a row says of a call what is known of it already. */
export const saysTheSame = (
  before: Partial<Record<CallColumn, unknown>>,
  { programmeId, ...call }: NonNullable<ReadRow['call']>,
): boolean => {
  const after: Partial<Record<CallColumn, unknown>> = { ...call, programme: programmeId };
  return callColumns.every((column) => column === 'reason' || same(before[column], after[column]));
};
