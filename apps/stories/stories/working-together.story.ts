import { expect } from '@playwright/test';
import { expectAccessible, expectFits, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');
const inventory = 'Spis urządzeń retencyjnych';
const visit = 'Wizyta studyjna: zgłoszenie uczestników';

test('a task waits for another one and comes again every quarter, until that is stopped', async ({ browser }) => {
  const page = await signInAs(browser, 'sieci@sekretariat.example');
  const dialog = page.getByRole('dialog');
  await page.goto('/app/sieci?szukaj=retencja');
  await page.getByRole('link', { name: 'Retencja i ponowne użycie wody' }).click();
  await page.getByRole('link', { name: visit }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: visit })).toBeVisible();
  const address = page.url();

  await page.getByRole('button', { name: say('tasks.needs.change') }).click();
  await dialog.getByRole('checkbox', { name: inventory }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: say('tasks.needs.send') }).click();
  await expect(page.getByText('To zadanie czeka na 1 inne')).toBeVisible();
  await page.getByRole('link', { name: inventory }).first().click();
  await expect(page.getByText(say('tasks.needs.neededBy'))).toBeVisible();

  // The other way round each would wait for the other.
  await page.getByRole('button', { name: say('tasks.needs.change') }).click();
  await dialog.getByRole('checkbox', { name: visit }).check();
  await dialog.getByRole('button', { name: say('tasks.needs.send') }).click();
  await expect(dialog.getByText('Zadania czekałyby na siebie nawzajem')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto(address);
  await page.getByRole('button', { name: say('tasks.needs.change') }).click();
  await dialog.getByRole('checkbox', { name: inventory }).uncheck();
  await dialog.getByRole('button', { name: say('tasks.needs.send') }).click();
  await expect(page.getByText('To zadanie czeka na 1 inne')).toHaveCount(0);

  await page.getByRole('button', { name: say('tasks.repeat.action') }).click();
  await dialog.getByRole('button', { name: say('tasks.repeat.send') }).click();
  await expect(dialog.getByLabel(say('tasks.repeat.startsOn'))).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel(say('tasks.repeat.startsOn')).fill('2099-01-31');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: say('tasks.repeat.send') }).click();
  await expect(dialog).toBeHidden();
  await page.goto('/app/sieci?szukaj=retencja');
  await page.getByRole('link', { name: 'Retencja i ponowne użycie wody' }).click();
  await page.getByRole('button', { name: say('tasks.repeat.stopOf', { task: visit }) }).click();
  await dialog.getByRole('button', { name: say('tasks.repeat.stop') }).click();
  await expect(page.getByRole('heading', { name: say('tasks.repeat.section') })).toHaveCount(0);
});

test('a gmina names who represents it, and keeps a list of its own steps that the secretariat does not see', async ({
  browser,
}) => {
  const mayor = await signInAs(browser, 'wojt@wydmy-wielkie.example', { phone: true });
  const dialog = mayor.getByRole('dialog');
  await mayor.goto('/app/sieci?szukaj=retencja');
  await mayor.getByRole('link', { name: 'Retencja i ponowne użycie wody' }).click();
  const network = mayor.url();
  await mayor.getByRole('button', { name: say('seats.changeOf', { gmina: 'Wydmy Wielkie' }) }).click();
  await dialog.getByRole('button', { name: say('seats.action') }).click();
  await expect(dialog.getByText(say('seats.personMissing'))).toBeVisible();
  const person = dialog.getByLabel(say('seats.person'));
  const name = (await person.locator('option').nth(1).textContent()) ?? '';
  await person.selectOption(name);
  await dialog.getByRole('button', { name: say('seats.action') }).click();
  await expect(mayor.getByText(say('seats.named'))).toBeVisible();
  await expectAccessible(mayor);
  await expectFits(mayor);
  await dialog.getByRole('button', { name: say('seats.freeOf', { name }) }).click();
  await expect(mayor.getByText(say('seats.freed'))).toBeVisible();
  await mayor
    .getByRole('button', { name: say('common.close') })
    .last()
    .click();

  await mayor.goto(network);
  await mayor.getByRole('link', { name: inventory }).first().click();
  await expect(mayor.getByRole('heading', { level: 1, name: inventory })).toBeVisible();
  const task = mayor.url();
  if (!(await mayor.getByLabel(say('tasks.steps.new')).isVisible()))
    await mayor.getByText(say('tasks.steps.title')).click();
  const step = `Zapytać referat ${Date.now()}`;
  await mayor.getByLabel(say('tasks.steps.new')).fill(step);
  await mayor.getByRole('button', { name: say('tasks.steps.add') }).click();
  await mayor.getByRole('checkbox', { name: step }).check();
  // The box shows a tick at the press; how many are done, once it is kept.
  await expect(mayor.getByText('1 z 1')).toBeVisible();
  await mayor.reload();
  await expect(mayor.getByText('1 z 1')).toBeVisible();

  const secretary = await signInAs(browser, 'sieci@sekretariat.example');
  await secretary.goto(task);
  await expect(secretary.getByRole('heading', { level: 1, name: inventory })).toBeVisible();
  await expect(secretary.getByText(step)).toHaveCount(0);
  await expect(secretary.getByText(say('tasks.steps.title'))).toHaveCount(0);
});
