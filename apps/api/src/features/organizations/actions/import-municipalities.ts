import type { UnitOfWork } from '../../../kernel/work.ts';
import type { MunicipalityRecord } from '../municipality-register.ts';
import { upsertMunicipalities } from '../organizations.store.ts';

/** Brings the register of gminas in; a second time it changes nothing. Gives how many gminas were new or different. */
export const importMunicipalities = (unit: UnitOfWork, records: readonly MunicipalityRecord[]): Promise<number> =>
  unit.run(null, async (work) => {
    const count = await upsertMunicipalities(work, records);
    if (count > 0) work.record({ kind: 'municipalities.imported', facts: { count }, actingFor: null });
    return count;
  });
