import { describe, expect, test } from '@jest/globals';
import { useWorld } from '../../../test/world.ts';
import { Prisma } from './database.ts';

describe('The role in which the portal runs', () => {
  const world = useWorld();

  test.each([
    ['UPDATE event SET kind = kind'],
    ['DELETE FROM event'],
    ['TRUNCATE event CASCADE'],
    ['UPDATE audit_day SET count = 0'],
    ['DELETE FROM audit_day'],
    ["INSERT INTO audit_day (day, count, hash) VALUES ('2999-12-31', 0, sha256(''))"],
    ['ALTER TABLE event DISABLE TRIGGER ALL'],
    ['DROP TABLE event CASCADE'],
    ['DELETE FROM _prisma_migrations'],
    ['DELETE FROM ballot_elector'],
    ['UPDATE ballot_extension SET reason = reason'],
    ['DELETE FROM meeting_roll'],
  ])('may not: %s', async (statement) => {
    await expect(world.rows(Prisma.raw(statement))).rejects.toMatchObject({ code: '42501' });
  });

  test('has a second guard in the triggers, which refuse the owner too', async () => {
    await expect(world.asOwner('DELETE FROM event')).rejects.toThrow(/never changed or deleted/);
  });

  test('may add an event and read it', async () => {
    await world.rows(
      Prisma.sql`INSERT INTO event (kind, occurred_at, facts) VALUES ('person.signed-out', now(), '{}')`,
    );
    expect((await world.newest('person.signed-out')).facts).toEqual({});
  });
});
