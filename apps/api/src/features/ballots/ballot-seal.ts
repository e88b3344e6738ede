import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  type KeyObject,
} from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { ballotChoice, sealLabel, type BallotChoice } from '@blizej/contracts';
import type { FileStore } from '../../platform/files/file-store.ts';

/**
 * The sealed votes of a secret ballot (decision 0039). The voter's browser seals choice and code with the ballot's public key
 * (RSA-OAEP, SHA-256); the private key lies beside the files, never in the database, and goes with the count.
 */
const oaepHash = 'sha256';

/** What stands of a sealed vote once it is opened. */
export const digestOf = (sealed: string): string => createHash('sha256').update(sealed).digest('hex');

/** Where the private key of a ballot lies until it is counted: under its public half, so that no other ever takes its place. */
export const ballotKeyOf = (ballotId: string, publicKey: string): string =>
  `ballot-keys/${ballotId}-${digestOf(publicKey).slice(0, 16)}`;

const spkiOf = (key: Parameters<typeof createPublicKey>[0]): string =>
  createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');

/** Makes the key of a ballot and keeps its private half; gives the public one (SPKI, base64). */
export async function makeBallotKey(store: FileStore, ballotId: string): Promise<string> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 3072,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const pem = Buffer.from(privateKey);
  const spki = publicKey.toString('base64');
  await store.put(ballotKeyOf(ballotId, spki), pem, pem.length);
  return spki;
}

/** What a gmina has cast, for which alone it is opened. */
export interface SealedBy {
  readonly organizationId: string;
  readonly sealed: string;
}

export interface OpenedVote {
  readonly code: string;
  readonly choice: BallotChoice;
}

/** Whoever seals what cannot be read has abstained: the portal's own pages never do. */
const unreadable: OpenedVote = { code: 'unreadable', choice: 'ABSTAIN' };

const readSealed = (text: string): OpenedVote => {
  const { code, choice } = JSON.parse(text) as Record<string, unknown>;
  return typeof code === 'string' && /^[0-9a-f]{32}$/.test(code)
    ? { code, choice: ballotChoice.parse(choice) }
    : unreadable;
};

/** The key of a secret ballot is not where it was kept, or another lies there: as long as that is so, nobody counts it. */
export class BallotKeyMissing extends Error {
  override readonly name = 'BallotKeyMissing';
}

async function readBallotKey(
  store: FileStore,
  { id, publicKey }: { readonly id: string; readonly publicKey: string },
): Promise<KeyObject> {
  const place = ballotKeyOf(id, publicKey);
  // What is kept and cannot be read at this moment is not missing: that failure is told as any other.
  if (!(await store.exists(place))) throw new BallotKeyMissing(`The key of ballot ${id} is not there.`);
  const content = await buffer(await store.get(place));
  try {
    const key = createPrivateKey(content);
    // Another key would make everybody abstain.
    if (spkiOf(key.export({ type: 'pkcs8', format: 'pem' })) === publicKey) return key;
  } catch (cause) {
    throw new BallotKeyMissing(`What lies in its place is no key of ballot ${id}.`, { cause });
  }
  throw new BallotKeyMissing(`This is not the key of ballot ${id}.`);
}

/** Opens the sealed votes of a ballot, sorted by code: their order tells nothing of the order in which they came. */
export async function openSealedVotes(
  store: FileStore,
  { id, publicKey }: { readonly id: string; readonly publicKey: string },
  votes: readonly SealedBy[],
): Promise<OpenedVote[]> {
  const key = await readBallotKey(store, { id, publicKey });
  const open = ({ organizationId, sealed }: SealedBy): OpenedVote => {
    try {
      const padding = constants.RSA_PKCS1_OAEP_PADDING;
      const text = privateDecrypt(
        { key, padding, oaepHash, oaepLabel: Buffer.from(sealLabel(id, organizationId)) },
        Buffer.from(sealed, 'base64'),
      ).toString('utf8');
      return readSealed(text);
    } catch {
      return unreadable;
    }
  };
  return votes.map(open).toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
