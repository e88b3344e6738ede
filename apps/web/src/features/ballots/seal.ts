import { sealLabel, type BallotChoice } from '@blizej/contracts';

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export interface Sealed {
  /** What is sent: nobody can read it before the count. */
  readonly sealed: string;
  /** By which the voter finds the vote in the published list; nobody else knows it. */
  readonly code: string;
}

/** Whether this browser can seal a vote: it does so only where the connection is safe. */
export const canSeal = (): boolean => 'subtle' in crypto;

/** For which ballot and gmina a vote is sealed, and with which key. */
interface For {
  readonly ballotId: string;
  readonly organizationId: string;
  readonly publicKey: string;
}

/** Seals a vote of a secret ballot (RSA-OAEP with SHA-256, bound to ballot and gmina), before it leaves the browser. */
export async function sealVote({ ballotId, organizationId, publicKey }: For, choice: BallotChoice): Promise<Sealed> {
  const spki = Uint8Array.from(atob(publicKey), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('spki', spki, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['encrypt']);
  const code = hex(crypto.getRandomValues(new Uint8Array(16)));
  const encoder = new TextEncoder();
  const sealed = await crypto.subtle.encrypt(
    { name: 'RSA-OAEP', label: encoder.encode(sealLabel(ballotId, organizationId)) },
    key,
    encoder.encode(JSON.stringify({ choice, code })),
  );
  return { sealed: btoa(String.fromCharCode(...new Uint8Array(sealed))), code };
}
