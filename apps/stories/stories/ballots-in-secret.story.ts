import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { expectAccessible, expectFits, expectWellHeaded, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');
const verify = fileURLToPath(new URL('../../verify/verify.mjs', import.meta.url));
const voters = [
  'burmistrz@jantarowo',
  'wojt@mewia-zatoka',
  'wojt@wydmy-wielkie',
  'burmistrz@sosnowy-brzeg',
  'burmistrz@latarnikowo',
  'wojt@foczy-rog',
  'wojt@sledziowo',
  'burmistrz@bursztynowiec',
];

// Told before the stories that change who the mayors are, and how they sign in: all eight vote.
test('mayors vote in secret from the link of a letter; the hall sees the quorum grow; each finds the own vote by its code, and anybody recounts', async ({
  browser,
}) => {
  const secretary = await signInAs(browser, 'sieci@sekretariat.example');
  const written = await secretary.request.post('/api/ballots', {
    data: {
      titlePl: `Wybór tajny ${Date.now()}`,
      titleEn: 'A secret choice',
      questionPl: 'Czy kandydatura ma zostać przyjęta?',
      questionEn: 'Should the candidate be accepted?',
      nature: 'OPINION',
      quorum: 'HALF',
      majority: 'SIMPLE',
      majorityOf: 'VOTES',
      liveCount: false,
      secret: true,
      closesAt: new Date(Date.now() + 86_400_000).toISOString(),
    },
  });
  const { id, version } = (await written.json()) as { id: string; version: number };
  await secretary.request.post(`/api/ballots/${id}/announcement`, { data: { version } });
  await secretary.goto(`/app/glosowania/${id}/rzutnik`);
  const wall = secretary.getByRole('dialog').getByRole('status');
  await expect(wall).toContainText(say('ballots.turnout', { voted: '0', electorate: '8' }));
  await expectAccessible(secretary);

  let code = '';
  for (const voter of voters) {
    const page = await signInAs(browser, `${voter}.example`, { phone: true });
    await page.goto(`/app/glosowania/${id}/glos?z=list`);
    await page.getByRole('radio', { name: say('ballots.choice.FOR') }).check();
    await page.getByRole('button', { name: say('ballots.cast.go') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('ballots.cast.action') })
      .click();
    const own = page.getByText(/^Twój kod: [0-9a-f]{32}$/);
    await expect(own).toBeVisible();
    code = ((await own.textContent()) ?? '').slice(-32);
    if (voter === voters[0]) {
      // No page of an unsafe address, and none that was refused it, may write to the clipboard: the code is selected then.
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      await page.getByRole('button', { name: say('ballots.receipt.copy') }).click();
      await expect(page.getByText(say('ballots.receipt.selected'))).toBeVisible();
      expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(code);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: say('ballots.receipt.save') }).click();
      expect((await download).suggestedFilename()).toBe('kod-glosu-tajnego.txt');
      await expectWellHeaded(page);
      await expectFits(page);
      await expectAccessible(page);
    }
    await page.context().close();
  }
  await expect(wall).toContainText(say('ballots.turnout', { voted: '8', electorate: '8' }));

  const { version: now } = (await (await secretary.request.get(`/api/ballots/${id}`)).json()) as { version: number };
  const closed = await secretary.request.post(`/api/ballots/${id}/closure`, { data: { version: now } });
  expect(closed.status()).toBe(200);
  await secretary.goto(`/app/glosowania/${id}`);
  await expect(secretary.getByText(code)).toBeVisible();
  await expectAccessible(secretary);
  // On paper the result has the whole width, and what can only be pressed is not on it.
  await secretary.emulateMedia({ media: 'print' });
  await secretary.setViewportSize({ width: 1123, height: 794 });
  expect((await secretary.locator('#main').boundingBox())?.width).toBeGreaterThan(1000);
  await expect(secretary.getByRole('heading', { name: say('ballots.export.record') })).toBeHidden();
  const record = await (await secretary.request.get(`/api/ballots/${id}/export`)).text();
  const { closing } = JSON.parse(record) as { closing: string };
  await expect(secretary.getByText(closing)).toBeVisible();
  const { status, stdout } = spawnSync(process.execPath, [verify, '-', code], { input: record, encoding: 'utf8' });
  expect(stdout).toContain('Zapis się zgadza');
  expect(stdout).toContain(`Ogniwo zamykające: ${closing}`);
  expect(status).toBe(0);
});
