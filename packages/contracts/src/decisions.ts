import { z } from 'zod';
import { linkToken } from './invitations.ts';
import { id, localized } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** What a link in a letter does with one click. */
export const linkedDeed = z.enum(['ACCEPT_INVITATION', 'CONFIRM_MEMBERSHIP', 'ADMIT_MEMBERSHIP']);
export type LinkedDeed = z.infer<typeof linkedDeed>;

export const heldDecision = z
  .object({
    deed: linkedDeed,
    /** To whom the letter went. */
    name: z.string(),
    network: z.object({ id, name: localized }),
    organization: z.object({ id, name: z.string() }),
    /** It can be done now; it asks for the sign-in, for the account has or needs a second factor; or it is decided already. */
    standing: z.enum(['READY', 'SIGN_IN', 'DECIDED']),
  })
  .meta({ id: 'HeldDecision' });
export type HeldDecision = z.infer<typeof heldDecision>;

const held = {
  access: 'public',
  body: z.strictObject({ token: linkToken }),
  response: heldDecision,
} as const;

export const decisionsRoutes = defineRoutes({
  readHeldDecision: {
    method: 'POST',
    path: '/api/links/decision/held',
    summary:
      'What a link in a letter decides, for whoever holds it. The secret travels in the body, never in an address.',
    problems: ['link-void', 'too-many-requests'],
    ...held,
  },
  decideByLink: {
    method: 'POST',
    path: '/api/links/decision',
    summary: 'Decides it, once: as the person to whom the letter went, if their office still stands.',
    problems: ['link-void', 'wrong-state', 'too-many-requests'],
    ...held,
  },
});
