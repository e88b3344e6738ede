import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { fromBufferPromise } from 'yauzl';
import { Problem } from '../../kernel/problems.ts';

/** What a workbook may come to when it is unpacked, in bytes: a bomb is refused while it is counted, not when it is open. */
const unpackedMost = 20_000_000;
const partsMost = 500;

/** The columns that are read, and the signs of a line of text: no list of people has more. */
const columnsMost = 50;
const lineMost = 20_000;

/** One row of a table: its cells, and where it stands in the file, as a spreadsheet counts. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const unreadable = (cause?: unknown): Problem => new Problem('file-unreadable', {}, { cause });

/**
 * The rows of a table that somebody has at hand: an XLSX workbook's first sheet, or CSV with commas, semicolons or tabs, in
 * UTF-8 or Windows-1250. What it is follows from its content, never from its name. Cells come trimmed, empty rows not at all.
 * @param most rows that are read; a longer table is refused
 * @throws Problem `file-unreadable`; `list-too-long` past the limit of rows
 */
export async function readTable(bytes: Buffer, most: number): Promise<TableRow[]> {
  const isZip = bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'));
  const rows = isZip ? await readWorkbook(bytes, most) : readCsv(bytes, most);
  const filled = rows
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length === 0) throw unreadable();
  if (filled.length > most) throw new Problem('list-too-long');
  return filled;
}

function readCsv(bytes: Buffer, most: number): TableRow[] {
  const text = decode(bytes);
  // A text has no such signs; whatever this is, it is no table.
  if (/[^\P{Cc}\t\r\n\f\v]/u.test(text)) throw unreadable();
  const lines = text.split(/\r?\n/);
  if (lines.some(({ length }) => length > lineMost)) throw unreadable();
  const [head = ''] = lines;
  const delimiter = [';', '\t', ','].find((sign) => head.includes(sign)) ?? ';';
  try {
    const rows = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      to: most * 2,
      info: true,
    }) as unknown as {
      readonly record: string[];
      readonly info: { readonly lines: number };
    }[];
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    throw unreadable(error);
  }
}

/** UTF-8 where it is that; else what Polish spreadsheets write. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1250').decode(bytes);
  }
}

async function readWorkbook(bytes: Buffer, most: number): Promise<TableRow[]> {
  await weigh(bytes);
  // Row by row: merged cells and columns far out would be filled in where a workbook is loaded whole.
  const sheets = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([bytes]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
    entries: 'emit',
  });
  const rows: TableRow[] = [];
  try {
    for await (const sheet of sheets) {
      for await (const row of sheet) {
        const cells = Array.from({ length: Math.min(row.cellCount, columnsMost) }, (_, column) =>
          textOf(row.findCell(column + 1)?.value),
        );
        rows.push({ line: row.number, cells });
        if (rows.length > most) return rows;
      }
      return rows;
    }
  } catch (error) {
    throw unreadable(error);
  }
  return rows;
}

/** A cell as one sees it: a link by its text, a formula by its result, a text of several looks as one. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object') return '';
  const { text, result, richText } = value as { text?: unknown; result?: unknown; richText?: { text?: unknown }[] };
  if (Array.isArray(richText)) return richText.map((part) => textOf(part.text)).join('');
  return textOf(text ?? result);
}

/** Unpacks a workbook into nothing, counting: sizes that an archive says of itself may be a lie. */
async function weigh(bytes: Buffer): Promise<void> {
  let unpacked = 0;
  let parts = 0;
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
    for await (const entry of zip.eachEntry()) {
      parts += 1;
      if (parts > partsMost) throw new Error('Too many parts.');
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        unpacked += (chunk as Buffer).length;
        if (unpacked > unpackedMost) throw new Error('Too large when unpacked.');
      }
    }
  } catch (error) {
    throw unreadable(error);
  }
}
