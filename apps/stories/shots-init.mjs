import { chromium } from '@playwright/test';
const base = 'http://localhost:3101';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const open = async (email, { language = 'pl', theme = 'light', phone = false } = {}) => {
  const context = await browser.newContext({
    colorScheme: theme,
    locale: language === 'pl' ? 'pl-PL' : 'en-GB',
    reducedMotion: 'reduce',
    viewport: phone ? { width: 360, height: 740 } : { width: 1280, height: 900 },
  });
  await context.addInitScript(
    ([l, t]) => {
      localStorage.setItem('blizej.language', l);
      localStorage.setItem('blizej.theme', t);
    },
    [language, theme],
  );
  if (email) {
    const r = await context.request.post(base + '/api/session', { data: { email, password: 'Demo-portalu-2026' } });
    if (r.status() !== 201) console.log('sign-in', r.status());
  }
  const page = await context.newPage();
  page.on('pageerror', (e) => console.log('ERR', e.message));
  page.on('console', (m) => m.type() === 'error' && console.log('console', m.text().slice(0, 200)));
  return page;
};
const shot = async (page, path, name, act) => {
  await page.goto(base + path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForTimeout(900);
  if (act) await act(page);
  await page.screenshot({ path: `/tmp/init-shots/${name}.png`, fullPage: true });
};
const ola = await open('ola@jantarowo.example');
await ola.goto(base + '/app/inicjatywy');
await ola.waitForTimeout(1200);
const hrefs = await ola.$$eval('a[href*="/app/inicjatywy/"]', (a) =>
  a.map((x) => [x.textContent, x.getAttribute('href')]),
);
const roofs = hrefs.find(([t]) => t.includes('Zielone'))[1];
const only = process.argv.slice(2);
const want = (n) => only.length === 0 || only.includes(n);
if (want('list')) await shot(ola, '/app/inicjatywy?etap=RUNNING', 'list');
if (want('board'))
  await shot(ola, '/app/inicjatywy?widok=tablica', 'board', async (p) => {
    await p.getByRole('button', { name: /Przenieś: Zielone/ }).click();
    await p.waitForTimeout(200);
  });
if (want('time')) await shot(ola, '/app/inicjatywy?widok=os', 'time');
if (want('page')) await shot(ola, roofs, 'page');
if (want('new')) await shot(ola, '/app/inicjatywy/nowa', 'new');
if (want('decision'))
  await shot(ola, roofs, 'decision', async (p) => {
    await p.getByRole('button', { name: 'Zapisz decyzję' }).click();
    await p.waitForTimeout(800);
  });
const phone = await open('ola@jantarowo.example', { language: 'en', theme: 'dark', phone: true });
if (want('p-list')) await shot(phone, '/app/inicjatywy', 'p-list');
if (want('p-board')) await shot(phone, '/app/inicjatywy?widok=tablica', 'p-board');
if (want('p-time')) await shot(phone, '/app/inicjatywy?widok=os', 'p-time');
if (want('p-page')) await shot(phone, roofs, 'p-page');
const anyone = await open(null, {});
if (want('cards')) await shot(anyone, '/inicjatywy', 'cards');
if (want('card')) await shot(anyone, roofs.replace('/app', ''), 'card');
if (want('land')) await shot(anyone, '/', 'land');
const pany = await open(null, { language: 'en', theme: 'dark', phone: true });
if (want('p-card')) await shot(pany, roofs.replace('/app', ''), 'p-card');
const sec = await open('sieci@sekretariat.example', { theme: 'dark' });
if (want('s-page')) await shot(sec, roofs, 's-page');
if (want('s-task'))
  await shot(sec, roofs, 's-task', async (p) => {
    await p.getByRole('link', { name: 'Zapytaj uczestników' }).click();
    await p.waitForTimeout(1500);
  });
await browser.close();
