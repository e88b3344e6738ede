import { expect } from '@playwright/test';
import { comeIn, dayFromNow, expectAccessible, expectFits, letterTo, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

// Offices begin and end: a person who leaves hands everything over, and an election night changes the mayors.

const say = sayIn('pl');

test('a mayor ends an official’s office, and what she held goes to a colleague', async ({ browser }) => {
  const mayor = await signInAs(browser, 'burmistrz@sosnowy-brzeg.example', { phone: true });
  await mayor.goto('/app/gminy?szukaj=Sosnowy');
  await mayor.getByRole('link', { name: 'Sosnowy Brzeg' }).click();
  await mayor.getByRole('button', { name: say('appointments.end.of', { name: 'Sabina Sosnowa' }) }).click();
  const dialog = mayor.getByRole('dialog');
  await expect(dialog.getByText(say('appointments.kind.assignment')).first()).toBeVisible();
  await expectAccessible(mayor);
  await expectFits(mayor);
  await dialog.getByLabel(/Ankieta o stanie retencji/).selectOption('Stefan Szyszkowski');
  await dialog.getByRole('button', { name: say('appointments.end.action') }).click();
  await expect(mayor.getByText(say('appointments.end.done', { name: 'Sabina Sosnowa' }))).toBeVisible();
  await expect(mayor.getByRole('button', { name: say('appointments.end.of', { name: 'Sabina Sosnowa' }) })).toHaveCount(
    0,
  );
  await mayor.goto('/app/zadania');
  await expect(mayor.getByText(say('common.keptBy', { name: 'Stefan Szyszkowski' }))).toBeVisible();
  await expect(mayor.getByText(say('common.keptByNobody'))).toBeVisible();

  const former = await signInAs(browser, 'sabina@sosnowy-brzeg.example');
  await former.goto('/app');
  await expect(former.getByText(say('common.noOffice'))).toBeVisible();
});

test('one liaison officer follows another in office', async ({ browser }) => {
  const gmina = 'Mewia Zatoka';
  const former = `Poprzednik Pierwszy ${Date.now()}`;
  const next = `Następczyni Nowak ${Date.now()}`;
  await comeIn(browser, { name: former, email: `poprzednik-${Date.now()}@mewia-zatoka.example`, gmina });
  const successor = await comeIn(browser, {
    name: next,
    email: `nastepczyni-${Date.now()}@mewia-zatoka.example`,
    gmina,
  });
  const page = await signInAs(browser, 'sieci@sekretariat.example');
  await page.goto('/app/gminy?szukaj=Mewia');
  await page.getByRole('link', { name: gmina }).click();
  const dialog = page.getByRole('dialog');
  const office = say('common.office.COORDINATOR');
  for (const name of [former, next]) {
    await page.getByRole('button', { name: say('appointments.appoint.open') }).click();
    await dialog.getByLabel(say('appointments.deputy.person')).selectOption(name);
    await dialog.getByLabel(say('appointments.office')).selectOption(office);
    // Who began today cannot be succeeded today: the office begins tomorrow.
    if (name === next) {
      await dialog.getByLabel(say('appointments.appoint.former')).selectOption(former);
      await dialog.getByLabel(say('appointments.deputy.startsOn')).fill(dayFromNow(1));
    }
    await expectAccessible(page);
    await dialog.getByRole('button', { name: say('appointments.appoint.action') }).click();
    await expect(dialog).toHaveCount(0);
  }
  await expect(page.getByText(say('appointments.state.FUTURE'))).toBeVisible();
  await successor.goto('/app');
  await expect(successor.getByRole('button', { name: say('common.personMenu') })).toContainText(gmina);
});

test('a liaison officer of two gminas chooses for whom she acts', async ({ browser }) => {
  const page = await signInAs(browser, 'lacznik@foczy-rog.example');
  await page.goto('/app');
  const menu = page.getByRole('button', { name: say('common.personMenu') });
  await expect(menu).toContainText('Foczy Róg');
  await menu.click();
  await page.getByRole('radio', { name: 'Śledziowo' }).click();
  await expect(menu).toContainText('Śledziowo');
  await expect(page.getByRole('link', { name: 'Wydarzenia zimowe do wspólnego kalendarza' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Wydarzenia zimowe do wspólnego kalendarza' }).click();
  await expect(page.getByRole('heading', { name: 'Odpowiedź: Śledziowo' })).toBeVisible();
});

test('election night: results are pasted, tried, and made so in one go', async ({ browser }) => {
  const page = await signInAs(browser, 'dyrektor@sekretariat.example');
  await page.goto('/app/zarzadzanie/wybory');
  await page.getByLabel(say('appointments.appoint.basis')).fill('Wybory samorządowe 2029');
  const filter = page.getByLabel(say('appointments.election.filter'));
  await filter.focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Śledziowo\tZofia Zdrojowa\tzofia@sledziowo.example\nBursztynowiec\t\t\n');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByText(say('appointments.election.chosen_few', { count: '2' }))).toBeVisible();
  await page.reload();
  await expect(page.getByText(say('appointments.election.chosen_few', { count: '2' }))).toBeVisible();
  await page.getByRole('button', { name: say('appointments.election.try') }).click();
  const table = page.getByRole('table');
  await expect(table.getByText(say('appointments.election.result.replaced'))).toBeVisible();
  await expect(table.getByText(say('appointments.election.result.reappointed'))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: say('appointments.election.apply') }).click();
  await expect(page.getByText(say('appointments.election.waiting', { name: 'Zofia Zdrojowa' }))).toBeVisible();
  expect(await letterTo(browser, 'zofia@sledziowo.example')).toContain('wójt, burmistrz lub prezydent – Śledziowo');
});
