import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { fitsName, mediaTypeOf } from './media-type.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const workbook = async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Arkusz').addRow(['gmina', 1]);
  return Buffer.from(await book.xlsx.writeBuffer());
};
const oldOffice = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]);
const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(64)]);

test.each<[string, () => Buffer | Promise<Buffer>, string | undefined]>([
  ['plan.pdf', () => Buffer.from('%PDF-1.4\n'), 'application/pdf'],
  ['PLAN.PDF', () => Buffer.from('%PDF-1.4\n'), 'application/pdf'],
  ['zdjęcie.png', () => png, 'image/png'],
  ['wykaz.xlsx', workbook, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['stary.xls', () => oldOffice, 'application/vnd.ms-excel'],
  ['stary.doc', () => oldOffice, 'application/msword'],
  ['paczka.zip', () => zip, 'application/zip'],
  ['wykaz.csv', () => Buffer.from('gmina;liczba\r\nŁeba;1\r\n'), 'text/csv'],
  ['notatka.txt', () => Buffer.from([0x5a, 0xb3, 0x6f, 0x74, 0x79]), 'text/plain'],
  // The content is not what the name says.
  ['zdjęcie.png', () => Buffer.from('%PDF-1.4\n'), undefined],
  ['plan.pdf', () => Buffer.from('MZ\u0090\u0000'), undefined],
  ['plan.docx', workbook, undefined],
  ['notatka.txt', () => Buffer.from('MZ\u0090\u0000'), undefined],
  ['notatka.txt', () => png, undefined],
  // Nothing that is taken, whatever it holds.
  ['program.exe', () => Buffer.from('MZ\u0090\u0000'), undefined],
  ['strona.html', () => Buffer.from('<script>alert(1)</script>'), undefined],
  ['obraz.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), undefined],
  ['bez-nazwy', () => png, undefined],
  ['x.constructor', () => png, undefined],
])('%s', async (name, content, expected) => {
  expect(await mediaTypeOf(name, await content())).toBe(expected);
});

test('A name keeps an ending that says what is in the file', () => {
  expect(fitsName('image/jpeg', 'most.JPEG')).toBe(true);
  expect(fitsName('image/jpeg', 'most.pdf')).toBe(false);
  expect(fitsName('image/jpeg', 'most')).toBe(false);
});
