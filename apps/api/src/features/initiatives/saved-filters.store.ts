import type { SavedFilter } from '@blizej/contracts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';

/** How many filters a person has named under other names; another one of the person's waits until the work ends. */
export async function countOtherFilters(work: Work, personId: string, name: string): Promise<number> {
  await transactionOf(work).$queryRaw`SELECT FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  return transactionOf(work).initiativeFilter.count({ where: { personId, name: { not: name } } });
}

/** Keeps filters under a name: in place of those that had it. */
export async function saveNamedFilters(
  work: Work,
  { personId, name, filters }: Omit<SavedFilter, 'id'> & { personId: string },
): Promise<SavedFilter> {
  const [row] = await rowsOf<SavedFilter>(
    work,
    Prisma.sql`
      INSERT INTO initiative_filter (person_id, name, filters)
      VALUES (${personId}::uuid, ${name}, ${JSON.stringify(filters)}::jsonb)
      ON CONFLICT (person_id, name) DO UPDATE SET filters = excluded.filters
      RETURNING id, name, filters`,
  );
  if (!row) throw new Error('Filters were not saved.');
  return row;
}

/** Forgets filters of the person's own; whether there were any. */
export async function deleteNamedFilters(work: Work, personId: string, id: string): Promise<boolean> {
  return (await transactionOf(work).initiativeFilter.deleteMany({ where: { id, personId } })).count > 0;
}
