import { z } from 'zod';
import { eventPage } from './activity.ts';
import { associationResolutionInput, resolutionStanding, resolutionView } from './organizations.ts';
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
  tableFormat,
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
export const membershipState = z.enum(['INVITED', 'REQUESTED', 'CONFIRMED', 'ACTIVE', 'LEFT', 'DECLINED']);
export type MembershipState = z.infer<typeof membershipState>;
/** The association's four goals: closer to cooperation, to self-government, to society, to the sea. */
export const goal = z.enum(['COOPERATION', 'SELF_GOVERNMENT', 'SOCIETY', 'SEA']);
export type Goal = z.infer<typeof goal>;
export const reviewOutcome = z.enum(['CONTINUE', 'CHANGE', 'CLOSE']);
export type ReviewOutcome = z.infer<typeof reviewOutcome>;

/** What a network is about, in a word or two: in small letters, so that one topic is one. */
const topic = line(2, 40).transform((text) => text.toLocaleLowerCase('pl'));
const several = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** To what something brings the gminas closer: one goal at least. */
export const goalList = z.array(goal).min(1).max(4).transform(several);
/** What something is about. */
export const topicList = z.array(topic).max(10).transform(several).default([]);

/** What a network is for, as it is proposed or kept as a template. */
export const networkDescription = {
  kind: networkKind,
  purposePl: prose(10, 2000),
  purposeEn: prose(10, 2000).optional(),
  joinPolicy,
  benefit: prose(10, 2000),
  goals: goalList,
  topics: topicList,
};

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
  goals: z.array(goal),
  topics: z.array(z.string()),
  /** Whether what it rests on is in force; null without a mandate. */
  mandateStanding: resolutionStanding.nullable(),
  /** A permanent one that was not looked at for a year. */
  reviewDue: z.boolean(),
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
    /** What it is to give the gminas; null of those that were proposed before this was asked. */
    benefit: z.string().nullable(),
    proposedBy: z.object({ id, name: z.string() }),
    parent: z.object({ id, name: localized }).nullable(),
    parts: z.array(z.object({ id, name: localized, state: networkState })),
    /** How its end was put off, the first time first. */
    extensions: z.array(
      z.object({ id, formerEndsOn: day, endsOn: day, reason: z.string(), resolution: resolutionView }),
    ),
    /** The yearly looks at it, the newest first. */
    reviews: z.array(z.object({ year: z.int(), outcome: reviewOutcome, summary: z.string(), reviewedOn: day })),
    version,
    abilities: z.object({
      activate: z.boolean(),
      reject: z.boolean(),
      changeLead: z.boolean(),
      changeMandate: z.boolean(),
      extend: z.boolean(),
      review: z.boolean(),
      beginClosing: z.boolean(),
      readReport: z.boolean(),
      writeTask: z.boolean(),
      invite: z.boolean(),
      /** The organizations for which the viewer may ask to join now. */
      joinFor: z.array(z.object({ id, name: z.string() })),
    }),
  })
  .meta({ id: 'Network' });
export type NetworkView = z.infer<typeof networkView>;

/** A political sponsor, or somebody who does the work. */
export const seatRole = z.enum(['SPONSOR', 'OFFICIAL']);
export type SeatRole = z.infer<typeof seatRole>;
const seated = z.object({ id, person: z.object({ id, name: z.string() }) });
export const seatView = seated
  .extend({
    role: seatRole,
    /** Stands in, and takes the seat when its holder goes. */
    substitute: seated.nullable(),
  })
  .meta({ id: 'Seat' });
export type SeatView = z.infer<typeof seatView>;

export const membershipView = z
  .object({
    organization: z.object({ id, name: z.string(), voivodeship: z.string().nullable(), teryt: z.string().nullable() }),
    role: membershipRole,
    state: membershipState,
    requestedAt: instant,
    activeAt: instant.nullable(),
    /** Why the gmina asks, or is invited; seen by the gmina itself, the lead and the secretariat. */
    note: z.string().nullable(),
    /** Who represents the gmina, the sponsor first; null for those outside the network. */
    seats: z.array(seatView).nullable(),
    abilities: z.object({
      /** Names its representatives. */
      nameSeats: z.boolean(),
      accept: z.boolean(),
      confirm: z.boolean(),
      admit: z.boolean(),
      /** The gmina declines an invitation or its own request; lead and secretariat take an invitation back or decline a request. */
      decline: z.boolean(),
      leave: z.boolean(),
    }),
  })
  .meta({ id: 'Membership' });
