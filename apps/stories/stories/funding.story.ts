import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectFits, expectWellHeaded, settled, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');

test('an official finds a call that fits, sees when the council must have the draft, and takes it into the calendar', async ({
  browser,
}) => {
  const page = await signInAs(browser, 'ola@jantarowo.example');
  await page.goto('/app/nabory');
  await page.getByRole('checkbox', { name: say('funding.onlyOurs') }).check();
  const row = page.getByRole('listitem').filter({ hasText: 'Retencja w miastach i wsiach' });
  await expect(row).toContainText(say('funding.match.FITS'));
  await expect(row).toContainText('retencja');
  await expect(page.getByRole('link', { name: /Turystyka poza sezonem/ })).toHaveCount(0);
  await expectAccessible(page);

  await row.getByRole('link', { name: /Retencja/ }).click();
  const plan = page.getByRole('region', { name: say('funding.plan.title') });
  // The council is in time by its second session: the picture says so, and the table beside it.
  await expect(plan.getByRole('img')).toBeVisible();
  await expect(plan.getByRole('row', { name: /Jantarowo/ })).toHaveCount(4);
  await expect(plan.getByText(/^Złóż projekt do/)).toHaveCount(1);
  await expect(plan.getByText(say('funding.plan.tablingOver'))).toBeVisible();
  await expectWellHeaded(page);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    plan.getByRole('button', { name: say('funding.plan.toCalendar') }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('nabory.ics');

  await page.getByRole('button', { name: say('funding.follow.begin') }).click();
  await expect(page.getByRole('button', { name: say('funding.follow.end') })).toBeVisible();

  await page.goto('/app/nabory');
  await page.getByRole('button', { name: say('funding.calendar.action') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('funding.calendar.issue') })
    .click();
  const address = await page.getByLabel(say('funding.calendar.address')).inputValue();
  const calendar = await page.request.get(address);
  expect(await calendar.text()).toContain('Retencja w miastach i wsiach');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('funding.calendar.revoke') })
    .click();
  await expect(page.getByLabel(say('funding.calendar.address'))).toHaveCount(0);
  expect((await page.request.get(address)).status()).toBe(404);
});

test('the secretariat tries a file of calls first, and takes only the rows that are right', async ({ browser }) => {
  const page = await signInAs(browser, 'sieci@sekretariat.example', { phone: true, theme: 'dark' });
  await page.goto('/app/nabory/import');
  const id = `S-${Date.now()}`;
  const csv = [
    'externalId;program;tytuł;otwarcie;termin;wnioskodawcy;tematy;cele',
    `${id};Interreg SB;Nabór z pliku ${id};2027-01-10;2037-03-31 14:00;gmina;porty;morze`,
    `${id}-2;Nieznany program;Drugi nabór;2027-01-10;wkrótce;gmina;porty;morze`,
  ].join('\n');
  const file = { name: 'nabory.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText(say('funding.import.outcomes.WRONG'), { exact: true })).toBeVisible();
  await expect(page.getByText(new RegExp(`^${say('funding.column.programme')}:`))).toContainText('Nieznany program');
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('button', { name: say('funding.import.keepGood_one', { count: '1' }) }).click();
  await expect(page.getByRole('heading', { name: say('funding.import.done') })).toBeVisible();
  await page.goto(`/app/nabory?szukaj=${id}`);
  await expect(page.getByRole('link', { name: `Nabór z pliku ${id}` })).toBeVisible();
});

test('what is typed of a call stays when somebody else saves it meanwhile, and theirs is offered field by field', async ({
  browser,
}) => {
  const first = await signInAs(browser, 'dyrektor@sekretariat.example');
  const { items } = (await (await first.request.get('/api/calls?search=retencja')).json()) as {
    items: { id: string }[];
  };
  const address = `/app/nabory/${items[0]?.id}/zmiana`;
  const [words, share, about] = [
    say('funding.field.titleEn'),
    say('funding.field.grantRate'),
    say('funding.field.aboutEn'),
  ];
  const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
  const [mine, theirs] = [`Words of the first ${Date.now()}`, `Words of the second ${Date.now()}`];
  const more = `More about it, by the second ${Date.now()}`;
  const read = async () =>
    (await (await first.request.get(`/api/calls/${items[0]?.id}`)).json()) as {
      title: { en: string };
      about: { en: string };
      grantRate: number | null;
    };
  await first.goto(address);
  await field(first, words).fill(mine);
  // What was emptied stays empty when the page is opened anew.
  await expect(field(first, share)).toHaveValue(/\d/);
  await field(first, share).fill('');
  await first.reload();
  await expect(field(first, words)).toHaveValue(mine);
  await expect(field(first, share)).toHaveValue('');

  const second = await signInAs(browser, 'sieci@sekretariat.example');
  await second.goto(address);
  await field(second, words).fill(theirs);
  await field(second, about).fill(more);
  const heard = first.waitForResponse((answer) => answer.url().endsWith(`/api/calls/${items[0]?.id}`));
  await second.getByRole('button', { name: say('funding.change.send') }).click();
  await expect(second.getByRole('heading', { level: 1 })).not.toHaveText(/^Zmiana/);
  // The page of the first reads anew what has changed.
  await heard;
  await settled(first);
  await expect(field(first, words)).toHaveValue(mine);
  await first.getByRole('button', { name: say('funding.change.send') }).click();

  // Who has saved; what only they have changed is there already, what both have changed can be taken and given back.
  await expect(first.getByText(say('meanwhile.titleBy', { by: 'Marek Zmyślony' }))).toBeVisible();
  await expect(field(first, about)).toHaveValue(more);
  await expect(field(first, words)).toHaveValue(mine);
  await expect(field(first, share)).toHaveValue('');
  await expect(first.getByText(theirs)).toBeVisible();
  await expectAccessible(first);
  expect((await read()).title.en).toBe(theirs);
  await first.getByRole('button', { name: say('meanwhile.takeOf', { field: words }) }).click();
  await expect(field(first, words)).toHaveValue(theirs);
  await first.getByRole('button', { name: say('meanwhile.mineOf', { field: words }) }).click();
  await expect(field(first, words)).toHaveValue(mine);
  await expect(field(first, share)).toHaveValue('');
  // It is kept on the device as well.
  await first.reload();
  await expect(field(first, words)).toHaveValue(mine);
  await expect(field(first, about)).toHaveValue(more);
  await first.getByRole('button', { name: say('funding.change.send') }).click();
  await expect(first.getByRole('heading', { level: 1 })).not.toHaveText(/^Zmiana/);
  expect(await read()).toMatchObject({
    title: { en: mine },
    about: { en: more },
    grantRate: null,
  });
});
