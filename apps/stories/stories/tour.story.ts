import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { type Manner, settled, signInAs, test } from '../support/portal.ts';

// The tour of the README. With PICTURES=1 its pictures are made anew.

const folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));

const picture = async (page: Page, name: string): Promise<void> => {
  await settled(page);
  await expect(page.getByRole('status', { name: /Wczytywanie|Loading/ })).toHaveCount(0);
  if (process.env.PICTURES === '1') await page.screenshot({ path: `${folder}${name}.png` });
};

const stops: readonly [string, string, string, Manner][] = [
  ['official-start', 'ola@jantarowo.example', '/app', {}],
  ['mayor-phone', 'burmistrz@latarnikowo.example', '/app', { phone: true }],
  ['secretariat-start', 'dyrektor@sekretariat.example', '/app', { theme: 'dark' }],
  ['directory', 'lacznik@jantarowo.example', '/app/gminy', {}],
  ['election', 'dyrektor@sekretariat.example', '/app/zarzadzanie/wybory', {}],
  ['log', 'dyrektor@sekretariat.example', '/app/zarzadzanie/dziennik', { theme: 'dark' }],
  ['board', 'sieci@sekretariat.example', '/app/zadania?widok=tablica', {}],
  ['timeline', 'ola@jantarowo.example', '/app/inicjatywy?widok=os', {}],
  ['calls', 'ola@jantarowo.example', '/app/nabory', { theme: 'dark' }],
  ['positions', 'burmistrz@jantarowo.example', '/app/stanowiska', {}],
];

test('the tour', async ({ browser }) => {
  for (const [name, email, path, manner] of stops) {
    const page = await signInAs(browser, email, manner);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await picture(page, name);
    await page.context().close();
  }
  const page = await signInAs(browser, 'maria@mewia-zatoka.example');
  await page.goto('/app/glosowania');
  await page.getByRole('link', { name: 'Wspólne zamówienie na przegląd wałów' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wspólne zamówienie na przegląd wałów' })).toBeVisible();
  await picture(page, 'ballot');
  await page.goto('/app/sieci?szukaj=retencja');
  await page.getByRole('link', { name: 'Retencja i ponowne użycie wody' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await picture(page, 'network');
  await page.getByRole('region', { name: 'Rozmowa' }).scrollIntoViewIfNeeded();
  await picture(page, 'conversation');
  await page.getByRole('link', { name: 'Wizyta studyjna: zgłoszenie uczestników' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wizyta studyjna: zgłoszenie uczestników' })).toBeVisible();
  await picture(page, 'task');
});
