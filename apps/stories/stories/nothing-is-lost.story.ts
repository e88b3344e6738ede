import { expect, type Page } from '@playwright/test';
import { expectAccessible, openBrowser, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

// What a person writes survives: an ended session, a lost connection, a reload, a colleague who writes at the same time.

const say = sayIn('pl');
const password = 'Demo-portalu-2026';

const openTask = async (page: Page, title: string): Promise<void> => {
  await page.goto('/app/zadania');
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
};

const answerField = (page: Page) => page.getByRole('textbox', { name: say('tasks.answer.label') });

test('the session ends in the middle of an answer', async ({ browser }) => {
  const page = await signInAs(browser, 'ola@jantarowo.example');
  await openTask(page, 'Wizyta studyjna: zgłoszenie uczestników');
  await page.context().clearCookies();
  await answerField(page).fill('Jedzie Ola, temat: zbiorniki przy szkołach.');
  const dialog = page.getByRole('dialog', { name: say('accounts.ended.title') });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel(say('accounts.password')).fill(password);
  await dialog.getByRole('button', { name: say('accounts.signIn') }).click();
  await expect(dialog).toHaveCount(0);
  await expect(answerField(page)).toHaveValue('Jedzie Ola, temat: zbiorniki przy szkołach.');
  await expect(page.getByText(say('tasks.answer.saving.saved'))).toBeVisible();
  await page.reload();
  await expect(answerField(page)).toHaveValue('Jedzie Ola, temat: zbiorniki przy szkołach.');
});

test('the connection is lost, the page is opened anew, and the text is still there', async ({ browser }) => {
  const lost = await signInAs(browser, 'lidia@latarnikowo.example');
  await openTask(lost, 'Wydarzenia zimowe do wspólnego kalendarza');
  await lost.context().setOffline(true);
  await answerField(lost).fill('12 grudnia: jarmark pod latarnią.');
  await expect(lost.getByText(say('tasks.answer.saving.device'))).toBeVisible();
  await expect(lost.getByText(say('common.offline'))).toBeVisible();

  // What the device keeps, with a connection again. The first page stays cut off: one that is closed would be let back
  // online by the emulation for a moment, and save.
  const { page: again } = await openBrowser(browser, { kept: await lost.context().storageState() });
  await again.goto(lost.url());
  await expect(again.getByText(say('tasks.answer.restored'))).toBeVisible();
  await expect(answerField(again)).toHaveValue('12 grudnia: jarmark pod latarnią.');
  await expectAccessible(again);
  await answerField(again).fill('12 grudnia: jarmark pod latarnią morską.');
  await expect(again.getByText(say('tasks.answer.saving.saved'))).toBeVisible();
});

test('two people of a gmina write at once: both texts stand until one decides', async ({ browser }) => {
  const title = 'Dane o zużyciu energii w budynkach gminnych';
  const ola = await signInAs(browser, 'ola@jantarowo.example');
  const jan = await signInAs(browser, 'jan@jantarowo.example');
  await openTask(ola, title);
  await openTask(jan, title);
  await answerField(ola).fill('Szkoły: 410 MWh.');
  await expect(ola.getByText(say('tasks.answer.saving.saved'))).toBeVisible();

  await answerField(jan).fill('Urząd: 95 MWh.');
  await expect(jan.getByRole('heading', { name: say('tasks.conflict.mine') })).toBeVisible();
  await expect(jan.getByText('Szkoły: 410 MWh.')).toBeVisible();
  await expect(jan.getByText('Urząd: 95 MWh.')).toBeVisible();
  await expectAccessible(jan);
  await jan.getByRole('button', { name: say('tasks.conflict.keepMine') }).click();
  await expect(answerField(jan)).toHaveValue('Urząd: 95 MWh.');
  await expect(jan.getByText(say('tasks.answer.saving.saved'))).toBeVisible();

  await ola.reload();
  await expect(answerField(ola)).toHaveValue('Urząd: 95 MWh.');
});

test('a task that is being written survives a reload, and is forgotten once it is sent', async ({ browser }) => {
  const page = await signInAs(browser, 'dyrektor@sekretariat.example');
  const title = page.getByRole('textbox', { name: say('tasks.write.title') });
  await page.goto('/app/zadania/nowe');
  await title.fill('Podaj liczbę ławek');
  await page.reload();
  await expect(title).toHaveValue('Podaj liczbę ławek');
  await page.getByRole('textbox', { name: say('tasks.write.body') }).fill('Do wspólnego zamówienia.');
  await page.getByLabel(say('tasks.write.dueOn'), { exact: true }).fill('2999-01-01');
  await page.getByRole('combobox', { name: say('tasks.write.networkId') }).selectOption('Młodzieżowe rady gmin');
  await page.getByRole('checkbox', { name: say('tasks.write.everybody') }).check();
  await page.getByRole('button', { name: say('tasks.write.send') }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Podaj liczbę ławek' })).toBeVisible();
  await page.goto('/app/zadania/nowe');
  await expect(title).toHaveValue('');
});
