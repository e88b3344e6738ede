import { expect } from '@playwright/test';
import {
  expectAccessible,
  expectFits,
  letterTo,
  linkIn,
  openBrowser,
  password,
  signInAs,
  test,
} from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');
const sayEnglish = sayIn('en');
const initiative = 'Morze bez sieci widm';

test('an official finds a partner, sees why, and notes a contact', async ({ browser }) => {
  const page = await signInAs(browser, 'ola@jantarowo.example');
  await page.goto('/app/partnerzy');
  await page.getByLabel(say('partners.search')).fill('widm');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Bärnstensviks kommun' }) });
  await expect(row.getByText(/Wydmy Wielkie – wspólna inicjatywa/)).toBeVisible();
  await row.getByRole('link', { name: 'Bärnstensviks kommun' }).click();
  await page.getByRole('button', { name: say('partners.contacts.note') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('partners.contacts.about')).fill('Wspólny stół na targach.');
  await dialog.getByRole('button', { name: say('partners.contacts.send') }).click();
  await expect(page.getByText('Wspólny stół na targach.')).toBeVisible();
  await expectAccessible(page);
});

test('who carries an initiative invites a guest, who sees it in English and nothing else', async ({ browser }) => {
  const email = 'gast@barnstensvik.example';
  const official = await signInAs(browser, 'wanda@wydmy-wielkie.example');
  await official.goto('/app/inicjatywy');
  await official.getByRole('link', { name: initiative }).click();
  await official.getByRole('link', { name: say('initiatives.guests') }).click();
  await official
    .getByRole('button', { name: say('partners.guests.inviteOf', { name: 'Bärnstensviks kommun' }) })
    .click();
  const dialog = official.getByRole('dialog');
  await dialog.getByLabel(say('partners.guests.name')).fill('Gustav Gäst');
  await dialog.getByLabel(say('partners.guests.email')).fill(email);
  await dialog.getByRole('button', { name: say('partners.guests.send') }).click();
  await expect(official.getByText(email).first()).toBeVisible();
  await expectAccessible(official);

  const { page, context } = await openBrowser(browser, { language: 'en', phone: true });
  const token = linkIn(await letterTo(browser, email)).replace(/^.*#/, '');
  await context.request.post('/api/invitations/acceptance', { data: { token, password } });
  await page.goto('/app');
  // A guest begins with the initiatives of the own organization, and has no other place.
  await expect(page).toHaveURL(/\/app\/inicjatywy$/);
  await expect(page.getByRole('link', { name: 'Schools of two shores' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Green roofs by the sea' })).toBeHidden();
  const places = page.getByRole('navigation', { name: sayEnglish('common.navigation'), exact: true });
  await expect(places.getByRole('link')).toHaveText([
    sayEnglish('common.places.initiatives'),
    sayEnglish('common.places.inbox'),
  ]);
  await page.getByRole('link', { name: 'A sea without ghost nets' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A sea without ghost nets');
  await expectAccessible(page);
  await expectFits(page);
  await page.goto('/app/partnerzy');
  await expect(page.getByRole('link', { name: 'Bärnstensviks kommun' })).toBeHidden();
});
