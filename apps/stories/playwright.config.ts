import { defineConfig } from '@playwright/test';

/** `npm run test:stories` starts the portal on a database of its own and says here where it is. */
export default defineConfig({
  testDir: 'stories',
  testMatch: '**/*.story.ts',
  outputDir: 'test-results',
  // The stories share one portal, as people do; each brings its own people and does not wait for another's.
  workers: 2,
  fullyParallel: false,
  // A busy machine is slow, not wrong: what hangs ends all the same.
  timeout: 240_000,
  // What passes when it is told again is reported as flaky: it stops nobody, and is seen.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  forbidOnly: Boolean(process.env.CI),
  use: {
    // Longer, and what is looked for is not there.
    actionTimeout: 60_000,
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    locale: 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    // A record of every step makes each a fifth slower: TRACE=1 asks for it.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
