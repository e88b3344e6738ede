import type { UnitOfWork } from '../../../kernel/work.ts';
import type { OidcProvider } from '../../../platform/config/oidc-providers.ts';
import type { Attempt } from '../identity.rules.ts';
import { insertAttempt } from '../identity.store.ts';
import type { OidcProviders } from '../oidc.strategy.ts';

/**
 * Begins to sign in through a provider, or to link an account with it: gives where the browser is to go, and the token that
 * it must bring back. Nobody's deed yet, so no Idempotency-Key keeps the token.
 */
export async function beginAttempt(
  unit: UnitOfWork,
  providers: OidcProviders,
  provider: OidcProvider,
  wish: Omit<Attempt, 'exchange'>,
): Promise<{ url: string; token: string }> {
  // Before the transaction: none waits for the network.
  const { url, exchange } = await providers.ask(provider);
  const token = await unit.run(null, (work) => insertAttempt(work, provider.id, { ...wish, exchange }));
  return { url, token };
}
