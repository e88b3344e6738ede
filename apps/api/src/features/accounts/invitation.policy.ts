import type { Office, OrganizationKind } from '@blizej/contracts';
import { decidingOffices, gminasOf, holds, isSecretariat, leadingOffices, type Actor } from '../../kernel/actor.ts';
import type { Scope } from '../../kernel/policy.ts';

/** Which offices there are in an organization of a kind. */
const officesIn: Record<OrganizationKind, readonly Office[]> = {
  MUNICIPALITY: ['EXECUTIVE', 'DELEGATE', 'COORDINATOR', 'OFFICIAL'],
  PARTNER: ['PARTNER_CONTACT'],
  SECRETARIAT: ['SECRETARIAT'],
};

/** Whom a gmina lets in by itself; its mayor follows from an election and its delegate from a resolution. */
const ownPeople: readonly Office[] = ['COORDINATOR', 'OFFICIAL'];

export interface InvitationFacts {
  readonly organizationId: string;
  readonly office: Office;
  /** Of a partner: the organizations that carry an initiative in which it takes part. */
  readonly carriers?: readonly string[];
}

/** Whether there is such an office in an organization of the kind. */
export const officeFits = (office: Office, kind: OrganizationKind): boolean => officesIn[kind].includes(office);

/** All offices in an organization of a kind. */
export const officesOf = (kind: OrganizationKind): readonly Office[] => officesIn[kind];

export const invitationPolicy = {
  /** Whether the actor invites anybody at all. */
  use: (actor: Actor): boolean => isSecretariat(actor) || gminasOf(actor, decidingOffices).length > 0,
  /**
   * The secretariat to any office; who decides for a gmina, its own liaison officers and officials; who carries an initiative
   * in which a partner takes part, the partner's people.
   */
  invite: (actor: Actor, { organizationId, office, carriers = [] }: InvitationFacts): boolean =>
    isSecretariat(actor) ||
    (ownPeople.includes(office) && holds(actor, organizationId, decidingOffices)) ||
    (office === 'PARTNER_CONTACT' && carriers.some((carrier) => holds(actor, carrier, leadingOffices))),
};

/** The organizations whose invitations the actor sees. */
export const visibleInvitations = (actor: Actor): Scope => ({
  everything: isSecretariat(actor),
  organizationIds: gminasOf(actor, decidingOffices),
});
