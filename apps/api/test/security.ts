import { Secret, TOTP } from 'otpauth';
import type supertest from 'supertest';
import type { World } from './world.ts';
import { demoPassword, people, type PersonKey } from '../src/demo/people.ts';
import { Prisma } from '../src/platform/database/database.ts';
import type { Portal } from './world.ts';

/** The code that an authenticator shows so many steps of thirty seconds from now. */
export const codeAt = (key: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** A browser in which one of the demo's people has signed in by their password. */
export async function signedIn(portal: Portal, key: PersonKey, code?: string): Promise<supertest.Agent> {
  const browser = portal.visitor();
  const { status } = await browser
    .post('/api/session')
    .send({ email: people[key].email, password: demoPassword, code });
  if (status !== 201) throw new Error(`${key} could not sign in: ${status}.`);
  return browser;
}

/** Sets a second factor up; its present step is used. */
export async function enrol(browser: supertest.Agent): Promise<{ key: string; codes: string[] }> {
  const { key } = (await browser.post('/api/second-factor/key')).body as { key: string };
  const { status, body } = await browser.put('/api/second-factor').send({ code: codeAt(key) });
  if (status !== 200) throw new Error(`The second factor was refused: ${status}.`);
  return { key, codes: (body as { codes: string[] }).codes };
}

/** As if the person's last code had been used long ago. */
export const forgetStep = (world: World, key: PersonKey): Promise<unknown> =>
  world.rows(Prisma.sql`UPDATE person SET totp_last_step = 0 WHERE email = ${people[key].email}`);

/** As if everybody had last proved who they are so many minutes ago. */
export const proofsAre = (world: World, minutes: number): Promise<unknown> =>
  world.rows(Prisma.sql`UPDATE session SET proved_at = now() - make_interval(mins => ${minutes}::int)`);

/** The secret of the link in the newest letter to an address; empty where there is none. */
export async function tokenTo(world: World, email: string): Promise<string> {
  const letter = (await world.letters()).find(({ to }) => to === email);
  return /#([\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? '';
}
