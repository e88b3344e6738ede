import { inLanguage, type Language, type Localized, type NetworkCoverage } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import { exportWords } from '../../platform/mail/words.ts';
import { membershipPolicy } from './network.policy.ts';
import type { MembershipRow } from './network.presenter.ts';
import { isLive, networkIsVisible } from './networks.store.ts';

/** Where the networks at work reach, in one statement. */
export async function readCoverage(db: Reader, actor: Actor): Promise<NetworkCoverage> {
  const [row] = await db.rows<NetworkCoverage>(Prisma.sql`
    WITH member AS (
      SELECT organization.id, organization.name, municipality.voivodeship, municipality.county
      FROM municipality JOIN organization ON organization.id = municipality.organization_id
      WHERE municipality.status = 'MEMBER'
    ), area AS (
      SELECT voivodeship, county, count(*)::int AS gminas FROM member GROUP BY voivodeship, county
    ), place AS (
      SELECT member.*, network.id AS network_id FROM member
      JOIN membership ON membership.organization_id = member.id AND membership.state = 'ACTIVE'
      JOIN network ON network.id = membership.network_id AND network.state = 'ACTIVE' AND ${networkIsVisible(actor)}
    ), reach AS (
      SELECT network.id, network.name_pl, network.name_en,
             json_agg((SELECT count(*) FROM place WHERE place.network_id = network.id
                         AND place.voivodeship = area.voivodeship AND place.county = area.county)
                      ORDER BY area.voivodeship COLLATE "pl-x-icu", area.county COLLATE "pl-x-icu") AS counts
      FROM network CROSS JOIN area WHERE network.state = 'ACTIVE' AND ${networkIsVisible(actor)}
      GROUP BY network.id
    )
    SELECT (SELECT coalesce(json_agg(area ORDER BY voivodeship COLLATE "pl-x-icu", county COLLATE "pl-x-icu"), '[]')
            FROM area) AS counties,
           (SELECT coalesce(json_agg(json_build_object('id', id, 'name', json_build_object('pl', name_pl, 'en', name_en),
                                                       'reach', counts) ORDER BY name_pl COLLATE "pl-x-icu"), '[]')
            FROM reach) AS networks,
           (SELECT coalesce(json_agg(member ORDER BY name COLLATE "pl-x-icu"), '[]')
            FROM member WHERE id NOT IN (SELECT id FROM place)) AS outside`);
  return row ?? { counties: [], networks: [], outside: [] };
}

/** A row for each live membership that the actor may see, by network and gmina. */
export async function* membershipsTable(
  db: Reader,
  actor: Actor,
  language: Language,
): AsyncGenerator<(string | number | null)[]> {
  const say = (key: string): string => exportWords(language, key);
  yield ['network', 'gmina', 'voivodeship', 'county', 'role', 'state', 'since'].map(say);
  const rows = await db.rows<
    Pick<MembershipRow, 'organizationId' | 'organizationName' | 'voivodeship' | 'role' | 'state' | 'leadId'> & {
      network: Localized;
      county: string | null;
      since: string | null;
    }
  >(Prisma.sql`
    SELECT json_build_object('pl', network.name_pl, 'en', network.name_en) AS network,
           organization.id AS "organizationId", organization.name AS "organizationName", municipality.voivodeship,
           municipality.county, membership.role, membership.state, lead.organization_id AS "leadId",
           (membership.active_at AT TIME ZONE association.time_zone)::date::text AS since
    FROM membership CROSS JOIN association
    JOIN network ON network.id = membership.network_id
    JOIN organization ON organization.id = membership.organization_id
    LEFT JOIN municipality ON municipality.organization_id = organization.id
    LEFT JOIN membership lead ON lead.network_id = network.id AND lead.role = 'LEAD' AND lead.state = 'ACTIVE'
    WHERE ${isLive} AND network.state IN ('ACTIVE', 'CLOSING') AND ${networkIsVisible(actor)}
    ORDER BY network.name_pl COLLATE "pl-x-icu", network.id, membership.role, organization.name COLLATE "pl-x-icu"`);
  for (const row of rows) {
    if (!membershipPolicy.read(actor, row)) continue;
    yield [
      inLanguage(row.network, language),
      row.organizationName,
      row.voivodeship,
      row.county,
      say(`roles.${row.role}`),
      say(`memberships.${row.state}`),
      row.since,
    ];
  }
}
