import { openDatabase } from '../foundations.ts';
import { DiskStore } from '../platform/files/disk-store.ts';
import { importReferenceData } from '../reference-data.ts';
import { buildDemoWorld } from './build-world.ts';

/** Fills an empty, migrated database with the reference data and the named world, for the tests to copy; its files lie in a folder. */
export async function fillTemplate(databaseUrl: string, filesDir: string): Promise<void> {
  const { database, unit } = openDatabase(databaseUrl, 4, { warn: () => undefined });
  try {
    await importReferenceData(unit);
    await buildDemoWorld(unit, new DiskStore(filesDir));
  } finally {
    await database.close();
  }
}
