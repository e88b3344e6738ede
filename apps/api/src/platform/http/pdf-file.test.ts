import { expect, test } from '@jest/globals';
import { pdfFile } from './pdf-file.ts';

const document = { title: 'Protokół', language: 'pl', blocks: [] } as const;

test('A document is handed over as a PDF, under its name', async () => {
  const file = await pdfFile('protokol', document);
  expect(file.getHeaders()).toMatchObject({
    type: 'application/pdf',
    disposition: 'attachment; filename="protokol.pdf"',
  });
  const [begin] = (await file.getStream().toArray()) as Buffer[];
  expect(begin?.subarray(0, 5).toString()).toBe('%PDF-');
});

test('Of many documents at once one is drawn and eight wait; whoever comes after them is asked to come again', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => pdfFile('protokol', document)));
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  expect(outcomes.slice(0, 9).every(({ status }) => status === 'fulfilled')).toBe(true);
  expect(refused).toMatchObject(Array.from({ length: 3 }, () => ({ status: 503, extras: { retryAfter: 5 } })));
  await expect(pdfFile('protokol', document)).resolves.toBeDefined();
});
