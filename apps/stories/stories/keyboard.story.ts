import { expect } from '@playwright/test';
import { expectAccessible, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');

test('everything is within the reach of the keyboard', async ({ browser }) => {
  const page = await signInAs(browser, 'sieci@sekretariat.example');
  await page.goto('/app');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await test.step('the skip link comes first and leads to the content', async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: say('common.skip') })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('#main')).toBeFocused();
  });

  await test.step('the palette finds a network without Polish letters and goes there', async () => {
    await page.keyboard.press('Control+k');
    const box = page.getByRole('searchbox', { name: say('palette.label') });
    await expect(box).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.type('spolecznosci e');
    // What was found for fewer letters is gone.
    await expect(page.getByRole('menuitem')).toHaveText(['Lokalne społeczności energetyczne']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { level: 1, name: 'Lokalne społeczności energetyczne' });
    await expect(heading).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  const network = page.url();
  await test.step('it finds a meeting by its title, and a place and a deed by what one calls them', async () => {
    const items = page.getByRole('menuitem');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('liv walne');
    await expect(items).toHaveText(['LIV Walne Zebranie Członków']);
    await expectAccessible(page);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('uchw');
    await expect(items.first()).toHaveText(say('palette.pages.resolutions'));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('nowe zebranie');
    await expect(items).toHaveText([say('palette.deeds.planMeeting')]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/app\/zebrania\/nowe$/);
  });

  await test.step('it says that nothing was found, and when it could not look', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('xyzxyz');
    await expect(page.getByRole('status').filter({ hasText: say('palette.nothing') })).toBeAttached();
    await page.route('**/api/search?*', (route) => route.abort());
    await page.keyboard.type('z');
    await expect(page.getByRole('alert')).toContainText(say('common.trouble.offline.title'));
    await page.unroute('**/api/search?*');
    await page.getByRole('button', { name: say('common.retry') }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.goto(network);
  });

  await test.step('a dialog keeps the focus and gives it back', async () => {
    const button = page.getByRole('button', { name: say('networks.changeLead.action') });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(button).toBeFocused();
  });

  await test.step('the menu of the person closes by Escape', async () => {
    const button = page.getByRole('button', { name: /Marek Zmyślony/ });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio', { name: 'English' })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('radio', { name: 'English' })).toHaveCount(0);
    await expect(button).toBeFocused();
  });

  await test.step('going to another page puts the focus at its heading', async () => {
    await page
      .getByRole('navigation', { name: say('common.navigation') })
      .first()
      .getByRole('link', { name: say('common.places.tasks') })
      .focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: say('tasks.title') })).toBeFocused();
  });

  await test.step('a form tells all its errors in one place and leads to each', async () => {
    await page.getByRole('link', { name: say('tasks.write.action') }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: say('tasks.write.send') }).focus();
    await page.keyboard.press('Enter');
    const summary = page.getByRole('alert');
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('button')).toHaveCount(5);
    await expectAccessible(page);
    await summary.getByRole('button', { name: say('tasks.write.title') }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: say('tasks.write.title') })).toBeFocused();
  });
});
