import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const cipher = 'aes-256-gcm';
const keyLength = 32;
const ivLength = 12;
const tagLength = 16;

/** Seals what must be read again, so that a copy of the database alone is worth nothing (AES-256-GCM). */
export class SecretBox {
  /** @param key 32 random bytes, the same in every instance */
  constructor(private readonly key: Buffer) {
    if (key.length !== keyLength) throw new Error(`The secret key has ${key.length} bytes instead of ${keyLength}.`);
  }

  /** @param context whose secret it is: it cannot be opened as another's */
  seal(secret: Buffer, context: string): Buffer<ArrayBuffer> {
    const iv = randomBytes(ivLength);
    const sealing = createCipheriv(cipher, this.key, iv).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([sealing.update(secret), sealing.final()]);
    return Buffer.concat([iv, sealing.getAuthTag(), sealed]);
  }

  /** @throws Error where it was sealed by another key, for another context, or was changed */
  open(sealed: Uint8Array, context: string): Buffer {
    const iv = sealed.subarray(0, ivLength);
    const tag = sealed.subarray(ivLength, ivLength + tagLength);
    const opening = createDecipheriv(cipher, this.key, iv, { authTagLength: tagLength })
      .setAAD(Buffer.from(context))
      .setAuthTag(tag);
    return Buffer.concat([opening.update(sealed.subarray(ivLength + tagLength)), opening.final()]);
  }
}

/** The box of this installation: by the key of the environment, else by a file that is made at the first start. */
export const openSecretBox = (settings: {
  readonly secretKey: Buffer | undefined;
  readonly secretKeyFile: string;
}): SecretBox => new SecretBox(settings.secretKey ?? keyOf(settings.secretKeyFile));

function keyOf(file: string): Buffer {
  try {
    return readKey(file);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
  }
  // Two instances may start at once: the file appears whole or not at all, and the first one's key counts.
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(unfinished, `${randomBytes(keyLength).toString('base64')}\n`, { mode: 0o600 });
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(unfinished);
  }
  return readKey(file);
}

const readKey = (file: string): Buffer => Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
