import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import type { BallotView } from '@blizej/contracts';

/** What a voter's browser sends in a secret ballot: choice and code, sealed with the ballot's key. */
export const sealed = (
  { id, publicKey }: Pick<BallotView, 'id' | 'publicKey'>,
  choice: string,
  code = randomBytes(16).toString('hex'),
): string => {
  const key = createPublicKey({ key: Buffer.from(publicKey ?? '', 'base64'), format: 'der', type: 'spki' });
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const content = Buffer.from(JSON.stringify({ choice, code }));
  return publicEncrypt({ key, padding, oaepHash: 'sha256', oaepLabel: Buffer.from(id) }, content).toString('base64');
};
