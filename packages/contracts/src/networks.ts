import { z } from 'zod';
import { eventPage } from './activity.ts';
import { associationResolutionInput, resolutionView } from './organizations.ts';
import {
  cursor,
  day,
  flag,
  id,
  instant,
  line,
  localized,
  pageOf,
  prose,
  reason,
  search,
  version,
} from './primitives.ts';
import { defineRoutes } from './route.ts';

export const networkKind = z.enum(['PERMANENT', 'TEMPORARY']);
export type NetworkKind = z.infer<typeof networkKind>;
export const networkState = z.enum(['PROPOSED', 'ACTIVE', 'CLOSING', 'CLOSED', 'REJECTED']);
export type NetworkState = z.infer<typeof networkState>;
export const joinPolicy = z.enum(['OPEN', 'APPROVAL', 'INVITATION']);
export type JoinPolicy = z.infer<typeof joinPolicy>;
export const membershipRole = z.enum(['LEAD', 'MEMBER', 'OBSERVER']);
export type MembershipRole = z.infer<typeof membershipRole>;
export const membershipState = z.enum(['REQUESTED', 'CONFIRMED', 'ACTIVE', 'LEFT', 'DECLINED']);
export type MembershipState = z.infer<typeof membershipState>;

/** The resolution from which a network's or a task's authority comes. */
export const mandateView = resolutionView.meta({ id: 'Mandate' });
export type MandateView = z.infer<typeof mandateView>;

/** Mandates come from the association's own bodies. */
export const mandateInput = associationResolutionInput;

const networkSummaryShape = {
  id,
  kind: networkKind,
  state: networkState,
  name: localized,
  purpose: localized,
  joinPolicy,
  startsOn: day.nullable(),
  /** The last day of a temporary network. */
  endsOn: day.nullable(),
  lead: z.object({ id, name: z.string() }).nullable(),
  memberCount: z.int(),
  /** Null for those who may not see its tasks. */
  openTaskCount: z.int().nullable(),
  /** The viewer's own organization in this network, where it has a live membership. */
  mine: z.object({ organizationId: id, role: membershipRole, state: membershipState }).nullable(),
};
export const networkSummary = z.object(networkSummaryShape).meta({ id: 'NetworkSummary' });
export type NetworkSummary = z.infer<typeof networkSummary>;
export const networkPage = pageOf(networkSummary).meta({ id: 'NetworkPage' });

export const networkView = z
  .object({
    ...networkSummaryShape,
    mandate: mandateView.nullable(),
    version,
    abilities: z.object({
      activate: z.boolean(),
      reject: z.boolean(),
      changeLead: z.boolean(),
      writeTask: z.boolean(),
      /** The organizations for which the viewer may ask to join now. */
      joinFor: z.array(z.object({ id, name: z.string() })),
    }),
  })
  .meta({ id: 'Network' });
export type NetworkView = z.infer<typeof networkView>;

export const membershipView = z
  .object({
    organization: z.object({ id, name: z.string(), voivodeship: z.string().nullable(), teryt: z.string().nullable() }),
    role: membershipRole,
    state: membershipState,
    requestedAt: instant,
    activeAt: instant.nullable(),
    /** Why the gmina asks; seen by the gmina itself, the lead and the secretariat. */
    note: z.string().nullable(),
    abilities: z.object({
      confirm: z.boolean(),
      admit: z.boolean(),
      decline: z.boolean(),
      leave: z.boolean(),
    }),
  })
  .meta({ id: 'Membership' });
export type MembershipView = z.infer<typeof membershipView>;
/** A network has at most as many live memberships as the association has gminas: not paged. */
export const membershipList = z.object({ items: z.array(membershipView) }).meta({ id: 'MembershipList' });

const networkParams = z.strictObject({ id });
const membershipParams = z.strictObject({ id, organizationId: id });

