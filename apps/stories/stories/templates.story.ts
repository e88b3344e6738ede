import { expect } from '@playwright/test';
import { expectAccessible, expectFits, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');

test('a network is proposed by a template, put to work, and sends its first task; then it becomes a template itself', async ({
  browser,
}) => {
  const name = `Latarnie morskie ${Date.now()}`;
  const page = await signInAs(browser, 'sieci@sekretariat.example');
  await page.goto('/app/sieci/wzory');
  await page.getByRole('link', { name: say('templates.useOf', { name: 'Sieć tematyczna' }) }).click();
  // The template has filled in what a network of its kind is for; its name is its own.
  await expect(page.getByLabel(say('life.benefit'))).toHaveValue(/nie zaczyna od zera/);
  await page.getByLabel(say('networks.propose.namePl'), { exact: true }).fill(name);
  await page.getByRole('button', { name: say('networks.propose.send') }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const address = page.url();

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: say('networks.activate.action') }).click();
  await dialog.getByLabel(say('networks.leadGmina')).selectOption({ label: 'Latarnikowo' });
  await dialog.getByLabel(say('resolutions.fields.new')).check();
  await dialog.getByLabel(say('resolutions.fields.number')).fill(`L/${Date.now()}`);
  await dialog.getByLabel(say('resolutions.fields.adoptedOn')).fill('2025-05-05');
  await dialog.getByLabel(say('resolutions.fields.title')).fill('w sprawie latarni morskich');
  await dialog.getByRole('button', { name: say('networks.activate.action') }).click();
  await expect(dialog).toBeHidden();

  const first = 'Co gmina już robi: ankieta na początek';
  await page.getByRole('link', { name: say('tasks.standard.writeOf', { task: first }) }).click();
  await expect(page.getByLabel(say('tasks.write.title'), { exact: true })).toHaveValue(first);
  await expect(page.getByLabel(say('forms.audience.NETWORK'))).toBeChecked();
  await page.getByRole('button', { name: say('tasks.write.send') }).click();
  await expect(page.getByRole('heading', { level: 1, name: first })).toBeVisible();
  await page.goto(address);
  await expect(page.getByText(say('tasks.standard.written'), { exact: true })).toHaveCount(1);

  await page.getByRole('link', { name: say('networks.asTemplate') }).click();
  await expect(page.getByRole('group', { name: say('templates.task.number', { number: '1' }) })).toContainText(
    say('forms.question', { number: '2' }),
  );
  await page.getByLabel(say('templates.name'), { exact: true }).fill('sieć tematyczna');
  await page.getByRole('button', { name: say('templates.save') }).click();
  await expect(page.getByText('Wzór o tej nazwie już jest.').first()).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByLabel(say('templates.name'), { exact: true }).fill(`Wzór: ${name}`);
  await page.getByRole('button', { name: say('templates.save') }).click();
  await page.getByRole('button', { name: say('templates.removeOf', { name: `Wzór: ${name}` }) }).click();
  await dialog.getByRole('button', { name: say('templates.remove') }).click();
  await expect(page.getByText(say('templates.removed'))).toBeVisible();
  await expect(page.getByRole('heading', { name: `Wzór: ${name}` })).toHaveCount(0);
});
