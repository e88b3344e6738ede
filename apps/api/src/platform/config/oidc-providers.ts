import { readFileSync } from 'node:fs';
import { providerId } from '@blizej/contracts';
import { z } from 'zod';

const ownMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What the portal itself says in a request for authorization: nobody's configuration says otherwise. */
const ours = new Set([
  'client_id',
  'code_challenge',
  'code_challenge_method',
  'nonce',
  'redirect_uri',
  'request',
  'request_uri',
  'response_mode',
  'response_type',
  'scope',
  'state',
]);

const issuer = z.url({ protocol: /^https?$/ }).refine((address) => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ownMachine.has(hostname);
}, 'an issuer is reached by https');

const text = z.string().min(1);

const provider = z
  .strictObject({
    id: providerId,
    name: z.strictObject({ pl: text.max(60), en: text.max(60) }),
    issuer,
    clientId: text,
    clientSecret: text.optional(),
    clientSecretFile: text.optional(),
    clientAuthentication: z.enum(['client_secret_basic', 'client_secret_post']).default('client_secret_basic'),
    scope: z
      .string()
      .regex(/(^| )openid( |$)/, 'a scope has openid in it')
      .default('openid email profile'),
    mapping: z.enum(['email', 'subject']),
    emailClaim: text.default('email'),
    acrValues: z.array(text).default([]),
    authorizationParameters: z.record(z.string(), z.string()).default({}),
  })
  .transform(({ clientSecret, clientSecretFile, ...rest }, context) => {
    const fault = (path: string, message: string): never => {
      context.issues.push({ code: 'custom', path: [path], message, input: rest.id });
      return z.NEVER;
    };
    const taken = Object.keys(rest.authorizationParameters).find((name) => ours.has(name));
    if (taken) return fault('authorizationParameters', `${taken} is the portal's own`);
    if ((clientSecret === undefined) === (clientSecretFile === undefined)) {
      return fault('clientSecret', 'give either clientSecret or clientSecretFile');
    }
    if (clientSecretFile === undefined) return { ...rest, clientSecret: clientSecret ?? '' };
    try {
      return { ...rest, clientSecret: readFileSync(clientSecretFile, 'utf8').trim() };
    } catch {
      return fault('clientSecretFile', 'there is no such file, or it cannot be read');
    }
  });

/** An outside provider through which people sign in by OpenID Connect. */
export type OidcProvider = Readonly<z.output<typeof provider>>;

/** `OIDC_PROVIDERS`: a JSON array, see docs/operations.md. */
export const oidcProviders = z
  .string()
  .transform((json, context): unknown => {
    try {
      return JSON.parse(json);
    } catch {
      context.issues.push({ code: 'custom', message: 'it is not JSON', input: '' });
      return z.NEVER;
    }
  })
  .pipe(
    z
      .array(provider)
      .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'two providers have the same id'),
  );