export type MembershipView = z.infer<typeof membershipView>;
/** A network has at most as many live memberships as the association has gminas: not paged. */
export const membershipList = z.object({ items: z.array(membershipView) }).meta({ id: 'MembershipList' });

/** Where networks reach, and where not: as many rows as counties and networks, so not paged. */
export const networkCoverage = z
  .object({
    /** The counties that have members of the association, by voivodeship and name. */
    counties: z.array(
      z.object({
        voivodeship: z.string(),
        county: z.string(),
        /** Members of the association. */
        gminas: z.int(),
      }),
    ),
    /** Networks at work, by name. */
    networks: z.array(
      z.object({
        id,
        name: localized,
        /** How many of each county's gminas belong to it; in the order of `counties`. */
        reach: z.array(z.int()),
      }),
    ),
    /** Members of the association that belong to no network at work, by name. */
    outside: z.array(z.object({ id, name: z.string(), voivodeship: z.string(), county: z.string() })),
  })
  .meta({ id: 'NetworkCoverage' });
export type NetworkCoverage = z.infer<typeof networkCoverage>;

const named = z.object({ id, name: z.string() });
export const invitationOutcome = z
  .object({
    invited: z.array(named),
    /** They belong, ask or are invited already. */
    leftOut: z.array(named),
  })
  .meta({ id: 'InvitationOutcome' });
export type InvitationOutcome = z.infer<typeof invitationOutcome>;

/** What happened in a network, in figures. */
const closingFigures = z.object({
  tasks: z.int(),
  /** Tasks that are open: they are closed before the report is signed. */
  openTasks: z.int(),
  /** Assignments in all. */
  asked: z.int(),
  accepted: z.int(),
  declined: z.int(),
  /** Handed in after the due day, or not at all. */
  late: z.int(),
  members: z.int(),
});
export type ClosingFigures = z.infer<typeof closingFigures>;

export const closingReport = z
  .object({
    network: z.object({ id, name: localized, state: networkState }),
    problem: z.string(),
    done: z.string(),
    remaining: z.string(),
    figures: closingFigures,
    results: z.array(
      z.object({
        organization: z.object({ id, name: z.string() }),
        asked: z.int(),
        answered: z.int(),
        result: z.string(),
      }),
    ),
    signed: z.object({ at: instant, by: z.string() }).nullable(),
    version,
    abilities: z.object({ write: z.boolean(), sign: z.boolean() }),
  })
  .meta({ id: 'ClosingReport' });
export type ClosingReportView = z.infer<typeof closingReport>;

