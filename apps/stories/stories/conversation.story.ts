import { expect } from '@playwright/test';
import { expectAccessible, expectFits, settled, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

// People talk beside the things that they work on.

const say = sayIn('pl');

test('an official asks a colleague of another gmina, who answers; what is edited shows how it read', async ({
  browser,
}) => {
  const maria = await signInAs(browser, 'maria@mewia-zatoka.example');
  const { items } = (await (await maria.request.get('/api/networks?search=retencja')).json()) as {
    items: { id: string }[];
  };
  const network = `/app/sieci/${items[0]?.id}`;
  const wanda = await signInAs(browser, 'wanda@wydmy-wielkie.example', { phone: true });
  await wanda.goto(network);
  await maria.goto(network);
  await maria.getByRole('button', { name: say('conversations.write.action'), exact: true }).click();
  const text = maria.getByRole('textbox', { name: say('conversations.write.label') });
  await text.pressSequentially('Pytanie do @wan');
  const listed = maria.getByRole('option', { name: /Wanda Wydmowa/ });
  await expect(listed).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(maria);
  await maria.keyboard.press('Enter');
  await text.pressSequentially('o rowy. Wzór: https://bip.example/rowy ');
  await expect(maria.getByText(/Dotrze do \d+ os/)).toBeVisible();

  // A reload loses nothing.
  await maria.reload();
  await expect(text).toContainText('Pytanie do @Wanda Wydmowa');
  await text.press('Control+End');
  await maria.getByRole('button', { name: say('conversations.write.send'), exact: true }).click();
  const said = maria.getByRole('listitem').filter({ hasText: 'Pytanie do' });
  await expect(said.getByRole('link', { name: 'https://bip.example/rowy' })).toBeVisible();

  // It is there at once for whoever has the page open.
  const heard = wanda.getByRole('listitem').filter({ hasText: 'Pytanie do' });
  await expect(heard).toContainText('@Wanda Wydmowa');
  await heard.getByRole('button', { name: say('conversations.reaction.THANKS') }).click();
  await expect(heard.getByRole('button', { pressed: true })).toBeVisible();
  await settled(wanda);
  await expectAccessible(wanda);
  await expectFits(wanda);

  await said.getByRole('button', { name: say('conversations.edit.of', { name: 'Maria Mewia' }) }).click();
  const edited = maria.getByRole('textbox', { name: say('conversations.edit.label') });
  await edited.press('Control+End');
  await edited.pressSequentially('Pilne!');
  await maria.getByRole('button', { name: say('conversations.edit.send'), exact: true }).click();
  await expect(said).toContainText('Pilne!');
  await said.getByRole('button', { name: say('conversations.versions.action') }).click();
  await expect(maria.getByRole('dialog')).toContainText('Pytanie do');
  await expect(maria.getByRole('dialog')).not.toContainText('Pilne!');
  await expectAccessible(maria);
});

test('a lead announces something; a reader confirms it, and the lead sees who has not', async ({ browser }) => {
  const mayor = await signInAs(browser, 'burmistrz@jantarowo.example', { phone: true });
  const { items } = (await (await mayor.request.get('/api/networks?search=retencja')).json()) as {
    items: { id: string }[];
  };
  const network = `/app/sieci/${items[0]?.id}`;
  await mayor.goto(network);
  await mayor.getByRole('button', { name: say('conversations.write.action'), exact: true }).click();
  await mayor.getByRole('textbox', { name: say('conversations.write.label') }).pressSequentially('Zmiana sali: 12.');
  await mayor.getByRole('checkbox', { name: say('conversations.announce') }).check();
  await mayor.getByRole('button', { name: say('conversations.write.send'), exact: true }).click();
  const announced = mayor.getByRole('listitem').filter({ hasText: 'Zmiana sali' });
  await expect(announced).toBeVisible();

  const reader = await signInAs(browser, 'sabina@sosnowy-brzeg.example');
  await reader.goto(network);
  const read = reader.getByRole('listitem').filter({ hasText: 'Zmiana sali' });
  await read.getByRole('button', { name: say('conversations.receipts.mark') }).click();
  await expect(read).toContainText('Przeczytano przez Ciebie.');

  await mayor.reload();
  await announced.getByRole('button', { name: say('conversations.receipts.who') }).click();
  const who = mayor.getByRole('dialog');
  await expect(who).toContainText('Sabina Sosnowa');
  await expect(who.getByRole('heading', { level: 3 }).first()).toContainText('Nie przeczytało jeszcze');
  await expectAccessible(mayor);
  await expectFits(mayor);
});
