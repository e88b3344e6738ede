import { createHash } from 'node:crypto';

/** What tells a part from any other: its SHA-256, in hex. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Where the store keeps the file that an upload became: another place for other parts, so that none is written over. */
export const fileKey = ({
  id,
  partDigests,
}: {
  readonly id: string;
  readonly partDigests: readonly string[];
}): string => `files/${id}-${digestOf(Buffer.from(partDigests.join())).slice(0, 32)}`;
