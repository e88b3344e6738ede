import { z } from 'zod';
import { eventView } from './activity.ts';
import { membershipState, networkState } from './networks.ts';
import { resolutionStanding } from './organizations.ts';
import { day, id, instant, localized } from './primitives.ts';
import { defineRoutes } from './route.ts';
import { assignmentSummary } from './tasks.ts';

/** An open ballot in which the viewer's gmina has not voted yet. */
export const ballotToVote = z.object({ id, title: localized, closesAt: instant }).meta({ id: 'BallotToVote' });

/** A position on which the viewer's gmina has not spoken: in its consultation, or adopted by silence unless somebody objects. */
export const positionToSay = z
  .object({ id, title: localized, until: instant, bySilence: z.boolean() })
  .meta({ id: 'PositionToSay' });

/** A General Assembly that is held now, at which the viewer's gmina has not said that it is there. */
export const meetingToAttend = z.object({ id, title: localized, place: z.string() }).meta({ id: 'MeetingToAttend' });

/**
 * What waits for the viewer in an initiative or a position: a part to confirm, a share of a budget to agree to, a payment
 * claim to decide on, a position to approve.
 */
export const startMatter = z
  .object({
    kind: z.enum(['PART', 'SHARE', 'CLAIM', 'APPROVAL']),
    /** Of the initiative or the position. */
    id,
    title: localized,
    /** Whose part, share or claim it is, or for whom the position is approved. */
    organization: z.string(),
    /** Of the claim. */
    number: z.int().nullable(),
  })
  .meta({ id: 'StartMatter' });
export type StartMatter = z.infer<typeof startMatter>;

/** Ideas that wait for the viewer's answer: how many, how many of them late, and the first that are due (at most 5). */
export const ideasToAnswer = z
  .object({
    waiting: z.int(),
    late: z.int(),
    first: z.array(z.object({ id, title: z.string(), organization: z.string(), dueOn: day, late: z.boolean() })),
  })
  .meta({ id: 'IdeasToAnswer' });

/** A membership that waits for the viewer: an invitation or a request for the gmina to accept or confirm, a request for lead or secretariat to admit. */
export const pendingMembership = z
  .object({
    network: z.object({ id, name: localized }),
    organization: z.object({ id, name: z.string() }),
    state: membershipState,
    step: z.enum(['ACCEPT', 'CONFIRM', 'ADMIT']),
    requestedOn: day,
  })
  .meta({ id: 'PendingMembership' });
export type PendingMembership = z.infer<typeof pendingMembership>;

export const networkHealth = z
  .object({
    id,
    name: localized,
    state: networkState,
    endsOn: day.nullable(),
    mandateStanding: resolutionStanding.nullable(),
    reviewDue: z.boolean(),
    memberCount: z.int(),
    openTaskCount: z.int(),
    lateCount: z.int(),
    answered: z.int(),
    asked: z.int(),
  })
  .meta({ id: 'NetworkHealth' });
export type NetworkHealth = z.infer<typeof networkHealth>;

export const startView = z
  .object({
    /** For whom the page is made. */
    perspective: z.enum(['MAYOR', 'OFFICIAL', 'SECRETARIAT', 'GUEST']),
    /** General Assemblies held now at which the viewer's gmina is missed. */
    toAttend: z.array(meetingToAttend),
    /** What waits for the viewer in initiatives and positions, the longest first (at most 50). */
    matters: z.array(startMatter),
    /** What waits for the secretariat's answer. */
    ideas: ideasToAnswer,
    /** Requests and invitations to join that wait for the viewer's decision (at most 50). */
    toDecide: z.array(pendingMembership),
    /** Open ballots in which the viewer votes for a gmina that has not voted, the first to close first (at most 50). */
    toVote: z.array(ballotToVote),
    /** Positions on which the viewer speaks for a gmina that has not spoken, the first to end first (at most 50). */
    toSay: z.array(positionToSay),
    /** What the viewer's gminas are asked and have not answered, late first (at most 50). */
    asked: z.array(assignmentSummary),
    /** Answers that wait for acceptance (secretariat; at most 50). */
    submitted: z.array(assignmentSummary),
    /** Late assignments of the viewer's gminas (of all gminas for the secretariat); counting stops at 100. */
    lateCount: z.int(),
    /** The viewer's networks (every active one for the secretariat; at most 50). */
    networks: z.array(networkHealth),
    /** The newest thing to praise: an answer of the viewer's gmina that was accepted. */
    praise: eventView.nullable(),
  })
  .meta({ id: 'Start' });
export type StartView = z.infer<typeof startView>;

export const dashboardsRoutes = defineRoutes({
  readStart: {
    method: 'GET',
    path: '/api/start',
    access: 'signed-in',
    summary: 'The start page, made for the office of the viewer.',
    response: startView,
  },
});
