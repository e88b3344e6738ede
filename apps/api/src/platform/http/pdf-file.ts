import { StreamableFile } from '@nestjs/common';
import type { PdfDocument } from '../pdf/pdf-document.ts';
import { renderPdf } from '../pdf/pdf.ts';
import { inTurns } from '../turns.ts';

/** Drawing keeps the process busy: one document at a time, and few wait, so that many at once do not starve all others. */
const turn = inTurns(1, 8);

/** A document as a PDF that the browser keeps under this name (without the ending). */
export const pdfFile = async (name: string, document: PdfDocument): Promise<StreamableFile> =>
  new StreamableFile(await turn(() => renderPdf(document)), {
    type: 'application/pdf',
    disposition: `attachment; filename="${name}.pdf"`,
  });
