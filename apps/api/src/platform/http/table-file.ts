import { PassThrough } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import ExcelJS from 'exceljs';
import { csvFile } from './csv.ts';

export type TableFormat = 'csv' | 'xlsx';

/** A cell: a number is one in the spreadsheet, too. */
export type TableCell = string | number | null;

/** What XLSX can hold of a text; a longer one is cut. */
const longestCell = 32_767;

/** A table of its own, on a sheet of its own. */
export interface TableSheet {
  readonly name: string;
  readonly lines: AsyncIterable<readonly TableCell[]>;
}

const xlsxFile = (name: string, sheets: readonly TableSheet[]): StreamableFile => {
  const file = new PassThrough();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true });
  const writeSheet = async ({ name: title, lines }: TableSheet): Promise<void> => {
    const sheet = workbook.addWorksheet(title.slice(0, 31), { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
    for await (const cells of lines) {
      const row = sheet.addRow([]);
      cells.forEach((value, index) => {
        if (value === null || value === '') return;
        const cell = row.getCell(index + 1);
        if (typeof value === 'number') cell.value = value;
        else {
          cell.value = value.slice(0, longestCell);
          // As text, whatever it begins with: it stays one also when somebody edits the cell.
          cell.numFmt = '@';
        }
      });
      if (row.number === 1) row.font = { bold: true };
      row.commit();
    }
    sheet.commit();
  };
  const write = async (): Promise<void> => {
    for (const sheet of sheets) await writeSheet(sheet);
    await workbook.commit();
  };
  write().catch((error: unknown) => file.destroy(error instanceof Error ? error : new Error(String(error))));
  return new StreamableFile(file, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    disposition: `attachment; filename="${name}.xlsx"`,
  });
};

/**
 * A table as a file for a spreadsheet: nothing in it is a formula. Its lines are asked for as they are sent.
 * @param further tables on sheets behind it; a CSV file, which has none, goes without
 */
export const tableFile = (
  name: string,
  format: TableFormat,
  lines: AsyncIterable<readonly TableCell[]>,
  ...further: readonly TableSheet[]
): StreamableFile => (format === 'xlsx' ? xlsxFile(name, [{ name, lines }, ...further]) : csvFile(name, lines));
