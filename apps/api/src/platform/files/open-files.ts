import type { Config } from '../config/config.ts';
import { DiskStore } from './disk-store.ts';
import type { FileStore } from './file-store.ts';
import { S3Store } from './s3-store.ts';
import { Clamd, type VirusScanner } from './virus-scanner.ts';

/** Where the portal keeps files, and who looks for malware in them. */
export interface Files {
  readonly store: FileStore;
  /** Null: nobody. */
  readonly scanner: VirusScanner | null;
}

/** The files of this installation: on S3 where it is configured, else on the disk; looked at where there is a clamd. */
export const openFiles = ({ s3, filesDir, clamd }: Pick<Config, 's3' | 'filesDir' | 'clamd'>): Files => ({
  store: s3 ? new S3Store(s3) : new DiskStore(filesDir),
  scanner: clamd ? new Clamd(clamd) : null,
});
