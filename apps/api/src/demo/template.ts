import { openDatabase } from '../foundations.ts';
import { importReferenceData } from '../reference-data.ts';
import { buildDemoWorld } from './build-world.ts';

/** Fills an empty, migrated database with the reference data and the named world, for the tests to copy. */
export async function fillTemplate(databaseUrl: string): Promise<void> {
  const { database, unit } = openDatabase(databaseUrl, 4, { warn: () => undefined });
  try {
    await importReferenceData(unit);
    await buildDemoWorld(unit);
  } finally {
    await database.close();
  }
}
