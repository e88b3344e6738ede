import { StreamableFile } from '@nestjs/common';
import type { PdfDocument } from '../pdf/pdf-document.ts';
import { renderPdf } from '../pdf/pdf.ts';

/** A document as a PDF that the browser keeps under this name (without the ending). */
export const pdfFile = async (name: string, document: PdfDocument): Promise<StreamableFile> =>
  new StreamableFile(await renderPdf(document), {
    type: 'application/pdf',
    disposition: `attachment; filename="${name}.pdf"`,
  });
