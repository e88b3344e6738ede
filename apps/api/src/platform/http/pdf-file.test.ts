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

const numbered = (number: number) => pdfFile('protokol', { ...document, title: `Protokół nr ${number}` });

test('Of many documents at once one is drawn and eight wait; whoever comes after them is asked to come again', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, (_, number) => numbered(number)));
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  expect(outcomes.slice(0, 9).every(({ status }) => status === 'fulfilled')).toBe(true);
  expect(refused).toMatchObject(Array.from({ length: 3 }, () => ({ status: 503, extras: { retryAfter: 5 } })));
  await expect(numbered(11)).resolves.toBeDefined();
});

test('The same document is drawn once, however many ask for it; another one anew', async () => {
  const bytes = async (number: number) => ((await (await numbered(number)).getStream().toArray()) as Buffer[])[0];
  const [first, ...others] = await Promise.all(Array.from({ length: 40 }, () => bytes(100)));
  expect(others.every((one) => one?.equals(first as Buffer))).toBe(true);
  expect((await bytes(101))?.equals(first as Buffer)).toBe(false);
  // Long after, when many others have been drawn, it is drawn once more.
  for (let number = 200; number < 241; number += 1) await bytes(number);
  await expect(bytes(100)).resolves.toBeDefined();
});
