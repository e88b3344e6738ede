import { expect, test } from '@jest/globals';
import { usePortal } from '../../../test/world.ts';
import { Prisma } from '../../platform/database/database.ts';

const portal = usePortal();

test('A personal calendar is read by its secret address, without a session, until it is made void', async () => {
  const official = await portal.as('jantarowoOfficial');
  const issued = await official.post('/api/calendar-feed');
  expect(issued.body).toMatchObject({ issued: true });
  expect((await official.get('/api/calendar-feed')).body).toEqual({ issued: true, path: null });
  const path = String(issued.body.path);
  const { status, headers, text } = await portal.visitor().get(path);
  expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  // The call that is followed, and by when the own council's draft is tabled.
  expect(lines).toContain('SUMMARY:Termin naboru: Nabór na rzecz wody i zielonej energii (przykład)');
  expect(lines.some((line) => line.startsWith('SUMMARY:Jantarowo: ostatni dzień na projekt uchwały'))).toBe(true);
  expect(text).not.toContain('Mewia');

  const { token } = await portal.world.row<{ token: Buffer }>(
    Prisma.sql`SELECT token_hash AS token FROM calendar_feed`,
  );
  expect(path).not.toContain(token.toString('base64url'));

  const again = await official.post('/api/calendar-feed');
  const absent = await portal.visitor().get(`/api/calendars/${'x'.repeat(43)}`);
  const former = await portal.visitor().get(path);
  expect([former.status, absent.status]).toEqual([404, 404]);
  expect({ ...former.body, instance: '' }).toEqual({ ...absent.body, instance: '' });

  await official.delete('/api/calendar-feed');
  expect((await portal.visitor().get(String(again.body.path))).status).toBe(404);
});

test('The calendar of who has left, or is kept out, is not found any more', async () => {
  const official = await portal.as('mewiaOfficial');
  const { body } = await official.post('/api/calendar-feed');
  expect((await portal.visitor().get(String(body.path))).status).toBe(200);
  await portal.world.rows(Prisma.sql`
    UPDATE appointment SET ends_on = portal_today() - 1 WHERE person_id = (
      SELECT id FROM person WHERE email = 'maria@mewia-zatoka.example')`);
  expect((await portal.visitor().get(String(body.path))).status).toBe(404);
});

test('One call is taken into a calendar, with the drafts of an initiative’s gminas', async () => {
  const official = await portal.as('jantarowoOfficial');
  const { items } = (await official.get('/api/calls?search=retencja%20w%20miastach')).body as {
    items: { id: string }[];
  };
  const { id } = await portal.world.row<{ id: string }>(
    Prisma.sql`SELECT id FROM initiative WHERE title_pl = 'Zielone dachy nad morzem'`,
  );
  const { status, headers, text } = await official.get(`/api/calls/${items[0]?.id}/calendar?initiative=${id}`);
  expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="nabory.ics"']);
  expect(text.replaceAll('\r\n ', '')).toContain('Mewia Zatoka: ostatni dzień');
});
