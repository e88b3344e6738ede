import { z } from 'zod';
import { office } from './accounts.ts';
import { day, id, localized } from './primitives.ts';

/**
 * Every kind of event with the facts that its sentence needs. Facts are snapshots: an event reads the same in ten
 * years. People are never copied into an event: whom it concerns stands as an id, and names are joined when it is read,
 * so that erasure works.
 * A new kind does not compile until it has an announcement (who is told) and words in each language.
 */
const network = { network: localized };
const task = { network: localized, task: z.string() };
const gmina = { organization: z.string() };
const why = { reason: z.string() };
const concerned = { person: id };
const initiative = { initiative: localized, initiativeId: id };
const ballot = { ballot: localized, ballotId: id };

export const eventFacts = {
  'person.signed-in': z.object({}),
  'person.signed-out': z.object({}),
  'person.profile-changed': z.object({}),
  'person.erased': z.object({}),
  'person.proved': z.object({}),
  'person.link-sent': z.object({}),
  'person.sessions-ended': z.object({ count: z.int() }),
  'person.password-changed': z.object({}),
  'person.password-reset': z.object({}),
  'person.email-asked': z.object({}),
  'person.email-changed': z.object({}),
  'person.second-factor-set': z.object({}),
  'person.second-factor-removed': z.object({}),
  'person.recovery-codes-renewed': z.object({}),
  'person.recovery-code-used': z.object({}),
  'invitation.sent': z.object({ ...gmina, office }),
  'invitation.revoked': z.object({ ...gmina, office }),
  'person.identity-linked': z.object({ provider: localized }),
  'person.identity-unlinked': z.object({ provider: localized }),
  'appointment.began': z.object({ ...gmina, ...concerned, office }),
  'appointment.ended': z.object({ ...gmina, ...concerned, office }),
  'person.blocked': z.object(concerned),
  'person.unblocked': z.object(concerned),
  'municipalities.imported': z.object({ count: z.int() }),
  'organization.candidate': z.object(gmina),
  'organization.joined': z.object({ ...gmina, resolution: z.string(), since: day }),
  'organization.left': z.object({ ...gmina, resolution: z.string(), until: day }),
  'initiative.proposed': z.object(initiative),
  'initiative.changed': z.object(initiative),
  'initiative.prepared': z.object({ ...initiative, ...why }),
  'initiative.applied': z.object({ ...initiative, ...why }),
  'initiative.funded': z.object({ ...initiative, ...why }),
  'initiative.started': z.object({ ...initiative, ...why }),
  'initiative.completed': z.object({ ...initiative, ...why }),
  'initiative.abandoned': z.object({ ...initiative, ...why }),
  'initiative.level-changed': z.object({ ...initiative, ...why }),
  'initiative.part-declared': z.object({ ...initiative, ...gmina }),
  'initiative.part-confirmed': z.object({ ...initiative, ...gmina }),
  'initiative.part-withdrawn': z.object({ ...initiative, ...gmina, ...why }),
  'initiative.lead-changed': z.object({ ...initiative, ...gmina }),
  'initiative.planned': z.object(initiative),
  'initiative.milestone-reached': z.object({ ...initiative, milestone: z.string() }),
  'initiative.risks-assessed': z.object(initiative),
  'initiative.indicator-added': z.object({ ...initiative, indicator: localized }),
  'initiative.indicator-removed': z.object({ ...initiative, indicator: localized }),
  'initiative.measured': z.object({ ...initiative, indicator: localized }),
  'template.added': z.object({ template: z.string() }),
  'template.changed': z.object({ template: z.string() }),
  'template.removed': z.object({ template: z.string() }),
  'resolution.recorded': z.object({ resolution: z.string() }),
  'resolution.changed': z.object({ resolution: z.string() }),
  'dues.set': z.object({ year: z.int(), perInhabitant: z.int(), resolution: z.string() }),
  'network.proposed': z.object(network),
  'network.activated': z.object({ ...network, mandate: z.string() }),
  'network.rejected': z.object({ ...network, ...why }),
  'network.lead-changed': z.object({ ...network, ...gmina }),
  'network.extended': z.object({ ...network, until: day, mandate: z.string() }),
  'network.mandate-changed': z.object({ ...network, mandate: z.string() }),
  /** `mandate` is what it rests on, `resolution` what comes in its place. */
  'network.mandate-superseded': z.object({ ...network, mandate: z.string(), resolution: z.string() }),
  'network.mandate-ending': z.object({ ...network, mandate: z.string(), until: day }),
  'network.mandate-ended': z.object({ ...network, mandate: z.string(), until: day }),
  'network.reviewed': z.object({ ...network, year: z.int() }),
  'network.closing': z.object(network),
  'network.report-written': z.object(network),
  'network.closed': z.object(network),
  'membership.invited': z.object({ ...network, ...gmina }),
  'membership.requested': z.object({ ...network, ...gmina }),
  'membership.confirmed': z.object({ ...network, ...gmina }),
  'membership.activated': z.object({ ...network, ...gmina }),
  'membership.declined': z.object({ ...network, ...gmina, ...why }),
  'membership.seated': z.object({ ...network, ...gmina, ...concerned }),
  'membership.unseated': z.object({ ...network, ...gmina, ...concerned }),
  'membership.left': z.object({ ...network, ...gmina }),
  'comment.written': z.object(network),
  'comment.announced': z.object(network),
  'comment.changed': z.object(network),
  'comment.removed': z.object(network),
  'comment.written-on-task': z.object(task),
  'comment.changed-on-task': z.object(task),
  'comment.removed-on-task': z.object(task),
  'task.assigned': z.object({ ...task, dueOn: day, count: z.int() }),
  'task.form-changed': z.object(task),
  'task.rescheduled': z.object({ ...task, dueOn: day }),
  'task.made-urgent': z.object(task),
  'task.made-ordinary': z.object(task),
  'task.repeated': z.object({ ...task, since: day }),
  'task.repeat-stopped': z.object(task),
  /** A series waits: its network has ended or lost its mandate. */
  'task.repeat-paused': z.object(task),
  /** What it needed is finished. */
  'task.ready': z.object(task),
  'task.closed': z.object(task),
  'task.reopened': z.object(task),
  'assignment.taken': z.object({ ...task, ...gmina }),
  'assignment.submitted': z.object({ ...task, ...gmina }),
  'assignment.handed-over': z.object({ ...task, ...gmina }),
  'assignment.accepted': z.object({ ...task, ...gmina }),
  'assignment.returned': z.object({ ...task, ...gmina, ...why }),
  'assignment.declined': z.object({ ...task, ...gmina, ...why }),
  'assignment.time-asked': z.object({ ...task, ...gmina, ...why, dueOn: day }),
  'assignment.time-withdrawn': z.object({ ...task, ...gmina }),
  'assignment.time-granted': z.object({ ...task, ...gmina, dueOn: day }),
  'assignment.time-refused': z.object({ ...task, ...gmina, ...why }),
  'assignment.escalated': z.object({ ...task, ...gmina, ...concerned }),
  // What the files of an answer are called is the gmina's own, as the answer is.
  'document.added-to-answer': z.object({ ...task, ...gmina }),
  'document.removed-from-answer': z.object({ ...task, ...gmina }),
  'document.added': z.object({ ...network, document: z.string() }),
  'document.renewed': z.object({ ...network, document: z.string(), number: z.int() }),
  'document.changed': z.object({ ...network, document: z.string(), before: z.string() }),
  'document.removed': z.object({ ...network, document: z.string() }),
  'document.restored': z.object({ ...network, document: z.string() }),
  'document.added-to-resolution': z.object({ resolution: z.string(), document: z.string() }),
  'document.renamed-in-resolution': z.object({ resolution: z.string(), document: z.string(), before: z.string() }),
  'document.removed-from-resolution': z.object({ resolution: z.string(), document: z.string() }),
  'document.infected': z.object({ document: z.string() }),
  'ballot.written': z.object(ballot),
  'ballot.changed': z.object(ballot),
  'ballot.announced': z.object({ ...ballot, since: day }),
  'ballot.opened': z.object({ ...ballot, until: day }),
  'ballot.reminded': z.object({ ...ballot, until: day }),
  /** Never how: that stands in the list that is published after the close. */
  'ballot.cast': z.object({ ...ballot, ...gmina }),
  'ballot.extended': z.object({ ...ballot, ...why, until: day }),
  'ballot.closed': z.object(ballot),
  'ballot.withdrawn': z.object({ ...ballot, ...why }),
  'ballot.cast-by-proxy': z.object({ ...ballot, ...gmina, holder: z.string() }),
  'ballot.paper-entered': z.object({ ...ballot, ...gmina, document: z.string() }),
  /** A gmina has voted in the portal after its vote on paper. */
  'ballot.paper-replaced': z.object({ ...ballot, ...gmina }),
  'ballot.proxy-named': z.object({ ...gmina, holder: z.string(), document: z.string() }),
  'ballot.proxy-revoked': z.object({ ...gmina, holder: z.string(), ...why }),
} as const satisfies Record<string, z.ZodObject>;

export type EventKind = keyof typeof eventFacts;
export const eventKinds = Object.keys(eventFacts) as [EventKind, ...EventKind[]];
/** The kinds that say in their facts which person they concern. */
export const kindsAboutPerson = eventKinds.filter((kind) => 'person' in eventFacts[kind].shape);
export type EventFacts<K extends EventKind> = z.infer<(typeof eventFacts)[K]>;
