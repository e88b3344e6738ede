import { Buffer } from 'node:buffer';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectFits, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

// The files of a network, told by those who work with them: added, looked at, put in order, taken away and put back; and a
// file that is sent while the connection is lost arrives all the same.

const network = 'Turystyka poza sezonem';
const official = 'szymon@sledziowo.example';
const colleague = 'bogdan@bursztynowiec.example';
const pdf = Buffer.from('%PDF-1.4\n% Kalendarz\n%%EOF\n');

const openNetwork = async (page: Page, name = network): Promise<void> => {
  await page.goto('/app/sieci');
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
};

test('An official adds files to a network, puts them in order, and another gmina has them', async ({ browser }) => {
  const say = sayIn('pl');
  const page = await signInAs(browser, official);
  await openNetwork(page);
  const documents = page.getByRole('region', { name: say('documents.title') });
  await expect(documents.getByText(say('documents.none.NETWORK.title'))).toBeVisible();
  await expectAccessible(page);

  // By the keyboard: the button opens the browser's own chooser.
  const chooser = page.waitForEvent('filechooser');
  await documents.getByRole('button', { name: say('documents.add.button') }).focus();
  await page.keyboard.press('Enter');
  await (
    await chooser
  ).setFiles([
    { name: 'Kalendarz zimowy.pdf', mimeType: 'application/pdf', buffer: pdf },
    { name: 'Zdjęcie.png', mimeType: 'image/png', buffer: pdf },
  ]);
  const calendar = documents.getByRole('listitem').filter({ hasText: 'Kalendarz zimowy.pdf' });
  await expect(calendar).toBeVisible();
  // What is not what its name says is refused where it was added, and hidden when it was read.
  await expect(documents.getByText('Tego pliku nie można dodać')).toBeVisible();
  await documents.getByRole('button', { name: say('documents.add.dismissLabel', { name: 'Zdjęcie.png' }) }).click();
  await expect(documents.getByText('Tego pliku nie można dodać')).toHaveCount(0);

  await calendar.getByRole('button', { name: `${say('documents.change.actionMove')}: Kalendarz zimowy.pdf` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('documents.change.name')).fill('Kalendarz.docx');
  await dialog.getByLabel(say('documents.folder')).fill('Kalendarze');
  await dialog.getByRole('button', { name: say('documents.change.save') }).click();
  await expect(dialog.getByText('Zachowaj rozszerzenie nazwy: mówi, co jest w pliku.')).toBeVisible();
  await dialog.getByLabel(say('documents.change.name')).fill('Kalendarz.pdf');
  await dialog.getByRole('button', { name: say('documents.change.save') }).click();
  await expect(dialog).toHaveCount(0);
  await documents.getByRole('combobox').selectOption('Kalendarze');
  const moved = documents.getByRole('listitem').filter({ hasText: 'Kalendarz.pdf' });
  await expect(moved).toBeVisible();

  await moved.getByRole('button', { name: say('documents.remove.label', { name: 'Kalendarz.pdf' }) }).click();
  await expect(moved).toHaveCount(0);
  await page.getByRole('button', { name: say('documents.remove.undo') }).click();
  await documents.getByRole('combobox').selectOption({ label: say('documents.allFolders') });
  await expect(moved).toBeVisible();

  const other = await signInAs(browser, colleague, { language: 'en', theme: 'dark', phone: true });
  await openNetwork(other, 'Tourism off season');
  const theirs = other.getByRole('listitem').filter({ hasText: 'Kalendarz.pdf' });
  await expect(theirs.getByRole('button', { name: 'Remove' })).toHaveCount(0);
  const address = await theirs.getByRole('link', { name: 'Download: Kalendarz.pdf' }).getAttribute('href');
  const kept = await other.request.get(address ?? '');
  expect([kept.status(), (await kept.body()).equals(pdf)]).toEqual([200, true]);
  await expectFits(other);
  await expectAccessible(other);
});

test('A file that is sent while the connection is lost goes on by itself', async ({ browser }) => {
  const say = sayIn('pl');
  const page = await signInAs(browser, official);
  await openNetwork(page);
  const documents = page.getByRole('region', { name: say('documents.title') });
  const content = Buffer.concat([pdf, Buffer.alloc(3_000_000, 'x')]);
  const sent: string[] = [];
  // The line breaks after the first part.
  await page.route('**/api/uploads/*/parts/*', async (route) => {
    sent.push(route.request().url().replace(/^.*\//, ''));
    if (sent.length === 2) await page.context().setOffline(true);
    await route.continue();
  });
  await documents.locator('input[type=file]').setInputFiles({
    name: 'Duży plan.pdf',
    mimeType: 'application/pdf',
    buffer: content,
  });
  await expect(documents.getByText(say('documents.add.paused'))).toBeVisible();
  await page.context().setOffline(false);
  await expect(documents.getByRole('listitem').filter({ hasText: '3 MB' })).toBeVisible();
  expect(sent[0]).toBe('0');
  expect(sent.filter((offset) => offset === '0')).toHaveLength(1);
});
