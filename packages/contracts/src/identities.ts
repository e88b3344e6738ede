import { z } from 'zod';
import { id, instant, localized } from './primitives.ts';
import type { ProblemSlug } from './problems.ts';
import { defineRoutes } from './route.ts';

/** What an outside provider is called in addresses and in the configuration. */
export const providerId = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/);

/**
 * Where to go on after signing in: a place of the working side, never another site. As an address is written: percent-encoded,
 * without a backslash (which browsers read as a slash) or a step upwards.
 */
export const returnPath = z
  .string()
  .max(500)
  .regex(/^\/app(?![^/?#])(?!.*\/\.)[!-[\]-~]*$/);

const providerView = z.object({ id: providerId, name: localized });

export const signInWaysView = z
  .object({
    /** Outside providers, in the order in which they are offered. */
    providers: z.array(providerView),
  })
  .meta({ id: 'SignInWays' });
export type SignInWaysView = z.infer<typeof signInWaysView>;

export const identityView = z
  .object({
    id,
    /** Its name is missing where the portal no longer works with this provider. */
    provider: z.object({ id: z.string(), name: localized.nullable() }),
    linkedAt: instant,
  })
  .meta({ id: 'Identity' });
export type IdentityView = z.infer<typeof identityView>;

/** What may go wrong between the portal and a provider, and is told on the page to which the browser is sent. */
const told = [
  'provider-unavailable',
  'sign-in-cancelled',
  'attempt-ended',
  'assurance-too-low',
  'email-unverified',
  'not-admitted',
  'identity-taken',
  'too-many-requests',
] as const satisfies readonly ProblemSlug[];

export const identitiesRoutes = defineRoutes({
  readSignInWays: {
    method: 'GET',
    path: '/api/sign-in-ways',
    access: 'public',
    summary: 'The outside providers through which one may sign in.',
    response: signInWaysView,
  },
  beginOidc: {
    method: 'GET',
    path: '/auth/oidc/:provider',
    access: 'public',
    summary: 'Begins signing in through a provider (OpenID Connect): for a browser, which goes on to the provider.',
    params: z.strictObject({ provider: providerId }),
    query: z.strictObject({ powrot: returnPath.optional() }),
    redirects: { tells: told },
  },
  // Without a query of its own: what comes back is the provider's affair, and the library checks it.
  finishOidc: {
    method: 'GET',
    path: '/auth/oidc/:provider/callback',
    access: 'public',
    summary: 'Where a provider sends the browser back: signs in, or links the account, and goes on into the portal.',
    params: z.strictObject({ provider: providerId }),
    redirects: { tells: told },
  },
  listIdentities: {
    method: 'GET',
    path: '/api/identities',
    access: 'signed-in',
    summary: 'The accounts with outside providers that the signed-in person has linked: at most one a provider.',
    response: z.object({ items: z.array(identityView) }).meta({ id: 'Identities' }),
  },
  // A change, so never by a link alone: nobody is led to link an account that is not theirs.
  linkIdentity: {
    method: 'POST',
    path: '/api/identities',
    access: 'signed-in',
    repeatable: false,
    summary:
      'Begins linking an account with a provider: the browser is to go on to `url`, and comes back linked. Asks for a proof of the last 15 minutes.',
    body: z.strictObject({ provider: providerId }),
    response: z.object({ url: z.url() }).meta({ id: 'LinkingBegun' }),
    problems: ['not-found', 'proof-required', 'provider-unavailable', 'too-many-requests'],
  },
  unlinkIdentity: {
    method: 'DELETE',
    path: '/api/identities/:id',
    access: 'signed-in',
    summary: 'Unlinks one of the signed-in person’s accounts. Asks for a proof of the last 15 minutes.',
    params: z.strictObject({ id }),
    problems: ['proof-required'],
  },
});
