import { expect } from '@playwright/test';
import { expectAccessible, expectFits, expectWellHeaded, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

const say = sayIn('pl');

test('an official hands in an idea on a phone, the secretariat makes an initiative of it, and the author reads why', async ({
  browser,
}) => {
  const title = `Wspólne boje ratunkowe ${Date.now()}`;
  const author = await signInAs(browser, 'wanda@wydmy-wielkie.example', { phone: true, theme: 'dark' });
  await author.goto('/app/pomysly');
  await author.getByRole('link', { name: say('ideas.submit.action') }).click();
  await author.getByLabel(say('ideas.field.title'), { exact: true }).fill(title);
  await author
    .getByLabel(say('ideas.field.body'), { exact: true })
    .fill('Kupmy boje razem, wtedy starczy na każdą plażę.');
  await author.getByLabel(say('ideas.field.benefit'), { exact: true }).fill('Kąpiącym się i ratownikom.');
  // What was written survives the phone's being put away.
  await author.reload();
  await expect(author.getByLabel(say('ideas.field.title'), { exact: true })).toHaveValue(title);
  await author.getByRole('button', { name: say('ideas.submit.send') }).click();
  await expect(author.getByRole('alert')).toContainText(say('life.goals'));
  await author.getByRole('checkbox', { name: say('life.goal.SEA') }).check();
  await expectFits(author);
  await expectAccessible(author);
  await author.getByRole('button', { name: say('ideas.submit.send') }).click();
  await expect(author.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expectFits(author);
  await expectAccessible(author);
  const address = author.url();

  const secretary = await signInAs(browser, 'sieci@sekretariat.example');
  await secretary.goto(`/app/pomysly?szukaj=${encodeURIComponent(title)}`);
  // The box of ideas stands below the initiatives, and the navigation says so.
  await expect(
    secretary
      .getByRole('navigation', { name: say('common.navigation'), exact: true })
      .getByRole('link', { name: say('common.places.initiatives') }),
  ).toHaveAttribute('aria-current', 'page');
  await secretary.getByRole('link', { name: title }).click();
  await secretary.getByRole('link', { name: say('ideas.answer.action') }).click();
  await expect(secretary.getByRole('radio', { name: say('ideas.answer.as.inicjatywa') })).toBeChecked();
  await expect(secretary.getByLabel(say('initiatives.field.titlePl'), { exact: true })).toHaveValue(title);
  await expectWellHeaded(secretary);
  await expectAccessible(secretary);
  const reason = 'Pytały o to trzy gminy. Razem kupimy taniej.';
  await secretary.getByLabel(say('ideas.answer.reason'), { exact: true }).fill(reason);
  await secretary.getByRole('button', { name: say('ideas.answer.makeInitiative') }).click();
  await expect(secretary.getByText(reason)).toBeVisible();

  await author.goto('/app/skrzynka');
  await author.getByRole('link', { name: new RegExp(`„${title}” powstała inicjatywa`) }).click();
  await expect(author).toHaveURL(address);
  await expect(author.getByText(reason)).toBeVisible();
  await author.getByRole('main').getByRole('link', { name: title }).click();
  // The initiative is told by its origin, and its author follows it already.
  await expect(author.getByText(say('ideas.origin.from'))).toBeVisible();
  await expect(author.getByRole('button', { name: say('initiatives.follow.end') })).toBeVisible();
  await expectFits(author);
  await expectAccessible(author);
});
