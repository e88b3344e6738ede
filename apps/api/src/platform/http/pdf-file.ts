import { createHash } from 'node:crypto';
import { StreamableFile } from '@nestjs/common';
import type { PdfDocument } from '../pdf/pdf-document.ts';
import { renderPdf } from '../pdf/pdf.ts';
import { inTurns } from '../turns.ts';

/** Drawing keeps the process busy: one document at a time, and few wait, so that many at once do not starve all others. */
const turn = inTurns(1, 8);

/** How many drawn documents are kept, some 60 kB each. */
const keptAtMost = 40;

/** What was drawn last, by everything that stands in it: the same document is drawn once, however many ask for it at a time. */
const drawn = new Map<string, Promise<Buffer>>();

function draw(document: PdfDocument): Promise<Buffer> {
  const key = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  const known = drawn.get(key);
  const pdf = known ?? turn(() => renderPdf(document));
  // The latest stands last, and the first is the one for which nobody has asked for longest.
  drawn.delete(key);
  drawn.set(key, pdf);
  if (!known) void pdf.catch(() => drawn.delete(key));
  const [oldest] = drawn.keys();
  if (drawn.size > keptAtMost && oldest !== undefined) drawn.delete(oldest);
  return pdf;
}

/** A document as a PDF that the browser keeps under this name (without the ending). */
export const pdfFile = async (name: string, document: PdfDocument): Promise<StreamableFile> =>
  new StreamableFile(await draw(document), {
    type: 'application/pdf',
    disposition: `attachment; filename="${name}.pdf"`,
  });
