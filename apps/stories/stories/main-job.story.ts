import { expect, type Page } from '@playwright/test';
import { dayFromNow, expectAccessible, settled, signInAs, test } from '../support/portal.ts';
import { sayIn } from '../support/words.ts';

// The main job from end to end, told by office: a gmina joins a network; the secretariat asks its members something;
// each answers; who has answered is seen by all; every step stands in the activity and in the inbox of those concerned.

interface Cast {
  readonly language: 'pl' | 'en';
  readonly network: string;
  readonly newcomer: { readonly gmina: string; readonly official: string; readonly mayor: string };
  /** Whether the network admits, or is open to whoever the gmina sends. */
  readonly admits: boolean;
  /** Officials of two gminas that are members already. */
  readonly others: readonly [string, string];
  /** How many members the network has with the newcomer. */
  readonly asked: number;
  readonly task: string;
}

const casts: readonly Cast[] = [
  {
    language: 'pl',
    network: 'Retencja i ponowne użycie wody',
    newcomer: {
      gmina: 'Bursztynowiec',
      official: 'bogdan@bursztynowiec.example',
      mayor: 'burmistrz@bursztynowiec.example',
    },
    admits: true,
    others: ['maria@mewia-zatoka.example', 'wanda@wydmy-wielkie.example'],
    asked: 6,
    task: 'Wskaż zbiorniki retencyjne gminy',
  },
  {
    language: 'en',
    network: 'Tourism off season',
    newcomer: { gmina: 'Wydmy Wielkie', official: 'wanda@wydmy-wielkie.example', mayor: 'wojt@wydmy-wielkie.example' },
    admits: false,
    others: ['szymon@sledziowo.example', 'bogdan@bursztynowiec.example'],
    asked: 5,
    task: 'Name the winter trails of your municipality',
  },
];

const secretariat = 'sieci@sekretariat.example';

/** Today and so many days, as a date field wants it. */

