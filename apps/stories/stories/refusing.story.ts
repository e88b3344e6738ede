import { expect } from '@playwright/test';
import { expectAccessible, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');
const title = 'Wizyta studyjna: zgłoszenie uczestników';

test('a mayor declines a task with a reason, which the secretariat reads', async ({ browser }) => {
  const mayor = await signInAs(browser, 'burmistrz@sosnowy-brzeg.example', { phone: true });
  await mayor.goto('/app/zadania');
  await mayor.getByRole('link', { name: title }).click();
  await mayor.getByRole('button', { name: say('tasks.decline.action') }).click();
  await expectAccessible(mayor);
  await mayor.getByRole('textbox', { name: say('common.reason') }).fill('W tym czasie mamy dożynki.');
  await mayor.getByRole('button', { name: say('tasks.decline.send') }).click();
  await expect(mayor.getByText(say('tasks.decline.done'))).toBeVisible();
  await expect(mayor.getByText('W tym czasie mamy dożynki.').first()).toBeVisible();

  const secretary = await signInAs(browser, 'dyrektor@sekretariat.example');
  await secretary.goto('/app/zadania?pokaz=done');
  await secretary.getByRole('link', { name: `Sosnowy Brzeg: ${title}` }).click();
  await expect(secretary.getByText('W tym czasie mamy dożynki.')).toBeVisible();
  await expectAccessible(secretary);
});

test('a page for a deed that one may not do does not exist for them', async ({ browser }) => {
  const official = await signInAs(browser, 'ola@jantarowo.example');
  for (const path of ['/app/zadania/nowe', '/app/sieci/nowa']) {
    await official.goto(path);
    await expect(official.getByRole('heading', { level: 1, name: 'Nie ma takiej strony' })).toBeVisible();
  }
});

test('the palette opens in English', async ({ browser }) => {
  const page = await signInAs(browser, 'ola@jantarowo.example', { language: 'en' });
  await page.goto('/app');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('searchbox', { name: sayIn('en')('common.palette.label') })).toBeFocused();
  await page.keyboard.type('gdans');
  await page.getByRole('menuitem', { name: 'Gdańsk' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Gdańsk' })).toBeVisible();
});
