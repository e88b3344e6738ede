import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectFits, openBrowser, password, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');

test('a wrong password is told without saying whose, and the right one leads to where one wanted to go', async ({
  browser,
}) => {
  const { page } = await openBrowser(browser);
  await page.goto('/app/sieci?stan=ACTIVE');
  await expect(page.getByRole('heading', { level: 1, name: say('accounts.title') })).toBeVisible();
  await page.getByRole('button', { name: say('accounts.signIn') }).click();
  await expect(page.getByText(say('accounts.emailMissing'))).toBeVisible();
  await expect(page.getByLabel(say('accounts.email'))).toBeFocused();
  await page.getByLabel(say('accounts.email')).fill('ola@jantarowo.example');
  await page.getByLabel(say('accounts.password')).fill('nie-to-haslo-2026');
  await page.getByRole('button', { name: say('accounts.signIn') }).click();
  await expect(page.getByText('Nie udało się zalogować')).toBeVisible();
  await page.getByLabel(say('accounts.password')).fill('Demo-portalu-2026');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/app\/sieci\?stan=ACTIVE/);
  await expect(page.getByRole('heading', { level: 1, name: say('networks.title') })).toBeVisible();
});

test('who is signed in finds the way back from the public side, and no sign-in form', async ({ browser }) => {
  const { page } = await openBrowser(browser);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const back = page.getByRole('link', { name: say('common.toPortal') });
  await page.goto('/');
  await expect(page.getByRole('link', { name: say('landing.signIn') })).toBeVisible();
  await expect(back).toHaveCount(0);
  await page.goto('/app');
  await page.getByRole('button', { name: /Lucyna Latarnik/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('dashboards.title') })).toBeVisible();
  // That the session was missing before is of no concern any more.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  asked.length = 0;
  await page.goto('/');
  await expect(page.getByRole('main').getByRole('link', { name: say('common.toPortal') })).toBeVisible();
  await expect(page.getByRole('link', { name: say('landing.signIn') })).toHaveCount(0);
  await expectFits(page);
  await page.goto('/stanowiska');
  await expect(back).toBeVisible();
  // The public side asks for no session.
  expect(asked).not.toContain('/api/session');
  await back.click();
  await expect(page.getByRole('heading', { level: 1, name: say('dashboards.title') })).toBeVisible();
  await page.goto('/logowanie?powrot=/app/sieci');
  await expect(page).toHaveURL(/\/app\/sieci$/);
  await expect(page.getByRole('heading', { level: 1, name: say('networks.title') })).toBeVisible();
  // The session is gone: the form comes, and the public side knows.
  await page.context().clearCookies();
  await page.goto('/logowanie');
  await expect(page.getByRole('heading', { level: 1, name: say('accounts.title') })).toBeVisible();
  await expect(back).toHaveCount(0);
});

test('a click on a person of the demo signs in; signing out forgets', async ({ browser }) => {
  const { page } = await openBrowser(browser);
  await page.goto('/logowanie');
  await page.getByRole('button', { name: /Lucyna Latarnik/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('dashboards.title') })).toBeVisible();
  await page.getByRole('button', { name: /Lucyna Latarnik/ }).click();
  await page.getByRole('button', { name: say('common.signOut') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('accounts.title') })).toBeVisible();
  await page.goto('/app');
  await expect(page.getByRole('heading', { level: 1, name: say('accounts.title') })).toBeVisible();
});

test('the language and the theme are chosen once and kept', async ({ browser }) => {
  const page = await signInAs(browser, 'ola@jantarowo.example');
  await page.goto('/app');
  await page.getByRole('button', { name: /Ola Urzędnicka/ }).click();
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: sayIn('en')('dashboards.asked.title') })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('radio', { name: sayIn('en')('common.theme.dark') }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

const provider = 'Poczta gminna';

async function signInAtProvider(page: Page, account: string): Promise<void> {
  await page.getByLabel('Account').fill(account);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('an outside provider leads in, to where one wanted to go; breaking off there is told, and one can try again', async ({
  browser,
}) => {
  const { page } = await openBrowser(browser);
  await page.goto('/app/sieci?stan=ACTIVE');
  const through = page.getByRole('link', { name: say('identities.signInThrough', { provider }) });
  await through.click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Logowanie przerwano')).toBeVisible();
  await expectAccessible(page);
  await through.focus();
  await page.keyboard.press('Enter');
  await signInAtProvider(page, 'lidia');
  await expect(page).toHaveURL(/\/app\/sieci\?stan=ACTIVE/);
  await expect(page.getByRole('heading', { level: 1, name: say('networks.title') })).toBeVisible();
});

test('an account that the portal does not know is linked in the profile, then leads in, until it is unlinked', async ({
  browser,
}) => {
  const { page } = await openBrowser(browser, { phone: true });
  await page.goto('/logowanie');
  const through = page.getByRole('link', { name: say('identities.signInThrough', { provider }) });
  await through.click();
  await signInAtProvider(page, 'prywatne');
  await expect(page.getByText('Adres e-mail nie jest potwierdzony')).toBeVisible();

  await page.getByLabel(say('accounts.email')).fill('szymon@sledziowo.example');
  await page.getByLabel(say('accounts.password')).fill('Demo-portalu-2026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: say('dashboards.title') })).toBeVisible();
  await page.goto('/app/profil/bezpieczenstwo');
  // The provider knows its visitor by now and sends back at once.
  await page.getByRole('button', { name: say('identities.linkNamed', { provider }) }).click();
  const unlink = page.getByRole('button', { name: say('identities.unlinkNamed', { provider }) });
  await expect(unlink).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);

  await page.context().clearCookies({ name: 'sid' });
  await page.goto('/logowanie');
  await through.click();
  await expect(page.getByRole('heading', { level: 1, name: say('dashboards.title') })).toBeVisible();
  await page.goto('/app/profil/bezpieczenstwo');
  await unlink.click();
  await page.getByRole('button', { name: say('identities.unlink'), exact: true }).click();
  // The provider has not proved the password that the portal knows as well.
  const proof = page.getByRole('dialog', { name: say('security.proof.title') });
  await proof.getByLabel(say('security.proof.password')).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('identities.unlinkDone', { provider }))).toBeVisible();
  await expect(page.getByText(say('identities.notLinked'))).toBeVisible();
});
