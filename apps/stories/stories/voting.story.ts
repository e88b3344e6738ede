import { expect } from '@playwright/test';
import { expectAccessible, expectFits, expectWellHeaded, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');

test('a mayor votes on a phone in a minute, even where the connection breaks at the click, and keeps the receipt', async ({
  browser,
}) => {
  const secretary = await signInAs(browser, 'sieci@sekretariat.example');
  const title = `Wspólny patrol brzegu ${Date.now()}`;
  const written = await secretary.request.post('/api/ballots', {
    data: {
      titlePl: title,
      titleEn: 'A joint shore patrol',
      questionPl: 'Czy gminy mają razem utrzymywać patrol brzegu?',
      questionEn: 'Should the municipalities keep a shore patrol together?',
      nature: 'OPINION',
      quorum: 'HALF',
      majority: 'SIMPLE',
      majorityOf: 'VOTES',
      liveCount: false,
      closesAt: new Date(Date.now() + 86_400_000).toISOString(),
    },
  });
  const { id, version } = (await written.json()) as { id: string; version: number };
  const announced = await secretary.request.post(`/api/ballots/${id}/announcement`, { data: { version } });
  expect(announced.status()).toBe(200);

  const page = await signInAs(browser, 'wojt@foczy-rog.example', { phone: true, theme: 'dark' });
  await page.goto('/app');
  await page.getByRole('link', { name: say('dashboards.toVote.label', { ballot: title }) }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expectWellHeaded(page);
  await expectFits(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: say('ballots.cast.go') }).click();
  await expect(page.getByText(say('ballots.cast.missing'))).toBeVisible();
  await page.getByRole('radio', { name: say('ballots.choice.FOR') }).check();
  await page.getByRole('button', { name: say('ballots.cast.go') }).click();

  // The vote arrives, and its answer is lost: what is sent again is the same vote.
  await page.route(`**/api/ballots/${id}/votes`, async (route) => {
    await route.fetch();
    await route.abort();
    await page.unroute(`**/api/ballots/${id}/votes`);
  });
  const cast = page.getByRole('dialog').getByRole('button', { name: say('ballots.cast.action') });
  await cast.click();
  await expect(page.getByRole('dialog').getByRole('status')).toBeVisible();
  // It says that nobody knows whether the vote arrived, and sends it again by a press alone.
  await expect(page.getByRole('dialog').getByText(say('ballots.lost.next'))).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('ballots.lost.send') })
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const receipt = page.getByText(/[0-9a-f]{64}/);
  await expect(receipt).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  const view = (await (await page.request.get(`/api/ballots/${id}`)).json()) as {
    electors: { vote: { number: number; receipt: string } | null }[];
  };
  const vote = view.electors.find((elector) => elector.vote)?.vote;
  expect(vote?.number).toBe(1);
  await expect(receipt).toContainText(vote?.receipt ?? 'none');

  // It is nobody else's to vote in the other stories.
  const { version: now } = (await (await secretary.request.get(`/api/ballots/${id}`)).json()) as { version: number };
  const withdrawn = await secretary.request.post(`/api/ballots/${id}/withdrawal`, {
    data: { reason: 'Głosowanie próbne.', version: now },
  });
  expect(withdrawn.status()).toBe(200);
});
