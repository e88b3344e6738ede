import type { LinkPurpose } from '@blizej/contracts';

/** How long a link works, in minutes. */
export const linkMinutes: Record<LinkPurpose | 'EMAIL_CHANGE', number> = { SIGN_IN: 15, RESET: 60, EMAIL_CHANGE: 60 };

/** So many links of a purpose live at once: whoever asks on and on floods nobody's mailbox. */
export const mostLinks = 5;
