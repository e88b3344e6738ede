import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as story, type Browser, type BrowserContext, type Page, type Request } from '@playwright/test';

/** The demo's password, which newcomers choose too; the sign-in page shows the people who have it. */
export const password = 'Demo-portalu-2026';

const mistakes: string[] = [];
const opened: BrowserContext[] = [];

/** A story; what a page of it throws or logs as a mistake of its own fails it. */
export const test = story.extend<{ noMistakes: undefined }>({
  noMistakes: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      mistakes.length = 0;
      await use(undefined);
      // A page that is left open goes on reading what others do, and slows the stories after it.
      await Promise.all(opened.splice(0).map((context) => context.close()));
      expect(mistakes).toEqual([]);
    },
    { auto: true },
  ],
});

export interface Manner {
  readonly language?: 'pl' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly phone?: boolean;
  /** What another browser kept. */
  readonly kept?: Awaited<ReturnType<BrowserContext['storageState']>>;
}

/** A day so many days from today by the association's calendar, `YYYY-MM-DD`. */
export function dayFromNow(days: number): string {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', dateStyle: 'short' }).format();
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

const underWay = new WeakMap<Page, Set<Request>>();

/** Counts what a page has asked for and not got yet (the stream of what others do never ends), and keeps its mistakes. */
function follow(page: Page): void {
  const requests = new Set<Request>();
  underWay.set(page, requests);
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') requests.add(request);
  });
  page.on('requestfinished', (request) => void requests.delete(request));
  page.on('requestfailed', (request) => void requests.delete(request));
  page.on('pageerror', (error) => mistakes.push(String(error)));
  page.on('console', (message) => {
    // An answer that is a problem, or none, is the browser's own remark.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      mistakes.push(message.text());
  });
}

/** Waits until the page has all that it asked for, and asks for nothing more for a moment. */
export async function settled(page: Page): Promise<void> {
  const requests = underWay.get(page);
  if (!requests) throw new Error('Open the page by openBrowser or signInAs.');
  await page.waitForLoadState('load');
  for (let quiet = 0, waited = 0; quiet < 4; waited += 1) {
    if (waited > 400) throw new Error(`Still under way: ${[...requests].map((request) => request.url()).join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    quiet = requests.size === 0 ? quiet + 1 : 0;
  }
}

/** Opens a browser of one's own, in a language and a theme. */
export async function openBrowser(
  browser: Browser,
  manner: Manner = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const { language = 'pl', theme = 'light', phone = false, kept } = manner;
  const context = await browser.newContext({
    colorScheme: theme,
    locale: language === 'pl' ? 'pl-PL' : 'en-GB',
    reducedMotion: 'reduce',
    ...(kept && { storageState: kept }),
    ...(phone && { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }),
  });
  opened.push(context);
  await context.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      localStorage.setItem('blizej.language', chosenLanguage);
      localStorage.setItem('blizej.theme', chosenTheme);
    },
    [language, theme] as const,
  );
  const page = await context.newPage();
  follow(page);
  return { context, page };
}

/** Signs a person of the demo in through the API, as a browser would; the sign-in page has its own story. */
export async function signInAs(browser: Browser, email: string, manner: Manner = {}): Promise<Page> {
  const { context, page } = await openBrowser(browser, manner);
  const answer = await context.request.post('/api/session', { data: { email, password } });
  expect(answer.status()).toBe(201);
  return page;
}

/** The newest letter with a secret link to somebody, once another than a known one is there: the demo's secretariat can read them all. */
export async function letterTo(browser: Browser, address: string, known = ''): Promise<string> {
  const secretary = await signInAs(browser, 'sieci@sekretariat.example');
  let text = '';
  await expect(async () => {
    const { items } = (await (await secretary.request.get('/api/demo/outbox')).json()) as {
      items: { to: string; text: string }[];
    };
    text = items.find((letter) => letter.to === address && /\/\S+#\S{20}/.test(letter.text))?.text ?? '';
    expect(['', known]).not.toContain(text);
  }).toPass({ timeout: 15_000 });
  await secretary.context().close();
  return text;
}

/** The path of the link in a letter, with its secret. */
export const linkIn = (letter: string): string => {
  const address = /https?:\/\/\S+/.exec(letter)?.[0] ?? '';
  const { pathname, hash } = new URL(address);
  return pathname + hash;
};

/**
 * Somebody new in a gmina of the demo, invited by the secretariat and signed in. Whoever changes a password or an
 * account, or is kept out, comes in like this: the people of the demo belong to every story.
 */
export async function comeIn(
  browser: Browser,
  newcomer: { readonly name: string; readonly email: string; readonly gmina: string },
  manner: Manner = {},
): Promise<Page> {
  const secretary = await signInAs(browser, 'sieci@sekretariat.example');
  const choices = await secretary.request.get('/api/invitations/choices');
  const { items } = (await choices.json()) as { items: { id: string; name: string }[] };
  const { name, email, gmina } = newcomer;
  const invited = await secretary.request.post('/api/invitations', {
    data: { name, email, office: 'OFFICIAL', organizationId: items.find((item) => item.name === gmina)?.id },
  });
  expect(invited.status()).toBe(201);
  await secretary.context().close();
  const { context, page } = await openBrowser(browser, manner);
  const token = linkIn(await letterTo(browser, email)).replace(/^.*#/, '');
  const accepted = await context.request.post('/api/invitations/acceptance', { data: { token, password } });
  expect(accepted.status()).toBe(200);
  return page;
}

/** Waits until the page stands still, then holds it to WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  await expect(page.getByRole('status', { name: /Wczytywanie|Loading/ })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page })
    // The pages have no frames of others: nothing needs a second page to be put together in.
    .setLegacyMode()
    // What is well is not described: that takes as long as finding what is not.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`),
    `axe on ${page.url()}`,
  ).toEqual([]);
}

/** Nothing is cut off or scrolls sideways. */
export async function expectFits(page: Page): Promise<void> {
  const surplus = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(surplus, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** Every page has one h1, a title that names it, and no words with a place left open in them. */
export async function expectWellHeaded(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByText('{{')).toHaveCount(0);
  const heading = (await page.getByRole('heading', { level: 1 }).innerText()).trim();
  await expect(page).toHaveTitle(new RegExp(heading.slice(0, 20).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i'));
}
