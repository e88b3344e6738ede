/**
 * How often somebody may try to guess, so that guessing is hopeless and nobody locks anybody else out: failures count for
 * an account from one address, and a browser in which the person has signed in before has a count of its own, whatever
 * happens elsewhere. Guesses at one account from many addresses stop those alone whose browser and address are both new.
 */
import type { Config } from '../../platform/config/config.ts';
import { Problem } from '../../kernel/problems.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import type { Limit, RateLimiter } from '../../platform/database/rate-limiter.ts';
import type { Browser } from './browser.rules.ts';
import { hashToken } from './session.store.ts';

type Limits = Pick<Config, 'signInLimit' | 'signInAddressLimit' | 'signInAccountLimit'>;

const minutes = 60;
const hour = 60 * minutes;

/** An address from which somebody has signed in is theirs for so long. */
const rememberedSeconds = 90 * 24 * hour;

/** Whoever guesses at codes knows the password already: so few in an hour for an account, from new browsers and addresses. */
const codesOfAccount = 20;

const guesses = new Set<string>(['wrong-credentials', 'wrong-password', 'wrong-code']);

/** Whether an attempt failed because of what was guessed. */
export const isGuess = (error: unknown): boolean => error instanceof Problem && guesses.has(error.slug);

const isKnownDevice = async (db: Reader, email: string, { deviceToken }: Browser): Promise<boolean> => {
  const rows = await db.rows(Prisma.sql`
    SELECT FROM device JOIN person ON person.id = device.person_id
    WHERE person.email = ${email} AND device.token_hash = ${hashToken(deviceToken)}`);
  return rows.length > 0;
};

const knownAddress = (email: string, address: string): string => `known of ${email} ${address}`;

interface Knowing {
  readonly db: Reader;
  readonly limiter: RateLimiter;
  readonly limits: Limits;
}

/** The limits on an attempt at a secret of an account; `inAccount` counts over all browsers and addresses that are new to it. */
async function limitsOf(
  { db, limiter, limits }: Knowing,
  secret: string,
  email: string,
  browser: Browser,
  inAccount: Omit<Limit, 'key'>,
): Promise<Limit[]> {
  const own = { most: limits.signInLimit, seconds: 10 * minutes };
  if (await isKnownDevice(db, email, browser)) {
    return [{ key: `${secret} of ${email} device ${browser.deviceToken}`, ...own }];
  }
  const isKnown = await limiter.remembers(knownAddress(email, browser.address));
  return [
    { key: `${secret} address ${browser.address}`, most: limits.signInAddressLimit, seconds: 10 * minutes },
    { key: `${secret} of ${email} address ${browser.address}`, ...own },
    ...(isKnown ? [] : [{ key: `${secret} of ${email}`, ...inAccount }]),
  ];
}

/** The limits on passwords for an account. */
export const passwordLimits = (knowing: Knowing, email: string, browser: Browser): Promise<Limit[]> =>
  limitsOf(knowing, 'password', email, browser, { most: knowing.limits.signInAccountLimit, seconds: 10 * minutes });

/** The limits on one-time codes for an account. */
export const codeLimits = (knowing: Knowing, email: string, browser: Browser): Promise<Limit[]> =>
  limitsOf(knowing, 'code', email, browser, { most: codesOfAccount, seconds: hour });

/** The limits on proofs in a session that is open already. */
export const proofLimits = ({ signInLimit }: Limits, personId: string): Limit[] => [
  { key: `proof of ${personId}`, most: signInLimit, seconds: 10 * minutes },
];

/** The limits on letters with links: for an account from one address, and for an address. */
export const linkLimits = (email: string, address: string): Limit[] => [
  { key: `letters address ${address}`, most: 60, seconds: 10 * minutes },
  { key: `letters of ${email} address ${address}`, most: 5, seconds: 15 * minutes },
];

/** The limits on invitations that somebody sends: to an address or of one again, and in all. */
export const letterLimits = (personId: string, about: string): Limit[] => [
  { key: `invitations by ${personId} to ${about}`, most: 5, seconds: hour },
  { key: `invitations by ${personId}`, most: 600, seconds: 24 * hour },
];

/** Keeps in mind that somebody has signed in from an address. */
export const rememberAddress = (limiter: RateLimiter, email: string, address: string): Promise<void> =>
  limiter.remember(knownAddress(email, address), rememberedSeconds);
