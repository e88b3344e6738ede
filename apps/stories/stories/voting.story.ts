import { expect } from '@playwright/test';
import { expectAccessible, expectFits, expectWellHeaded, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');

test('a mayor reads the text on a phone and votes in a minute, even where the connection breaks at the click, and keeps the receipt', async ({
  browser,
}) => {
  const secretary = await signInAs(browser, 'sieci@sekretariat.example');
  const title = `Wspólny patrol brzegu ${Date.now()}`;
  const later = new Date(Date.now() + 86_400_000).toISOString();
  const post = async (path: string, data: object) => {
    const answer = await secretary.request.post(`/api/positions${path}`, { data });
    expect(answer.ok()).toBe(true);
    return (await answer.json()) as { id: string; version: number; ballotId: string };
  };
  const drafted = await post('', {
    titlePl: title,
    titleEn: 'A joint shore patrol',
    occasion: 'Na plażach jest za mało patroli.',
    aim: 'Chcemy wspólnego patrolu brzegu.',
    nature: 'POSITION',
    threshold: 0,
    isPublic: false,
    paragraphs: [
      { pl: 'Gminy utrzymują razem patrol brzegu.', en: 'The municipalities keep a shore patrol together.' },
    ],
  });
  const positionId = drafted.id;
  const consulted = await post(`/${positionId}/consultation`, { until: later, version: drafted.version });
  const { ballotId: id } = await post(`/${positionId}/vote`, {
    quorum: 'HALF',
    majority: 'SIMPLE',
    majorityOf: 'VOTES',
    closesAt: later,
    version: consulted.version,
  });

  const page = await signInAs(browser, 'wojt@foczy-rog.example', { phone: true, theme: 'dark' });
  await page.goto('/app');
  await page.getByRole('link', { name: say('dashboards.toVote.label', { ballot: title }) }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expectWellHeaded(page);
  await expectFits(page);
  await expectAccessible(page);
  // What is voted on can be read there and then.
  await expect(page.getByRole('link', { name: title })).toHaveAttribute('href', `/app/stanowiska/${positionId}`);
  await page.getByText(say('ballots.about.read')).click();
  await expect(page.getByText('Gminy utrzymują razem patrol brzegu.')).toBeVisible();
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
  const receipt = page.getByText(/^Potwierdzenie: [0-9a-f]{64}$/);
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
  const { version } = (await (await secretary.request.get(`/api/positions/${positionId}`)).json()) as {
    version: number;
  };
  await post(`/${positionId}/withdrawal`, { reason: 'Głosowanie próbne.', version });
  await page.reload();
  await expect(page.getByText(say('ballots.standing.withdrawn'))).toBeVisible();
  await expect(page.getByText(say('ballots.receipt.useWithdrawn'))).toBeVisible();
  await expect(page.getByRole('heading', { name: say('ballots.quorumOf.withdrawn') })).toBeVisible();
  await expect(page.getByText(say('ballots.electors.notYet'))).toHaveCount(0);
  await expectAccessible(page);
});
