import { expect } from '@playwright/test';
import { dayFromNow, expectAccessible, expectFits, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');

test('a General Assembly is opened, a mayor says on a phone that the gmina is there, and with a quorum an item is put to the vote', async ({
  browser,
}) => {
  const number = 1000 + (Date.now() % 2900);
  const title = `Nadzwyczajne Walne Zebranie ${number}`;
  const secretary = await signInAs(browser, 'sieci@sekretariat.example');
  const planned = await secretary.request.post('/api/meetings', {
    data: {
      number,
      titlePl: title,
      titleEn: `Extraordinary General Assembly ${number}`,
      place: 'Jantarowo',
      startsAt: new Date(Date.now() + 3_600_000).toISOString(),
      presenceQuorum: 'HALF',
      agenda: [{ titlePl: 'Zmiana statutu', titleEn: 'Change of the statute' }],
    },
  });
  const { id } = (await planned.json()) as { id: string };
  await secretary.goto(`/app/zebrania/${id}`);
  for (const deed of ['convene', 'open'] as const) {
    await secretary.getByRole('button', { name: say(`meetings.${deed}.action`) }).click();
    await expect(secretary.getByText(say(`meetings.${deed}.then`))).toBeVisible();
    if (deed === 'open') await expect(secretary.getByText(/Otwierasz je przed czasem/)).toBeVisible();
    await secretary
      .getByRole('dialog')
      .getByRole('button', { name: say(`meetings.${deed}.action`) })
      .click();
    await expect(secretary.getByRole('dialog')).toHaveCount(0);
  }
  await expect(secretary.getByRole('heading', { name: 'Do kworum brakuje 4 gmin' })).toBeVisible();

  const mayor = await signInAs(browser, 'wojt@foczy-rog.example', { phone: true, theme: 'dark' });
  // On top of the start page, and on the first screen of the meeting itself.
  await mayor.goto('/app');
  const toAttend = mayor.getByRole('link', { name: say('dashboards.toAttend.label', { meeting: title }) });
  await expect(toAttend).toBeInViewport();
  await expectFits(mayor);
  await expectAccessible(mayor);
  await toAttend.click();
  await expect(mayor.getByRole('button', { name: say('meetings.presence.come') })).toBeInViewport();
  await mayor.getByRole('button', { name: say('meetings.presence.come') }).click();
  await expect(mayor.getByText('Foczy Róg – obecność potwierdzona')).toBeVisible();
  await mayor.goBack();
  await expect(mayor.getByRole('heading', { level: 1, name: say('dashboards.title') })).toBeVisible();
  await expect(toAttend).toHaveCount(0);
  await mayor.goForward();
  await expectFits(mayor);
  await expectAccessible(mayor);

  // The page of the secretariat has heard of it; with no quorum it offers no vote.
  await expect(secretary.getByRole('heading', { name: 'Do kworum brakuje 3 gmin' })).toBeVisible();
  const offered = secretary.getByRole('button', {
    name: say('meetings.vote.actionOf', { item: 'Zmiana statutu' }),
  });
  await expect(offered).toHaveCount(0);
  await expect(secretary.getByText(say('meetings.vote.afterQuorum'))).toBeVisible();
  for (const [organization, office] of [
    ['Jantarowo', 'EXECUTIVE'],
    ['Latarnikowo', 'DELEGATE'],
    ['Wydmy Wielkie', 'EXECUTIVE'],
  ] as const) {
    await secretary.getByRole('button', { name: say(`meetings.presence.comesOf.${office}`, { organization }) }).click();
  }
  await expect(secretary.getByRole('row', { name: /^Latarnikowo/ })).toContainText(say('common.office.DELEGATE'));
  await offered.click();
  await secretary
    .getByRole('dialog')
    .getByRole('button', { name: say('meetings.vote.action') })
    .click();
  const toBallot = secretary.getByRole('link', { name: say('meetings.agenda.vote') });
  await expect(toBallot).toBeVisible();
  await expectAccessible(secretary);

  // The mayor finds the way from the ballot back to the meeting, and votes; the wall shows how it stands.
  await mayor.goto((await toBallot.getAttribute('href')) ?? '');
  await expect(mayor.getByRole('link', { name: title })).toHaveAttribute('href', `/app/zebrania/${id}`);
  await mayor.getByRole('radio', { name: say('ballots.choice.FOR') }).check();
  await mayor.getByRole('button', { name: say('ballots.cast.go') }).click();
  await mayor
    .getByRole('dialog')
    .getByRole('button', { name: say('ballots.cast.action') })
    .click();
  // A gmina that was not there as the vote began is told what to do.
  const absent = await signInAs(browser, 'wojt@sledziowo.example', { phone: true });
  await absent.goto((await toBallot.getAttribute('href')) ?? '');
  await expect(absent.getByText(say('ballots.sheet.why.absent'))).toBeVisible();
  await expect(absent.getByRole('link', { name: say('ballots.sheet.toPresence') })).toHaveAttribute(
    'href',
    `/app/zebrania/${id}`,
  );
  await expectAccessible(absent);
  await absent.context().close();
  await secretary.goto(`/app/zebrania/${id}/rzutnik`);
  const wall = secretary.getByRole('dialog');
  await expect(wall.getByText('Czy przyjąć: Zmiana statutu?')).toBeVisible();
  await expect(wall.getByRole('timer')).toContainText(/[0-5]:[0-5][0-9]/);
  await expect(wall.getByText(say('meetings.agenda.count', { for: '1', against: '0', abstain: '0' }))).toBeVisible();
  await expectAccessible(secretary);
});

test('a joint position is put on the agenda, and the gminas in the hall adopt its text', async ({ browser }) => {
  const stamp = Date.now();
  const position = `Stanowisko na zebranie ${stamp}`;
  const title = `Zebranie ze stanowiskiem ${stamp}`;
  const secretary = await signInAs(browser, 'sieci@sekretariat.example');
  const send = async (method: 'post' | 'put', path: string, data: object) => {
    const answer = await secretary.request[method](`/api/${path}`, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as { id: string; version: number };
  };
  const drafted = await send('post', 'positions', {
    titlePl: position,
    titleEn: `A position for the assembly ${stamp}`,
    occasion: 'Zmienia się ustawa o wodach.',
    aim: 'Chcemy, aby minister zmienił zdanie.',
    nature: 'POSITION',
    threshold: 0,
    isPublic: false,
    paragraphs: [{ pl: 'Prosimy o prostsze przepisy.', en: 'We ask for simpler rules.' }, { pl: 'Tylko po polsku.' }],
  });
  await send('post', `positions/${drafted.id}/consultation`, {
    until: new Date(stamp + 86_400_000).toISOString(),
    version: drafted.version,
  });

  await secretary.goto('/app/zebrania/nowe');
  await secretary.getByLabel(say('meetings.form.number')).fill(String(1000 + (stamp % 2900)));
  await secretary.getByLabel(say('meetings.form.titlePl')).fill(title);
  await secretary.getByLabel(say('meetings.form.titleEn')).fill(`Assembly with a position ${stamp}`);
  const start = secretary.getByRole('group', { name: say('meetings.form.startsAt'), exact: true });
  await start.getByLabel(say('common.day')).fill(dayFromNow(1));
  await start.getByLabel(say('common.time')).fill('10:00');
  await secretary.getByLabel(say('meetings.form.place')).fill('Jantarowo');
  // An item without words is named, and its field says so.
  await secretary.getByRole('button', { name: say('meetings.plan.action') }).click();
  await secretary.getByRole('button', { name: /: Punkt 1: / }).click();
  await expect(secretary.getByLabel(say('meetings.agenda.titlePl'))).toHaveAttribute('aria-invalid', 'true');
  await secretary.getByLabel(say('meetings.agenda.itsPosition')).selectOption(position);
  await expect(secretary.getByLabel(say('meetings.agenda.titlePl'))).toHaveValue(position);
  await expectAccessible(secretary);
  await secretary.getByRole('button', { name: say('meetings.plan.action') }).click();
  await expect(secretary.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const id = new URL(secretary.url()).pathname.split('/').at(-1) ?? '';
  let { version } = (await (await secretary.request.get(`/api/meetings/${id}`)).json()) as { version: number };
  for (const deed of ['convocation', 'opening'])
    ({ version } = await send('post', `meetings/${id}/${deed}`, { version }));
  const { presences } = (await (await secretary.request.get(`/api/meetings/${id}`)).json()) as {
    presences: { organization: { id: string } }[];
  };
  for (const { organization } of presences)
    await send('put', `meetings/${id}/presences/${organization.id}`, { present: true, office: 'EXECUTIVE' });

  await secretary.goto(`/app/zebrania/${id}`);
  await secretary.getByRole('button', { name: say('meetings.vote.actionOf', { item: position }) }).click();
  const dialog = secretary.getByRole('dialog');
  await expect(dialog.getByText(/Głosowany jest tekst stanowiska, wersja 1/)).toBeVisible();
  await dialog.getByRole('button', { name: say('meetings.vote.action') }).click();
  // What has no English is named, and said to be meant so.
  await expect(dialog.getByText('Akapity bez angielskiej wersji: 2.')).toBeVisible();
  await dialog.getByRole('checkbox', { name: say('meetings.vote.polishMeant') }).check();
  await expectAccessible(secretary);
  await dialog.getByRole('button', { name: say('meetings.vote.action') }).click();
  const toBallot = secretary.getByRole('link', { name: say('meetings.agenda.vote') });
  await expect(toBallot).toBeVisible();

  const mayor = await signInAs(browser, 'wojt@foczy-rog.example', { phone: true });
  await mayor.goto(`/app/stanowiska/${drafted.id}`);
  await expect(mayor.getByText(say('positions.onTheAgenda'))).toBeVisible();
  await mayor.getByRole('link', { name: title }).click();
  await mayor.getByRole('link', { name: say('meetings.agenda.vote') }).click();
  await mayor.getByRole('radio', { name: say('ballots.choice.FOR') }).check();
  await mayor.getByRole('button', { name: say('ballots.cast.go') }).click();
  await mayor
    .getByRole('dialog')
    .getByRole('button', { name: say('ballots.cast.action') })
    .click();
  await expect(mayor.getByRole('dialog')).toHaveCount(0);
  await expectFits(mayor);

  // Gminas leave until there is no quorum: the secretariat is told, withdraws the ballot, and closes the assembly.
  for (const { organization } of presences.slice(0, 5))
    await send('put', `meetings/${id}/presences/${organization.id}`, { present: false });
  await expect(secretary.getByText(say('meetings.vote.quorumLost'))).toBeVisible();
  const ballotPath = (await toBallot.getAttribute('href')) ?? '';
  const ballotId = ballotPath.split('/').at(-1) ?? '';
  const ballot = (await (await secretary.request.get(`/api/ballots/${ballotId}`)).json()) as { version: number };
  await send('post', `ballots/${ballotId}/withdrawal`, { reason: 'Zabrakło kworum.', version: ballot.version });
  await expect(secretary.getByText('Zabrakło kworum.')).toBeVisible();
  await secretary.getByRole('button', { name: say('meetings.close.action') }).click();
  await dialog.getByRole('button', { name: say('meetings.close.action') }).click();
  const download = secretary.waitForEvent('download');
  await secretary.getByRole('button', { name: say('meetings.minutes.pl') }).click();
  expect((await download).suggestedFilename()).toBe('protokol-zebrania.pdf');
  await expectAccessible(secretary);
});
