import type {
  AssociationStatus,
  MunicipalityType,
  Office,
  OrganizationKind,
  OrganizationView,
} from '@blizej/contracts';

export interface OrganizationRow {
  id: string;
  kind: OrganizationKind;
  name: string;
  fictional: boolean;
  teryt: string | null;
  type: MunicipalityType;
  county: string;
  voivodeship: string;
  executiveTitle: string;
  population: number | null;
  populationYear: number | null;
  areaKm2: number | null;
  status: AssociationStatus | null;
  memberSince: string | null;
}

export interface PersonRow {
  id: string;
  name: string;
  office: Office;
}

export const presentOrganization = (row: OrganizationRow): OrganizationView => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  fictional: row.fictional,
  municipality:
    row.teryt === null
      ? null
      : {
          teryt: row.teryt,
          type: row.type,
          county: row.county,
          voivodeship: row.voivodeship,
          executiveTitle: row.executiveTitle,
          population: row.population,
          populationYear: row.populationYear,
          areaKm2: row.areaKm2,
          status: row.status,
          memberSince: row.memberSince,
        },
});
