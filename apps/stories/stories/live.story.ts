import { expect, type Page } from '@playwright/test';
import { expectAccessible, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

// What others do appears on an open page without a reload, in every tab.

const say = sayIn('pl');

const read = async <T>(page: Page, path: string): Promise<T> => (await (await page.request.get(path)).json()) as T;

interface Named {
  readonly id: string;
  readonly namePl?: string;
}

test('an answer shows at the secretariat as it is handed in, and its return at the gmina', async ({ browser }) => {
  const secretary = await signInAs(browser, 'dyrektor@sekretariat.example');
  const { items: networks } = await read<{ items: Named[] }>(secretary, '/api/networks?search=retencja');
  const networkId = networks[0]?.id ?? '';
  const { items: members } = await read<{ items: { organization: { id: string; name: string } }[] }>(
    secretary,
    `/api/networks/${networkId}/memberships`,
  );
  const gminas = ['Wydmy Wielkie', 'Mewia Zatoka'].map(
    (name) => members.find(({ organization }) => organization.name === name)?.organization.id ?? '',
  );
  const created = await secretary.request.post('/api/tasks', {
    data: {
      networkId,
      title: 'Ile macie beczek na deszczówkę?',
      body: 'Wystarczy liczba.',
      dueOn: '2999-01-01',
      organizationIds: gminas,
    },
  });
  expect(created.status()).toBe(201);
  const { id } = (await created.json()) as { id: string };
  const share = `/api/tasks/${id}/assignments/${gminas[0]}`;

  const wanda = await signInAs(browser, 'wanda@wydmy-wielkie.example', { phone: true });
  const tabs = [secretary, await secretary.context().newPage()];
  for (const tab of tabs) await tab.goto(`/app/zadania/${id}`);
  await wanda.goto(`/app/zadania/${id}`);
  for (const tab of tabs) await expect(tab.getByText('Odpowiedzi: 0 z 2').first()).toBeVisible();
  await wanda.getByRole('textbox', { name: say('tasks.answer.label') }).fill('Dwanaście.');
  await wanda.getByRole('button', { name: say('tasks.answer.send') }).click();
  await expect(wanda.getByText(say('tasks.answer.done'))).toBeVisible();
  for (const tab of tabs) await expect(tab.getByText('Odpowiedzi: 1 z 2').first()).toBeVisible();
  await expectAccessible(secretary);

  const { version } = await read<{ version: number }>(secretary, share);
  const returned = await secretary.request.post(`${share}/return`, { data: { reason: 'Ilu litrów?', version } });
  expect(returned.status()).toBe(200);
  await expect(wanda.getByText('Ilu litrów?', { exact: true })).toBeVisible();
  await expect(wanda.getByRole('textbox', { name: say('tasks.answer.label') })).toHaveValue('Dwanaście.');

  for (const tab of tabs) await expect(tab.getByText('Odpowiedzi: 0 z 2').first()).toBeVisible();

  // The tab that listens is closed: the other one takes its place.
  await secretary.close();
  const again = await wanda.request.post(`${share}/submit`, {
    data: { answer: 'Po 200 litrów.', version: version + 1 },
  });
  expect(again.status()).toBe(200);
  const [, left] = tabs;
  if (left) await expect(left.getByText('Odpowiedzi: 1 z 2').first()).toBeVisible();
});
