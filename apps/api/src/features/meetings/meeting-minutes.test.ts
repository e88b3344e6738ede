import { describe, expect, test } from '@jest/globals';
import { readPdf } from '../../../test/pdf.ts';
import { usePortal } from '../../../test/world.ts';
import { Prisma } from '../../platform/database/database.ts';

describe('The minutes of a General Assembly', () => {
  const portal = usePortal();
  const minutes = async (number: number, language: string) => {
    const { id } = await portal.world.row<{ id: string }>(Prisma.sql`SELECT id FROM meeting WHERE number = ${number}`);
    const reader = await portal.as('foczyMayor');
    const answer = await reader
      .get(`/api/meetings/${id}/minutes?language=${language}`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    return { status: answer.status, pdf: () => readPdf(answer.body as Buffer) };
  };

  test.each([
    [
      'pl',
      [
        'Protokół zebrania',
        'LIV Walne Zebranie Członków',
        'Obecnych gmin 6 z 8',
        'Foczy Róg nieobecna',
        '2. Sprawozdanie zarządu za ubiegły rok',
        'Czy przyjąć sprawozdanie zarządu?',
        'przeciw 1 16,7%',
        'Uprawnionych 6 100%',
        '4. Wolne wnioski Bez głosowania.',
      ],
    ],
    [
      'en',
      ['Minutes of the General Assembly', 'Municipalities that were there 6 of 8', '4. Any other business No vote.'],
    ],
  ])(
    'say who was there and what was decided, item by item, tagged for whoever has them read aloud (%s)',
    async (language, said) => {
      const { status, pdf } = await minutes(54, language);
      expect(status).toBe(200);
      const { isTagged, texts, roles } = await pdf();
      const text = texts.join(' ').replaceAll(/\s+/g, ' ');
      expect(isTagged).toBe(true);
      expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'Table', 'TH']));
      for (const words of said) expect(text).toContain(words);
    },
  );

  test('are not to be had before it is closed', async () => {
    expect((await minutes(55, 'pl')).status).toBe(409);
  });
});
