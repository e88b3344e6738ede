import { expect, type Page } from '@playwright/test';
import {
  comeIn,
  dayFromNow,
  expectAccessible,
  expectFits,
  expectWellHeaded,
  signInAs,
  test,
} from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');
const sayEnglish = sayIn('en');

/** All choices stand above the bar of the phone, before anything is moved. */
const expectChoicesInView = async (page: Page): Promise<void> => {
  const last = page.getByRole('radio', { name: say('ballots.choice.ABSTAIN') });
  await expect(last).toBeVisible();
  const [choice, bar] = [await last.boundingBox(), await page.getByRole('navigation').last().boundingBox()];
  expect((choice?.y ?? Infinity) + (choice?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
};

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
  // What is decided and the choices stand on the first screen; what only proves the text is folded away.
  await expect(page.getByText(say('ballots.about.decides'))).toBeVisible();
  await expect(page.getByText(/[0-9a-f]{64}/)).toBeHidden();
  await expectChoicesInView(page);
  const whole = page.url();
  await page.goto(`/app/glosowania/${id}/glos`);
  await expectFits(page);
  await expectChoicesInView(page);
  await page.goto(whole);
  // What is voted on can be read there and then.
  await page.getByText(say('ballots.about.read')).click();
  await expect(page.getByRole('link', { name: title })).toHaveAttribute('href', `/app/stanowiska/${positionId}`);
  await expect(page.getByText('Gminy utrzymują razem patrol brzegu.')).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: say('ballots.cast.go') }).click();
  await expect(page.getByText(say('ballots.cast.missing'))).toBeVisible();
  await page.getByRole('radio', { name: say('ballots.choice.FOR') }).check();
  await page.getByRole('button', { name: say('ballots.cast.go') }).click();

  // The session ends at the click: once one has signed in again, nothing says that it has.
  await page.context().clearCookies();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('ballots.cast.action') })
    .click();
  const ended = page.getByRole('dialog', { name: say('accounts.ended.title') });
  await ended.getByLabel(say('accounts.password')).fill('Demo-portalu-2026');
  await ended.getByRole('button', { name: say('accounts.signIn') }).click();
  await expect(ended).toHaveCount(0);
  await expect(page.getByRole('dialog').getByRole('status')).toHaveCount(0);

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
  // That there is no connection is not said any longer than it is so.
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(page.getByRole('dialog').getByRole('status')).toHaveCount(0);
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

  // Another vote, whose answer is lost for good: the page that is opened anew says that it stands.
  await page.getByRole('button', { name: say('ballots.cast.change') }).click();
  await page.getByRole('button', { name: say('common.cancel') }).click();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await page.getByRole('button', { name: say('ballots.cast.change') }).click();
  await page.getByRole('radio', { name: say('ballots.choice.AGAINST') }).check();
  await page.getByRole('button', { name: say('ballots.cast.go') }).click();
  await page.route(`**/api/ballots/${id}/votes`, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await cast.click();
  await expect(page.getByRole('dialog').getByText(say('ballots.lost.next'))).toBeVisible();
  await page.reload();
  await expect(page.getByText(say('ballots.lost.arrived'))).toBeVisible();
  await expect(
    page.getByText(say('ballots.receipt.title', { organization: 'Foczy Róg', choice: say('ballots.choice.AGAINST') })),
  ).toBeVisible();

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

test('a vote that is not taken is told why in the voter’s words: before the opening, beside the gmina’s own, once the office has ended, after the close', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const secretary = await signInAs(browser, 'sieci@sekretariat.example');
  const ballotWith = async (over: object) => {
    const written = await secretary.request.post('/api/ballots', {
      data: {
        titlePl: `Głos w porę ${Date.now()}`,
        titleEn: 'A vote in time',
        questionPl: 'Czy przyjąć?',
        questionEn: 'Adopt?',
        nature: 'OPINION',
        quorum: 'NONE',
        majority: 'SIMPLE',
        majorityOf: 'VOTES',
        liveCount: false,
        closesAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
        ...over,
      },
    });
    const { id, version } = (await written.json()) as { id: string; version: number };
    const announced = await secretary.request.post(`/api/ballots/${id}/announcement`, { data: { version } });
    const { electors } = (await announced.json()) as { electors: { organization: { id: string; name: string } }[] };
    const gmina = (name: string) => electors.find(({ organization }) => organization.name === name)?.organization.id;
    return { id, gmina };
  };

  const holder = await signInAs(browser, 'wojt@mewia-zatoka.example', { language: 'en' });
  // The page hears nothing of what others do: it learns it at the press of the button.
  await holder.route('**/api/live**', (route) => route.abort());
  const ahead = await ballotWith({ opensAt: new Date(Date.now() + 86_400_000).toISOString() });
  await holder.goto(`/app/glosowania/${ahead.id}/glos`);
  await expect(holder.getByText(sayEnglish('ballots.standing.scheduled', { moment: '' }))).toBeVisible();
  await expect(holder.getByRole('radio')).toHaveCount(0);

  const open = await ballotWith({});
  // Half of a moment is told at the half that is missing.
  await secretary.goto('/app/glosowania/nowe');
  const close = secretary.getByRole('group', { name: say('ballots.form.closesAt'), exact: true });
  await close.getByLabel(say('common.day')).fill(dayFromNow(1));
  await secretary.getByRole('button', { name: say('ballots.write.action') }).click();
  await expect(close.getByLabel(say('common.time'))).toHaveAccessibleDescription('Podaj też godzinę.');
  // A vote from a paper that says nothing of the choice.
  await secretary.goto(`/app/glosowania/${open.id}`);
  await secretary.getByRole('button', { name: say('ballots.paper.open') }).click();
  await secretary
    .getByRole('dialog')
    .getByRole('button', { name: say('ballots.paper.action') })
    .click();
  await expect(
    secretary.getByRole('dialog').getByRole('group', { name: say('ballots.cast.label') }),
  ).toHaveAccessibleDescription('Uzupełnij to pole.');
  // Who has no vote is told why.
  await secretary.goto(`/app/glosowania/${open.id}/glos`);
  await expect(secretary.getByText(say('ballots.sheet.why.secretariat'))).toBeVisible();
  const foczy = await signInAs(browser, 'wojt@foczy-rog.example');
  const named = await foczy.request.post('/api/proxies', {
    data: {
      organizationId: open.gmina('Foczy Róg'),
      holderId: open.gmina('Mewia Zatoka'),
      ballotId: open.id,
      document: 'Pełnomocnictwo nr 7/2026',
      documentOn: '2026-01-02',
    },
  });
  expect(named.status()).toBe(201);
  await holder.goto(`/app/glosowania/${open.id}/glos`);
  const sheet = holder.getByRole('region', {
    name: sayEnglish('ballots.cast.titleByProxy', { organization: 'Foczy Róg' }),
  });
  await sheet.getByRole('radio', { name: sayEnglish('ballots.choice.FOR') }).check();
  await sheet.getByRole('button', { name: sayEnglish('ballots.cast.go') }).click();
  const own = { organizationId: open.gmina('Foczy Róg'), choice: 'AGAINST' };
  expect((await foczy.request.post(`/api/ballots/${open.id}/votes`, { data: own })).status()).toBe(201);
  const dialog = holder.getByRole('dialog');
  await dialog.getByRole('button', { name: sayEnglish('ballots.cast.action') }).click();
  await expect(dialog.getByText('The municipality has voted itself')).toBeVisible();

  // A delegate whose office ends while the choice lies on the screen.
  const former = await comeIn(browser, {
    name: 'Dawny Delegat',
    email: `delegat-${Date.now()}@sledziowo.example`,
    gmina: 'Śledziowo',
  });
  await former.route('**/api/live**', (route) => route.abort());
  const { person } = (await (await former.request.get('/api/session')).json()) as { person: { id: string } };
  const appointed = await secretary.request.post(`/api/organizations/${open.gmina('Śledziowo')}/appointments`, {
    data: { personId: person.id, office: 'DELEGATE', startsOn: dayFromNow(0) },
  });
  const { id: appointmentId } = (await appointed.json()) as { id: string };
  await former.goto(`/app/glosowania/${open.id}/glos`);
  await former.getByRole('radio', { name: say('ballots.choice.FOR') }).check();
  await former.getByRole('button', { name: say('ballots.cast.go') }).click();
  const ended = await secretary.request.post(`/api/appointments/${appointmentId}/end`, {
    data: { endsOn: dayFromNow(-1), moves: [] },
  });
  expect(ended.status()).toBe(200);
  await former
    .getByRole('dialog')
    .getByRole('button', { name: say('ballots.cast.action') })
    .click();
  await expect(former.getByRole('dialog').getByText('Twoje powołanie w tej gminie wygasło')).toBeVisible();

  const closesAt = Date.now() + 20_000;
  const short = await ballotWith({ closesAt: new Date(closesAt).toISOString() });
  const late = await signInAs(browser, 'wojt@wydmy-wielkie.example', { phone: true });
  await late.route('**/api/live**', (route) => route.abort());
  await late.goto(`/app/glosowania/${short.id}/glos?z=list`);
  await late.getByRole('radio', { name: say('ballots.choice.FOR') }).check();
  await late.getByRole('button', { name: say('ballots.cast.go') }).click();
  await expect.poll(() => Date.now(), { timeout: 30_000 }).toBeGreaterThan(closesAt + 500);
  await late
    .getByRole('dialog')
    .getByRole('button', { name: say('ballots.cast.action') })
    .click();
  await expect(late.getByRole('dialog').getByText('Głosowanie jest zakończone')).toBeVisible();
  await late.reload();
  await expect(late.getByText(say('ballots.mine.missed'))).toBeVisible();
  await expectAccessible(late);

  // They are nobody else's to vote in the other stories.
  for (const { id } of [ahead, open]) {
    const { version } = (await (await secretary.request.get(`/api/ballots/${id}`)).json()) as { version: number };
    const data = { reason: 'Głosowanie próbne.', version };
    expect((await secretary.request.post(`/api/ballots/${id}/withdrawal`, { data })).status()).toBe(200);
  }
});
