import type { SavedFilter } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';

/** The filters of the list that the person has named, by name. */
export const listSavedFilters = (db: Reader, { personId }: Actor): Promise<SavedFilter[]> =>
  db.rows<SavedFilter>(Prisma.sql`
    SELECT id, name, filters FROM initiative_filter WHERE person_id = ${personId}::uuid
    ORDER BY name COLLATE "pl-x-icu", id`);
