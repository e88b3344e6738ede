import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { tableFile, type TableCell, type TableFormat } from './table-file.ts';

const bytesOf = (format: TableFormat, rows: readonly TableCell[][]): Promise<Buffer> => {
  async function* lines() {
    yield* rows;
  }
  return buffer(tableFile('tabela', format, lines()).getStream());
};
const hostile = ['=1+1', '+48', '-2', '@SUM(A1)', '=HYPERLINK("https://x.example")'];

test('A workbook holds texts as texts, whatever they begin with, and numbers as numbers', async () => {
  const workbook = new ExcelJS.Workbook();
  const bytes = await bytesOf('xlsx', [['Gmina'], [...hostile, -5.5, null]]);
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const row = workbook.worksheets[0]?.getRow(2);
  hostile.forEach((text, index) => {
    const cell = row?.getCell(index + 1);
    expect([cell?.type, cell?.value, cell?.numFmt]).toEqual([ExcelJS.ValueType.String, text, '@']);
  });
  expect(row?.getCell(hostile.length + 1).value).toBe(-5.5);
});

test('A CSV makes texts harmless and leaves numbers what they are', async () => {
  const text = (await bytesOf('csv', [[...hostile, -5.5]])).toString();
  expect(parse(text, { delimiter: ';', bom: true })).toEqual([[...hostile.map((cell) => `'${cell}`), '-5,5']]);
});

test('A table that breaks off fails the download instead of looking whole', async () => {
  async function* lines(): AsyncGenerator<TableCell[]> {
    yield ['Gmina'];
    throw new Error('The database is gone.');
  }
  await expect(buffer(tableFile('tabela', 'xlsx', lines()).getStream())).rejects.toThrow('gone');
});
