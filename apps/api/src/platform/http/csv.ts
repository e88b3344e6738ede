import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/** What a spreadsheet would take for a formula at the beginning of a cell (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r\n]/;

/**
 * One line: every cell in quotes, so that none can end early; what looks like a formula is made a text. A number stays one,
 * with the comma of a Polish spreadsheet.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string => {
  const quoted = cells.map((cell) => {
    if (typeof cell === 'number') return `"${String(cell).replace('.', ',')}"`;
    const text = cell ?? '';
    return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  });
  return `${quoted.join(';')}\r\n`;
};

/**
 * A table as a file that a Polish spreadsheet opens by a double click: UTF-8 with a byte order mark, semicolons, CRLF. Its
 * lines are asked for as they are sent, so that a long one takes no memory.
 */
export const csvFile = (name: string, lines: AsyncIterable<readonly (string | number | null)[]>): StreamableFile => {
  async function* text() {
    yield '\uFEFF';
    for await (const cells of lines) yield csvLine(cells);
  }
  return new StreamableFile(Readable.from(text(), { objectMode: false }), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}.csv"`,
  });
};