const networkParams = z.strictObject({ id });
const membershipParams = z.strictObject({ id, organizationId: id });
const seatParams = z.strictObject({ id, organizationId: id, seatId: id });

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
      goal: goal.optional(),
      topic: line(1, 40).optional(),
      /** Only those that rest on this resolution, or were extended by it. */
      resolution: id.optional(),
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
      ...networkDescription,
      namePl: line(3, 120),
      nameEn: line(3, 120).optional(),
      /** By which it is proposed: its standard tasks are offered once the network is at work. */
      templateId: id.optional(),
      /** The network of which it is to be a part. */
      parentId: id.optional(),
      endsOn: day.optional(),
      /** From the secretariat alone; a gmina's proposal gets its mandate when it is activated. */
      mandate: mandateInput.optional(),
    }),
    response: networkView,
    status: 201,
  },
  listTopics: {
    method: 'GET',
    path: '/api/networks/topics',
    access: 'signed-in',
    summary: 'The topics of the networks that the viewer may see.',
    response: z.object({ items: z.array(z.string()) }).meta({ id: 'TopicList' }),
  },
  readCoverage: {
    method: 'GET',
    path: '/api/networks/coverage',
    access: 'signed-in',
    summary: 'Where the networks at work reach: by county, with the gminas that belong to none.',
    response: networkCoverage,
  },
  exportMemberships: {
    method: 'GET',
    path: '/api/networks/memberships/export',
    access: 'signed-in',
    summary: 'The memberships of all networks that the viewer may see, as a spreadsheet: a row each.',
    query: z.strictObject({ format: tableFormat }),
    file: 'table',
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
    problems: ['wrong-state', 'version-conflict', 'mandate-missing', 'mandate-not-in-force'],
  },
  changeMandate: {
    method: 'PUT',
    path: '/api/networks/:id/mandate',
    access: 'signed-in',
    summary: 'Puts a network under another resolution, where the one it rests on has ended or was superseded.',
    params: networkParams,
    body: z.strictObject({ mandate: mandateInput, version }),
    response: networkView,
    problems: ['wrong-state', 'version-conflict', 'mandate-not-in-force'],
  },
  extendNetwork: {
    method: 'POST',
    path: '/api/networks/:id/extensions',
    access: 'signed-in',
    summary: 'Puts off the end of a temporary network, by a resolution.',
    params: networkParams,
    body: z.strictObject({ resolution: associationResolutionInput, endsOn: day, reason, version }),
    response: networkView,
    problems: ['wrong-state', 'version-conflict', 'mandate-not-in-force'],
  },
  reviewNetwork: {
    method: 'POST',
    path: '/api/networks/:id/reviews',
    access: 'signed-in',
    summary: "Notes the year's review of a permanent network.",
    params: networkParams,
    body: z.strictObject({ outcome: reviewOutcome, summary: prose(10, 4000), version }),
    response: networkView,
    problems: ['wrong-state', 'version-conflict', 'review-exists'],
  },
  beginClosing: {
    method: 'POST',
    path: '/api/networks/:id/closing',
    access: 'signed-in',
    summary: 'Begins the closing of a network: no new work, and a report is begun from what happened.',
    params: networkParams,
    body: z.strictObject({ version }),
    response: networkView,
    problems: ['wrong-state', 'version-conflict'],
  },
  readClosingReport: {
    method: 'GET',
    path: '/api/networks/:id/report',
    access: 'signed-in',
    summary: 'The report with which a network closes; before it is signed it is for those who work on it.',
    params: networkParams,
    response: closingReport,
  },
  writeClosingReport: {
    method: 'PUT',
    path: '/api/networks/:id/report',
    access: 'signed-in',
    summary: 'Writes the closing report.',
    params: networkParams,
    body: z.strictObject({
      problem: prose(10, 10_000),
      done: prose(0, 10_000).default(''),
      remaining: prose(0, 10_000).default(''),
      results: z.array(z.strictObject({ organizationId: id, result: prose(0, 2000).default('') })).max(500),
      version,
    }),
    response: closingReport,
    problems: ['wrong-state', 'version-conflict', 'too-large'],
  },
  signClosingReport: {
    method: 'POST',
    path: '/api/networks/:id/report/sign',
    access: 'signed-in',
    summary: "The lead's mayor signs the report, and the network is closed; its tasks are closed before.",
    params: networkParams,
    body: z.strictObject({ version }),
    response: closingReport,
    problems: ['wrong-state', 'version-conflict', 'tasks-open', 'report-incomplete'],
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
  inviteGminas: {
    method: 'POST',
    path: '/api/networks/:id/invitations',
    access: 'signed-in',
    summary:
      'Invites gminas into a network, as many as wanted at once; who belongs, asks or is invited already is left out.',
    params: networkParams,
    body: z.strictObject({
      organizationIds: z.array(id).min(1).max(500).transform(several),
      role: z.enum(['MEMBER', 'OBSERVER']).default('MEMBER'),
      note: prose(0, 1000).optional(),
    }),
    response: invitationOutcome,
    problems: ['wrong-state'],
  },
  acceptMembership: {
    method: 'POST',
    path: '/api/networks/:id/memberships/:organizationId/accept',
    access: 'signed-in',
    summary: 'The invited gmina accepts, by its mayor or coordinator: it belongs to the network from then on.',
    params: membershipParams,
    response: membershipView,
    problems: ['wrong-state'],
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
    summary:
      'Declines a request or an invitation, with a reason: the gmina its own; lead and secretariat a request, or an invitation of theirs.',
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
  nameSeat: {
    method: 'POST',
    path: '/api/networks/:id/memberships/:organizationId/seats',
    access: 'signed-in',
    summary:
      'Names somebody of the gmina to represent it, or to stand in for who does. By its mayor, coordinator, or the secretariat.',
    params: membershipParams,
    body: z.strictObject({
      personId: id,
      role: seatRole,
      /** The seat for whose holder the person stands in; it has the same role. */
      substituteFor: id.optional(),
    }),
    response: membershipView,
    status: 201,
    problems: ['wrong-state', 'seat-taken', 'already-seated'],
  },
  freeSeat: {
    method: 'DELETE',
    path: '/api/networks/:id/memberships/:organizationId/seats/:seatId',
    access: 'signed-in',
    summary: 'Somebody represents the gmina no more; a substitute takes the seat.',
    params: seatParams,
    response: membershipView,
    problems: ['wrong-state'],
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
