import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import { sealLabel, type BallotView } from '@blizej/contracts';

/** What a voter's browser sends in a secret ballot: choice and code, sealed with the ballot's key for the voter's gmina. */
export const sealed = (
  { id, publicKey }: Pick<BallotView, 'id' | 'publicKey'>,
  organizationId: string,
  choice: string,
  code = randomBytes(16).toString('hex'),
): string => {
  const key = createPublicKey({ key: Buffer.from(publicKey ?? '', 'base64'), format: 'der', type: 'spki' });
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const content = Buffer.from(JSON.stringify({ choice, code }));
  const oaepLabel = Buffer.from(sealLabel(id, organizationId));
  return publicEncrypt({ key, padding, oaepHash: 'sha256', oaepLabel }, content).toString('base64');
};