for (const cast of casts) {
  const { language, newcomer, admits, others, asked, task } = cast;
  const say = sayIn(language);
  const enter = (browser: Parameters<typeof signInAs>[0], email: string) => signInAs(browser, email, { language });

  const openNetwork = async (page: Page): Promise<void> => {
    await page.goto('/app/sieci');
    await page.getByRole('searchbox', { name: say('networks.search') }).fill(cast.network.slice(0, 12));
    // The list has moved under the pointer by now, and stands.
    await expect(page).toHaveURL(/szukaj=/);
    await settled(page);
    await page.getByRole('link', { name: cast.network }).click();
    await expect(page.getByRole('heading', { level: 1, name: cast.network })).toBeVisible();
  };

  const openTaskFromStart = async (page: Page): Promise<void> => {
    await page.goto('/app');
    await page.getByRole('link', { name: task }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: task })).toBeVisible();
  };

  const answer = async (page: Page, text: string): Promise<void> => {
    await page.getByRole('textbox', { name: say('tasks.answer.label') }).fill(text);
    await expect(page.getByText(say('tasks.answer.saving.saved'))).toBeVisible();
    await page.getByRole('button', { name: say('tasks.answer.send') }).click();
    await expect(page.getByText(say('tasks.answer.done'))).toBeVisible();
  };

  test(`the main job, in ${language === 'pl' ? 'Polish' : 'English'}`, async ({ browser }) => {
    await test.step('an official finds the network and asks to join it', async () => {
      const page = await enter(browser, newcomer.official);
      await openNetwork(page);
      await page.getByRole('button', { name: say('networks.join.action') }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: say('networks.join.send') }).click();
      await expect(page.getByRole('heading', { name: say('networks.steps.title') })).toBeVisible();
      await expect(page.getByRole('button', { name: say('networks.join.action') })).toHaveCount(0);
      await expectAccessible(page);
    });

    await test.step('the mayor confirms it on the start page', async () => {
      const page = await enter(browser, newcomer.mayor);
      await page.goto('/app');
      const names = { organization: newcomer.gmina, network: cast.network };
      const request = page.getByRole('listitem').filter({ hasText: say('dashboards.request.CONFIRM', names) });
      await request.getByRole('button', { name: say('common.joinRequest.confirm') }).click();
      await expect(request).toHaveCount(0);
    });

    if (admits)
      await test.step('the secretariat admits the gmina', async () => {
        const page = await enter(browser, secretariat);
        await page.goto('/app');
        const names = { organization: newcomer.gmina, network: cast.network };
        const request = page.getByRole('listitem').filter({ hasText: say('dashboards.request.ADMIT', names) });
        await request.getByRole('button', { name: say('common.joinRequest.admit') }).click();
        await expect(request).toHaveCount(0);
      });

    await test.step('the secretariat asks all members of the network something, under its mandate', async () => {
      const page = await enter(browser, secretariat);
      await openNetwork(page);
      await page.getByRole('link', { name: say('networks.writeTask') }).click();
      await page.getByRole('textbox', { name: say('tasks.write.title') }).fill(task);
      await page
        .getByRole('textbox', { name: say('tasks.write.body') })
        .fill('Do odprawy nad morzem: po jednym zdaniu.');
      await page.getByLabel(say('tasks.write.dueOn'), { exact: true }).fill(dayFromNow(14));
      await page.getByRole('checkbox', { name: say('tasks.write.everybody') }).check();
      await expectAccessible(page);
      await page.getByRole('button', { name: say('tasks.write.send') }).click();
      await expect(page.getByRole('heading', { level: 1, name: task })).toBeVisible();
      await expect(
        page.getByText(say('tasks.progress.answered', { answered: '0', total: String(asked) })),
      ).toBeVisible();
      // By whose authority: the chain down to the resolution.
      await expect(page.getByRole('region', { name: say('tasks.chain.title') })).toContainText(cast.network);
      await expectAccessible(page);
    });

    await test.step('the official sees it at the start, answers and hands in', async () => {
      const page = await enter(browser, newcomer.official);
      await openTaskFromStart(page);
      await answer(page, 'Jeden zbiornik, za szkołą.');
      await expectAccessible(page);
    });

    await test.step('the secretariat returns the answer with a reason', async () => {
      const page = await enter(browser, secretariat);
      await page.goto('/app');
      await page.getByRole('link', { name: `${newcomer.gmina}: ${task}` }).click();
      await expect(page.getByText('Jeden zbiornik, za szkołą.')).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: say('tasks.review.return') }).click();
      await page.getByRole('button', { name: say('tasks.review.returnSend'), exact: true }).click();
      await expect(page.getByText(say('common.reasonMissing'))).toBeVisible();
      await page.getByRole('textbox', { name: say('common.reason') }).fill('Brakuje pojemności zbiornika.');
      await page.getByRole('button', { name: say('tasks.review.returnSend'), exact: true }).click();
      await expect(page.getByText(say('tasks.review.returned', { gmina: newcomer.gmina }))).toBeVisible();
    });

    await test.step('the official is told in the inbox, completes it and hands in again', async () => {
      const page = await enter(browser, newcomer.official);
      await page.goto('/app/skrzynka');
      await page.getByRole('link', { name: 'Brakuje pojemności zbiornika.' }).click();
      await expect(page.getByRole('heading', { level: 1, name: task })).toBeVisible();
      await expect(page.getByText('Brakuje pojemności zbiornika.').first()).toBeVisible();
      await answer(page, 'Jeden zbiornik, za szkołą, 800 m³.');
    });

    await test.step('the secretariat accepts', async () => {
      const page = await enter(browser, secretariat);
      await page.goto('/app');
      await page.getByRole('link', { name: `${newcomer.gmina}: ${task}` }).click();
      await page.getByRole('button', { name: say('tasks.review.accept') }).click();
      await expect(page.getByText(say('tasks.review.accepted', { gmina: newcomer.gmina }))).toBeVisible();
    });

    await test.step('two more gminas answer', async () => {
      for (const official of others) {
        const page = await enter(browser, official);
        await openTaskFromStart(page);
        await answer(page, 'Nie mamy żadnego.');
        await page.context().close();
      }
    });

    await test.step('the network shows who has answered, and every step', async () => {
      const page = await enter(browser, newcomer.mayor);
      await openNetwork(page);
      const matrix = page.getByRole('table', { name: say('tasks.matrix.label') });
      await expect(matrix.getByRole('columnheader', { name: task })).toContainText(
        say('tasks.progress.answered', { answered: '3', total: String(asked) }),
      );
      await expect(
        matrix.getByRole('row', { name: newcomer.gmina }).getByText(say('common.assignmentState.ACCEPTED')).first(),
      ).toBeAttached();
      const activity = page.getByRole('region', { name: say('common.activity') });
      await expect(
        activity.getByRole('listitem').filter({ hasText: newcomer.gmina }).filter({ hasText: task }).first(),
      ).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('and what went well stands on the mayor’s start page', async () => {
      const page = await enter(browser, newcomer.mayor);
      await page.goto('/app');
      await expect(page.getByRole('region', { name: say('dashboards.praise.title') })).toContainText(task);
    });
  });
}

test('a mayor sees at the start what the gmina is late with and what waits for a decision', async ({ browser }) => {
  const say = sayIn('pl');
  const late = await signInAs(browser, 'burmistrz@latarnikowo.example', { phone: true });
  await late.goto('/app');
  const asked = late.getByRole('region', { name: say('dashboards.asked.title') });
  await expect(asked.getByRole('listitem').first()).toContainText(say('common.late'));
  const deciding = await signInAs(browser, 'wojt@foczy-rog.example', { phone: true });
  await deciding.goto('/app');
  await expect(deciding.getByRole('region', { name: say('dashboards.toDecide.title') })).toContainText('Foczy Róg');
  await expect(deciding.getByRole('region', { name: say('dashboards.matters.approvals') })).toContainText('Foczy Róg');
});

test('the secretariat sees at the start the ideas that wait for its answer, the late ones named', async ({
  browser,
}) => {
  const say = sayIn('pl');
  const page = await signInAs(browser, 'sieci@sekretariat.example', { phone: true });
  await page.goto('/app');
  const ideas = page.getByRole('region', { name: say('dashboards.ideas.title') });
  await expect(ideas.getByRole('listitem').first()).toContainText(say('common.late'));
});
