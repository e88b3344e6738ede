import { Inject, Injectable } from '@nestjs/common';
import type { Localized } from '@blizej/contracts';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomState,
  ResponseBodyError,
  type Configuration,
  type TokenEndpointResponse,
  type TokenEndpointResponseHelpers,
} from 'openid-client';
import { Strategy } from 'openid-client/passport';
import passport from 'passport';
import { Problem } from '../../kernel/problems.ts';
import { ConfigToken } from '../../platform/config/config.token.ts';
import type { Config } from '../../platform/config/config.ts';
import type { OidcProvider } from '../../platform/config/oidc-providers.ts';
import { identityOf, type Attempt, type ProvenIdentity } from './identity.rules.ts';

/** How long a provider's description of itself (keys, addresses) is taken for true, in milliseconds. */
const describedFor = 600_000;

/** How long a provider may take for an answer, in seconds. */
const answersWithin = 4;

type Tokens = TokenEndpointResponse & TokenEndpointResponseHelpers;
type Exchange = Attempt['exchange'];

/** The library's strategy (which always sends PKCE), with what the portal asks of every provider. */
class ProviderStrategy extends Strategy {
  constructor(
    config: Configuration,
    private readonly provider: OidcProvider,
    private readonly callback: URL,
  ) {
    super({ config, callbackURL: callback, scope: provider.scope, sessionKey: 'exchange' }, (tokens, verified) =>
      verified(null, tokens),
    );
  }

  /** State and nonce always, also where PKCE would do. */
  override authorizationRequestParams(): URLSearchParams {
    const { acrValues, authorizationParameters } = this.provider;
    return new URLSearchParams({
      ...authorizationParameters,
      ...(acrValues.length > 0 && { acr_values: acrValues.join(' ') }),
      state: randomState(),
      nonce: randomNonce(),
    });
  }

  /** The address as it was registered: the Host header is the caller's word. */
  override currentUrl(request: { readonly url: string }): URL {
    return new URL(request.url, this.callback);
  }
}

/** What passport comes to: somewhere to go, or the provider's tokens. */
type Outcome = { readonly url: string } | { readonly tokens: Tokens };

/**
 * Lets passport run a strategy. It talks to a request and a response of three members each: the real ones stay Nest's. The
 * strategy is made for this once, for passport hangs its answers on it.
 */
const converse = (strategy: Strategy, url: string, session: { exchange?: Exchange }): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    let location = '';
    const response = {
      statusCode: 200,
      setHeader: (name: string, value: string) => {
        if (name === 'Location') location = value;
      },
      end: () => resolve({ url: location }),
    };
    const answer = (error: unknown, tokens: Tokens | false | undefined): void => {
      if (error) reject(error);
      else if (tokens) resolve({ tokens });
      else reject(new Problem('sign-in-cancelled'));
    };
    const run = passport.authenticate(strategy, { session: false }, answer) as (...of: unknown[]) => void;
    run({ method: 'GET', url, session }, response, reject);
  });

/** A provider did not do its part; `code` says which and how, for the log. */
class ProviderFailure extends Error {
  readonly code: string;
  constructor({ id }: OidcProvider, cause: unknown) {
    const { error, code, name } = cause as { error?: unknown; code?: unknown; name?: unknown };
    super('A provider failed.', { cause });
    this.code = `${id}: ${String(error ?? code ?? name)
      .replace(/[^\w.-]+/g, ' ')
      .slice(0, 60)}`;
  }
}

/** The problem of which a person is told where an exchange with a provider fails. */
function problemOf(provider: OidcProvider, error: unknown): Problem {
  if (error instanceof Problem) return error;
  // The code was used before, or was never this portal's.
  if (error instanceof ResponseBodyError && error.error === 'invalid_grant') return new Problem('attempt-ended');
  return new Problem('provider-unavailable', {}, { cause: new ProviderFailure(provider, error) });
}

/** The outside providers through which people sign in. What they say of themselves is asked when somebody comes first. */
@Injectable()
export class OidcProviders {
  private readonly described = new Map<string, { readonly config: Promise<Configuration>; readonly until: number }>();

  constructor(@Inject(ConfigToken) private readonly config: Config) {}

  find(id: string): OidcProvider | undefined {
    return this.config.oidcProviders.find((provider) => provider.id === id);
  }

  list(): { id: string; name: Localized }[] {
    return this.config.oidcProviders.map(({ id, name }) => ({ id, name }));
  }

  /** What people call a provider; null where the portal no longer works with it. */
  nameOf = (id: string): Localized | null => this.find(id)?.name ?? null;

  /** Where the browser is to go, and what must be found again when it comes back. */
  async ask(provider: OidcProvider): Promise<{ readonly url: string; readonly exchange: Exchange }> {
    try {
      const session: { exchange?: Exchange } = {};
      const outcome = await converse(await this.strategy(provider), '', session);
      if (!('url' in outcome) || !session.exchange) throw new Error('A request for authorization gave tokens.');
      return { url: outcome.url, exchange: session.exchange };
    } catch (error) {
      throw problemOf(provider, error);
    }
  }

  /** Redeems what the browser brought back. @throws Problem where it proves nothing */
  async prove(provider: OidcProvider, url: string, exchange: Exchange): Promise<ProvenIdentity> {
    try {
      const outcome = await converse(await this.strategy(provider), url, { exchange });
      if (!('tokens' in outcome)) throw new Problem('attempt-ended');
      return identityOf(provider, await this.claims(provider, outcome.tokens));
    } catch (error) {
      throw problemOf(provider, error);
    }
  }

  /** What the signed token says; the e-mail may stand at another address of the provider's (OpenID Connect Core 5.4). */
  private async claims(provider: OidcProvider, tokens: Tokens): Promise<Record<string, unknown>> {
    const claims = tokens.claims();
    if (!claims) throw new Error('A token is missing.');
    const config = await this.describe(provider);
    const isWhole = provider.mapping === 'subject' || claims[provider.emailClaim] !== undefined;
    if (isWhole || !config.serverMetadata().userinfo_endpoint) return claims;
    return { ...(await fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims };
  }

  private async strategy(provider: OidcProvider): Promise<Strategy> {
    const callback = new URL(`${this.config.publicUrl}/auth/oidc/${provider.id}/callback`);
    return new ProviderStrategy(await this.describe(provider), provider, callback);
  }

  /** A provider's description, asked anew when it has grown old; a failure is tried once more, and kept for nobody. */
  private describe(provider: OidcProvider): Promise<Configuration> {
    const known = this.described.get(provider.id);
    if (known && known.until > Date.now()) return known.config;
    const config = discover(provider).catch(() => discover(provider));
    this.described.set(provider.id, { config, until: Date.now() + describedFor });
    config.catch(() => this.described.delete(provider.id));
    return config;
  }
}

const discover = ({ issuer, clientId, clientSecret, clientAuthentication }: OidcProvider): Promise<Configuration> => {
  const authentication = clientAuthentication === 'client_secret_post' ? ClientSecretPost : ClientSecretBasic;
  return discovery(new URL(issuer), clientId, undefined, authentication(clientSecret), {
    timeout: answersWithin,
    // The signature of the token is checked although it comes straight from the provider.
    execute: [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowInsecureRequests] : [])],
  });
};
