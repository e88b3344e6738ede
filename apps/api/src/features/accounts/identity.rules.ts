import type { Localized } from '@blizej/contracts';
import { Problem } from '../../kernel/problems.ts';

/** An attempt to sign in through a provider ends after this many minutes. */
export const attemptMinutes = 10;

/** The cookie that ties an attempt to the browser in which it began. */
export const attemptCookie = 'oidc';

/** Where linked accounts are shown, and where linking one leads back to. */
export const identitiesPage = '/app/profil/bezpieczenstwo';

/** An attempt that is under way. */
export interface Attempt {
  readonly returnTo: string;
  /** The person who links an account; null where somebody signs in. */
  readonly linkFor: string | null;
  /** What the library must find again: verifier, state, nonce. */
  readonly exchange: Readonly<Record<string, unknown>>;
}

/** What a provider has proved of whoever came back. */
export interface ProvenIdentity {
  readonly provider: string;
  readonly providerName: Localized;
  readonly subject: string;
  /** Finds the person the first time; null where the provider does not introduce people by e-mail, or has not verified it. */
  readonly email: string | null;
  /** Whether an e-mail would have introduced the person, had the provider verified it. */
  readonly isUnverified: boolean;
}

/** What the portal asks of a provider (see platform/config/oidc-providers.ts). */
interface Asked {
  readonly id: string;
  readonly name: Localized;
  readonly mapping: 'email' | 'subject';
  readonly emailClaim: string;
  readonly acrValues: readonly string[];
}

/** Reads a provider's claims. @throws Problem `assurance-too-low` where the proof is weaker than what was asked for */
export function identityOf(provider: Asked, claims: Readonly<Record<string, unknown>>): ProvenIdentity {
  const { id, name, mapping, emailClaim, acrValues } = provider;
  // A provider may ignore the wish (OpenID Connect Core 3.1.2.1): what counts is what it has done.
  if (acrValues.length > 0 && !acrValues.includes(String(claims.acr))) throw new Problem('assurance-too-low');
  const email = claims[emailClaim];
  // Some providers write their booleans as text.
  const isVerified = claims.email_verified === true || claims.email_verified === 'true';
  const introduces = mapping === 'email';
  return {
    provider: id,
    providerName: name,
    subject: String(claims.sub),
    email: introduces && isVerified && typeof email === 'string' ? email.trim().toLowerCase() : null,
    isUnverified: introduces && !(isVerified && typeof email === 'string'),
  };
}

/** The page that tells what went wrong: the one on which the attempt began, which lets one try again. */
export function pageOfFailure(attempt: Partial<Attempt>, slug: string): string {
  const told = new URLSearchParams({ problem: slug });
  if (attempt.linkFor) return `${identitiesPage}?${told.toString()}`;
  if (attempt.returnTo && attempt.returnTo !== '/app') told.set('powrot', attempt.returnTo);
  return `/logowanie?${told.toString()}`;
}
