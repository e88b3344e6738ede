import type {
  MembershipRole,
  MembershipState,
  MembershipView,
  NetworkKind,
  NetworkState,
  NetworkSummary,
  NetworkView,
  SeatView,
  JoinPolicy,
  MandateView,
  Goal,
  Localized,
  ResolutionStanding,
} from '@blizej/contracts';
import { gminasOf, isSecretariat, type Actor } from '../../kernel/actor.ts';
import { membershipLifecycle, networkLifecycle } from './network.lifecycle.ts';
import { membershipPolicy, networkPolicy, requestingOffices } from './network.policy.ts';

type Mine = { organizationId: string; role: MembershipRole; state: MembershipState };

export interface SummaryRow {
  id: string;
  kind: NetworkKind;
  state: NetworkState;
  namePl: string;
  nameEn: string | null;
  purposePl: string;
  purposeEn: string | null;
  joinPolicy: JoinPolicy;
  startsOn: string | null;
  endsOn: string | null;
  memberCount: number;
  openTaskCount: number;
  goals: Goal[];
  topics: string[];
  mandateStanding: ResolutionStanding | null;
  reviewDue: boolean;
  leadId: string | null;
  leadName: string | null;
  mine: Mine[] | null;
}

export interface NetworkRow extends SummaryRow {
  version: number;
  mandate: MandateView | null;
  benefit: string | null;
  proposedBy: { id: string; name: string };
  parent: { id: string; name: Localized } | null;
  parts: NetworkView['parts'];
  extensions: NetworkView['extensions'];
  reviews: NetworkView['reviews'];
}

export interface MembershipRow {
  organizationId: string;
  organizationName: string;
  voivodeship: string | null;
  teryt: string | null;
  role: MembershipRole;
  state: MembershipState;
  note: string | null;
  requestedAt: Date;
  activeAt: Date | null;
  leadId: string | null;
  networkState: NetworkState;
  seats: SeatView[];
  /** Whether the viewer's organization belongs to the network. */
  isInNetwork: boolean;
}

export const presentSummary = (row: SummaryRow, actor: Actor): NetworkSummary => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  name: { pl: row.namePl, en: row.nameEn },
  purpose: { pl: row.purposePl, en: row.purposeEn },
  joinPolicy: row.joinPolicy,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  lead: row.leadId === null || row.leadName === null ? null : { id: row.leadId, name: row.leadName },
  memberCount: row.memberCount,
  goals: row.goals,
  topics: row.topics,
  mandateStanding: row.mandateStanding,
  reviewDue: row.reviewDue,
  openTaskCount: networkPolicy.seeTasks(actor, row.mine) ? row.openTaskCount : null,
  mine: row.mine?.[0] ?? null,
});

/** A network with what the viewer may do: policy and life cycle together. */
export const presentNetwork = (row: NetworkRow, actor: Actor): NetworkView => {
  const works = networkLifecycle.allows(row.state, 'work');
  const already = new Set(row.mine?.map((membership) => membership.organizationId));
  const askFor = new Set(gminasOf(actor, requestingOffices).filter((id) => !already.has(id)));
  return {
    ...presentSummary(row, actor),
    version: row.version,
    mandate: row.mandate,
    benefit: row.benefit,
    proposedBy: row.proposedBy,
    parent: row.parent,
    parts: row.parts,
    extensions: row.extensions,
    reviews: row.reviews,
    abilities: {
      activate: networkPolicy.activate(actor) && networkLifecycle.allows(row.state, 'activate'),
      reject: networkPolicy.reject(actor) && networkLifecycle.allows(row.state, 'reject'),
      changeLead: networkPolicy.changeLead(actor, row) && works,
      changeMandate: networkPolicy.nameMandate(actor) && works,
      extend: networkPolicy.extend(actor) && works && row.kind === 'TEMPORARY',
      review: networkPolicy.review(actor, row) && works && row.kind === 'PERMANENT',
      beginClosing: networkPolicy.beginClosing(actor, row) && networkLifecycle.allows(row.state, 'beginClosing'),
      readReport:
        (row.state === 'CLOSING' || row.state === 'CLOSED') &&
        networkPolicy.readReport(actor, row, row.state === 'CLOSED'),
      writeTask: isSecretariat(actor) && works,
      invite: networkPolicy.invite(actor, row) && works,
      joinFor:
        works && row.joinPolicy !== 'INVITATION'
          ? actor.offices
              .filter(
                (held, index, all) =>
                  askFor.has(held.organizationId) &&
                  all.findIndex((other) => other.organizationId === held.organizationId) === index,
              )
              .map((held) => ({ id: held.organizationId, name: held.organizationName }))
          : [],
    },
  };
};

export const presentMembership = (row: MembershipRow, actor: Actor): MembershipView => {
  const works = networkLifecycle.allows(row.networkState, 'work');
  const concerned = membershipPolicy.read(actor, { ...row, state: 'REQUESTED' });
  return {
    organization: {
      id: row.organizationId,
      name: row.organizationName,
      voivodeship: row.voivodeship,
      teryt: row.teryt,
    },
    role: row.role,
    state: row.state,
    requestedAt: row.requestedAt.toISOString(),
    activeAt: row.activeAt?.toISOString() ?? null,
    note: concerned ? row.note : null,
    seats: membershipPolicy.seeSeats(actor, row, row.isInNetwork) ? row.seats : null,
    abilities: {
      nameSeats: works && membershipPolicy.nameSeats(actor, row) && membershipLifecycle.allows(row.state, 'represent'),
      accept: works && membershipPolicy.confirm(actor, row) && membershipLifecycle.allows(row.state, 'accept'),
      confirm: works && membershipPolicy.confirm(actor, row) && membershipLifecycle.allows(row.state, 'confirm'),
      admit: works && membershipPolicy.admit(actor, row) && membershipLifecycle.allows(row.state, 'admit'),
      decline: membershipPolicy.decline(actor, row) && membershipLifecycle.allows(row.state, 'decline'),
      leave:
        row.role !== 'LEAD' && membershipPolicy.leave(actor, row) && membershipLifecycle.allows(row.state, 'leave'),
    },
  };
};
