import { dayIn } from '../../kernel/moments.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import type { KnownProgramme } from './call-file.ts';

/** By what a file of calls is read: the association's own clock, and the programmes that there are. */
export async function importSettings(
  db: Reader,
): Promise<{ timeZone: string; programmes: KnownProgramme[]; dayOf: (moment: Date) => string }> {
  const [row] = await db.rows<{ timeZone: string; programmes: KnownProgramme[] }>(Prisma.sql`
    SELECT coalesce((SELECT time_zone FROM association), 'Europe/Warsaw') AS "timeZone",
           (SELECT coalesce(json_agg(json_build_object('id', id, 'shortName', short_name, 'namePl', name_pl)), '[]')
            FROM programme) AS programmes`);
  const { timeZone, programmes } = row ?? { timeZone: 'Europe/Warsaw', programmes: [] };
  return { timeZone, programmes, dayOf: (moment) => dayIn(moment, timeZone) };
}
