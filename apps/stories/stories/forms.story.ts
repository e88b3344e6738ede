import { expect, test } from '@playwright/test';
import { dayFromNow, expectAccessible, expectFits, signInAs } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

// A task with questions, told by office: the secretariat designs the form and asks the whole network; an official answers it;
// the answers stand beside each other; the questions change, and nobody loses what was written.

const say = sayIn('pl');
const secretariat = 'sieci@sekretariat.example';
const task = 'Policz przystanki z wiatą';

test('a form is designed, answered, compared and changed', async ({ browser }) => {
  const secretary = await signInAs(browser, secretariat);

  await test.step('the secretariat writes two questions, puts them in order and asks the whole network', async () => {
    await secretary.goto('/app/sieci');
    await secretary.getByRole('link', { name: 'Młodzieżowe rady gmin' }).click();
    await secretary.getByRole('link', { name: say('networks.writeTask') }).click();
    await secretary.getByRole('textbox', { name: say('tasks.write.title') }).fill(task);
    await secretary.getByRole('textbox', { name: say('tasks.write.body') }).fill('Do wspólnej mapy.');
    await secretary.getByLabel(say('tasks.write.dueOn'), { exact: true }).fill(dayFromNow(14));
    for (const [index, words] of ['Uwagi', 'Ile jest przystanków?'].entries()) {
      await secretary.getByRole('button', { name: say('forms.add'), exact: true }).click();
      const question = secretary.getByRole('group', {
        name: say('forms.question', { number: String(index + 1) }),
        exact: true,
      });
      await question.getByLabel(say('forms.label.pl')).fill(words);
    }
    const second = secretary.getByRole('group', { name: say('forms.question', { number: '2' }), exact: true });
    await second.getByLabel(say('forms.kindLabel')).selectOption('NUMBER');
    await second.getByRole('button', { name: say('forms.up', { number: '2' }) }).press('Enter');
    const first = secretary.getByRole('group', { name: say('forms.question', { number: '1' }), exact: true });
    await expect(first.getByLabel(say('forms.label.pl'))).toHaveValue('Ile jest przystanków?');
    await secretary
      .getByRole('group', { name: say('forms.question', { number: '2' }), exact: true })
      .getByRole('checkbox', { name: say('forms.required') })
      .uncheck();
    await secretary.getByRole('radio', { name: say('forms.audience.NETWORK') }).check();
    await expect(secretary.getByText(/^Zapytamy \d+ gmin/)).toBeVisible();
    await expectAccessible(secretary);
    await secretary.getByRole('button', { name: say('tasks.write.send') }).click();
    await expect(secretary.getByRole('heading', { level: 1, name: task })).toBeVisible();
  });

  const official = await signInAs(browser, 'sabina@sosnowy-brzeg.example', { phone: true });
  const open = async (): Promise<void> => {
    await official.goto('/app');
    await official.getByRole('link', { name: task }).first().click();
    await expect(official.getByRole('heading', { level: 1, name: task })).toBeVisible();
  };

  await test.step('an official is told at the question what is missing, and the draft is kept', async () => {
    await open();
    await official.getByRole('textbox', { name: 'Uwagi' }).fill('Dwa bez wiaty.');
    await expect(official.getByText(say('tasks.answer.saving.saved'))).toBeVisible();
    await official.getByRole('button', { name: say('tasks.answer.send') }).click();
    await expect(official.getByRole('alert')).toContainText('Ile jest przystanków?');
    await expectFits(official);
    await expectAccessible(official);
    await official.reload();
    await expect(official.getByRole('textbox', { name: 'Uwagi' })).toHaveValue('Dwa bez wiaty.');
  });

  await test.step('the questions change while it is written, and nothing is lost', async () => {
    await secretary.getByRole('link', { name: say('forms.change.open') }).click();
    await secretary.getByRole('button', { name: say('forms.removeNumber', { number: '2' }) }).click();
    await expectAccessible(secretary);
    await secretary.getByRole('button', { name: say('forms.change.send') }).click();
    await expect(secretary.getByText(say('forms.change.done'))).toBeVisible();
    await official.getByRole('textbox', { name: /Ile jest przystanków/ }).fill('12');
    await expect(official.getByText(say('forms.changed.title'))).toBeVisible();
    await expect(official.getByText('Dwa bez wiaty.')).toBeVisible();
    await expect(official.getByRole('textbox', { name: /Ile jest przystanków/ })).toHaveValue('12');
    await official.getByRole('button', { name: say('tasks.answer.send') }).click();
    await expect(official.getByText(say('tasks.answer.done'))).toBeVisible();
  });

  await test.step('the answers stand beside each other, and come as a spreadsheet', async () => {
    await secretary.getByRole('link', { name: say('forms.matrix.open') }).click();
    const table = secretary.getByRole('table', { name: say('forms.matrix.label') });
    await expect(table.getByRole('row', { name: 'Sosnowy Brzeg' })).toContainText('12');
    await expect(table.getByRole('row', { name: say('forms.matrix.together') })).toContainText('12');
    await expectAccessible(secretary);
    const download = secretary.waitForEvent('download');
    await secretary.getByRole('button', { name: say('forms.export.xlsx') }).click();
    expect((await download).suggestedFilename()).toBe('odpowiedzi.xlsx');
    const phone = await signInAs(browser, secretariat, { phone: true, theme: 'dark', language: 'en' });
    await phone.goto(new URL(secretary.url()).pathname);
    await expect(phone.getByRole('link', { name: 'Sosnowy Brzeg' })).toBeVisible();
    await expectFits(phone);
    await expectAccessible(phone);
  });
});
