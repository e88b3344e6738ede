import { describe, expect, test } from '@jest/globals';
import { useWorld } from '../../../test/world.ts';
import { people } from '../../demo/people.ts';
import { Prisma } from '../../platform/database/database.ts';
import { warnOfMandates } from './warn-of-mandates.job.ts';

describe('A mandate that ends', () => {
  const world = useWorld();
  const endsIn = async (days: number) =>
    world.rows(Prisma.sql`UPDATE resolution SET valid_until = portal_today() + ${days}::int
      WHERE id = (SELECT mandate_id FROM network WHERE id = ${await world.network('woda')}::uuid)`);
  const told = (kind: string) => world.rows(Prisma.sql`SELECT FROM event WHERE kind = ${kind}`);

  test('is told to the secretariat and the lead, once sixty days ahead, once fourteen, and once it has ended', async () => {
    await endsIn(61);
    await warnOfMandates(world.unit);
    expect(await told('network.mandate-ending')).toHaveLength(0);
    await endsIn(60);
    await Promise.all([warnOfMandates(world.unit), warnOfMandates(world.unit), warnOfMandates(world.unit)]);
    await warnOfMandates(world.unit);
    expect(await told('network.mandate-ending')).toHaveLength(1);
    const reasons = Object.fromEntries(
      (await world.newest('network.mandate-ending')).told.map(({ name, reason }) => [name, reason]),
    );
    expect(reasons).toMatchObject({ [people.secretary.name]: 'DECIDE', [people.jantarowoMayor.name]: 'INFORMED' });

    await endsIn(14);
    await warnOfMandates(world.unit);
    await warnOfMandates(world.unit);
    expect(await told('network.mandate-ending')).toHaveLength(2);

    await endsIn(0);
    await warnOfMandates(world.unit);
    expect(await told('network.mandate-ended')).toHaveLength(0);
    await endsIn(-1);
    await warnOfMandates(world.unit);
    await warnOfMandates(world.unit);
    expect(await told('network.mandate-ended')).toHaveLength(1);
  });
});
