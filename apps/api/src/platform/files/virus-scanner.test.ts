import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { clamd, finding } from '../../../test/clamd.ts';
import { Clamd } from './virus-scanner.ts';

test('A file is sent to clamd whole, and its verdict is taken', async () => {
  let seen: Buffer = Buffer.alloc(0);
  const scanner = await clamd((content) => finding((seen = content)));
  const content = Buffer.alloc(300_000, 'gmina');
  expect(await scanner.scan(Readable.from([content.subarray(0, 70_000), content.subarray(70_000)]))).toBe('CLEAN');
  expect(seen.equals(content)).toBe(true);
  expect(await scanner.scan(Readable.from([Buffer.from('X5O!P%EI'), Buffer.from('CAR')]))).toBe('INFECTED');
});

test('No verdict is no clean file: neither an error of clamd, nor a broken connection, nor nobody there', async () => {
  const full = await clamd(() => 'INSTREAM size limit exceeded. ERROR');
  await expect(full.scan(Readable.from([Buffer.from('x')]))).rejects.toThrow('clamd gave no verdict');
  const gone = await clamd(() => null);
  await expect(gone.scan(Readable.from([Buffer.from('x')]))).rejects.toThrow(/without an answer|ECONNRESET|EPIPE/);
  await expect(new Clamd({ host: '127.0.0.1', port: 1 }).scan(Readable.from([Buffer.from('x')]))).rejects.toThrow(
    'ECONNREFUSED',
  );
});
