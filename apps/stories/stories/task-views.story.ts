import { expect } from '@playwright/test';
import { expectAccessible, expectFits, settled, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

// Tasks on a list that is changed at once, on a board and in a calendar.

const say = sayIn('pl');

test('the secretariat changes several tasks at once, and takes it back', async ({ browser }) => {
  const page = await signInAs(browser, 'sieci@sekretariat.example');
  for (const title of ['Tablica: pierwsze', 'Tablica: drugie']) {
    const networks = (await (await page.request.get('/api/networks?search=retencja')).json()) as {
      items: { id: string }[];
    };
    const networkId = networks.items[0]?.id;
    const { items } = (await (await page.request.get(`/api/networks/${networkId}/memberships`)).json()) as {
      items: { organization: { id: string; name: string } }[];
    };
    const asked = items.find(({ organization }) => organization.name === 'Mewia Zatoka')?.organization.id;
    const written = await page.request.post('/api/tasks', {
      data: { networkId, title, body: 'Jedno zdanie.', dueOn: '2150-03-05', organizationIds: [asked] },
    });
    expect(written.status()).toBe(201);
  }
  await page.goto('/app/zadania');
  for (const task of ['Tablica: pierwsze', 'Tablica: drugie'])
    await page.getByRole('checkbox', { name: say('tasks.change.choose', { task }) }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: say('tasks.change.move.action') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('tasks.change.move.day')).fill('2150-04-06');
  await dialog.getByRole('button', { name: say('tasks.change.move.send') }).click();
  await expect(dialog).toBeHidden();
  const notice = page.getByText('Zmieniono termin 2 zadań').first();
  await expect(notice).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('button', { name: say('tasks.change.undo') })
    .first()
    .click();
  await expect(page.getByText('Cofnięto zmianę 2 zadań')).toBeVisible();

  // The calendar has them on the former day again.
  await page.goto('/app/zadania?widok=kalendarz&miesiac=2150-03');
  const day = page.getByRole('listitem').filter({ has: page.getByText('czwartek, 5 marca') });
  await expect(day.getByRole('link')).toHaveText(['Tablica: pierwsze', 'Tablica: drugie']);
  await page.goto('/app/zadania?widok=tablica');
  await settled(page);
  await expectAccessible(page);
  // By the keyboard: from the menu of the card.
  const menu = page.getByRole('button', { name: say('tasks.board.moves', { of: 'Tablica: pierwsze' }) });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const closed = page.getByRole('region', { name: say('tasks.board.column.CLOSED') });
  await expect(closed.getByText('Tablica: pierwsze')).toBeVisible();
  // All columns beside each other and in view: nothing scrolls under the pointer.
  await page.setViewportSize({ width: 1500, height: 2000 });
  await settled(page);
  // By the pointer: dragged to where it is closed.
  const card = await page.getByRole('listitem').filter({ hasText: 'Tablica: drugie' }).first().boundingBox();
  const target = await closed.boundingBox();
  if (!card || !target) throw new Error('Nothing to drag, or nowhere to.');
  await page.mouse.move(card.x + 40, card.y + card.height - 6);
  await page.mouse.down();
  await page.mouse.move(card.x + 60, card.y + card.height + 20, { steps: 4 });
  await page.mouse.move(target.x + 40, target.y + 20, { steps: 8 });
  await page.mouse.up();
  await expect(closed.getByText('Tablica: drugie')).toBeVisible();
});

test('an official takes a task on the board, and finds it in the calendar', async ({ browser }) => {
  const page = await signInAs(browser, 'wanda@wydmy-wielkie.example', { phone: true });
  await page.goto('/app/zadania?widok=tablica');
  await settled(page);
  await expectAccessible(page);
  await expectFits(page);
  await page.goto('/app/zadania?widok=kalendarz');
  await settled(page);
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('link', { name: say('tasks.calendar.after') }).click();
  await expect(page).toHaveURL(/miesiac=/);
});
