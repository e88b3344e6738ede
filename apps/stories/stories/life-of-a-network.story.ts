import { expect } from '@playwright/test';
import { expectAccessible, expectFits, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');
const secretary = 'sieci@sekretariat.example';
const mayor = 'wojt@foczy-rog.example';

test('a gmina proposes a network; it works under a resolution, changes its mandate, and closes with a report', async ({
  browser,
}) => {
  const name = `Plaże dla wszystkich ${Date.now()}`;
  const first = `P/${Date.now()}`;
  const second = `N/${Date.now()}`;

  const gmina = await signInAs(browser, mayor);
  await gmina.goto('/app/sieci');
  await gmina.getByRole('link', { name: say('networks.propose.action') }).click();
  await gmina.getByLabel(say('networks.propose.namePl'), { exact: true }).fill(name);
  await gmina.getByLabel(say('networks.propose.purposePl'), { exact: true }).fill('Zejścia na plażę dla każdego.');
  await gmina.getByRole('button', { name: say('networks.propose.send') }).click();
  await expect(gmina.getByRole('group', { name: say('life.goals') })).toContainText('Uzupełnij to pole.');
  await expectAccessible(gmina);
  await gmina.getByLabel(say('life.benefit')).fill('Jeden projekt zejścia, który każda gmina może zbudować.');
  await gmina.getByLabel(say('life.goal.SEA')).check();
  await gmina.getByLabel(say('life.topics')).fill('Plaże, dostępność');
  await gmina.getByRole('button', { name: say('networks.propose.send') }).click();
  await expect(gmina.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(gmina.getByRole('link', { name: 'dostępność' })).toBeVisible();
  const address = gmina.url();

  const page = await signInAs(browser, secretary);
  await page.goto(address);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: say('networks.activate.action') }).click();
  await dialog.getByLabel(say('networks.leadGmina')).selectOption({ label: 'Foczy Róg' });
  await dialog.getByLabel(say('resolutions.fields.new')).check();
  await dialog.getByLabel(say('resolutions.fields.number')).fill(first);
  await dialog.getByLabel(say('resolutions.fields.adoptedOn')).fill('2025-03-03');
  await dialog.getByLabel(say('resolutions.fields.title')).fill('w sprawie plaż dla wszystkich');
  await dialog.getByRole('button', { name: say('networks.activate.action') }).click();
  await expect(dialog).toBeHidden();

  // Another resolution comes in its place: the network is warned, and is put under it from the register.
  await page.getByRole('link', { name: new RegExp(first) }).click();
  await expect(page.getByRole('link', { name })).toBeVisible();
  await page.getByRole('button', { name: say('resolutions.supersede.action') }).click();
  await dialog.getByLabel(say('resolutions.fields.number')).fill(second);
  await dialog.getByLabel(say('resolutions.fields.adoptedOn')).fill('2025-04-04');
  await dialog.getByLabel(say('resolutions.fields.title')).fill('w sprawie plaż i zejść');
  await dialog.getByRole('button', { name: say('resolutions.supersede.send') }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(second) })).toBeVisible();
  await page.goto(address);
  await expect(page.getByText(say('life.warning.SUPERSEDED'), { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: say('life.changeMandate.action') }).click();
  await dialog.getByRole('button', { name: say('life.changeMandate.action') }).click();
  const pick = dialog.getByLabel(say('resolutions.fields.pick'));
  await expect(pick).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  const option = pick.getByRole('option', { name: new RegExp(second) });
  await pick.selectOption((await option.getAttribute('value')) ?? '');
  await dialog.getByRole('button', { name: say('life.changeMandate.action') }).click();
  await expect(page.getByRole('link', { name: new RegExp(second) })).toBeVisible();
  await expect(page.getByText(say('life.warning.SUPERSEDED'), { exact: true })).toBeHidden();

  // The secretariat begins the closing and writes; the mayor of the lead, on a phone, signs.
  await page.getByRole('button', { name: say('life.close.action') }).click();
  await dialog.getByRole('button', { name: say('life.close.action') }).click();
  await page.getByRole('link', { name: say('life.report.open') }).click();
  await page.getByLabel(say('life.report.done')).fill('Powstał projekt zejścia.');
  await page.getByLabel(say('life.report.result', { name: 'Foczy Róg' })).fill('Zejście przy porcie.');
  await page.getByRole('button', { name: say('life.report.save') }).click();
  await expect(page.getByText(say('life.report.saved'))).toBeVisible();
  await expectAccessible(page);

  const phone = await signInAs(browser, mayor, { theme: 'dark', phone: true });
  await phone.goto(`${address}/sprawozdanie`);
  await expect(phone.getByLabel(say('life.report.done'))).toHaveValue('Powstał projekt zejścia.');
  await expectFits(phone);
  await expectAccessible(phone);
  await phone.getByRole('button', { name: say('life.report.sign') }).click();
  await phone
    .getByRole('dialog')
    .getByRole('button', { name: say('life.report.sign') })
    .click();
  await expect(phone.getByText(say('life.report.signed'))).toBeVisible();
  await expect(phone.getByText('Zejście przy porcie.')).toBeVisible();
  await phone.goto(address);
  await expect(phone.getByText(say('common.networkState.CLOSED')).first()).toBeVisible();
});
