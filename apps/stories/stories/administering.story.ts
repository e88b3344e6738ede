import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { comeIn, expectAccessible, expectFits, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

// What the secretariat looks after: who may come in, who belongs, what it costs, and what happened.

const say = sayIn('pl');
const secretary = 'sieci@sekretariat.example';

test('the secretariat keeps a person out at once, and the log says who did it and why', async ({ browser }) => {
  const email = `zuzanna-${Date.now()}@foczy-rog.example`;
  const kept = await comeIn(browser, { name: 'Zuzanna Zamknięta', email, gmina: 'Foczy Róg' });
  await kept.goto('/app');
  await expect(kept.getByRole('heading', { level: 1 })).toBeVisible();

  const page = await signInAs(browser, secretary);
  await page.goto('/app');
  await page.getByRole('link', { name: say('common.places.administration') }).click();
  await page.getByRole('link', { name: say('administration.people.title') }).click();
  await page.getByLabel(say('people.search')).fill('zamknięta');
  await page.getByRole('link', { name: 'Zuzanna Zamknięta' }).click();
  await page.getByRole('button', { name: say('people.block.action') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('people.block.action') }).click();
  await expect(dialog.getByLabel(say('common.reason'))).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel(say('common.reason')).fill('Skradziony komputer służbowy.');
  await dialog.getByRole('button', { name: say('people.block.action') }).click();
  await expect(page.getByText(say('people.blockedNotice.title'))).toBeVisible();
  await expectAccessible(page);

  // The next thing that she asks for is refused.
  await kept.reload();
  await expect(kept).toHaveURL(/logowanie/);

  await page.getByRole('link', { name: say('people.auditLink') }).click();
  await page.getByRole('link', { name: 'Zablokowano dostęp do portalu: Zuzanna Zamknięta' }).click();
  const event = page.getByRole('dialog');
  await expect(event.getByText('Skradziony komputer służbowy.')).toBeVisible();
  await expect(event.getByText('Marek Zmyślony')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(event).toBeHidden();

  // Found again, she is let in.
  await page.goto('/app/zarzadzanie/osoby?stan=BLOCKED');
  await page.getByRole('link', { name: 'Zuzanna Zamknięta' }).click();
  await page.getByRole('button', { name: say('people.unblock.action') }).click();
  await dialog.getByLabel(say('common.reason')).fill('Dostała nowy komputer.');
  await dialog.getByRole('button', { name: say('people.unblock.action') }).click();
  await expect(page.getByText(say('people.blockedNotice.title'))).toBeHidden();
  await signInAs(browser, email);
});

test('the log is narrowed, its seals stand, and a spreadsheet can be taken along', async ({ browser }) => {
  const page = await signInAs(browser, secretary);
  await page.goto('/app/zarzadzanie/dziennik');
  await page.getByRole('button', { name: say('audit.integrity.check') }).click();
  await expect(page.getByText(/Nienaruszone są wszystkie dni/)).toBeVisible();
  await expect(page.getByText(/Pieczęć ostatniego dnia: [0-9a-f]{64}/)).toBeVisible();
  await page.getByLabel(say('audit.about')).selectOption({ label: say('audit.topic.membership') });
  await page.getByLabel(say('audit.organization')).selectOption({ label: 'Wydmy Wielkie' });
  await expect(page.getByRole('link', { name: /^Wydmy Wielkie – gmina należy/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /Mewia Zatoka/ })).toHaveCount(0);
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('audit.export') }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('dziennik.csv');
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toContain('Wydmy Wielkie – gmina należy do sieci');
  expect(text).not.toContain('Mewia Zatoka');
});

test('a gmina becomes a candidate and a member, and what members pay is set', async ({ browser }) => {
  const page = await signInAs(browser, secretary);
  await page.goto('/app/gminy?szukaj=Giżycko&wszystkie=true');
  await page.getByRole('link', { name: 'Giżycko (miasto)', exact: true }).click();
  await page.getByRole('button', { name: say('organizations.candidate.action') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('organizations.candidate.action') })
    .click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: say('organizations.candidate.action') })).toHaveCount(0);

  await page.getByRole('button', { name: say('organizations.join.action') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('organizations.join.action') }).click();
  await expect(dialog.getByLabel(say('resolutions.fields.number'))).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await dialog.getByLabel(say('resolutions.fields.number')).fill('XV/88/2026');
  await dialog.getByLabel(say('resolutions.fields.adoptedOn')).fill('2024-01-15');
  await dialog.getByLabel(say('resolutions.fields.title')).fill('w sprawie przystąpienia do stowarzyszenia');
  await dialog.getByLabel(say('organizations.join.memberSince')).fill('2024-02-01');
  await dialog.getByRole('button', { name: say('organizations.join.action') }).click();
  await expect(page.getByText('Uchwała rady gminy nr XV/88/2026')).toBeVisible();
  await expect(page.getByText('członek, od 1 lutego 2024').first()).toBeVisible();

  await page.goto('/app/zarzadzanie/skladki');
  // In the demo a real gmina owes nothing.
  await expect(page.getByRole('row', { name: /^Jantarowo/ })).toContainText('zł');
  await expect(page.getByRole('row', { name: /^Giżycko/ })).toHaveCount(0);
  await page.getByRole('button', { name: say('dues.set.change') }).click();
  await page.getByLabel(say('dues.set.rate')).fill('sześćdziesiąt');
  await page.getByLabel(say('resolutions.fields.new')).check();
  await page.getByLabel(say('resolutions.fields.number')).fill('LVI/1/2026');
  await page.getByLabel(say('resolutions.fields.adoptedOn')).fill('2024-03-01');
  await page.getByLabel(say('resolutions.fields.title')).fill('w sprawie zmiany składki');
  const set = page.getByRole('dialog').getByRole('button', { name: say('dues.set.action') });
  await set.click();
  await expect(page.getByLabel(say('dues.set.rate'))).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(say('dues.set.rate')).fill('0,75');
  await set.click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('row', { name: /Jantarowo/ })).toContainText('10 650,00 zł');
});

