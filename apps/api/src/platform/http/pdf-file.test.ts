import { expect, test } from '@jest/globals';
import { pdfFile } from './pdf-file.ts';

test('A document is handed over as a PDF, under its name', async () => {
  const file = await pdfFile('protokol', { title: 'Protokół', language: 'pl', blocks: [] });
  expect(file.getHeaders()).toMatchObject({
    type: 'application/pdf',
    disposition: 'attachment; filename="protokol.pdf"',
  });
  const [begin] = (await file.getStream().toArray()) as Buffer[];
  expect(begin?.subarray(0, 5).toString()).toBe('%PDF-');
});
