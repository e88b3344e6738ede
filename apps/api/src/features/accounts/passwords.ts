import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { inTurns } from '../../platform/turns.ts';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing keeps a core busy: one core stays free, so that a morning's fifty sign-ins do not starve everybody else. */
const turn = inTurns(Math.max(1, Math.min(4, availableParallelism() - 1)));

/** Passwords that everybody tries first; those that are too short are refused anyway. */
const common = new Set(dictionary['passwords-common']);

/** Whether a password is among the commonest, in any case. */
export const isCommonPassword = (password: string): boolean => common.has(password.normalize('NFKC').toLowerCase());

/** Compared with when there is no such account, so that the answer takes the same time. */
let nobody: Promise<string> | undefined;

/** Hashes a password with argon2id, in its encoded form. */
export const hashPassword = (password: string): Promise<string> => turn(() => hash(password.normalize('NFKC'), cost));

/** Whether the password belongs to the hash; without a hash as slow, and false. */
export const passwordFits = async (password: string, passwordHash: string | undefined): Promise<boolean> => {
  nobody ??= hashPassword('nobody');
  const compared = passwordHash ?? (await nobody);
  const fits = await turn(() => verify(compared, password.normalize('NFKC')));
  return fits && passwordHash !== undefined;
};
