import type { Page } from '@playwright/test';
import {
  expectAccessible,
  expectFits,
  expectWellHeaded,
  type Manner,
  openBrowser,
  signInAs,
  test,
} from '../support/portal.ts';

// Every page, for those who see it differently, in both languages and themes, wide and at 360 px: axe finds nothing,
// nothing is cut off, and each has one h1 and a title that names it.

// Nothing here changes anything, so both workers may take of it.
test.describe.configure({ mode: 'parallel' });

const manners: [string, Manner][] = [
  ['Polish, light, wide', { language: 'pl', theme: 'light' }],
  ['English, dark, phone', { language: 'en', theme: 'dark', phone: true }],
];

const people = [
  ['the secretariat', 'sieci@sekretariat.example'],
  ['a mayor', 'burmistrz@latarnikowo.example'],
  ['an official', 'ola@jantarowo.example'],
] as const;

/**
 * Looks at a page. On a phone it is reached from the one before, as by a link; on a wide screen it is loaded anew, as from a
 * bookmark: so each is seen both ways.
 */
async function look(page: Page, path: string): Promise<void> {
  const isInside = page.viewportSize()?.width === 360 && new URL(page.url()).pathname.startsWith('/app');
  if (isInside && path.startsWith('/app')) await page.evaluate((to) => history.pushState({}, '', to), path);
  else await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expectAccessible(page);
  await expectWellHeaded(page);
  await expectFits(page);
}

const thing = '[0-9a-f-]{36}$';
const aThing = (places: string): RegExp => new RegExp(`/${places}/${thing}`);

/** The address of the first link on the page that leads to a thing of a kind. */
async function linkOn(page: Page, pattern: RegExp): Promise<string> {
  const addresses = await page.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const address = addresses.find((one) => one !== null && pattern.test(one));
  if (!address) throw new Error(`${page.url()} leads to nothing like ${pattern}.`);
  return address;
}

/** Looks at a list and then at the first thing of it that is of a kind, whose address it gives. */
async function lookInto(page: Page, list: string, pattern: RegExp): Promise<string> {
  await look(page, list);
  const address = await linkOn(page, pattern);
  await look(page, address);
  return address;
}

for (const [name, manner] of manners) {
  test.describe(name, () => {
    test('the public side', async ({ browser }) => {
      const { page } = await openBrowser(browser, manner);
      const paths = [
        '/',
        '/logowanie',
        '/zaproszenie#niewazny',
        '/link',
        '/haslo',
        '/haslo#niewazny',
        '/adres#niewazny',
        '/decyzja#niewazny',
      ];
      for (const path of paths) await look(page, path);
      for (const list of ['inicjatywy', 'partnerstwa', 'stanowiska']) await lookInto(page, `/${list}`, aThing(list));
    });

    for (const [who, email] of people) {
      test(`the working side for ${who}`, async ({ browser }) => {
        test.setTimeout(480_000);
        const page = await signInAs(browser, email, manner);
        // These differ by office; the others need looking at once.
        await look(page, '/app');
        await lookInto(page, '/app/sieci?szukaj=retencja', aThing('sieci'));
        const task = await linkOn(page, aThing('zadania'));
        await look(page, task);
        if (who === 'the secretariat') await look(page, await linkOn(page, new RegExp(`${task}/gminy/${thing}`)));
        const position = await lookInto(page, '/app/stanowiska?szukaj=retencja', aThing('stanowiska'));
        if (who !== 'the secretariat') return;
        const gmina = await lookInto(page, '/app/gminy?szukaj=Jantarowo', aThing('gminy'));
        const funding = await lookInto(page, '/app/nabory?szukaj=retencja', aThing('nabory'));
        const idea = await lookInto(page, '/app/pomysly?stan=SUBMITTED', aThing('pomysly'));
        const meeting = await lookInto(page, '/app/zebrania', aThing('zebrania'));
        const ballot = await lookInto(page, '/app/glosowania?stan=CLOSED', aThing('glosowania'));
        const initiative = await lookInto(page, '/app/inicjatywy?szukaj=dachy', aThing('inicjatywy'));
        await lookInto(page, '/app/sieci?szukaj=energetyczne', aThing('sieci'));
        await lookInto(page, '/app/zarzadzanie/osoby', aThing('zarzadzanie/osoby'));
        await lookInto(page, '/app/uchwaly', aThing('uchwaly'));
        await lookInto(page, '/app/partnerzy', aThing('partnerzy'));
        await lookInto(page, '/app/partnerzy/karty', aThing('partnerzy/karty'));
        await lookInto(page, '/app/zarzadzanie/dziennik', /wydarzenie=/);
        for (const path of [
          '/app/sieci',
          '/app/sieci/nowa',
          '/app/sieci/zasieg',
          '/app/sieci/wzory',
          '/app/zadania',
          '/app/zadania/nowe',
          '/app/stanowiska',
          '/app/stanowiska/nowe',
          `${position}/tekst`,
          `${position}/porownanie`,
          `${idea}/odpowiedz`,
          '/app/inicjatywy?widok=tablica',
          '/app/inicjatywy?widok=os',
          '/app/inicjatywy/nowa',
          `${initiative}/zmiana`,
          '/app/skrzynka',
          '/app/glosowania',
          '/app/glosowania/nowe',
          '/app/glosowania/pelnomocnictwa',
          `${ballot}/glos`,
          `${ballot}/rzutnik`,
          '/app/zebrania/nowe',
          `${meeting}/rzutnik`,
          '/app/profil/bezpieczenstwo',
          '/app/gminy',
          `${gmina}/bilans`,
          `${gmina}/bilans/nowy`,
          '/app/zarzadzanie/bilanse',
          '/app/zaproszenia',
          '/app/zaproszenia/nowe',
          '/app/zaproszenia/lista',
          '/app/zarzadzanie/wybory',
          '/app/profil',
          '/app/poczta',
          '/app/zarzadzanie',
          `${initiative}/budzet`,
          `${initiative}/budzet/plan`,
          '/app/zarzadzanie/skladki',
          '/app/partnerzy/nowy',
          '/app/partnerzy/karty/nowa',
          '/app/nabory',
          `${funding}/zmiana`,
          '/app/nabory/nowy',
          '/app/nabory/import',
          '/app/nabory/programy',
          '/app/nabory/potrzeby',
          '/app/nabory/sesje',
          '/app/nie-ma-takiej-strony',
        ]) {
          await look(page, path);
        }
      });
    }
  });
}

// The other two of the four combinations, where language and theme meet the width.
const others: [string, Manner][] = [
  ['Polish, dark, phone', { language: 'pl', theme: 'dark', phone: true }],
  ['English, light, wide', { language: 'en', theme: 'light' }],
];

for (const [name, manner] of others) {
  test(`${name}: the pages of an official's day`, async ({ browser }) => {
    const page = await signInAs(browser, 'ola@jantarowo.example', manner);
    await lookInto(page, '/app/sieci?szukaj=retencja', aThing('sieci'));
    await look(page, await linkOn(page, aThing('zadania')));
    await lookInto(page, '/app/nabory?szukaj=retencja', aThing('nabory'));
    for (const path of [
      '/app',
      '/app/nabory',
      '/app/zadania',
      '/app/sieci',
      '/app/pomysly',
      '/app/pomysly/nowy',
      '/app/skrzynka',
      '/app/gminy',
      '/app/uchwaly',
    ]) {
      await look(page, path);
    }
  });
}
