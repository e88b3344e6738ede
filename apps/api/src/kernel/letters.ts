import type { EventKind, LinkedDeed, NotificationReason } from '@blizej/contracts';

/** Of what a letter tells whom. */
export interface LetterTold {
  readonly kind: EventKind;
  readonly reason: NotificationReason;
  readonly personId: string;
  readonly networkId: string | null;
  readonly organizationId: string | null;
}

/** Makes the link with which a letter's reader decides; undefined where there is nothing to decide by a click. */
export type LetterLink = (
  told: LetterTold,
) => Promise<{ readonly deed: LinkedDeed; readonly path: string } | undefined>;
