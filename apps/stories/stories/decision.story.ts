import { expect } from '@playwright/test';
import { expectAccessible, expectFits, letterTo, linkIn, openBrowser, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');

test('a mayor confirms from the letter that the gmina joins a network, without signing in, on a phone', async ({
  browser,
}) => {
  const official = await signInAs(browser, 'sabina@sosnowy-brzeg.example');
  const { items } = (await (await official.request.get('/api/networks?search=energetyczne')).json()) as {
    items: { id: string }[];
  };
  const id = items[0]?.id;
  const { abilities } = (await (await official.request.get(`/api/networks/${id}`)).json()) as {
    abilities: { joinFor: { id: string }[] };
  };
  const asked = await official.request.post(`/api/networks/${id}/memberships`, {
    data: { organizationId: abilities.joinFor[0]?.id, role: 'MEMBER' },
  });
  expect(asked.status()).toBe(201);

  const letter = await letterTo(browser, 'burmistrz@sosnowy-brzeg.example');
  const { page } = await openBrowser(browser, { phone: true });
  await page.goto(linkIn(/https?:\/\/\S+#\S+/.exec(letter)?.[0] ?? ''));
  const click = page.getByRole('button', { name: say('decision.CONFIRM_MEMBERSHIP.do') });
  await expect(click).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await click.click();
  await expect(page.getByRole('heading', { level: 1, name: say('decision.CONFIRM_MEMBERSHIP.done') })).toBeVisible();
  await expectAccessible(page);

  // A link decides once.
  await page.reload();
  await expect(page.getByText('Ten link już nie działa')).toBeVisible();
  const told = await official.request.get(`/api/networks/${id}/memberships`);
  expect(JSON.stringify(await told.json())).toContain('Sosnowy Brzeg');
});
