import { expect } from '@playwright/test';
import {
  dayFromNow,
  expectAccessible,
  expectFits,
  expectWellHeaded,
  openBrowser,
  signInAs,
  test,
} from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');

test('a matter becomes a text: drafted, amended by a gmina, endorsed by mayors on their phones, put to the vote', async ({
  browser,
}) => {
  const title = `Czyste kąpieliska ${Date.now()}`;
  const keeper = await signInAs(browser, 'dyrektor@sekretariat.example');
  await keeper.goto('/app/stanowiska/nowe');
  await keeper.getByLabel(say('positions.field.titlePl'), { exact: true }).fill(title);
  await keeper
    .getByLabel(say('positions.field.occasion'), { exact: true })
    .fill('Zamknięto trzy kąpieliska w środku sezonu.');
  await keeper.getByLabel(say('positions.field.aim'), { exact: true }).fill('Chcemy częstszych badań wody.');
  await keeper
    .getByLabel(say('positions.text.pl', { number: '1' }), { exact: true })
    .fill('Prosimy o badania co tydzień.');
  // A second paragraph takes the focus, is named where it is wrong, and keeps the focus and its words as it moves.
  const place = (key: 'pl' | 'up' | 'down', number: string): string => say(`positions.text.${key}`, { number });
  await keeper.getByRole('button', { name: say('positions.text.add') }).click();
  const second = keeper.getByLabel(place('pl', '2'), { exact: true });
  await expect(second).toBeFocused();
  await keeper.getByRole('button', { name: say('positions.draft.send') }).click();
  await expect(keeper.getByText(`${say('positions.text.paragraph', { number: '2' })}: `).first()).toBeVisible();
  await second.fill('Próbki niech badają dwa laboratoria.');
  await keeper.getByRole('button', { name: place('up', '2') }).click();
  await expect(keeper.getByLabel(place('pl', '1'), { exact: true })).toHaveValue(/Próbki/);
  await expect(keeper.getByRole('button', { name: place('down', '1') })).toBeFocused();
  await keeper.getByRole('button', { name: place('down', '1') }).press('Enter');
  await expect(keeper.getByRole('button', { name: place('up', '2') })).toBeFocused();
  await expect(second).toHaveValue(/Próbki/);
  await keeper.getByRole('button', { name: say('positions.draft.send') }).click();
  await expect(keeper.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await keeper.getByRole('button', { name: say('positions.consult.open') }).click();
  const inTenDays = dayFromNow(10);
  await keeper.getByLabel(say('positions.consult.until')).fill(inTenDays);
  await keeper
    .getByRole('dialog')
    .getByRole('button', { name: say('positions.consult.open') })
    .click();
  await expect(keeper.getByRole('dialog')).toHaveCount(0);
  const address = new URL(keeper.url()).pathname;
  const id = address.split('/').at(-1) ?? '';

  // An official proposes other words, and the rapporteur takes them in.
  const official = await signInAs(browser, 'maria@mewia-zatoka.example');
  await official.goto(address);
  await official.getByRole('button', { name: say('positions.amendment.proposeTo', { number: '1' }) }).click();
  // A new paragraph begins from nothing, other words from the paragraph's.
  const proposed = official.getByLabel(say('positions.amendment.pl'), { exact: true });
  await expect(proposed).toHaveValue(/Prosimy/);
  await official.getByLabel(say('positions.amendment.kind.ADD_AFTER')).check();
  await expect(proposed).toHaveValue('');
  await official.getByLabel(say('positions.amendment.kind.REPLACE')).check();
  await expect(proposed).toHaveValue(/Prosimy/);
  await proposed.fill('Prosimy o badania dwa razy w tygodniu.');
  await official.getByLabel(say('positions.amendment.reason')).fill('Co tydzień to za rzadko.');
  await official.getByRole('button', { name: say('positions.amendment.send') }).click();
  await expect(official.getByText(say('positions.amendment.state.PROPOSED'))).toBeVisible();
  await keeper.reload();
  await keeper.getByRole('button', { name: say('positions.amendment.acceptOf', { name: 'Mewia Zatoka' }) }).click();
  await keeper.getByLabel(say('positions.amendment.reason')).fill('Słusznie.');
  await keeper
    .getByRole('dialog')
    .getByRole('button', { name: say('positions.amendment.accept') })
    .click();
  await expect(keeper.getByRole('dialog')).toHaveCount(0);
  await keeper.getByRole('link', { name: say('positions.versions.compare', { from: '1', to: '2' }) }).click();
  await expect(keeper.locator('ins', { hasText: 'razy w tygodniu' })).toBeVisible();
  await expectAccessible(keeper);

  // A mayor endorses on a phone in a minute; three others do the same.
  const mayor = await signInAs(browser, 'wojt@foczy-rog.example', { phone: true, theme: 'dark' });
  await mayor.goto(address);
  await expectWellHeaded(mayor);
  await expectFits(mayor);
  await expectAccessible(mayor);
  await mayor.getByRole('button', { name: say('positions.stand.endorse') }).click();
  await expect(mayor.getByText(say('positions.stand.done'))).toBeVisible();
  for (const email of ['burmistrz@jantarowo', 'wojt@mewia-zatoka', 'burmistrz@latarnikowo']) {
    const other = await signInAs(browser, `${email}.example`);
    const { mine } = (await (await other.request.get(`/api/positions/${id}`)).json()) as {
      mine: { organization: { id: string } };
    };
    const endorsed = await other.request.put(`/api/positions/${id}/stands/${mine.organization.id}`, {
      data: { stand: 'ENDORSES' },
    });
    expect(endorsed.status()).toBe(200);
    await other.context().close();
  }

  // Enough endorse it: the secretariat puts it to the vote, and withdraws it, for it is nobody else's to vote on.
  await keeper.goto(address);
  await keeper.getByRole('button', { name: say('positions.vote.open') }).click();
  await expect(keeper.getByRole('dialog').getByText(say('positions.english.none'))).toBeVisible();
  await keeper.getByLabel(say('positions.vote.closes')).fill(inTenDays);
  await keeper
    .getByRole('dialog')
    .getByRole('button', { name: say('positions.vote.open') })
    .click();
  await expect(keeper.getByRole('link', { name: say('positions.ballot.open') })).toBeVisible();
  await expectAccessible(keeper);
  await keeper.getByRole('button', { name: say('positions.withdraw.open'), exact: true }).click();
  await keeper.getByRole('dialog').getByLabel(say('common.reason')).fill('Stanowisko próbne.');
  await keeper
    .getByRole('dialog')
    .getByRole('button', { name: say('positions.withdraw.open') })
    .click();
  await expect(keeper.getByText(say('positions.standing.withdrawn'))).toBeVisible();
});

test('whoever writes a text keeps the words when somebody saves a newer version meanwhile', async ({ browser }) => {
  const keeper = await signInAs(browser, 'dyrektor@sekretariat.example');
  const drafted = await keeper.request.post('/api/positions', {
    data: {
      titlePl: `Wspólne słowa ${Date.now()}`,
      occasion: 'Dwoje pisze naraz.',
      aim: 'Niczyje słowa nie giną.',
      nature: 'POSITION',
      threshold: 50,
      isPublic: false,
      paragraphs: [{ pl: 'Pierwsza wersja.' }],
    },
  });
  expect(drafted.status()).toBe(201);
  interface Written {
    readonly id: string;
    readonly version: number;
    readonly title: { readonly pl: string };
    readonly text: { readonly paragraphs: readonly { readonly id: string }[] };
  }
  const { id, version, title, text } = (await drafted.json()) as Written;
  /** Somebody else saves a version, of which a draft tells nobody. */
  const save = async (pl: string, on: number): Promise<number> => {
    const saved = await keeper.request.put(`/api/positions/${id}/text`, {
      data: { titlePl: title.pl, paragraphs: [{ id: text.paragraphs[0]?.id, pl }], version: on },
    });
    expect(saved.status()).toBe(200);
    return ((await saved.json()) as Written).version;
  };
  const other = await signInAs(browser, 'sieci@sekretariat.example');
  await other.goto(`/app/stanowiska/${id}/tekst`);
  const words = other.getByLabel(say('positions.text.pl', { number: '1' }), { exact: true });
  await words.fill('Słowa specjalistki.');
  const second = await save('Słowa dyrektora.', version);
  await other.getByRole('button', { name: say('positions.text.save') }).click();
  await expect(other.getByText(say('positions.conflict.title', { number: '2' }))).toBeVisible();
  await expect(other.getByText('Słowa dyrektora.')).toBeVisible();
  await expectAccessible(other);
  await other.getByRole('button', { name: say('positions.conflict.keep') }).click();
  await expect(words).toHaveValue('Słowa specjalistki.');

  // Once all see it, it is told at once; nothing typed is lost, not even by a reload.
  const until = new Date(Date.now() + 5 * 86_400_000).toISOString();
  const opened = await keeper.request.post(`/api/positions/${id}/consultation`, { data: { until, version: second } });
  expect(opened.status()).toBe(200);
  await save('Inne słowa dyrektora.', ((await opened.json()) as Written).version);
  await expect(other.getByText(say('positions.conflict.title', { number: '3' }))).toBeVisible();
  await expect(words).toHaveValue('Słowa specjalistki.');
  await other.reload();
  await expect(words).toHaveValue('Słowa specjalistki.');
  await other.getByRole('button', { name: say('positions.conflict.open') }).click();
  await expect(other.getByText('Inne słowa dyrektora.')).toBeVisible();
  await other.getByRole('button', { name: say('positions.conflict.keep') }).click();
  await other.getByRole('button', { name: say('positions.text.save') }).click();
  await expect(other.getByText(say('positions.text.done', { number: '4' }))).toBeVisible();
  await expect(other.getByText('Słowa specjalistki.')).toBeVisible();

  // What has no English stands in Polish, and is told as such to who has it read out.
  const reader = await signInAs(browser, 'dyrektor@sekretariat.example', { language: 'en' });
  await reader.goto(`/app/stanowiska/${id}`);
  await expect(reader.getByRole('heading', { level: 1 }).locator('[lang="pl"]')).toHaveText(title.pl);
  await expect(reader.locator('[lang="pl"]').getByText('Słowa specjalistki.')).toBeVisible();
  await expect(reader.getByText(sayIn('en')('positions.english.only'))).toBeVisible();

  // An addressee that is wrong is named by its place, and its fields say what is wrong.
  await other.getByRole('button', { name: say('positions.addressees.change') }).click();
  await other.getByLabel(say('positions.addressees.name')).fill('Urząd Zmyślony');
  await other.getByLabel(say('positions.addressees.email')).fill('nie-adres');
  await other.getByLabel(say('positions.addressees.eDelivery')).fill('AE:XX-1');
  await other.getByRole('button', { name: say('positions.addressees.send') }).click();
  await expect(other.getByRole('alert')).toContainText('1');
  await expect(other.getByRole('dialog').locator('[aria-invalid]')).toHaveCount(2);
  // Nothing can be sent to one without any address.
  await other.getByLabel(say('positions.addressees.email')).fill('');
  await other.getByLabel(say('positions.addressees.eDelivery')).fill('');
  await expect(other.getByLabel(say('positions.addressees.address'))).toHaveAttribute('aria-invalid', 'true');
  await other.getByLabel(say('positions.addressees.address')).fill('ul. Zmyślona 1, 00-001 Nigdzie');
  await other.getByRole('button', { name: say('positions.addressees.send') }).click();
  await expect(other.getByText(say('positions.addressees.done'))).toBeVisible();
});

test('anybody reads an adopted position with its dissents and answers, takes it as PDF, and follows the feed', async ({
  browser,
}) => {
  const { page } = await openBrowser(browser);
  await page.goto('/stanowiska');
  await page.getByRole('link', { name: /Interreg Południowy Bałtyk/ }).click();
  await expect(page.getByRole('heading', { name: say('register.dissents') })).toBeVisible();
  await expectAccessible(page);
  await expectWellHeaded(page);
  const href = (await page.getByRole('link', { name: say('register.pdf'), exact: true }).getAttribute('href')) ?? '';
  const pdf = await page.request.get(href);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  // What was signed outside of the portal stands beside it, as it was signed.
  const copy = await page.getByRole('link', { name: /podpisany egzemplarz/ }).getAttribute('href');
  const signed = await page.request.get(copy ?? '');
  expect(signed.headers()['content-type']).toBe('application/pdf');
  const feed = await page.request.get('/api/register/feed?language=en');
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  expect(await feed.text()).toContain('Keeping a separate Interreg South Baltic programme');
});

test('the public page says in English what of a position is in Polish only', async ({ browser }) => {
  const { page } = await openBrowser(browser, { language: 'en' });
  const note = page.getByText(sayIn('en')('register.inPolish'));
  await page.goto('/stanowiska');
  await page.getByRole('link', { name: /Interreg South Baltic/ }).click();
  await expect(page.getByRole('heading', { name: sayIn('en')('register.occasion') })).toBeVisible();
  await expect(note).toHaveCount(0);
  // The demo's positions have all their English: this one is read as if what happened and what has changed had none.
  await page.route('**/api/register/*', async (route) => {
    const response = await route.fetch();
    const view = (await response.json()) as { occasion: { pl: string }; effect: { pl: string } | null };
    const inPolish = (text: { pl: string } | null) => text && { ...text, en: null };
    await route.fulfill({
      response,
      json: { ...view, occasion: inPolish(view.occasion), effect: inPolish(view.effect) },
    });
  });
  await page.reload();
  await expect(note).toHaveCount(2);
  await expectAccessible(page);
});
