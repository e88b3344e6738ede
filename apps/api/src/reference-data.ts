import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { importMunicipalities, insertAssociation, readRegister } from './features/organizations/index.ts';
import type { UnitOfWork } from './kernel/work.ts';

const register = new URL('../../../prisma/seed/gminas.csv', import.meta.url);

/** A name for an association that has not said its own yet; a demo names itself before. */
const nameless = {
  namePl: 'Stowarzyszenie gmin',
  nameEn: 'Association of municipalities',
  mottoPl: 'Bliżej',
  mottoEn: 'Closer',
  timeZone: 'Europe/Warsaw',
};

/** Brings in what every portal stands on: the register of gminas, and an association. Changes nothing a second time. */
export async function importReferenceData(unit: UnitOfWork): Promise<void> {
  const rows = parse<Record<string, string>>(await readFile(register, 'utf8'), { columns: true, bom: true });
  await importMunicipalities(unit, readRegister(rows));
  await unit.run(null, (work) => insertAssociation(work, nameless));
}
