import type { Work } from '../../kernel/work.ts';
import { transactionOf } from '../../platform/database/database.ts';

/** Sets a year's rate, where it still is what the caller saw (null: none); false where it is another by now. */
export async function saveDuesRate(
  work: Work,
  year: number,
  rate: { perInhabitant: number; resolutionId: string; replaces: number | null },
): Promise<boolean> {
  const saved = await transactionOf(work).$executeRaw`
    INSERT INTO dues_rate AS kept (year, per_inhabitant, resolution_id)
    VALUES (${year}, ${rate.perInhabitant}, ${rate.resolutionId}::uuid)
    ON CONFLICT (year) DO UPDATE SET per_inhabitant = excluded.per_inhabitant, resolution_id = excluded.resolution_id
    WHERE kept.per_inhabitant = ${rate.replaces}::int`;
  return saved === 1;
}
