import { municipalityType } from '@blizej/contracts';
import { z } from 'zod';

const number = z.string().transform((text) => (text === '' ? null : Number(text)));

/** One line of prisma/seed/gminas.csv (source: state register of boundaries, Statistics Poland; see its README). */
const line = z.object({
  teryt: z.string().regex(/^\d{7}$/),
  display_name: z.string().min(1),
  type: municipalityType,
  county: z.string().min(1),
  voivodeship: z.string().min(1),
  executive: z.string().min(1),
  population_2020: number.pipe(z.int().positive().nullable()),
  area_km2: number.pipe(z.number().positive().nullable()),
  lon: number.pipe(z.number().min(-180).max(180).nullable()),
  lat: number.pipe(z.number().min(-90).max(90).nullable()),
});

export interface MunicipalityRecord {
  readonly teryt: string;
  readonly name: string;
  readonly type: z.infer<typeof municipalityType>;
  readonly county: string;
  readonly voivodeship: string;
  readonly executiveTitle: string;
  readonly population: number | null;
  readonly populationYear: number | null;
  readonly areaKm2: number | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly fictional: boolean;
}

/** Checks the rows of the register; throws with the line's number where one is wrong, so that nothing is half-imported. */
export const readRegister = (rows: readonly Record<string, string>[]): MunicipalityRecord[] =>
  rows.map((row, index) => {
    const parsed = line.safeParse(row);
    if (!parsed.success) throw new Error(`The register's line ${index + 2} cannot be read: ${parsed.error.message}`);
    const is = parsed.data;
    return {
      teryt: is.teryt,
      name: is.display_name,
      type: is.type,
      county: is.county,
      voivodeship: is.voivodeship,
      executiveTitle: is.executive,
      population: is.population_2020,
      populationYear: is.population_2020 === null ? null : 2020,
      areaKm2: is.area_km2,
      longitude: is.lon,
      latitude: is.lat,
      fictional: false,
    };
  });
