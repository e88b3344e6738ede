import type { AssignmentState, MembershipState, NetworkState, ResolutionStanding } from '@blizej/contracts';
import type { Tone } from '../ui/status.tsx';

// How the states of the domain look wherever they are shown. Their words stand in the common locale file.

const assignmentTones: Record<AssignmentState, Tone> = {
  OPEN: 'idle',
  IN_PROGRESS: 'active',
  SUBMITTED: 'waiting',
  ACCEPTED: 'good',
  RETURNED: 'back',
  DECLINED: 'ended',
};

/** Lateness outweighs the state: it is what one has to act on. */
export const assignmentTone = ({ state, late }: { readonly state: AssignmentState; readonly late: boolean }): Tone =>
  late ? 'late' : assignmentTones[state];

export const networkTone: Record<NetworkState, Tone> = {
  PROPOSED: 'idle',
  ACTIVE: 'active',
  CLOSING: 'waiting',
  CLOSED: 'ended',
  REJECTED: 'ended',
};

export const membershipTone: Record<MembershipState, Tone> = {
  INVITED: 'waiting',
  REQUESTED: 'waiting',
  CONFIRMED: 'waiting',
  ACTIVE: 'good',
  LEFT: 'ended',
  DECLINED: 'ended',
};

export const standingTone: Record<ResolutionStanding, Tone> = {
  AHEAD: 'idle',
  IN_FORCE: 'good',
  ENDED: 'ended',
  SUPERSEDED: 'ended',
};