export const networksRoutes = defineRoutes({
  listNetworks: {
    method: 'GET',
    path: '/api/networks',
    access: 'signed-in',
    summary: 'Networks that the viewer may see, by name.',
    query: z.strictObject({
      search,
      state: networkState.optional(),
      kind: networkKind.optional(),
      /** Only those in which the viewer's organization has a live membership. */
      mine: flag.optional(),
      cursor,
    }),
    response: networkPage,
  },
  proposeNetwork: {
    method: 'POST',
    path: '/api/networks',
    access: 'signed-in',
    summary: 'Proposes a network.',
    body: z.strictObject({
      kind: networkKind,
      namePl: line(3, 120),
      nameEn: line(3, 120).optional(),
      purposePl: prose(10, 2000),
      purposeEn: prose(10, 2000).optional(),
      joinPolicy,
      endsOn: day.optional(),
      mandate: mandateInput.optional(),
    }),
    response: networkView,
    status: 201,
  },
  readNetwork: {
    method: 'GET',
    path: '/api/networks/:id',
    access: 'signed-in',
    summary: 'One network with its mandate.',
    params: networkParams,
    response: networkView,
  },
  activateNetwork: {
    method: 'POST',
    path: '/api/networks/:id/activate',
    access: 'signed-in',
    summary: 'Activates a proposed network under its mandate, with a lead.',
    params: networkParams,
    body: z.strictObject({ leadOrganizationId: id, mandate: mandateInput.optional(), version }),
    response: networkView,
    problems: ['wrong-state', 'version-conflict', 'mandate-missing'],
  },
  rejectNetwork: {
    method: 'POST',
    path: '/api/networks/:id/reject',
    access: 'signed-in',
    summary: 'Rejects a proposed network, with a reason.',
    params: networkParams,
    body: z.strictObject({ reason, version }),
    response: networkView,
    problems: ['wrong-state', 'version-conflict'],
  },
  changeLead: {
    method: 'PUT',
    path: '/api/networks/:id/lead',
    access: 'signed-in',
    summary: 'Hands the lead of an active network to another of its members.',
    params: networkParams,
    body: z.strictObject({ organizationId: id, version }),
    response: networkView,
    problems: ['wrong-state', 'version-conflict'],
  },
  listMemberships: {
    method: 'GET',
    path: '/api/networks/:id/memberships',
    access: 'signed-in',
    summary: 'The live memberships of a network: active ones, and requests as far as the viewer may see them.',
    params: networkParams,
    response: membershipList,
  },
  requestMembership: {
    method: 'POST',
    path: '/api/networks/:id/memberships',
    access: 'signed-in',
    summary: 'Asks to join for a gmina; confirmed at once when its mayor or coordinator asks.',
    params: networkParams,
    body: z.strictObject({
      organizationId: id,
      role: z.enum(['MEMBER', 'OBSERVER']).default('MEMBER'),
      note: prose(0, 1000).optional(),
    }),
    response: membershipView,
    status: 201,
    problems: ['wrong-state', 'membership-exists', 'by-invitation-only'],
  },
  confirmMembership: {
    method: 'POST',
    path: '/api/networks/:id/memberships/:organizationId/confirm',
    access: 'signed-in',
    summary: "The gmina's own confirmation of a request that its official made.",
    params: membershipParams,
    response: membershipView,
    problems: ['wrong-state'],
  },
  admitMembership: {
    method: 'POST',
    path: '/api/networks/:id/memberships/:organizationId/admit',
    access: 'signed-in',
    summary: 'The lead or the secretariat admits a gmina that has confirmed.',
    params: membershipParams,
    response: membershipView,
    problems: ['wrong-state'],
  },
  declineMembership: {
    method: 'POST',
    path: '/api/networks/:id/memberships/:organizationId/decline',
    access: 'signed-in',
    summary: 'Declines a request, with a reason: the gmina its own, the lead or the secretariat any.',
    params: membershipParams,
    body: z.strictObject({ reason }),
    response: membershipView,
    problems: ['wrong-state'],
  },
  leaveNetwork: {
    method: 'POST',
    path: '/api/networks/:id/memberships/:organizationId/leave',
    access: 'signed-in',
    summary: 'A gmina leaves a network; the lead hands over first.',
    params: membershipParams,
    response: membershipView,
    problems: ['wrong-state', 'lead-must-stay'],
  },
  listNetworkActivity: {
    method: 'GET',
    path: '/api/networks/:id/activity',
    access: 'signed-in',
    summary: 'What happened in a network, newest first.',
    params: networkParams,
    query: z.strictObject({ cursor }),
    response: eventPage,
  },
});