test('a member that is still at work says what holds it before it can leave', async ({ browser }) => {
  const page = await signInAs(browser, secretary);
  await page.goto('/app/gminy?szukaj=Jantarowo');
  await page.getByRole('link', { name: 'Jantarowo' }).click();
  await page.getByRole('button', { name: say('organizations.leave.action') }).click();
  await expect(page.getByRole('dialog').getByText(/członkostwa lub prośby w sieciach/)).toBeVisible();
  await expectAccessible(page);
});

test('on a phone every place is two taps away; a mayor finds the people of the own gmina', async ({ browser }) => {
  const phone = await signInAs(browser, secretary, { phone: true });
  await phone.goto('/app');
  const bar = phone.getByRole('navigation', { name: say('common.navigation'), exact: true });
  const more = bar.getByRole('button', { name: say('common.morePlaces.title') });
  const here = (place: string): string => say('common.morePlaces.here', { place: say(`common.places.${place}`) });
  await expect(more).not.toHaveAttribute('aria-current');
  for (const [place, title] of [
    ['ballots', 'positions.title'],
    ['administration', 'administration.title'],
  ] as const) {
    await more.click();
    await expectAccessible(phone);
    await bar.getByRole('link', { name: say(`common.places.${place}`) }).click();
    await expect(phone.getByRole('heading', { level: 1, name: say(title) })).toBeVisible();
    await expect(more).toHaveAttribute('aria-expanded', 'false');
    await expect(more).toHaveAttribute('aria-current', 'true');
    await expect(more).toHaveAccessibleName(`${say('common.morePlaces.title')} ${here(place)}`);
  }
  await expectFits(phone);
  // By keyboard, too: the places follow their button, Escape gives the focus back to it.
  await more.press('Enter');
  await phone.keyboard.press('Tab');
  await expect(bar.getByRole('link', { name: say('common.places.initiatives') })).toBeFocused();
  await phone.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await expect(more).toHaveAttribute('aria-expanded', 'false');

  const mayor = await signInAs(browser, 'burmistrz@jantarowo.example');
  await mayor.goto('/app/zarzadzanie');
  await expect(mayor.getByRole('heading', { level: 1, name: 'Nie ma takiej strony' })).toBeVisible();
  await mayor.goto('/app/gminy?szukaj=Jantarowo');
  await mayor.getByRole('link', { name: 'Jantarowo' }).click();
  await mayor.getByRole('link', { name: say('organizations.people.all') }).click();
  await expect(mayor.getByRole('link', { name: 'Ola Urzędnicka' })).toBeVisible();
  await expect(mayor.getByRole('link', { name: 'Maria Mewia' })).toHaveCount(0);
  await mayor.getByRole('link', { name: 'Ola Urzędnicka' }).click();
  await expect(mayor.getByRole('button', { name: say('people.block.action') })).toHaveCount(0);
});
