import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pageOf, readCursor } from './paging.ts';

test('Going from page to page meets every row once, in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 180 }), (ids) => {
      const rows = ids.toSorted();
      const met: string[] = [];
      let cursor: string | undefined;
      do {
        const [after] = readCursor(cursor, 'id');
        const page = pageOf(rows.filter((id) => after === undefined || id > after).slice(0, 51), (id) => [id]);
        met.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(met).toEqual(rows);
    }),
  );
});

test.each(['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+23:59', '9999-12-31T23:59:59-23:59'])(
  'A cursor at %s is none of ours, and no moment that the database has',
  (moment) => {
    const cursor = Buffer.from(JSON.stringify([moment])).toString('base64url');
    expect(() => readCursor(cursor, 'instant')).toThrow(expect.objectContaining({ slug: 'invalid' }));
  },
);
