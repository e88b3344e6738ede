import type { EventKind } from '@blizej/contracts';
import { gminasOf, isInsider, isSecretariat, leadingOffices, type Actor } from '../../kernel/actor.ts';

/**
 * Who sees an event among those who may see what it happened to: `all` of them, the `members` of its network, or only those `concerned` (the gmina
 * that it names, the secretariat, and where `lead`, the network's lead). `audit` events stand in no feed.
 */
export const eventVisibility: Record<EventKind, 'all' | 'members' | 'concerned' | 'concerned-and-lead' | 'audit'> = {
  'person.signed-in': 'audit',
  'person.signed-out': 'audit',
  'person.profile-changed': 'audit',
  'person.erased': 'audit',
  'person.identity-linked': 'audit',
  'person.identity-unlinked': 'audit',
  'person.proved': 'audit',
  'person.link-sent': 'audit',
  'person.sessions-ended': 'audit',
  'person.password-changed': 'audit',
  'person.password-reset': 'audit',
  'person.email-asked': 'audit',
  'person.email-changed': 'audit',
  'person.second-factor-set': 'audit',
  'person.second-factor-removed': 'audit',
  'person.recovery-codes-renewed': 'audit',
  'person.recovery-code-used': 'audit',
  'invitation.sent': 'audit',
  'invitation.revoked': 'audit',
  'appointment.began': 'concerned',
  'appointment.ended': 'concerned',
  'person.blocked': 'concerned',
  'person.unblocked': 'concerned',
  'municipalities.imported': 'audit',
  'organization.candidate': 'all',
  'organization.joined': 'all',
  'organization.left': 'all',
  'initiative.proposed': 'all',
  'initiative.changed': 'all',
  'initiative.prepared': 'all',
  'initiative.applied': 'all',
  'initiative.funded': 'all',
  'initiative.started': 'all',
  'initiative.completed': 'all',
  'initiative.abandoned': 'all',
  'initiative.level-changed': 'all',
  'initiative.part-declared': 'all',
  'initiative.part-confirmed': 'all',
  'initiative.part-withdrawn': 'all',
  'initiative.lead-changed': 'all',
  'initiative.planned': 'all',
  'initiative.milestone-reached': 'all',
  'initiative.risks-assessed': 'all',
  'initiative.indicator-added': 'all',
  'initiative.indicator-removed': 'all',
  'initiative.measured': 'all',
  'template.added': 'all',
  'template.changed': 'all',
  'template.removed': 'all',
  'resolution.recorded': 'all',
  'resolution.changed': 'all',
  'dues.set': 'all',
  'network.proposed': 'all',
  'network.activated': 'all',
  'network.rejected': 'all',
  'network.lead-changed': 'all',
  'network.extended': 'all',
  'network.mandate-changed': 'all',
  'network.mandate-superseded': 'all',
  'network.mandate-ending': 'all',
  'network.mandate-ended': 'all',
  'network.reviewed': 'all',
  'network.closing': 'all',
  'network.report-written': 'audit',
  'network.closed': 'all',
  'comment.written': 'members',
  'comment.announced': 'members',
  'comment.changed': 'members',
  'comment.removed': 'members',
  'membership.invited': 'concerned-and-lead',
  'membership.requested': 'concerned-and-lead',
  'membership.confirmed': 'concerned-and-lead',
  'membership.activated': 'all',
  'membership.declined': 'concerned-and-lead',
  'membership.seated': 'members',
  'membership.unseated': 'members',
  'membership.left': 'all',
  'task.assigned': 'all',
  'task.form-changed': 'all',
  'comment.written-on-task': 'all',
  'comment.changed-on-task': 'all',
  'comment.removed-on-task': 'all',
  'task.rescheduled': 'all',
  'task.made-urgent': 'all',
  'task.made-ordinary': 'all',
  'task.repeated': 'members',
  'task.repeat-stopped': 'members',
  'task.repeat-paused': 'members',
  'task.ready': 'all',
  'task.closed': 'all',
  'task.reopened': 'all',
  'assignment.taken': 'concerned',
  'assignment.submitted': 'all',
  'assignment.handed-over': 'concerned',
  'assignment.accepted': 'all',
  'assignment.returned': 'concerned',
  'assignment.declined': 'concerned',
  'assignment.time-asked': 'concerned',
  'assignment.time-withdrawn': 'concerned',
  'assignment.time-granted': 'concerned',
  'assignment.time-refused': 'concerned',
  'assignment.escalated': 'concerned',
  'document.added-to-answer': 'concerned',
  'document.removed-from-answer': 'concerned',
  'document.added': 'all',
  'document.renewed': 'all',
  'document.changed': 'all',
  'document.removed': 'all',
  'document.restored': 'all',
  'document.added-to-resolution': 'all',
  'document.renamed-in-resolution': 'all',
  'document.removed-from-resolution': 'all',
  'document.infected': 'concerned',
  'ballot.written': 'audit',
  'ballot.changed': 'audit',
  'ballot.announced': 'all',
  'ballot.opened': 'all',
  'ballot.reminded': 'all',
  'ballot.cast': 'all',
  'ballot.extended': 'all',
  'ballot.closed': 'all',
  'ballot.withdrawn': 'all',
  'budget.planned': 'all',
  'budget.asked': 'all',
  'budget.share-agreed': 'all',
  'budget.share-refused': 'concerned',
  'budget.agreed': 'all',
  'budget.changed': 'all',
  'budget.instalments-planned': 'all',
  'budget.claim-written': 'concerned',
  'budget.claim-submitted': 'all',
  'budget.claim-accepted': 'all',
  'budget.claim-cut': 'concerned',
  'budget.claim-returned': 'concerned',
  'budget.received': 'all',
  'budget.receipt-corrected': 'concerned',
};

/** What of a feed an actor sees, as data for the query. */
export interface EventScope {
  readonly everything: boolean;
  /** Kinds that every reader of the subject sees. */
  readonly openKinds: readonly EventKind[];
  /** Kinds that the members of its network see. */
  readonly memberKinds: readonly EventKind[];
  /** Kinds that a gmina's own people see of it. */
  readonly ownKinds: readonly EventKind[];
  /** Kinds that the people who lead for the lead's gmina see of others. */
  readonly leadKinds: readonly EventKind[];
  readonly leadingIds: readonly string[];
  readonly organizationIds: readonly string[];
}

const kindsSeen = (...by: string[]): EventKind[] =>
  (Object.keys(eventVisibility) as EventKind[]).filter((kind) => by.includes(eventVisibility[kind]));

/** Kinds that stand in no feed. */
export const auditKinds: readonly EventKind[] = kindsSeen('audit');

/** The part of a feed that the actor sees. */
export const visibleEvents = (actor: Actor): EventScope => ({
  everything: isSecretariat(actor),
  // Who works for no gmina any more reads nothing of the networks.
  openKinds: isInsider(actor) ? kindsSeen('all') : [],
  memberKinds: kindsSeen('members'),
  ownKinds: kindsSeen('concerned', 'concerned-and-lead'),
  leadKinds: kindsSeen('concerned-and-lead'),
  leadingIds: gminasOf(actor, leadingOffices),
  organizationIds: gminasOf(actor),
});
