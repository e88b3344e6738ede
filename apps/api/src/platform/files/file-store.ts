import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** The first and the last byte of a part of a file, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the bytes of files are kept. Keys are ours: small letters, digits, hyphens and slashes. A store knows nothing of
 * names, types or rights.
 */
export interface FileStore {
  /** Keeps what comes under a key, in place of what was there; it is there whole or not at all. */
  put(key: string, content: Readable | Buffer, bytes: number): Promise<void>;
  /** The bytes under a key, or a range of them. @throws Error where there is nothing */
  get(key: string, range?: ByteRange): Promise<Readable>;
  /** Whether there is something under a key. */
  exists(key: string): Promise<boolean>;
  /** Removes what is under a key; nothing there is as well. */
  delete(key: string): Promise<void>;
}

/** Joins a folder and a key, which can name nothing outside of it. */
export const pathOf = (folder: string, key: string): string => {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(key)) throw new Error('This is no key of a file.');
  return join(folder, ...key.split('/'));
};
