import { expect, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import {
  comeIn,
  expectAccessible,
  expectFits,
  letterTo,
  linkIn,
  openBrowser,
  password as demoPassword,
  signInAs,
  test,
} from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

// How people keep their own account: a forgotten password, a link instead of one, a second factor, and where they are
// signed in.

const say = sayIn('pl');
const security = '/app/profil/bezpieczenstwo';

/** What an authenticator shows so many steps of thirty seconds from now. */
const codeOf = (key: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + steps * 30_000 });

const expectStart = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: say('dashboards.title') })).toBeVisible();

test('a forgotten password is chosen anew by one letter, on a phone', async ({ browser }) => {
  const email = `zapominalska-${Date.now()}@mewia-zatoka.example`;
  const newcomer = await comeIn(browser, { name: 'Zofia Zapominalska', email, gmina: 'Mewia Zatoka' });
  await newcomer.context().close();
  const invitation = await letterTo(browser, email);
  const { page } = await openBrowser(browser, { phone: true });
  await page.goto('/logowanie');
  await page.getByRole('link', { name: say('accounts.forgotten') }).click();
  await page.getByRole('button', { name: say('links.RESET.ask') }).click();
  await expect(page.getByLabel(say('links.email'))).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel(say('links.email'))).toBeFocused();
  await page.getByLabel(say('links.email')).fill(email);
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('links.asked.title'))).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);

  const link = linkIn(await letterTo(browser, email, invitation));
  await page.goto(link);
  await expect(page.getByText('Zofia Zapominalska')).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  const password = page.getByLabel(say('links.password'));
  await password.fill('qwerty123456');
  await page.keyboard.press('Enter');
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  await expect(password).toBeFocused();
  await password.fill('szara gęś nad zatoką');
  await page.keyboard.press('Enter');
  await expectStart(page);

  const { page: elsewhere } = await openBrowser(browser);
  await elsewhere.goto(link);
  await expect(elsewhere.getByText('Ten link już nie działa')).toBeVisible();
  await elsewhere.getByRole('button', { name: say('links.RESET.void') }).click();
  await expect(elsewhere.getByLabel(say('links.email'))).toBeVisible();
  await elsewhere.goto('/logowanie');
  const fill = async (text: string): Promise<void> => {
    await elsewhere.getByLabel(say('accounts.email')).fill(email);
    await elsewhere.getByLabel(say('accounts.password')).fill(text);
    await elsewhere.keyboard.press('Enter');
  };
  await fill(demoPassword);
  await expect(elsewhere.getByText('Nie udało się zalogować')).toBeVisible();
  await fill('szara gęś nad zatoką');
  await expectStart(elsewhere);
});

test('a link signs in without a password', async ({ browser }) => {
  const { page } = await openBrowser(browser);
  await page.goto('/logowanie');
  await page.getByRole('link', { name: say('accounts.byLink') }).click();
  // The page before has a field of the same name.
  await expect(page.getByRole('heading', { level: 1, name: say('links.SIGN_IN.title') })).toBeVisible();
  await page.getByLabel(say('links.email')).fill('burmistrz@jantarowo.example');
  await page.getByRole('button', { name: say('links.SIGN_IN.ask') }).click();
  await expect(page.getByText(say('links.asked.title'))).toBeVisible();
  await page.goto(linkIn(await letterTo(browser, 'burmistrz@jantarowo.example')));
  await expectAccessible(page);
  await page.getByRole('button', { name: say('links.SIGN_IN.do') }).click();
  await expectStart(page);
});

