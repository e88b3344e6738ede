import type { MembershipState } from '@blizej/contracts';
import {
  decidingOffices,
  gminaOffices,
  gminasOf,
  holds,
  isInsider,
  isSecretariat,
  leadingOffices,
  type Actor,
} from '../../kernel/actor.ts';
import type { Scope } from '../../kernel/policy.ts';

/** Who of an organization asks for it to join. */
export const requestingOffices = gminaOffices;

export interface NetworkFacts {
  readonly proposedById: string;
  readonly established: boolean;
  /** The organization that leads it; null while it is only proposed. */
  readonly leadId: string | null;
}

export interface MembershipFacts {
  readonly organizationId: string;
  readonly state: MembershipState;
  readonly leadId: string | null;
}

const leads = (actor: Actor, leadId: string | null): boolean => leadId !== null && holds(actor, leadId, leadingOffices);

/** Who decides for a network: the secretariat, and for the gmina that leads it its mayor and coordinator. */
const decidesFor = (actor: Actor, { leadId }: Pick<NetworkFacts, 'leadId'>): boolean =>
  isSecretariat(actor) || (leadId !== null && holds(actor, leadId, decidingOffices));

export const networkPolicy = {
  /** Members' people see every network that was ever active; a proposal is the secretariat's and its proposer's. */
  read: (actor: Actor, network: NetworkFacts): boolean =>
    isSecretariat(actor) || (network.established ? isInsider(actor) : gminasOf(actor).includes(network.proposedById)),
  /** What a network works on is its members' affair, and so is how much of it there is. */
  seeTasks: (actor: Actor, mine: readonly { readonly state: MembershipState }[] | null): boolean =>
    isSecretariat(actor) || (mine ?? []).some(({ state }) => state === 'ACTIVE'),
  /** Who belongs to which network is no secret among members. */
  readCoverage: (actor: Actor): boolean => isSecretariat(actor) || isInsider(actor),
  /** A gmina proposes by its mayor or coordinator; under which resolution the network works is the secretariat's to say. */
  propose: (actor: Actor): boolean => isSecretariat(actor) || gminasOf(actor, decidingOffices).length > 0,
  nameMandate: (actor: Actor): boolean => isSecretariat(actor),
  invite: (actor: Actor, network: Pick<NetworkFacts, 'leadId'>): boolean =>
    isSecretariat(actor) || leads(actor, network.leadId),
  extend: (actor: Actor): boolean => isSecretariat(actor),
  activate: (actor: Actor): boolean => isSecretariat(actor),
  reject: (actor: Actor): boolean => isSecretariat(actor),
  changeLead: (actor: Actor, network: Pick<NetworkFacts, 'leadId'>): boolean => decidesFor(actor, network),
  review: (actor: Actor, network: Pick<NetworkFacts, 'leadId'>): boolean => decidesFor(actor, network),
  beginClosing: (actor: Actor, network: Pick<NetworkFacts, 'leadId'>): boolean => decidesFor(actor, network),
  writeReport: (actor: Actor, network: Pick<NetworkFacts, 'leadId'>): boolean =>
    isSecretariat(actor) || leads(actor, network.leadId),
  /** Once it is signed everybody who sees the network reads it. */
  readReport: (actor: Actor, network: Pick<NetworkFacts, 'leadId'>, isSigned: boolean): boolean =>
    isSigned || isSecretariat(actor) || leads(actor, network.leadId),
  /** The lead's mayor alone. */
  signReport: (actor: Actor, network: Pick<NetworkFacts, 'leadId'>): boolean =>
    network.leadId !== null && holds(actor, network.leadId, ['EXECUTIVE']),
};

export const membershipPolicy = {
  /** An active membership is open; a request or an invitation is for the gmina itself, the lead and the secretariat. */
  read: (actor: Actor, membership: MembershipFacts): boolean =>
    membership.state === 'ACTIVE' ||
    isSecretariat(actor) ||
    gminasOf(actor).includes(membership.organizationId) ||
    leads(actor, membership.leadId),
  request: (actor: Actor, organizationId: string): boolean => holds(actor, organizationId, requestingOffices),
  /** The gmina's own word, to an invitation or to its official's request: its mayor's or its coordinator's. */
  confirm: (actor: Actor, membership: Pick<MembershipFacts, 'organizationId'>): boolean =>
    holds(actor, membership.organizationId, decidingOffices),
  admit: (actor: Actor, membership: Pick<MembershipFacts, 'leadId'>): boolean =>
    isSecretariat(actor) || leads(actor, membership.leadId),
  /** The gmina declines what is its own to decide; lead and secretariat what the gmina has confirmed, and their own invitation. */
  decline: (actor: Actor, membership: MembershipFacts): boolean =>
    holds(actor, membership.organizationId, decidingOffices) ||
    isSecretariat(actor) ||
    (['CONFIRMED', 'INVITED'].includes(membership.state) && leads(actor, membership.leadId)),
  /** Who represents a gmina is known to those who work with it. */
  seeSeats: (actor: Actor, membership: Pick<MembershipFacts, 'organizationId'>, isInNetwork: boolean): boolean =>
    isInNetwork || isSecretariat(actor) || gminasOf(actor).includes(membership.organizationId),
  nameSeats: (actor: Actor, membership: Pick<MembershipFacts, 'organizationId'>): boolean =>
    isSecretariat(actor) || holds(actor, membership.organizationId, decidingOffices),
  leave: (actor: Actor, membership: Pick<MembershipFacts, 'organizationId'>): boolean =>
    holds(actor, membership.organizationId, decidingOffices),
};

/** Beside `read`: the same rule as data for the queries. */
export const visibleNetworks = (actor: Actor): Scope & { readonly established: boolean } => ({
  everything: isSecretariat(actor),
  established: isInsider(actor),
  organizationIds: gminasOf(actor),
});
