import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openSecretBox, SecretBox } from './secret-box.ts';

describe('A secret box', () => {
  const box = new SecretBox(randomBytes(32));
  const secret = Buffer.from('sekret');

  test('gives back what it sealed, and never seals alike twice', () => {
    expect(box.open(box.seal(secret, 'ola'), 'ola')).toEqual(secret);
    expect(box.seal(secret, 'ola')).not.toEqual(box.seal(secret, 'ola'));
    expect(box.seal(secret, 'ola').includes(secret)).toBe(false);
  });

  test('opens nothing of another person, of another key, or that was changed or cut', () => {
    const sealed = box.seal(secret, 'ola');
    expect(() => box.open(sealed, 'jan')).toThrow(/authenticat/);
    expect(() => new SecretBox(randomBytes(32)).open(sealed, 'ola')).toThrow(/authenticat/);
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => box.open(changed, 'ola')).toThrow(/authenticat/);
    }
    expect(() => box.open(sealed.subarray(0, 20), 'ola')).toThrow(/authenticat/);
  });
});

describe('The key of an installation', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'blizej-key-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is made once, for the owner’s eyes only, and is the same at the next start', () => {
    const secretKeyFile = path.join(folder, 'new', 'secret.key');
    const settings = { secretKey: undefined, secretKeyFile };
    const sealed = openSecretBox(settings).seal(Buffer.from('x'), 'ola');
    expect(openSecretBox(settings).open(sealed, 'ola').toString()).toBe('x');
    expect(statSync(secretKeyFile).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(secretKeyFile, 'utf8'), 'base64')).toHaveLength(32);
  });

  test('of the environment goes before the file', () => {
    const secretKey = randomBytes(32);
    const secretKeyFile = path.join(folder, 'unused.key');
    const sealed = new SecretBox(secretKey).seal(Buffer.from('x'), 'ola');
    expect(openSecretBox({ secretKey, secretKeyFile }).open(sealed, 'ola').toString()).toBe('x');
  });

  test('that is cut short stops the start', () => {
    const secretKeyFile = path.join(folder, 'short.key');
    writeFileSync(secretKeyFile, 'YWJj');
    expect(() => openSecretBox({ secretKey: undefined, secretKeyFile })).toThrow('3 bytes instead of 32');
  });
});