test('a second factor is turned on with an authenticator, and asked for from then on', async ({ browser }) => {
  const page = await signInAs(browser, 'lacznik@latarnikowo.example', { phone: true });
  await page.goto('/app');
  await page.getByRole('button', { name: say('common.personMenu') }).click();
  await page.getByRole('link', { name: say('common.security') }).click();
  await page.getByRole('button', { name: say('security.factor.begin') }).click();
  await expect(page.getByRole('img', { name: say('security.factor.enrol.picture') })).toBeVisible();
  await expect(page.getByRole('heading', { name: say('security.factor.enrol.title') })).toBeFocused();
  await expectAccessible(page);
  await expectFits(page);
  const key = (await page.getByText(say('security.factor.enrol.key')).locator('code').innerText()).replaceAll(' ', '');

  const code = page.getByLabel(say('security.factor.enrol.code'));
  await code.fill('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kod jest nieprawidłowy')).toBeVisible();
  await code.fill(codeOf(key));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: say('security.factor.codes.title') })).toBeFocused();
  await expect(page.getByRole('listitem').filter({ has: page.locator('code') })).toHaveCount(10);
  await expectAccessible(page);
  await expectFits(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('security.factor.codes.save') }).click();
  expect((await download).suggestedFilename()).toBe(say('security.factor.codes.file'));
  const [recovery = ''] = await page.locator('li code').allInnerTexts();
  await page.getByRole('button', { name: say('security.factor.codes.done') }).click();
  await expect(page.getByRole('button', { name: say('security.factor.renew') })).toBeVisible();
  await expect(page.getByText(recovery)).toHaveCount(0);

  for (const used of [codeOf(key, 1), recovery]) {
    const { page: elsewhere } = await openBrowser(browser);
    await elsewhere.goto('/logowanie');
    await elsewhere.getByLabel(say('accounts.email')).fill('lacznik@latarnikowo.example');
    await elsewhere.getByLabel(say('accounts.password')).fill(demoPassword);
    await elsewhere.keyboard.press('Enter');
    await expect(elsewhere.getByLabel(say('links.code'))).toBeFocused();
    await expectAccessible(elsewhere);
    await elsewhere.keyboard.type(used);
    await elsewhere.keyboard.press('Enter');
    await expectStart(elsewhere);
  }
});

test('what is sensitive asks again who one is, and then goes on by itself', async ({ browser }) => {
  const email = `helena-${Date.now()}@foczy-rog.example`;
  const page = await comeIn(browser, { name: 'Helena Hasłowa', email, gmina: 'Foczy Róg' });
  // As if a quarter of an hour had passed.
  await page.route(
    '**/api/password',
    (route) =>
      route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: '/problems/proof-required', status: 403 }),
      }),
    { times: 1 },
  );
  await page.goto(security);
  await page.getByRole('button', { name: say('security.password.change') }).click();
  await page.getByLabel(say('security.password.label')).fill('zielona fala o świcie');
  await page.keyboard.press('Enter');
  const proof = page.getByRole('dialog', { name: say('security.proof.title') });
  const password = proof.getByLabel(say('security.proof.password'));
  await expect(password).toBeVisible();
  await expectAccessible(page);
  await password.fill('to nie to hasło');
  await page.keyboard.press('Enter');
  await expect(proof.getByText('To nie jest Twoje hasło')).toBeVisible();
  await password.fill(demoPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('security.password.done'))).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: say('security.title') })).toBeVisible();
});

test('one sees where one is signed in, ends it there, and moves to another address', async ({ browser }) => {
  const page = await signInAs(browser, 'wojt@sledziowo.example');
  const other = await signInAs(browser, 'wojt@sledziowo.example');
  await page.goto(security);
  await expect(page.getByText(say('security.sessions.current'))).toBeVisible();
  await page.getByRole('button', { name: say('security.sessions.endOthers') }).click();
  await expect(page.getByText(say('security.sessions.othersEnded'))).toBeVisible();
  await expect(page.getByRole('button', { name: say('security.sessions.endOthers') })).toHaveCount(0);
  expect((await other.request.get('/api/session')).status()).toBe(401);

  await page.getByRole('button', { name: say('security.email.change') }).click();
  await page.getByLabel(say('security.email.label')).fill('stanislawa@sledziowo.example');
  await page.getByRole('button', { name: say('security.email.send') }).click();
  await expect(page.getByText(say('security.email.asked', { email: 'stanislawa@sledziowo.example' }))).toBeVisible();
  await page.goto(linkIn(await letterTo(browser, 'stanislawa@sledziowo.example')));
  await page.getByRole('button', { name: say('links.address.do') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('links.address.done') })).toBeVisible();
  await expectAccessible(page);
  await page.goto(security);
  await expect(page.getByText('stanislawa@sledziowo.example')).toBeVisible();
});
