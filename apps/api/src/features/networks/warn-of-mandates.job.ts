import type { UnitOfWork } from '../../kernel/work.ts';
import { Prisma, rowsOf } from '../../platform/database/database.ts';

interface AtRisk {
  networkId: string;
  namePl: string;
  nameEn: string | null;
  mandate: string;
  until: string;
  daysAhead: number;
}

/**
 * Tells of networks whose mandate ends within sixty days, within fourteen, or has ended. Each of these is told once for a last
 * day, by whichever instance notes it first.
 */
export const warnOfMandates = (unit: UnitOfWork): Promise<void> =>
  unit.run(null, async (work) => {
    const told = await rowsOf<AtRisk>(
      work,
      Prisma.sql`
        WITH noted AS (
          INSERT INTO mandate_warning (network_id, resolution_id, valid_until, days_ahead)
          SELECT network.id, resolution.id, resolution.valid_until,
                 CASE WHEN resolution.valid_until < portal_today() THEN 0
                      WHEN resolution.valid_until <= portal_today() + 14 THEN 14 ELSE 60 END
          FROM network JOIN resolution ON resolution.id = network.mandate_id
          WHERE network.state = 'ACTIVE' AND resolution.valid_until <= portal_today() + 60
          ON CONFLICT DO NOTHING RETURNING *
        )
        SELECT network.id AS "networkId", network.name_pl AS "namePl", network.name_en AS "nameEn",
               resolution.number AS mandate, noted.valid_until::text AS until, noted.days_ahead AS "daysAhead"
        FROM noted JOIN network ON network.id = noted.network_id JOIN resolution ON resolution.id = noted.resolution_id
        ORDER BY network.id`,
    );
    for (const { networkId, namePl, nameEn, mandate, until, daysAhead } of told)
      work.record({
        kind: daysAhead === 0 ? 'network.mandate-ended' : 'network.mandate-ending',
        facts: { network: { pl: namePl, en: nameEn }, mandate, until },
        actingFor: null,
        networkId,
      });
  });
