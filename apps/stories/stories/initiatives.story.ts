import { expect } from '@playwright/test';
import { expectAccessible, expectFits, openBrowser, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');

test('an idea becomes an initiative: declared, confirmed by the mayor, prepared, decided on, and shown to everybody', async ({
  browser,
}) => {
  const title = `Cicha przystań ${Date.now()}`;
  const official = await signInAs(browser, 'ola@jantarowo.example');
  await official.goto('/app/inicjatywy/nowa');
  const field = (key: string) => official.getByLabel(say(key), { exact: true });
  await field('initiatives.field.titlePl').fill(title);
  await field('initiatives.field.summaryPl').fill('Miejsca postoju łodzi, z których korzystają dwie gminy.');
  await field('life.benefit').fill('Mniejszy ruch w porcie i nowe miejsca dla gości.');
  await official.getByRole('checkbox', { name: say('life.goal.SEA') }).check();
  await field('initiatives.field.titleEn').fill('Quiet harbour');
  await field('initiatives.field.summaryEn').fill('Moorings that two municipalities share.');
  await field('life.topics').fill('małe porty, żeglarstwo');
  await official.getByRole('button', { name: say('initiatives.propose.send') }).click();
  await expect(official.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const address = official.url();

  const dialog = official.getByRole('dialog');
  await official.getByRole('button', { name: say('initiatives.part.declare') }).click();
  await dialog.getByLabel(say('initiatives.part.what')).fill('Projekt i pomost.');
  await dialog.getByRole('button', { name: say('initiatives.part.send') }).click();
  await expect(official.getByText(say('initiatives.part.state.DECLARED'))).toBeVisible();

  const mayor = await signInAs(browser, 'burmistrz@jantarowo.example', { phone: true });
  await mayor.goto(address);
  await mayor.getByRole('button', { name: say('initiatives.part.confirmOf', { name: 'Jantarowo' }) }).click();
  await expect(mayor.getByText(say('initiatives.part.state.CONFIRMED'))).toBeVisible();
  await expectFits(mayor);

  // The official's page has heard of it; on the board the card moves on, with the reason.
  await expect(official.getByText(say('initiatives.part.state.CONFIRMED'))).toBeVisible();
  await official.goto('/app/inicjatywy?widok=tablica');
  await official.getByRole('button', { name: say('initiatives.board.moveOf', { title }) }).click();
  await official.getByRole('button', { name: say('initiatives.stage.PREPARATION'), exact: true }).click();
  await dialog.getByLabel(say('common.reason')).fill('Burmistrz potwierdził udział gminy.');
  await dialog.getByRole('button', { name: say('initiatives.move.send') }).click();
  await expect(dialog).toBeHidden();
  await expect(
    official.getByRole('region', { name: say('initiatives.stage.PREPARATION') }).getByRole('link', { name: title }),
  ).toBeVisible();

  await official.goto(address);
  await official.getByRole('button', { name: say('initiatives.decisions.record') }).click();
  await dialog.getByLabel(say('initiatives.decisions.field.title')).fill('Pomost pływający');
  await dialog.getByLabel(say('initiatives.decisions.field.text')).fill('Wybrano pomost pływający.');
  await dialog.getByLabel(say('initiatives.decisions.field.decidedBy')).fill('Spotkanie uczestników');
  await dialog.getByLabel(say('common.reason')).fill('Nie wymaga pali.');
  await dialog.getByRole('button', { name: say('initiatives.decisions.send') }).click();
  await expect(official.getByRole('heading', { level: 3, name: 'Pomost pływający' })).toBeVisible();

  await official.getByRole('button', { name: say('initiatives.card.publish') }).click();
  await official.getByRole('link', { name: say('initiatives.card.open') }).waitFor();
  const { page: anybody } = await openBrowser(browser, { language: 'en' });
  await anybody.goto(address.replace('/app', ''));
  await expect(anybody.getByRole('heading', { level: 1, name: 'Quiet harbour' })).toBeVisible();
  await expect(anybody.getByText('Jantarowo')).toBeVisible();
  await expectAccessible(anybody);

  // Topics are free words: to who has the page read out in English they are told as Polish.
  const reader = await signInAs(browser, 'burmistrz@latarnikowo.example', { language: 'en' });
  await reader.goto(address);
  await expect(reader.getByRole('heading', { level: 1, name: 'Quiet harbour' }).locator('[lang]')).toHaveCount(0);
  await expect(reader.locator('[lang="pl"]').getByText('małe porty, żeglarstwo')).toBeVisible();
});

test('on a phone the timeline opens at today; the board shows what has ended to whoever asks', async ({ browser }) => {
  const page = await signInAs(browser, 'ola@jantarowo.example', { phone: true });
  await page.goto('/app/inicjatywy?widok=os');
  const frame = page.getByRole('region', { name: say('initiatives.timeline.label') });
  await expect(frame).toBeVisible();
  const [from, to] = [await frame.boundingBox(), await frame.locator('.stroke-amber-edge').boundingBox()];
  expect(to?.x).toBeGreaterThan((from?.x ?? 0) + 128);
  expect(to?.x).toBeLessThan((from?.x ?? 0) + (from?.width ?? 0));
  await page.goto('/app/inicjatywy?widok=tablica');
  const completed = page.getByRole('region', { name: say('initiatives.stage.COMPLETED') });
  await expect(page.getByRole('region', { name: say('initiatives.stage.RUNNING') })).toBeVisible();
  await expect(completed).toBeHidden();
  await page.getByRole('checkbox', { name: say('initiatives.board.ended') }).check();
  await expect(completed.getByRole('link').first()).toBeVisible();
  await expectFits(page);
});

test('filters of the list are named, found again and forgotten', async ({ browser }) => {
  const name = `Wspólne ${Date.now()}`;
  const page = await signInAs(browser, 'maria@mewia-zatoka.example');
  await page.goto('/app/inicjatywy?etap=RUNNING&nasze=true');
  await page.getByRole('button', { name: say('initiatives.filters.save') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('initiatives.filters.name')).fill(name);
  await dialog.getByRole('button', { name: say('initiatives.filters.send') }).click();
  await expect(dialog).toBeHidden();
  await page.goto('/app/inicjatywy');
  await page.getByRole('link', { name }).click();
  await expect(page.getByLabel(say('initiatives.stageLabel'))).toHaveValue('RUNNING');
  await page.getByRole('button', { name: say('initiatives.filters.removeOf', { name }) }).click();
  await expect(page.getByRole('link', { name })).toHaveCount(0);
});
