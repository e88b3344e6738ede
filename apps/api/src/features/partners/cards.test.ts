import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CardView, Given, partnerCardsRoutes } from '@blizej/contracts';
import { readPdf } from '../../../test/pdf.ts';
import { expectRefusal, refusal } from '../../../test/refusals.ts';
import { usePortal } from '../../../test/world.ts';
import { people } from '../../demo/people.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma } from '../../platform/database/database.ts';
import { changeCard, closeCard, publishCard, writeCard } from './actions/write-card.ts';
import { listPublished, readCard, readPublished } from './cards.queries.ts';

const portal = usePortal();
const { world } = portal;
let official: Actor;
let mayor: Actor;
beforeAll(async () => {
  official = await world.actor('jantarowoOfficial');
  mayor = await world.actor('jantarowoMayor');
});

type Body = Given<typeof partnerCardsRoutes.writePartnerCard>['body'];
const bare: Body = { titlePl: 'Plaże dla wszystkich', sought: [], currency: 'EUR', topics: [] };
const said = 'To jest dość długi opis.';
const whole: Body = {
  ...bare,
  titleEn: 'Beaches for all',
  programme: 'Interreg',
  challengePl: said,
  challengeEn: said,
  aimPl: said,
  aimEn: said,
  activitiesPl: said,
  activitiesEn: said,
  resultsPl: said,
  resultsEn: said,
  timetablePl: said,
  timetableEn: said,
  aboutPl: said,
  aboutEn: said,
  sought: [{ kind: 'NGO', countries: ['DK'], bringsPl: 'Doświadczenie.', bringsEn: 'Experience.' }],
  officeName: 'Urząd Miasta',
  officeEmail: 'projekty@jantarowo.example',
};
const write = (body: Body = whole, as = official): Promise<CardView> => writeCard(world.unit, as, { body });
const publish = ({ id, version }: CardView, as = mayor) =>
  publishCard(world.unit, as, { params: { id }, body: { version } });

describe('A card', () => {
  test('is a draft of the gmina’s own until who decides for it publishes it, whole in both languages', async () => {
    const draft = await write(bare);
    expect(draft).toMatchObject({ state: 'DRAFT', owner: { name: 'Jantarowo' }, abilities: { publish: false } });
    expect(draft.missing).toContain('challengeEn');
    expect(await readCard(world.database, await world.actor('mewiaOfficial'), draft.id)).toBeUndefined();
    expect(await readPublished(world.database, draft.id)).toBeUndefined();
    await expectRefusal(publish(draft, official), 'forbidden');
    expect((await refusal(publish(draft))).extras.issues).toContainEqual({
      in: 'body',
      pointer: '/aimEn',
      code: 'required',
    });
    const { version } = draft;
    const changed = await changeCard(world.unit, official, { params: { id: draft.id }, body: { ...whole, version } });
    const published = await publish(changed);
    expect(published).toMatchObject({ state: 'PUBLISHED', missing: [], abilities: { publish: false, close: true } });
    expect((await world.newest('card.published')).told).toContainEqual({
      name: people.secretary.name,
      reason: 'INFORMED',
    });
    expect((await listPublished(world.database, undefined)).items.map(({ id }) => id)).toContain(draft.id);
  });

  test('that is public is changed by who publishes, and stays whole', async () => {
    const { id, version } = await publish(await write());
    const change = (as: Actor, body: Body) =>
      changeCard(world.unit, as, { params: { id }, body: { ...body, version } });
    await expectRefusal(change(official, whole), 'forbidden');
    expect((await refusal(change(mayor, bare))).slug).toBe('invalid');
    expect((await change(mayor, { ...whole, acronym: 'BFA' })).acronym).toBe('BFA');
    // Whoever has not seen that is shown it, and whose it is.
    expect(await refusal(change(mayor, whole))).toMatchObject({
      slug: 'version-conflict',
      extras: { current: { acronym: 'BFA' }, by: people.jantarowoMayor.name },
    });
    await expect(world.rows(Prisma.sql`UPDATE partner_card SET aim_en = NULL WHERE id = ${id}::uuid`)).rejects.toThrow(
      'partner_card_is_published_whole',
    );
  });

  test('that is closed says so to whoever has its link, stands in no list and moves no more', async () => {
    const { id, version } = await publish(await write());
    await closeCard(world.unit, mayor, { params: { id }, body: { version } });
    expect(await readPublished(world.database, id)).toMatchObject({ state: 'CLOSED' });
    expect((await listPublished(world.database, undefined)).items.map((one) => one.id)).not.toContain(id);
    const again = changeCard(world.unit, mayor, { params: { id }, body: { ...whole, version: version + 1 } });
    await expectRefusal(again, 'wrong-state');
    await expect(
      world.rows(Prisma.sql`UPDATE partner_card SET state = 'PUBLISHED' WHERE id = ${id}::uuid`),
    ).rejects.toThrow('is closed');
  });

  test('for an initiative is written by who carries it', async () => {
    const { id } = await world.row<{ id: string }>(
      Prisma.sql`SELECT id FROM initiative WHERE title_pl = 'Morze bez sieci widm'`,
    );
    expect((await refusal(write({ ...bare, initiativeId: id }))).extras.issues).toMatchObject([
      { pointer: '/initiativeId', code: 'initiative_not_carried' },
    ]);
    const wydmy = await world.actor('wydmyOfficial');
    expect((await write({ ...bare, initiativeId: id }, wydmy)).initiative?.id).toBe(id);
    expect((await refusal(write({ ...bare, budgetFrom: 2, budgetTo: 1 }))).extras.issues).toMatchObject([
      { code: 'above_maximum' },
    ]);
  });
});

test('Anybody reads a published card, and takes it along as a PDF in either language', async () => {
  const { id } = await world.row<{ id: string }>(Prisma.sql`
    SELECT id FROM partner_card WHERE title_pl = 'Morze bez sieci widm' AND state = 'PUBLISHED'`);
  const visitor = portal.visitor();
  const { body } = await visitor.get(`/api/public/partner-cards/${id}`);
  expect(body).toMatchObject({ title: { en: 'A sea without ghost nets' }, owner: { name: 'Wydmy Wielkie' } });
  expect(JSON.stringify(body)).not.toContain(people.wydmyOfficial.name);
  for (const [language, words] of [
    ['pl', ['Kogo szukamy', 'Litwa', '800 000 €', '30 miesięcy']],
    ['en', ['Whom we are looking for', 'Lithuania', '€800,000', '30 months']],
  ] as const) {
    const answer = await visitor.get(`/api/public/partner-cards/${id}/pdf?language=${language}`).responseType('blob');
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    const { isTagged, texts } = await readPdf(answer.body as Buffer);
    expect(isTagged).toBe(true);
    // A line may end within an amount.
    const text = texts.join(' ').replace(/\s+/g, ' ');
    for (const word of words) expect(text).toContain(word);
  }
  expect((await visitor.get('/api/public/partner-cards')).body.items.map((card: { id: string }) => card.id)).toContain(
    id,
  );
  const draft = await write(bare);
  for (const path of ['', '/pdf']) {
    expect((await visitor.get(`/api/public/partner-cards/${draft.id}${path}`)).status).toBe(404);
  }
});
