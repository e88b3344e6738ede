import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectFits, signInAs, test } from '../support/portal.ts';

/** Opens the budget of an initiative, by the way that people go. */
async function openBudget(page: Page, initiative: string): Promise<void> {
  await page.goto('/app/inicjatywy');
  await page.getByRole('link', { name: initiative }).first().click();
  await page.getByRole('link', { name: 'Plan, wnioski i wpływy' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Budżet: ${initiative}` })).toBeVisible();
}

test('A budget that does not balance says by how much; balanced it is kept, on a phone as well', async ({
  browser,
}) => {
  const page = await signInAs(browser, 'burmistrz@latarnikowo.example');
  await openBudget(page, 'Szlak latarni dla rowerów');
  // Its second participant has not confirmed its part: it cannot be agreed yet, and says so.
  await expect(page.getByText('Nie wszyscy uczestnicy potwierdzili udział')).toBeVisible();
  await page.getByRole('link', { name: 'Zmień projekt' }).click();
  const staff = page.getByRole('textbox', { name: 'Latarnikowo, Personel: Dotacja' });
  await staff.fill('34000,01');
  await page.getByRole('button', { name: 'Zapisz budżet' }).click();
  await expect(page.getByRole('alert')).toContainText('o 0,01 PLN za dużo');
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);
  // A million can be read while it is typed.
  await staff.fill('1 234 567,89');
  expect(await staff.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true);
  await staff.fill('34000');
  await page.getByRole('button', { name: 'Zapisz budżet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Budżet/ })).toBeVisible();
  await expectFits(page);
});

test('The secretariat accepts a claim of the lead partner, cut with a reason', async ({ browser }) => {
  const page = await signInAs(browser, 'sieci@sekretariat.example');
  // Its start page says that it waits, and leads to it.
  await page.goto('/app');
  const waiting = page.getByRole('listitem').filter({ hasText: 'Jantarowo: wniosek o płatność nr 2' });
  await waiting.getByRole('link', { name: 'Zielone dachy nad morzem' }).click();
  await page.getByRole('button', { name: 'Przyjmij wniosek: Jantarowo, nr 2' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Kwota przyjęta (EUR)' }).fill('9000');
  await dialog.getByRole('button', { name: 'Przyjmij', exact: true }).click();
  await expect(dialog.getByText('Napisz, dlaczego przyjmujesz mniejszą kwotę.')).toBeVisible();
  await dialog.getByRole('textbox', { name: /Uzasadnienie/ }).fill('Godziny spoza okresu wniosku.');
  await dialog.getByRole('button', { name: 'Przyjmij', exact: true }).click();
  await expect(page.getByText(/przyjęto 9\s000,00\s€/)).toBeVisible();
  await expectAccessible(page);
});
