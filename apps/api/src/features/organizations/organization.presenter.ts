import type {
  AssociationStatus,
  MunicipalityType,
  Office,
  OrganizationDetail,
  OrganizationKind,
  OrganizationView,
  ResolutionView,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { associationLifecycle, type Standing } from './organization.lifecycle.ts';
import { organizationPolicy } from './organization.policy.ts';

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
  memberUntil: string | null;
}

export interface DetailRow extends OrganizationRow {
  joinedBy: ResolutionView | null;
  leftBy: ResolutionView | null;
  networks: number;
  assignments: number;
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
          memberUntil: row.memberUntil,
        },
});

/** An organization with its people, where they were read, and with what the viewer may do: policy and life cycle together. */
export const presentDetail = (row: DetailRow, people: PersonRow[] | null, actor: Actor): OrganizationDetail => {
  const keeps = row.kind === 'MUNICIPALITY' && organizationPolicy.keepMembership(actor);
  const standing: Standing = row.status ?? 'NONE';
  return {
    ...presentOrganization(row),
    people,
    joinedBy: row.joinedBy,
    leftBy: row.leftBy,
    engagements: keeps ? { networks: row.networks, assignments: row.assignments } : null,
    abilities: {
      makeCandidate: keeps && associationLifecycle.allows(standing, 'makeCandidate'),
      join: keeps && associationLifecycle.allows(standing, 'join'),
      leave: keeps && associationLifecycle.allows(standing, 'leave'),
      openPeople: organizationPolicy.openPeople(actor, row),
      openBalance: (row.status === 'MEMBER' || row.status === 'FORMER') && organizationPolicy.openBalance(actor, row),
    },
  };
};
