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

test.each([
  [{ PORT: 'abc' }, /PORT=abc cannot be used/],
  [{ PORT: '70000' }, /PORT=70000 cannot be used/],
  [{ DEMO: 'yes' }, /DEMO=yes cannot be used/],
  [{ DATABASE_URL: undefined }, /DATABASE_URL is not set/],
  [{ FIRST_SECRETARY: 'anna@example.org' }, /FIRST_SECRETARY=anna@example.org cannot be used: write it as/],
  [{ SMTP_URL: 'http://user:secret@x' }, /^SMTP_URL=… cannot be used/],
  [{ DATABASE_URL: 'mysql://secret@x' }, /^DATABASE_URL=… cannot be used/],
  [{ PORT: 'x', LOG_LEVEL: 'loud' }, /PORT=x[^]*LOG_LEVEL=loud/],
])('%j is refused with a sentence that says which and why', (env, sentence) => {
  expect(() => readConfig({ DATABASE_URL, ...env })).toThrow(ConfigError);
  expect(() => readConfig({ DATABASE_URL, ...env })).toThrow(sentence);
});
