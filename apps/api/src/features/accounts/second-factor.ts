import { createHash, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator knows it: SHA-1, six digits, thirty seconds. */
const manner = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** Bytes of a key (RFC 4226: as long as the hash). */
const keyLength = 20;

/** How the account is called in an authenticator. */
const issuer = 'Bliżej';

const totpOf = (key: Buffer, email = ''): TOTP =>
  new TOTP({ ...manner, issuer, label: email, secret: new Secret({ buffer: new Uint8Array(key).buffer }) });

/** A new key of a second factor. */
export const newTotpKey = (): Buffer => Buffer.from(new Secret({ size: keyLength }).buffer);

/** What an authenticator is told of a key: as an address for its camera, and to type. */
export const describeTotp = (key: Buffer, email: string): { uri: string; key: string } => {
  const totp = totpOf(key, email);
  return { uri: totp.toString(), key: totp.secret.base32 };
};

/** Whether what was typed looks like a code of an authenticator and not like a recovery code. */
export const isTotpCode = (code: string): boolean => /^\d{6}$/.test(code.replace(/\s/g, ''));

/**
 * The step of time (thirty seconds each since 1970) to which a code belongs: the present one, the one before or the one
 * after, for clocks differ. Undefined where it belongs to none.
 */
export function totpStepOf(key: Buffer, code: string, now: Date): number | undefined {
  if (!isTotpCode(code)) return undefined;
  const timestamp = now.getTime();
  const delta = totpOf(key).validate({ token: code.replace(/\s/g, ''), timestamp, window: 1 });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / manner.period) + delta;
}

/** Signs that are not mistaken for each other (Crockford's base 32). */
const signs = '0123456789abcdefghjkmnpqrstvwxyz';

/** How many recovery codes one has. */
export const codeCount = 10;

/** A recovery code of 80 bits: too long to guess, also for whoever has a copy of its hash. */
const newRecoveryCode = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')).join('-');

export const newRecoveryCodes = (): string[] => Array.from({ length: codeCount }, newRecoveryCode);

/** What is stored of a recovery code, however it was typed: in capitals, without hyphens, with O for 0. */
export const hashRecoveryCode = (code: string): Buffer =>
  createHash('sha256')
    .update(
      code
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '')
        .replaceAll('o', '0')
        .replace(/[il]/g, '1'),
    )
    .digest();
