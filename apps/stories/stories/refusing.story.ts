import { expect } from '@playwright/test';
import { expectAccessible, expectFits, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');
const title = 'Wizyta studyjna: zgłoszenie uczestników';
const energy = 'Dane o zużyciu energii w budynkach gminnych';

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

test('a gmina asks for a later day, and the secretariat gives it', async ({ browser }) => {
  const official = await signInAs(browser, 'felicja@foczy-rog.example', { phone: true });
  await official.goto('/app/zadania');
  await official.getByRole('link', { name: energy }).click();
  await official.getByRole('button', { name: say('tasks.time.ask') }).click();
  const dialog = official.getByRole('dialog');
  await dialog.getByRole('button', { name: say('tasks.time.send') }).click();
  await expect(dialog.getByText(say('tasks.time.notLater'))).toBeVisible();
  await dialog.getByLabel(say('tasks.time.day')).fill('2150-03-05');
  await dialog.getByRole('textbox', { name: say('common.reason') }).fill('Licznik odczytamy w przyszłym tygodniu.');
  await expectAccessible(official);
  await dialog.getByRole('button', { name: say('tasks.time.send') }).click();
  await expect(official.getByText(say('tasks.time.waiting'))).toBeVisible();
  await expectAccessible(official);
  await expectFits(official);

  const secretary = await signInAs(browser, 'sieci@sekretariat.example');
  await secretary.goto('/app/zadania?pokaz=asking');
  await secretary.getByRole('link', { name: `Foczy Róg: ${energy}` }).click();
  await expect(secretary.getByText('Licznik odczytamy w przyszłym tygodniu.')).toBeVisible();
  await expectAccessible(secretary);
  await secretary.getByRole('button', { name: say('tasks.time.grant') }).click();
  await secretary
    .getByRole('dialog')
    .getByRole('button', { name: say('tasks.time.grant') })
    .click();
  await expect(secretary.getByText('5 marca 2150')).toBeVisible();
  // It is there at once for whoever waits for it.
  await expect(official.getByText(say('tasks.time.waiting'))).toBeHidden();
  await expect(official.getByText('5 marca 2150').first()).toBeVisible();
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
  await expect(page.getByRole('searchbox', { name: sayIn('en')('palette.label') })).toBeFocused();
  await page.keyboard.type('gdans');
  await page.getByRole('menuitem', { name: 'Gdańsk' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Gdańsk' })).toBeVisible();
});
