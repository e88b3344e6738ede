import { expect, test } from '@jest/globals';
import { readPdf } from '../../../test/pdf.ts';
import type { PdfBlock } from './pdf-document.ts';
import { renderPdf } from './pdf.ts';

const document = (blocks: readonly PdfBlock[]) =>
  renderPdf({ title: 'Stanowisko w sprawie łąk', language: 'pl', author: 'Stowarzyszenie', blocks }).then(readPdf);

test('A document says its title and its language, and is tagged', async () => {
  const read = await document([{ kind: 'heading', level: 1, text: 'Zażółć gęślą jaźń' }]);
  expect(read).toMatchObject({ title: 'Stanowisko w sprawie łąk', language: 'pl-PL', isTagged: true });
  expect(read.texts[0]).toContain('Zażółć gęślą jaźń');
});

test('Headings, paragraphs, lists and tables are read as what they are', async () => {
  const { roles } = await document([
    { kind: 'heading', level: 1, text: 'Tytuł' },
    { kind: 'heading', level: 2, text: 'Część' },
    { kind: 'paragraph', text: 'Zdanie.' },
    { kind: 'list', items: ['raz', 'dwa'] },
    { kind: 'facts', caption: 'Metryka', rows: [['Numer', '1/2026']] },
    { kind: 'table', caption: 'Głosy', columns: [{ title: 'Gmina' }, { title: 'Głos' }], rows: [['Jantarowo', 'za']] },
  ]);
  const counted = Object.fromEntries(
    [...new Set(roles)].map((role) => [role, roles.filter((one) => one === role).length]),
  );
  expect(counted).toMatchObject({ H1: 1, H2: 1, P: 1, L: 1, LI: 2, Table: 2, TR: 3, TH: 4, TD: 2 });
});

test('A part in another language is tagged as such', async () => {
  const { foreign } = await document([
    { kind: 'heading', level: 1, text: 'Tytuł' },
    { kind: 'paragraph', text: 'English words.', language: 'en' },
    { kind: 'paragraph', text: 'Polskie słowa.' },
  ]);
  expect(foreign).toEqual(['en-GB']);
});

test('A table that goes over pages shows its head on each, and loses no row', async () => {
  const rows = Array.from({ length: 150 }, (_, at) => [`Gmina ${at + 1}`, at % 2 ? 'za' : 'przeciw']);
  const columns = [{ title: 'Uprawniona gmina' }, { title: 'Jak głosowała' }];
  const { texts, roles } = await document([{ kind: 'table', caption: 'Głosy', columns, rows }]);
  expect(texts.length).toBeGreaterThan(2);
  for (const text of texts) expect(text).toContain('Uprawniona gmina');
  const whole = texts.join('\n');
  for (const [name = ''] of rows) expect(whole).toContain(name);
  expect(roles.filter((role) => role === 'TR').length).toBeGreaterThanOrEqual(151);
});

test('A row longer than a page is told whole', async () => {
  const words = Array.from({ length: 1500 }, (_, at) => `słowo${at}`).join(' ');
  const { texts } = await document([
    { kind: 'table', caption: 'Poprawki', columns: [{ title: 'Gmina' }, { title: 'Treść' }], rows: [['Mewia', words]] },
  ]);
  expect(texts.join(' ')).toContain('słowo1499');
});

test('What was added and removed stands in the text as well', async () => {
  const { texts } = await document([
    {
      kind: 'paragraph',
      text: [{ text: 'Chronimy ' }, { text: 'wydmy', change: 'removed' }, { text: 'wydmy i lasy', change: 'added' }],
    },
  ]);
  expect(texts[0]).toContain('Chronimy wydmywydmy i lasy');
});

test('Every page has its number and the number of all', async () => {
  const { texts } = await document([
    { kind: 'paragraph', text: 'Pierwsza' },
    { kind: 'page-break' },
    { kind: 'paragraph', text: 'Druga' },
  ]);
  expect(texts.map((text) => /\d+ \/ \d+/.exec(text)?.[0])).toEqual(['1 / 2', '2 / 2']);
});
