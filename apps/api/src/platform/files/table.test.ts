import { describe, expect, test } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { Problem } from '../../kernel/problems.ts';
import { readTable } from './table.ts';

const slugOf = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof Problem ? error.slug : String(error)),
  );

const workbook = async (fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Lista'));
  return Buffer.from(await book.xlsx.writeBuffer());
};

/** An archive of one part that says what it likes of its size. */
const archive = (name: string, content: Buffer, saidSize = content.length): Buffer => {
  const packed = deflateRawSync(content);
  const named = Buffer.from(name);
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(0, 0);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(saidSize, 8);
  const local = Buffer.concat([
    Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
    sizes,
    Buffer.from([named.length, 0, 0, 0]),
    named,
    packed,
  ]);
  const central = Buffer.concat([
    Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
    sizes,
    Buffer.from([named.length, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    named,
  ]);
  const end = Buffer.alloc(22);
  end.set([0x50, 0x4b, 5, 6]);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
};

describe('A table that somebody has at hand', () => {
  const people = [
    ['imię', 'e-mail'],
    ['Żaneta Łąkowa', 'zaneta@x.example'],
  ];

  test.each([
    ['UTF-8 with commas', Buffer.from('imię,e-mail\nŻaneta Łąkowa,zaneta@x.example\n')],
    ['UTF-8 with a mark and semicolons', Buffer.from('\ufeffimię;e-mail\r\n"Żaneta Łąkowa";zaneta@x.example')],
    ['tabs', Buffer.from('imię\te-mail\n\nŻaneta Łąkowa\tzaneta@x.example\n\t\n')],
    [
      'Windows-1250 with semicolons',
      Buffer.from('696d69ea3b652d6d61696c0d0aaf616e65746120a3b96b6f77613b7a616e65746140782e6578616d706c65', 'hex'),
    ],
  ])('is read from %s', async (_, bytes) => {
    expect((await readTable(bytes, 10)).map(({ cells }) => cells)).toEqual(people);
  });

  test('is read from the first sheet of a workbook: links, formulas and numbers as one sees them', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['imię', 'e-mail']);
      sheet.addRow(['Żaneta Łąkowa', { text: 'zaneta@x.example', hyperlink: 'mailto:zaneta@x.example' }]);
      sheet.addRow([]);
      sheet.addRow([{ formula: '1+1', result: 2 }, 22]);
    });
    expect(await readTable(bytes, 10)).toEqual([
      ...people.map((cells, index) => ({ line: index + 1, cells })),
      { line: 4, cells: ['2', '22'] },
    ]);
  });

  test('a cell in several looks, an error and a day are read as one sees them', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow([
        { richText: [{ text: 'Anna ' }, { text: 'Nowa', font: { bold: true } }] },
        { formula: '1/0', result: { error: '#DIV/0!' } },
        new Date('2026-11-23T00:00:00Z'),
      ]);
    });
    expect(await readTable(bytes, 10)).toEqual([{ line: 1, cells: ['Anna Nowa', '', '2026-11-23'] }]);
  });

  test('merged cells and columns far out cost nothing', async () => {
    const bytes = await workbook((sheet) => {
      for (let line = 1; line <= 200; line += 1) {
        sheet.getCell(line, 1).value = `osoba ${line}`;
        sheet.getCell(line, 16_384).value = 'daleko';
      }
      // As a hand-made file may say; the library itself would fill them in.
      (sheet as unknown as { _merges: Record<string, unknown> })._merges = {
        A1: { range: 'A1:XFD1048576', model: { top: 1, left: 1, bottom: 1_048_576, right: 16_384 } },
      };
    });
    const rows = await readTable(bytes, 300);
    expect(rows).toHaveLength(200);
    expect(rows.every(({ cells }) => cells.length <= 50)).toBe(true);
  });

  test('an empty line is none, and counts', async () => {
    const rows = await readTable(Buffer.from('a;b\n\n;\nc;d\n'), 10);
    expect(rows.map(({ line }) => line)).toEqual([1, 4]);
  });

  test.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'file-unreadable'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file-unreadable'],
    ['half of a quotation', Buffer.from('a;"b\nc;d'), 'file-unreadable'],
    ['an archive of something else', archive('x.txt', Buffer.from('x')), 'file-unreadable'],
    ['an archive that was cut off', archive('x.txt', Buffer.from('x')).subarray(0, 40), 'file-unreadable'],
    ['a bomb', archive('xl/worksheets/sheet1.xml', Buffer.alloc(60_000_000)), 'file-unreadable'],
    ['a bomb that lies', archive('xl/worksheets/sheet1.xml', Buffer.alloc(60_000_000), 1000), 'file-unreadable'],
    ['a line without an end', Buffer.from(`a;${';'.repeat(100_000)}`), 'file-unreadable'],
    ['more rows than are read', Buffer.from('a;b\n'.repeat(11)), 'list-too-long'],
  ])('%s is refused', async (_, bytes, slug) => {
    expect(await slugOf(readTable(bytes, 10))).toBe(slug);
  });

  test('whatever comes in, the answer is a table or a problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(['read', 'file-unreadable', 'list-too-long']).toContain(await slugOf(readTable(Buffer.from(bytes), 10)));
      }),
    );
  });
});
