import type { EventKind, LinkedDeed, MembershipState, NotificationReason } from '@blizej/contracts';

/** How long a link in a letter decides, in days. */
export const linkDays = 7;

const deedOfKind: Partial<Record<EventKind, LinkedDeed>> = {
  'membership.invited': 'ACCEPT_INVITATION',
  'membership.requested': 'CONFIRM_MEMBERSHIP',
  'membership.confirmed': 'ADMIT_MEMBERSHIP',
};

/** What the letter of a notification lets its reader decide with one click; undefined where nothing. */
export const deedOf = (told: {
  readonly kind: EventKind;
  readonly reason: NotificationReason;
}): LinkedDeed | undefined => (told.reason === 'DECIDE' ? deedOfKind[told.kind] : undefined);

/** The state in which each deed finds a membership. */
export const decidedFrom: Record<LinkedDeed, MembershipState> = {
  ACCEPT_INVITATION: 'INVITED',
  CONFIRM_MEMBERSHIP: 'REQUESTED',
  ADMIT_MEMBERSHIP: 'CONFIRMED',
};
