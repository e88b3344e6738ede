import { describe, expect, test } from '@jest/globals';
import { readPdf } from '../../../test/pdf.ts';
import { usePortal } from '../../../test/world.ts';
import { Prisma } from '../../platform/database/database.ts';

describe('The minutes of a closed ballot', () => {
  const portal = usePortal();
  const minutes = async (title: string, language: string) => {
    const { id } = await portal.world.row<{ id: string }>(Prisma.sql`SELECT id FROM ballot WHERE title_pl = ${title}`);
    const reader = await portal.as('jantarowoOfficial');
    const answer = await reader
      .get(`/api/ballots/${id}/protocol?language=${language}`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    return { status: answer.status, type: answer.headers['content-type'], pdf: () => readPdf(answer.body as Buffer) };
  };

  test('tells question, rule, result and every vote, in Polish, to whoever has it read aloud', async () => {
    const { status, type, pdf } = await minutes('Wspólne zamówienie na przegląd wałów', 'pl');
    expect([status, type]).toEqual([200, 'application/pdf']);
    const { isTagged, texts, roles, title } = await pdf();
    const text = texts.join(' ').replaceAll(/\s+/g, ' ');
    expect(isTagged).toBe(true);
    expect(title).toBe('Protokół głosowania: Wspólne zamówienie na przegląd wałów');
    expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH']));
    for (const words of [
      'Wynik: przyjęto',
      'Udział w uprawnionych',
      'Uprawnionych 8 100%',
      '12,5%',
      'rozstrzyga o wspólnym stanowisku gmin; prawnie nie wiąże',
      'Foczy Róg',
      'pełnomocnik',
      'OG.0057.3.2026',
      'Głosy, które się nie liczą',
    ])
      expect(text).toContain(words);
    const { closing } = await portal.world.row<{ closing: string }>(
      Prisma.sql`SELECT closing FROM ballot WHERE title_pl = 'Wspólne zamówienie na przegląd wałów'`,
    );
    expect(text.replaceAll(' ', '')).toContain(`Ogniwozamykające:${closing}`);
  });

  test('say of an opinion that it is advice', async () => {
    const { pdf } = await minutes('Sprawozdanie zarządu za ubiegły rok', 'pl');
    const text = (await pdf()).texts.join(' ').replaceAll(/\s+/g, ' ');
    expect(text).toContain('Moc konsultacyjna');
  });

  test('lists the codes of a secret ballot and no gmina’s choice, in English', async () => {
    const { pdf } = await minutes('Przedstawiciel stowarzyszenia w radzie programowej', 'en');
    const text = (await pdf()).texts.join(' ').replaceAll(/\s+/g, ' ');
    expect(text).toContain('Result: adopted');
    expect(text).toContain('Votes by the codes that the voters alone know');
    expect(text.match(/has voted/g)).toHaveLength(6);
  });

  test('are not to be had of a ballot that is open', async () => {
    const { status } = await minutes('Opinia o terminie wspólnego spisu retencji', 'pl');
    expect(status).toBe(409);
  });
});
