import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathOf, type ByteRange, type FileStore } from './file-store.ts';

const isAbsent = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT';

/** Files on a disk of this machine, or on one that all instances share. */
export class DiskStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put(key: string, content: Readable | Buffer, bytes: number): Promise<void> {
    const file = pathOf(this.folder, key);
    await mkdir(dirname(file), { recursive: true });
    // Written beside its place and moved there when it is whole and on the disk.
    const unfinished = `${file}.${randomUUID()}`;
    try {
      const written = createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(content instanceof Buffer ? Readable.from([content]) : content, written);
      if (written.bytesWritten !== bytes) throw new Error('A file came shorter or longer than it was said to be.');
      await rename(unfinished, file);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    // Opened before it is given, so that an absent file is told at once and not in the middle of an answer.
    const file = await open(pathOf(this.folder, key));
    return file.createReadStream(range);
  }

  async exists(key: string): Promise<boolean> {
    return access(pathOf(this.folder, key)).then(
      () => true,
      (error: unknown) => {
        if (isAbsent(error)) return false;
        throw error;
      },
    );
  }

  async delete(key: string): Promise<void> {
    await rm(pathOf(this.folder, key), { force: true });
  }
}
