import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { sealVote } from './seal.ts';

test('A sealed vote is read with the key of its ballot, for its gmina alone, and looks different each time', async () => {
  const { publicKey, privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 3072 });
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const [ballotId, organizationId, other] = [
    '01930000-0000-7000-8000-000000000001',
    '01930000-0000-7000-8000-000000000002',
    '01930000-0000-7000-8000-000000000003',
  ];
  const of = { ballotId, organizationId, publicKey: spki };
  const [one, two] = [await sealVote(of, 'FOR'), await sealVote(of, 'FOR')];
  expect(one.sealed).toHaveLength(512);
  expect(one.sealed).not.toBe(two.sealed);
  expect(one.code).not.toBe(two.code);
  const open = (label: string) =>
    privateDecrypt(
      { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256', oaepLabel: Buffer.from(label) },
      Buffer.from(one.sealed, 'base64'),
    ).toString('utf8');
  expect(JSON.parse(open(`${ballotId} ${organizationId}`))).toEqual({ choice: 'FOR', code: one.code });
  for (const label of [`${ballotId} ${other}`, `${other} ${organizationId}`, ballotId])
    expect(() => open(label)).toThrow(/oaep|decod|decrypt/i);
});
