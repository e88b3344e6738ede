import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';

export interface KeptSecondFactor {
  /** The sealed key; null where there is none. */
  readonly key: Uint8Array | null;
  /** Null while it waits to be confirmed. */
  readonly since: Date | null;
  /** The last step of which a code was used. */
  readonly lastStep: bigint | null;
  /** The portal's present moment. */
  readonly now: Date;
}

/** Locks a person's second factor: two who use one code at once queue here. */
export async function lockSecondFactor(work: Work, personId: string): Promise<KeptSecondFactor | undefined> {
  const [row] = await rowsOf<KeptSecondFactor>(
    work,
    Prisma.sql`
      SELECT totp_secret AS key, totp_since AS since, totp_last_step AS "lastStep", portal_now() AS now
      FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`,
  );
  return row;
}

/** Keeps a key that waits to be confirmed. */
export async function keepTotpKey(work: Work, personId: string, sealed: Buffer<ArrayBuffer>): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE person SET totp_secret = ${sealed}, totp_since = NULL, totp_last_step = NULL WHERE id = ${personId}::uuid`;
}

/** The key counts from now on. */
export async function turnSecondFactorOn(work: Work, personId: string): Promise<void> {
  await transactionOf(work).$executeRaw`UPDATE person SET totp_since = portal_now() WHERE id = ${personId}::uuid`;
}

/** Notes that a code of this step was used: none of it or of an earlier one counts again. */
export async function keepTotpStep(work: Work, personId: string, step: number): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE person SET totp_last_step = ${BigInt(step)} WHERE id = ${personId}::uuid`;
}

/** Forgets the second factor with its recovery codes. */
export async function deleteSecondFactor(work: Work, personId: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE person SET totp_secret = NULL, totp_since = NULL, totp_last_step = NULL WHERE id = ${personId}::uuid`;
  await replaceRecoveryCodes(work, personId, []);
}

/** Keeps these recovery codes, as hashes, and no others. */
export async function replaceRecoveryCodes(work: Work, personId: string, hashes: readonly Buffer[]): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.$executeRaw`DELETE FROM recovery_code WHERE person_id = ${personId}::uuid`;
  await transaction.$executeRaw`
    INSERT INTO recovery_code (person_id, code_hash)
    SELECT ${personId}::uuid, decode(hash, 'hex') FROM unnest(${hashes.map((hash) => hash.toString('hex'))}::text[]) AS hash`;
}

/** Uses a recovery code up; gives whether it was there and unused. */
export async function takeRecoveryCode(work: Work, personId: string, hash: Buffer): Promise<boolean> {
  const used = await transactionOf(work).$executeRaw`
    UPDATE recovery_code SET used_at = portal_now()
    WHERE person_id = ${personId}::uuid AND code_hash = ${hash} AND used_at IS NULL`;
  return used === 1;
}
