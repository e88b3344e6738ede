import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DiskStore } from './disk-store.ts';
import { pathOf, type FileStore } from './file-store.ts';
import { S3Store, type S3Settings } from './s3-store.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'blizej-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const content = Buffer.from(Array.from({ length: 200_000 }, (_, at) => at % 251));

/** What every store keeps to. */
const keepsFiles = (open: () => FileStore): void => {
  test('gives back what it was given, whole and in ranges', async () => {
    const store = open();
    await store.put('files/one', content, content.length);
    expect((await buffer(await store.get('files/one'))).equals(content)).toBe(true);
    const range = await buffer(await store.get('files/one', { start: 1000, end: 1999 }));
    expect(range.equals(content.subarray(1000, 2000))).toBe(true);
  });

  test('takes a stream, and puts it in place of what was there', async () => {
    const store = open();
    await store.put('files/two', Buffer.from('earlier'), 7);
    await store.put(
      'files/two',
      Readable.from([content.subarray(0, 60_000), content.subarray(60_000)]),
      content.length,
    );
    expect((await buffer(await store.get('files/two'))).equals(content)).toBe(true);
  });

  test('knows what it has, and forgets what it is told to, also twice', async () => {
    const store = open();
    await store.put('uploads/three-0', Buffer.from('x'), 1);
    expect(await store.exists('uploads/three-0')).toBe(true);
    await store.delete('uploads/three-0');
    await store.delete('uploads/three-0');
    expect(await store.exists('uploads/three-0')).toBe(false);
    await expect(store.get('uploads/three-0')).rejects.toThrow(/ENOENT|404/);
  });

  test('keeps nothing of a file that breaks off', async () => {
    const store = open();
    const broken = Readable.from(
      (function* () {
        yield content.subarray(0, 1000);
        throw new Error('The sender went away.');
      })(),
    );
    await expect(store.put('files/broken', broken, content.length)).rejects.toThrow(/went away|fetch failed/);
    expect(await store.exists('files/broken')).toBe(false);
  });
};

describe('On a disk, a store', () => {
  keepsFiles(() => new DiskStore(path.join(folder, 'disk')));

  test('leaves nothing half-written behind', async () => {
    expect((await readdir(path.join(folder, 'disk', 'files'))).toSorted()).toEqual(['one', 'two']);
  });

  test('knows no key that leads out of its folder', () => {
    for (const key of ['../x', 'files/../../x', '/etc/passwd', 'files/', 'a\\b', '']) {
      expect(() => pathOf(folder, key)).toThrow('This is no key of a file.');
    }
  });
});

describe('On a server that speaks S3, a store', () => {
  let server: S3rver;
  let settings: S3Settings;
  beforeAll(async () => {
    server = new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory: path.join(folder, 's3'),
      configureBuckets: [{ name: 'portal', configs: [] }],
    });
    const { port } = await server.run();
    settings = {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'portal',
      region: 'us-east-1',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    };
  });
  afterAll(() => server.close());

  keepsFiles(() => new S3Store(settings));

  test('says so where its key is refused', async () => {
    const store = new S3Store({ ...settings, secretAccessKey: 'another' });
    await expect(store.put('files/four', Buffer.from('x'), 1)).rejects.toThrow(
      'S3 answered 403 (SignatureDoesNotMatch).',
    );
  });
});
