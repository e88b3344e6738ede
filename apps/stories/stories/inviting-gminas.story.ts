import { expect } from '@playwright/test';
import { expectAccessible, expectFits, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');

test('the secretariat invites a gmina; its mayor accepts on a phone, sees what is owed, and leaves again', async ({
  browser,
}) => {
  const secretary = await signInAs(browser, 'sieci@sekretariat.example');
  await secretary.goto('/app/sieci?szukaj=Młodzieżowe');
  await secretary.getByRole('link', { name: 'Młodzieżowe rady gmin' }).click();
  await secretary.getByRole('button', { name: say('networks.invite.action') }).click();
  const dialog = secretary.getByRole('dialog');
  await dialog.getByRole('button', { name: say('networks.invite.send') }).click();
  await expect(dialog.getByText(say('networks.invite.nobody'))).toBeVisible();
  await expect(dialog.getByRole('checkbox').first()).toBeFocused();
  await dialog.getByRole('checkbox', { name: 'Wydmy Wielkie' }).check();
  await expectAccessible(secretary);
  await dialog.getByRole('button', { name: say('networks.invite.send') }).click();
  await expect(secretary.getByText('Wysłano 1 zaproszenie.')).toBeVisible();

  const mayor = await signInAs(browser, 'wojt@wydmy-wielkie.example', { phone: true });
  await mayor.goto('/app');
  await mayor.getByRole('button', { name: say('common.joinRequest.accept') }).click();
  await expect(mayor.getByText('Przyjęto: Wydmy Wielkie, sieć „Młodzieżowe rady gmin”.')).toBeVisible();
  await mayor.goto(new URL(secretary.url()).pathname);
  await mayor.getByRole('button', { name: say('networks.leave.action') }).click();
  await expect(mayor.getByText(say('networks.leave.nothingOwed'))).toBeVisible();
  await expectAccessible(mayor);
  await expectFits(mayor);
  await mayor
    .getByRole('dialog')
    .getByRole('button', { name: say('networks.leave.action') })
    .click();
  await expect(mayor.getByText('Wydmy Wielkie: gmina opuściła sieć.')).toBeVisible();
});
