import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { ConfigError, readConfig } from './config.ts';

const DATABASE_URL = 'postgresql://localhost/x';

test('The configuration has defaults for all but the database', () => {
  expect(readConfig({ DATABASE_URL })).toMatchObject({ port: 3000, demo: false, secure: false, logLevel: 'info' });
  expect(readConfig({ DATABASE_URL, PORT: '', PUBLIC_URL: 'https://portal.example' })).toMatchObject({
    port: 3000,
    secure: true,
  });
});

test('The secretariat signs in with a second factor, but in the demo; either can be told otherwise', () => {
  const required = (env: object) => readConfig({ DATABASE_URL, ...env }).secondFactorRequired;
  expect([required({}), required({ DEMO: '1' })]).toEqual([true, false]);
  expect([required({ SECOND_FACTOR_REQUIRED: '0' }), required({ DEMO: '1', SECOND_FACTOR_REQUIRED: '1' })]).toEqual([
    false,
    true,
  ]);
});

test.each([
  [{ PORT: 'abc' }, /PORT=abc cannot be used/],
  [{ PORT: '70000' }, /PORT=70000 cannot be used/],
  [{ DEMO: 'yes' }, /DEMO=yes cannot be used/],
  [{ DATABASE_URL: undefined }, /DATABASE_URL is not set/],
  [{ FIRST_SECRETARY: 'anna@example.org' }, /FIRST_SECRETARY=anna@example.org cannot be used: write it as/],
  [{ SECRET_KEY: 'krótki-klucz' }, /^SECRET_KEY=… cannot be used: write 32 random bytes/],
  [{ SMTP_URL: 'http://user:secret@x' }, /^SMTP_URL=… cannot be used/],
  [{ DATABASE_URL: 'mysql://secret@x' }, /^DATABASE_URL=… cannot be used/],
  [{ PORT: 'x', LOG_LEVEL: 'loud' }, /PORT=x[^]*LOG_LEVEL=loud/],
])('%j is refused with a sentence that says which and why', (env, sentence) => {
  expect(() => readConfig({ DATABASE_URL, ...env })).toThrow(ConfigError);
  expect(() => readConfig({ DATABASE_URL, ...env })).toThrow(sentence);
});

const provider = {
  id: 'poczta',
  name: { pl: 'Poczta', en: 'Mail' },
  issuer: 'https://id.example',
  clientId: 'portal',
  clientSecret: 'not-to-be-told',
  mapping: 'email',
};
const withProviders = (...providers: object[]) => ({
  DATABASE_URL,
  PUBLIC_URL: 'https://portal.example',
  OIDC_PROVIDERS: JSON.stringify(providers),
});

test('Several providers can be given, the secret of each in a file', async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'blizej-secret-')), 'secret');
  await writeFile(file, 'kept\n');
  const { clientSecret: _, ...open } = provider;
  const { oidcProviders } = readConfig(
    withProviders(provider, { ...open, id: 'wezel', issuer: 'http://localhost:9/x', clientSecretFile: file }),
  );
  expect(oidcProviders).toMatchObject([
    { id: 'poczta', clientSecret: 'not-to-be-told', scope: 'openid email profile', emailClaim: 'email', acrValues: [] },
    { id: 'wezel', clientSecret: 'kept' },
  ]);
});

test.each([
  [{ id: 'Poczta!' }, /^OIDC_PROVIDERS=… cannot be used: 0\.id: /],
  [{ issuer: 'http://id.example' }, /0\.issuer: an issuer is reached by https/],
  [{ clientSecret: undefined }, /0\.clientSecret: give either/],
  [{ clientSecretFile: '/x' }, /0\.clientSecret: give either/],
  [{ clientSecret: undefined, clientSecretFile: '/nowhere/at/all' }, /0\.clientSecretFile: there is no such file/],
  [{ scope: 'email' }, /0\.scope: a scope has openid in it/],
  [{ mapping: 'name' }, /0\.mapping: /],
  [{ name: { pl: 'Poczta' } }, /0\.name\.en: /],
  [{ authorizationParameters: { state: 'x' } }, /0\.authorizationParameters: state is the portal's own/],
  [{ surplus: 1 }, /OIDC_PROVIDERS=… cannot be used: 0: /],
])('A provider with %j is refused, and its secret not repeated', (more, sentence) => {
  const env = withProviders({ ...provider, ...more });
  expect(() => readConfig(env)).toThrow(sentence);
  expect(() => readConfig(env)).not.toThrow(/not-to-be-told/);
});

test.each([
  [{ ...withProviders(provider, provider) }, /two providers have the same id/],
  [{ ...withProviders(), OIDC_PROVIDERS: '[{' }, /OIDC_PROVIDERS=… cannot be used: it is not JSON/],
  [{ ...withProviders(provider), PUBLIC_URL: undefined }, /PUBLIC_URL is not set: the providers of OIDC_PROVIDERS/],
])('Providers are refused as a whole: %#', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(sentence);
});

test('Files are on the disk unless all of S3 is said; what is missing of it is named', () => {
  const s3 = { S3_ENDPOINT: 'http://s3.example', S3_BUCKET: 'portal', S3_ACCESS_KEY_ID: 'key' };
  expect(readConfig({ DATABASE_URL, DATA_DIR: 'data' })).toMatchObject({ s3: undefined, filesDir: 'data/files' });
  expect(() => readConfig({ DATABASE_URL, ...s3 })).toThrow('S3_SECRET_ACCESS_KEY is not set: S3 needs all of');
  expect(readConfig({ DATABASE_URL, ...s3, S3_SECRET_ACCESS_KEY: 'x' }).s3).toMatchObject({
    bucket: 'portal',
    region: 'us-east-1',
  });
  expect(readConfig({ DATABASE_URL, CLAMD: 'clamav:3310' }).clamd).toEqual({ host: 'clamav', port: 3310 });
  expect(() => readConfig({ DATABASE_URL, CLAMD: 'clamav' })).toThrow(
    'CLAMD=clamav cannot be used: write it as host:port',
  );
});
