import { pageSize, type PublicInitiative } from '@blizej/contracts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { milestoneTitle } from './initiatives.store.ts';

type Listed = Pick<
  PublicInitiative,
  'id' | 'title' | 'summary' | 'stage' | 'level' | 'goals' | 'startsOn' | 'endsOn' | 'lead'
>;

/** What a card says. No person's name is among it, and nothing that was written for those who take part. */
const cardColumns = Prisma.sql`
  initiative.id, json_build_object('pl', initiative.title_pl, 'en', initiative.title_en) AS title,
  json_build_object('pl', initiative.summary_pl, 'en', initiative.summary_en) AS summary, initiative.stage,
  initiative.level, initiative.goals::text[], initiative.starts_on::text AS "startsOn", initiative.ends_on::text AS "endsOn",
  (SELECT organization.name FROM initiative_part part JOIN organization ON organization.id = part.organization_id
   WHERE part.initiative_id = initiative.id AND part.role = 'LEAD_PARTNER' AND part.state = 'CONFIRMED') AS lead`;

/** The published cards, by title in Polish order. */
export async function listCards(db: Reader, cursor: string | undefined): Promise<Page<Listed>> {
  const [afterTitle, afterId] = readCursor(cursor, 'text', 'id');
  const rows = await db.rows<Listed>(Prisma.sql`
    SELECT ${cardColumns} FROM initiative_card card JOIN initiative ON initiative.id = card.initiative_id
    WHERE ${afterId ?? null}::uuid IS NULL
       OR (initiative.title_pl COLLATE "pl-x-icu", initiative.id) > (${afterTitle ?? ''}, ${afterId ?? null}::uuid)
    ORDER BY initiative.title_pl COLLATE "pl-x-icu", initiative.id LIMIT ${pageSize + 1}`);
  return pageOf(rows, ({ title, id }) => [title.pl, id]);
}

/** A published card; undefined where there is none. */
export async function readPublicCard(db: Reader, id: string): Promise<PublicInitiative | undefined> {
  const [row] = await db.rows<PublicInitiative>(Prisma.sql`
    SELECT ${cardColumns}, to_json(card.published_at) AS "publishedAt",
      (SELECT coalesce(json_agg(json_build_object('name', organization.name, 'role', part.role)
                                ORDER BY part.role, organization.name COLLATE "pl-x-icu", part.id), '[]')
       FROM initiative_part part JOIN organization ON organization.id = part.organization_id
       WHERE part.initiative_id = initiative.id AND part.state = 'CONFIRMED') AS participants,
      (SELECT coalesce(json_agg(json_build_object('title', ${milestoneTitle}, 'reachedOn', milestone.reached_on::text)
                                ORDER BY milestone.reached_on DESC, milestone.id DESC), '[]')
       FROM milestone WHERE milestone.initiative_id = initiative.id AND milestone.reached_on IS NOT NULL) AS reached,
      (SELECT coalesce(json_agg(json_build_object(
                'name', json_build_object('pl', indicator.name_pl, 'en', indicator.name_en), 'unit', indicator.unit,
                'baseline', indicator.baseline::float8, 'target', indicator.target::float8, 'border', indicator.border,
                'latest', (SELECT json_build_object('value', measurement.value::float8,
                                                    'measuredOn', measurement.measured_on::text)
                           FROM measurement WHERE measurement.indicator_id = indicator.id
                           ORDER BY measurement.measured_on DESC, measurement.id DESC LIMIT 1)) ORDER BY indicator.id), '[]')
       FROM indicator WHERE indicator.initiative_id = initiative.id) AS indicators
    FROM initiative_card card JOIN initiative ON initiative.id = card.initiative_id
    WHERE initiative.id = ${id}::uuid`);
  return row;
}
