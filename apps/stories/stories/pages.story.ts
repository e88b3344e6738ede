import type { Page } from '@playwright/test';
import {
  expectAccessible,
  expectFits,
  expectWellHeaded,
  type Manner,
  openBrowser,
  settled,
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

async function look(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expectAccessible(page);
  await expectWellHeaded(page);
  await expectFits(page);
}

/** The address of the first link on a page that leads to a thing of a kind. */
async function addressOf(page: Page, list: string, pattern: RegExp): Promise<string> {
  await page.goto(list);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
  for (const link of await page.getByRole('link').all()) {
    const address = (await link.getAttribute('href')) ?? '';
    if (pattern.test(address)) return address;
  }
  throw new Error(`${list} leads to nothing like ${pattern}.`);
}

const thing = '[0-9a-f-]{36}$';

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
        '/inicjatywy',
        '/partnerstwa',
        '/stanowiska',
      ];
      for (const path of paths) await look(page, path);
      await look(page, await addressOf(page, '/inicjatywy', new RegExp(`/inicjatywy/${thing}`)));
      await look(page, await addressOf(page, '/partnerstwa', new RegExp(`/partnerstwa/${thing}`)));
    });

    for (const [who, email] of people) {
      test(`the working side for ${who}`, async ({ browser }) => {
        test.setTimeout(480_000);
        const page = await signInAs(browser, email, manner);
        const network = await addressOf(page, '/app/sieci?szukaj=retencja', new RegExp(`/app/sieci/${thing}`));
        const task = await addressOf(page, network, new RegExp(`/app/zadania/${thing}`));
        // These differ by office; the others need looking at once.
        const position = await addressOf(
          page,
          '/app/stanowiska?szukaj=retencja',
          new RegExp(`/app/stanowiska/${thing}`),
        );
        for (const path of ['/app', network, task, position]) await look(page, path);
        if (who !== 'the secretariat') return;
        const gmina = await addressOf(page, '/app/gminy?szukaj=Jantarowo', new RegExp(`/app/gminy/${thing}`));
        const person = await addressOf(page, '/app/zarzadzanie/osoby', new RegExp(`/app/zarzadzanie/osoby/${thing}`));
        const resolution = await addressOf(page, '/app/uchwaly', new RegExp(`/app/uchwaly/${thing}`));
        const funding = await addressOf(page, '/app/nabory?szukaj=retencja', new RegExp(`/app/nabory/${thing}`));
        const temporary = await addressOf(page, '/app/sieci?szukaj=energetyczne', new RegExp(`/app/sieci/${thing}`));
        const event = await addressOf(page, '/app/zarzadzanie/dziennik', /wydarzenie=/);
        const partner = await addressOf(page, '/app/partnerzy', new RegExp(`/app/partnerzy/${thing}`));
        const card = await addressOf(page, '/app/partnerzy/karty', new RegExp(`/app/partnerzy/karty/${thing}`));
        const answer = await addressOf(page, task, new RegExp(`${task}/gminy/${thing}`));
        const idea = await addressOf(page, '/app/pomysly?stan=SUBMITTED', new RegExp(`/app/pomysly/${thing}`));
        const meeting = await addressOf(page, '/app/zebrania', new RegExp(`/app/zebrania/${thing}`));
        const ballot = await addressOf(page, '/app/glosowania?stan=CLOSED', new RegExp(`/app/glosowania/${thing}`));
        const initiative = await addressOf(
          page,
          '/app/inicjatywy?szukaj=dachy',
          new RegExp(`/app/inicjatywy/${thing}`),
        );
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
          answer,
          '/app/pomysly',
          idea,
          `${idea}/odpowiedz`,
          '/app/inicjatywy',
          '/app/inicjatywy?widok=tablica',
          '/app/inicjatywy?widok=os',
          '/app/inicjatywy/nowa',
          initiative,
          `${initiative}/zmiana`,
          '/app/skrzynka',
          '/app/glosowania',
          '/app/glosowania/nowe',
          '/app/glosowania/pelnomocnictwa',
          ballot,
          `${ballot}/glos`,
          `${ballot}/rzutnik`,
          '/app/zebrania',
          '/app/zebrania/nowe',
          meeting,
          `${meeting}/rzutnik`,
          '/app/profil/bezpieczenstwo',
          '/app/gminy',
          gmina,
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
          '/app/zarzadzanie/osoby',
          person,
          '/app/uchwaly',
          resolution,
          temporary,
          `${initiative}/budzet`,
          `${initiative}/budzet/plan`,
          '/app/zarzadzanie/skladki',
          '/app/zarzadzanie/dziennik',
          event,
          '/app/partnerzy',
          '/app/partnerzy/nowy',
          partner,
          '/app/partnerzy/karty',
          '/app/partnerzy/karty/nowa',
          card,
          '/app/nabory',
          funding,
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
    const network = await addressOf(page, '/app/sieci?szukaj=retencja', new RegExp(`/app/sieci/${thing}`));
    const task = await addressOf(page, network, new RegExp(`/app/zadania/${thing}`));
    const funding = await addressOf(page, '/app/nabory?szukaj=retencja', new RegExp(`/app/nabory/${thing}`));
    for (const path of [
      '/app',
      '/app/nabory',
      funding,
      '/app/zadania',
      '/app/sieci',
      network,
      task,
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
