import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectFits, signInAs, test } from '../support/portal.ts';

/** Opens the budget of an initiative, by the way that people go. */
async function openBudget(page: Page, initiative: string): Promise<void> {
  await page.goto('/app/inicjatywy');
  await page.getByRole('link', { name: initiative }).first().click();
  await page.getByRole('link', { name: 'Plan, wnioski i wpływy' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Budżet: ${initiative}` })).toBeVisible();
}

test('A budget that does not balance says by how much; balanced it is kept, on a phone as well', async ({
  browser,
}) => {
  const page = await signInAs(browser, 'burmistrz@latarnikowo.example');
  await openBudget(page, 'Szlak latarni dla rowerów');
  // Its second participant has not confirmed its part: it cannot be agreed yet, and says so.
  await expect(page.getByText('Nie wszyscy uczestnicy potwierdzili udział')).toBeVisible();
  await page.getByRole('link', { name: 'Zmień projekt' }).click();
  const staff = page.getByRole('textbox', { name: 'Latarnikowo, Personel: Dotacja' });
  await staff.fill('34000,01');
  await page.getByRole('button', { name: 'Zapisz budżet' }).click();
  await expect(page.getByRole('alert')).toContainText('o 0,01 PLN za dużo');
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);
  // What cannot be read is said at its cell, and no sum is told of it.
  const experts = page.getByRole('textbox', { name: 'Latarnikowo, Eksperci i usługi zewnętrzne: Dotacja' });
  await experts.fill('abc');
  await staff.focus();
  await expect(experts).toHaveAccessibleDescription('Wpisz kwotę, na przykład 1234,50.');
  const lines = page.getByRole('table', { name: 'Pozycje: Latarnikowo' });
  for (const row of ['Suma pozycji', 'Różnica'])
    await expect(lines.getByRole('row', { name: row })).toContainText('nieznana, popraw kwotę');
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('button', { name: 'Zapisz budżet' }).click();
  await expect(page.getByRole('alert')).toContainText('Wpisz kwotę, na przykład 1234,50.');
  // Points between thousands leave no doubt where a comma follows; what was said of the other text is over.
  await experts.fill('42.500,00');
  await expect(experts).toHaveAccessibleDescription('');
  // A million can be read while it is typed.
  await staff.fill('1 234 567,89');
  expect(await staff.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true);
  await staff.fill('34000');
  await page.getByRole('button', { name: 'Zapisz budżet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Budżet/ })).toBeVisible();
  await expectFits(page);
});

test('A mayor agrees to a budget knowing its amounts, and reads when claims begin; amounts are filled in as English writes them', async ({
  browser,
}) => {
  const page = await signInAs(browser, 'burmistrz@latarnikowo.example', { language: 'en' });
  const titleEn = `A quay for all ${Date.now()}`;
  const call = async (
    method: 'POST' | 'PUT',
    path: string,
    data: object = {},
  ): Promise<{ id: string; version: number }> => {
    const answer = await page.request.fetch(`/api/initiatives${path}`, { method, data });
    expect([path, answer.ok()]).toEqual([path, true]);
    return (await answer.json()) as { id: string; version: number };
  };
  const { actingFor } = (await (await page.request.get('/api/session')).json()) as {
    actingFor: { organization: { id: string } };
  };
  const organizationId = actingFor.organization.id;
  const { id } = await call('POST', '', {
    titlePl: `Nabrzeże dla wszystkich ${Date.now()}`,
    titleEn,
    summaryPl: 'Jedno nabrzeże dla mieszkańców i gości.',
    summaryEn: 'One quay for residents and guests.',
    benefit: 'Dłuższy spacer nad wodą.',
    level: 'LOCAL',
    goals: ['SEA'],
    topics: [],
  });
  await call('POST', `/${id}/participants`, { organizationId, role: 'LEAD_PARTNER', part: 'Projekt i budowa.' });
  await call('POST', `/${id}/participants/${organizationId}/confirm`);
  const sums = { grant: 800_001, own: 200_000 };
  const { version } = await call('PUT', `/${id}/budget`, {
    currency: 'EUR',
    rate: { plnPerEur: 42_500, day: '2026-01-02', source: 'NBP' },
    grantRate: 8500,
    total: 1_000_001,
    ...sums,
    shares: [{ organizationId, ...sums, lines: [{ category: 'STAFF', ...sums }] }],
    version: 0,
  });
  await page.goto(`/app/inicjatywy/${id}/budzet/plan`);
  await expect(page.getByRole('textbox', { name: 'Total', exact: true })).toHaveValue('10000.01');
  await expect(page.getByRole('textbox', { name: 'Rate: EUR 1 in PLN' })).toHaveValue('4.2500');
  await expect(page.getByRole('textbox', { name: 'Latarnikowo, Staff: Grant' })).toHaveValue('8000.01');
  await call('POST', `/${id}/budget/ask`, { version });
  await page.goto(`/app/inicjatywy/${id}/budzet`);
  await page.getByRole('button', { name: 'I agree: Latarnikowo' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('the grant of €8,000.01 and to the own contribution of €2,000.00');
  await expectAccessible(page);
  // Nothing is agreed to as long as that is only read.
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Agreed: 0 of 1')).toBeVisible();
  await page.getByRole('button', { name: 'I agree: Latarnikowo' }).click();
  await dialog.getByRole('button', { name: 'I agree' }).click();
  await expect(page.getByText('Agreed: 1 of 1')).toBeVisible();
  await expect(
    page.getByText('Payment claims are made once the initiative has reached the stage “Funded”.'),
  ).toBeVisible();
});

test('The secretariat accepts a claim of the lead partner, cut with a reason', async ({ browser }) => {
  const page = await signInAs(browser, 'sieci@sekretariat.example');
  // Its start page says that it waits, and leads to it.
  await page.goto('/app');
  const waiting = page.getByRole('listitem').filter({ hasText: 'Jantarowo: wniosek o płatność nr 2' });
  await waiting.getByRole('link', { name: 'Zielone dachy nad morzem' }).click();
  await page.getByRole('button', { name: 'Przyjmij wniosek: Jantarowo, nr 2' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Kwota przyjęta (EUR)' }).fill('9000');
  await dialog.getByRole('button', { name: 'Przyjmij', exact: true }).click();
  await expect(dialog.getByText('Napisz, dlaczego przyjmujesz mniejszą kwotę.')).toBeVisible();
  await dialog.getByRole('textbox', { name: /Uzasadnienie/ }).fill('Godziny spoza okresu wniosku.');
  await dialog.getByRole('button', { name: 'Przyjmij', exact: true }).click();
  await expect(page.getByText(/przyjęto 9\s000,00\s€/)).toBeVisible();
  await expectAccessible(page);
});
