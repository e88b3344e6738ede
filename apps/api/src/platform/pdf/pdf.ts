import { createRequire } from 'node:module';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Language } from '@blizej/contracts';
import PDFKit from 'pdfkit';
import type { PdfBlock, PdfDocument, PdfRun } from './pdf-document.ts';
import { drawTable } from './pdf-table.ts';
import { bottomOf, fontSize, ink, inset, printable, room, soft, type Sheet } from './pdf-sheet.ts';

const load = createRequire(import.meta.url);
const fonts = {
  text: load.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  bold: load.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
};

const headings = {
  1: { tag: 'H1', size: fontSize.h1, before: 0 },
  2: { tag: 'H2', size: fontSize.h2, before: 16 },
  3: { tag: 'H3', size: fontSize.h3, before: 10 },
} as const;

const codes: Record<Language, string> = { pl: 'pl-PL', en: 'en-GB' };

const structure = (sheet: Sheet, tag: string, language: Language | undefined, draw: () => void): void => {
  sheet.root.add(sheet.pdf.struct(tag, language ? { lang: codes[language] } : {}, draw));
};

function drawHeading(sheet: Sheet, { level, text, language }: Extract<PdfBlock, { kind: 'heading' }>): void {
  const { pdf } = sheet;
  const { tag, size, before } = headings[level];
  if (pdf.y > inset.top) pdf.y += before;
  // Never alone at the foot of a page.
  room(sheet, size * 2 + fontSize.text * 4);
  structure(sheet, tag, language, () =>
    pdf.font('bold').fontSize(size).fillColor(ink).text(printable(text), inset.side),
  );
  pdf.y += 6;
}

function drawParagraph(sheet: Sheet, { text, look, language }: Extract<PdfBlock, { kind: 'paragraph' }>): void {
  const { pdf } = sheet;
  const runs = (typeof text === 'string' ? [{ text }] : text).filter((run) => run.text !== '');
  if (runs.length === 0) return;
  const size = look === 'lead' ? fontSize.lead : look === 'note' ? fontSize.small : fontSize.text;
  structure(sheet, 'P', language, () => {
    pdf.fontSize(size).fillColor(look === 'note' ? soft : ink);
    runs.forEach((run: PdfRun, at) => {
      pdf.font(run.bold ? 'bold' : 'text').text(printable(run.text), {
        ...(at === 0 && { lineGap: 3 }),
        underline: run.change === 'added',
        strike: run.change === 'removed',
        continued: at < runs.length - 1,
      });
    });
  });
  pdf.y += 7;
}

function drawList(sheet: Sheet, { items, ordered = false }: Extract<PdfBlock, { kind: 'list' }>): void {
  const { pdf } = sheet;
  const list = pdf.struct('L');
  sheet.root.add(list);
  items.forEach((item, at) => {
    room(sheet, fontSize.text * 2);
    const row = pdf.struct('LI');
    list.add(row);
    const top = pdf.y;
    pdf.font('text').fontSize(fontSize.text).fillColor(ink);
    row.add(pdf.struct('Lbl', {}, () => pdf.text(ordered ? `${at + 1}.` : '–', inset.side, top, { lineBreak: false })));
    row.add(
      pdf.struct('LBody', {}, () =>
        pdf.text(printable(item), inset.side + 20, top, { width: sheet.width - 20, lineGap: 3 }),
      ),
    );
    row.end();
    pdf.y += 3;
  });
  list.end();
  pdf.x = inset.side;
  pdf.y += 5;
}

function drawBlock(sheet: Sheet, block: PdfBlock): void {
  const { pdf } = sheet;
  pdf.x = inset.side;
  switch (block.kind) {
    case 'heading':
      return drawHeading(sheet, block);
    case 'paragraph':
      return drawParagraph(sheet, block);
    case 'list':
      return drawList(sheet, block);
    case 'facts':
      return drawTable(sheet, {
        caption: block.caption,
        columns: [
          { title: '', share: 1 },
          { title: '', share: 2 },
        ],
        rows: block.rows,
        hasHead: false,
      });
    case 'table':
      return drawTable(sheet, { ...block, hasHead: true });
    case 'page-break':
      pdf.addPage();
  }
}

/** Numbers the pages once it is known how many there are. What stands there is no part of what is read. */
function drawFeet({ pdf, width }: Sheet, footer: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Below the margin a text would begin a new page.
    pdf.page.margins.bottom = 0;
    const top = bottomOf(pdf) + 24;
    pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    pdf.font('text').fontSize(fontSize.small).fillColor(soft);
    pdf.text(printable(footer), inset.side, top, { width: width - 60, height: 12, ellipsis: true, lineBreak: false });
    pdf.text(`${page + 1} / ${count}`, inset.side + width - 60, top, { width: 60, align: 'right', lineBreak: false });
    pdf.endMarkedContent();
  }
}

/**
 * A document as PDF: A4, tagged for reading aloud (PDF/UA-1: language, title, headings, lists, tables with their heads), with
 * the portal's typeface. Only what is handed in is drawn; nothing is fetched.
 */
export async function renderPdf(document: PdfDocument): Promise<Buffer> {
  const { title, language, author, footer = title, madeAt = new Date(), blocks } = document;
  const pdf = new PDFKit({
    size: 'A4',
    margins: { top: inset.top, bottom: inset.bottom, left: inset.side, right: inset.side },
    pdfVersion: '1.7',
    // Known to the package, not to its types.
    subset: 'PDF/UA' as string as PDFKit.Mixins.PDFSubsets,
    tagged: true,
    displayTitle: true,
    lang: codes[language],
    info: { Title: title, CreationDate: madeAt, ...(author !== undefined && { Author: author }) },
    bufferPages: true,
  });
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  pdf.pipe(sink);
  pdf.registerFont('text', fonts.text).registerFont('bold', fonts.bold);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const sheet: Sheet = { pdf, root, width: pdf.page.width - 2 * inset.side };
  for (const block of blocks) drawBlock(sheet, block);
  root.end();
  drawFeet(sheet, footer);
  pdf.end();
  await finished(sink);
  return Buffer.concat(chunks);
}
