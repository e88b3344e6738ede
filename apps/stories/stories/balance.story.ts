import { expect } from '@playwright/test';
import { expectAccessible, expectFits, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');

test('an official declares a training, the coordinator confirms it, and the mayor sees what the dues have brought', async ({
  browser,
}) => {
  const training = `Szkolenie z ochrony wydm ${Date.now()}`;
  const official = await signInAs(browser, 'lidia@latarnikowo.example');
  await official.goto('/app/gminy?szukaj=Latarnikowo');
  await official.getByRole('link', { name: 'Latarnikowo' }).first().click();
  await official.getByRole('link', { name: say('organizations.balance') }).click();
  await official.getByRole('link', { name: say('balances.declare.action') }).click();
  await official.getByRole('radio', { name: say('balances.kind.TRAINING') }).check();
  await official.getByLabel(say('balances.field.text')).fill(training);
  // What is missing is told at once, the amount among it.
  await official.getByRole('button', { name: say('balances.declare.send') }).click();
  await expect(official.getByRole('alert')).toContainText(say('balances.field.evidence'));
  await expect(official.getByRole('alert')).toContainText(say('balances.field.amount'));
  await official.getByLabel(say('balances.field.amount')).fill('0');
  await official.getByLabel(say('balances.field.evidence'), { exact: true }).fill('Lista obecności ośmiu osób.');
  // What is worth nothing is refused where it stands.
  const send = official.getByRole('button', { name: say('balances.declare.send') });
  const amount = official.getByLabel(say('balances.field.amount'));
  await send.click();
  await expect(amount).toHaveAttribute('aria-invalid', 'true');
  await expect(amount).toHaveAccessibleDescription(/Kwota musi być większa od zera\./);
  // What cannot be read as an amount is told so, in the summary as well, and nothing of its kind.
  for (const [typed, said] of [
    ['0,605', 'Kwota ma najwyżej dwa miejsca po przecinku.'],
    ['-50', 'Kwota nie może być ujemna.'],
    ['abc', 'Wpisz kwotę, na przykład 1234,50.'],
    ['1 000 000 000', 'Kwota może wynosić najwyżej 999 999 999,99.'],
  ] as const) {
    await amount.fill(typed);
    await send.click();
    await expect(amount).toHaveAccessibleDescription(new RegExp(said.replaceAll(' ', '\\s').replaceAll('.', '\\.')));
    await expect(official.getByRole('alert')).toContainText(said);
  }
  await expectAccessible(official);
  await official.getByLabel(say('balances.field.amount')).fill('1 200,50');
  await send.click();
  const address = official.url().replace(/\/nowy.*$/, '');
  await expect(official.getByRole('heading', { name: say('balances.waiting.title') })).toBeVisible();
  // Nobody confirms their own word.
  const confirm = say('balances.entry.confirmOf', { text: training });
  await expect(official.getByRole('button', { name: confirm })).toHaveCount(0);

  const coordinator = await signInAs(browser, 'lacznik@latarnikowo.example', { theme: 'dark' });
  await coordinator.goto('/app/skrzynka');
  await coordinator.getByRole('link', { name: new RegExp(training) }).click();
  await coordinator.getByRole('button', { name: confirm }).click();
  await expect(coordinator.getByRole('button', { name: confirm })).toHaveCount(0);
  await expectAccessible(coordinator);

  const mayor = await signInAs(browser, 'burmistrz@latarnikowo.example', { phone: true });
  await mayor.goto(address);
  await expect(mayor.getByRole('figure').first()).toContainText(/Z każdej złotówki składki wróciło \d/);
  await expect(mayor.getByText(training)).toBeVisible();
  await expect(mayor.getByRole('table', { name: say('balances.picture.table') })).toContainText('1 200,50');
  await expectFits(mayor);
  await expectAccessible(mayor);
  const paper = mayor.waitForEvent('download');
  await mayor.getByRole('button', { name: say('balances.asPdf') }).click();
  expect((await paper).suggestedFilename()).toMatch(/^bilans-gminy-\d{4}\.pdf$/);
});
