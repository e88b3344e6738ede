import { expect } from '@playwright/test';
import { comeIn, expectAccessible, password, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

// What a person says of themself: how the portal greets them anywhere, and what colleagues of other gminas see.

const say = sayIn('pl');
const english = sayIn('en');

test('an official opens her card and chooses English; a colleague sees the card, a new device speaks English', async ({
  browser,
}) => {
  const email = `wiola-${Date.now()}@foczy-rog.example`;
  const page = await comeIn(browser, { name: 'Wiola Wizytówka', email, gmina: 'Foczy Róg' }, { phone: true });
  await page.goto('/app/profil');
  await page.getByLabel(say('profile.position')).fill('inspektorka ds. plaż');
  await page.getByLabel(say('profile.showsEmail', { email })).check();
  await page.getByRole('radio', { name: 'English' }).last().check();
  await page.getByRole('button', { name: say('profile.save') }).click();
  await expect(page.getByRole('heading', { level: 1, name: english('profile.title') })).toBeVisible();
  await expectAccessible(page);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: english('profile.data.save') }).click();
  expect((await download).suggestedFilename()).toBe(english('profile.data.file'));

  const colleague = await signInAs(browser, 'ola@jantarowo.example');
  await colleague.goto('/app/gminy?szukaj=Foczy');
  await colleague.getByRole('link', { name: 'Foczy Róg' }).click();
  await expect(colleague.getByRole('link', { name: email })).toBeVisible();
  await expect(colleague.getByText('inspektorka ds. plaż')).toBeVisible();
  await expectAccessible(colleague);

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto('/logowanie');
  await elsewhere.getByLabel(say('accounts.email')).fill(email);
  await elsewhere.getByLabel(say('accounts.password')).fill(password);
  await elsewhere.getByRole('button', { name: say('accounts.signIn'), exact: true }).click();
  await expect(elsewhere.getByRole('link', { name: english('common.places.networks') }).first()).toBeVisible();
});
