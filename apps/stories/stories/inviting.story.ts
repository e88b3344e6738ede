import { expect } from '@playwright/test';
import { expectAccessible, expectFits, letterTo, linkIn, openBrowser, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

// How people come in: a coordinator asks, a letter comes, and one link on a phone is enough.

const say = sayIn('pl');

test('a coordinator invites a colleague, who is in after one link on a phone', async ({ browser }) => {
  const coordinator = await signInAs(browser, 'lacznik@jantarowo.example');
  await coordinator.goto('/app');
  await coordinator.getByRole('button', { name: say('common.personMenu') }).click();
  await coordinator.getByRole('link', { name: say('common.invitations') }).click();
  await coordinator.getByRole('link', { name: say('invitations.invite.action') }).click();
  await coordinator.getByLabel(say('invitations.invite.name')).fill('Nina Nowicka');
  await coordinator.getByLabel(say('invitations.invite.email')).fill('nina@jantarowo.example');
  await coordinator.getByRole('button', { name: say('invitations.invite.send') }).click();
  await expect(coordinator.getByText('Nina Nowicka')).toBeVisible();

  const { page } = await openBrowser(browser, { phone: true });
  const link = linkIn(await letterTo(browser, 'nina@jantarowo.example'));
  await page.goto(link);
  await expect(page.getByLabel(say('invitations.invite.name'))).toHaveValue('Nina Nowicka');
  await expectAccessible(page);
  await expectFits(page);
  const password = page.getByLabel(say('invitations.accept.password'));
  await password.fill('qwerty123456');
  await page.getByRole('button', { name: say('invitations.accept.action') }).click();
  await expect(password).toBeFocused();
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  await password.fill('szara gęś nad zatoką');
  await page.getByRole('button', { name: say('invitations.accept.action') }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Start' })).toBeVisible();

  const { page: again } = await openBrowser(browser);
  await again.goto(link);
  await expect(again.getByText('Ten link już nie działa')).toBeVisible();

  await coordinator.reload();
  await expect(coordinator.getByText(say('invitations.none.title'))).toBeVisible();
});

test('the secretariat invites by a list: what would happen comes first, a report comes last', async ({ browser }) => {
  const page = await signInAs(browser, 'sieci@sekretariat.example');
  await page.goto('/app/zaproszenia/lista');
  // As a Polish spreadsheet writes it: semicolons, Windows-1250.
  const list = Buffer.from(
    'Imi\u00ea i nazwisko;E-mail;Gmina\r\n\u00afaneta Nowa;zaneta@foczy-rog.example;Foczy R\u00f3g\r\nBez Gminy;bez@gminy.example;Atlantyda\r\n',
    'latin1',
  );
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: say('invitations.list.choose') }).click();
  await (await chooser).setFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: list });
  await expect(page.getByRole('cell', { name: 'Żaneta Nowa' })).toBeVisible();
  await expect(page.getByText(say('invitations.list.outcomes.organization_unknown'))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: say('invitations.list.send_one', { count: '1' }) }).click();
  await expect(page.getByRole('heading', { name: say('invitations.list.finished') })).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('invitations.list.save') }).click();
  expect((await download).suggestedFilename()).toBe(say('invitations.list.reportFile'));
  expect(await letterTo(browser, 'zaneta@foczy-rog.example')).toContain('Żaneta Nowa');
});
