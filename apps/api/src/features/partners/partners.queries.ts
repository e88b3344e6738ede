import {
  inLanguage,
  pageSize,
  type Language,
  type PartnerSummary,
  type PartnerView,
  type TwinView,
} from '@blizej/contracts';
import { gminasOf, isInsider, isSecretariat, type Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { exportWords } from '../../platform/mail/words.ts';
import { partnerPolicy } from './partner.policy.ts';
import {
  knownPeople,
  presentPartner,
  presentSummary,
  presentTwin,
  type Filters,
  type PartnerRow,
  type SummaryRow,
  type TwinRow,
} from './partner.presenter.ts';
import { gminasWorkingWith, partnerIsVisible } from './partners.store.ts';

const summaryColumns = Prisma.sql`
  organization.id, organization.name, organization.fictional, partner.kind, partner.state, partner.country, partner.place,
  json_build_object('pl', partner.description_pl, 'en', partner.description_en) AS description, partner.topics,
  partner.languages, (SELECT max(contact.contacted_on)::text FROM partner_contact contact
                      WHERE contact.partner_id = organization.id) AS "lastContactOn",
  (SELECT count(*)::int FROM initiative_part part
   WHERE part.organization_id = organization.id AND part.state = 'CONFIRMED') AS initiatives`;

/** With which gmina a partner has worked, and in what; the newest of what fits. Expects `which` to narrow it. */
const joint = (which: Prisma.Sql) => Prisma.sql`
  SELECT json_build_object('organization', gmina.name, 'initiative',
                           json_build_object('pl', initiative.title_pl, 'en', initiative.title_en)) AS work
  FROM initiative_part part JOIN initiative ON initiative.id = part.initiative_id
  JOIN initiative_part other ON other.initiative_id = initiative.id AND other.state = 'CONFIRMED'
  JOIN organization gmina ON gmina.id = other.organization_id AND gmina.kind = 'MUNICIPALITY'
  WHERE part.organization_id = organization.id AND part.state = 'CONFIRMED' AND ${which}
  ORDER BY initiative.id DESC, gmina.name COLLATE "pl-x-icu" LIMIT 1`;

const twinTown = (which: Prisma.Sql) => Prisma.sql`
  SELECT gmina.name FROM twin JOIN organization gmina ON gmina.id = twin.municipality_id
  WHERE twin.partner_id = organization.id AND ${which} ORDER BY gmina.name COLLATE "pl-x-icu" LIMIT 1`;

type Query = Filters & { state: string };

/** Those partners that the actor sees and that fit, with what in them does: `hit` for the words, `mine` for the own gminas. */
const among = (actor: Actor, query: Query): Prisma.Sql => {
  const sought = query.search ?? '';
  const contains = (text: Prisma.Sql) => Prisma.sql`strpos(portal_fold(${text}), portal_fold(${sought})) > 0`;
  const own = gminasOf(actor);
  const isOwn = (column: Prisma.Sql) => Prisma.sql`(${isSecretariat(actor)} OR ${column} = ANY (${own}::uuid[]))`;
  return Prisma.sql`
    partner JOIN organization ON organization.id = partner.organization_id
    CROSS JOIN LATERAL (
      SELECT ${contains(Prisma.sql`organization.name`)} AS name, ${contains(Prisma.sql`partner.place`)} AS place,
        ${contains(Prisma.sql`concat_ws(' ', partner.description_pl, partner.description_en)`)} AS description,
        (SELECT topic FROM unnest(partner.topics) AS topic WHERE ${contains(Prisma.sql`topic`)} LIMIT 1) AS topic,
        (SELECT work FROM (${joint(
          contains(Prisma.sql`concat_ws(' ', gmina.name, initiative.title_pl, initiative.title_en)`),
        )}) AS found) AS worked,
        (${twinTown(contains(Prisma.sql`gmina.name`))}) AS twin) AS hit
    CROSS JOIN LATERAL (
      SELECT (SELECT work FROM (${joint(isOwn(Prisma.sql`gmina.id`))}) AS found WHERE ${query.worked ?? false}) AS work,
        (SELECT name FROM (${twinTown(isOwn(Prisma.sql`gmina.id`))}) AS found WHERE ${query.twin ?? false}) AS twin) AS mine
    WHERE ${partnerIsVisible(actor)} AND partner.state::text = ${query.state}
      AND (${sought} = '' OR hit.name OR hit.place OR hit.description OR hit.topic IS NOT NULL OR hit.worked IS NOT NULL
        OR hit.twin IS NOT NULL)
      AND (${query.kind ?? null}::text IS NULL OR partner.kind::text = ${query.kind ?? null})
      AND (${query.country ?? null}::text IS NULL OR partner.country = ${query.country ?? null})
      AND (${query.topic ?? null}::text IS NULL OR ${query.topic ?? null} = ANY (partner.topics))
      AND (${query.language ?? null}::text IS NULL OR ${query.language ?? null} = ANY (partner.languages))
      AND (NOT ${query.worked ?? false} OR mine.work IS NOT NULL)
      AND (NOT ${query.twin ?? false} OR mine.twin IS NOT NULL)
      AND (NOT ${query.quiet ?? false} OR NOT EXISTS (
        SELECT FROM partner_contact contact WHERE contact.partner_id = organization.id
          AND contact.contacted_on > portal_today() - interval '1 year'))`;
};

/** The directory by name in Polish order; what was found says where. */
export async function listPartners(
  db: Reader,
  actor: Actor,
  query: Query & { cursor?: string | undefined },
): Promise<Page<PartnerSummary>> {
  const [afterName, afterId] = readCursor(query.cursor, 'text', 'id');
  const rows = await db.rows<SummaryRow>(Prisma.sql`
    SELECT ${summaryColumns},
      json_build_object('inName', hit.name, 'inPlace', hit.place, 'inDescription', hit.description, 'topic', hit.topic,
                        'worked', hit.worked, 'twin', hit.twin) AS hits,
      mine.work AS "ownWork", mine.twin AS "ownTwin"
    FROM ${among(actor, query)}
      AND (${afterId ?? null}::uuid IS NULL
        OR (organization.name COLLATE "pl-x-icu", organization.id) > (${afterName ?? ''}, ${afterId ?? null}::uuid))
    ORDER BY organization.name COLLATE "pl-x-icu", organization.id LIMIT ${pageSize + 1}`);
  return pageOf(
    rows.map((row) => presentSummary(row, query)),
    ({ name, id }) => [name, id],
  );
}

/** The people of a partner as they were noted. */
const people = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('id', noted.id, 'name', noted.name, 'role', noted.role,
            'email', noted.email, 'phone', noted.phone, 'notedFor', json_build_object('id', gmina.id, 'name', gmina.name))
          ORDER BY noted.name COLLATE "pl-x-icu", noted.id), '[]')
   FROM partner_person noted JOIN organization gmina ON gmina.id = noted.noted_for_id
   WHERE noted.partner_id = organization.id)`;

type TableRow = Pick<
  PartnerView,
  | 'country'
  | 'description'
  | 'initiatives'
  | 'kind'
  | 'languages'
  | 'lastContactOn'
  | 'name'
  | 'place'
  | 'topics'
  | 'website'
> & { readonly people: PartnerRow['people']; readonly worksWith: string[] };

/** A row for each partner that the actor may see and that fits, with those of its people whom the actor may know. */
export async function* partnersTable(
  db: Reader,
  actor: Actor,
  query: Query,
  language: Language,
): AsyncGenerator<(string | number | null)[]> {
  const say = (key: string): string => exportWords(language, `partners.${key}`);
  const nameOf = (type: 'language' | 'region', code: string): string =>
    new Intl.DisplayNames([language], { type }).of(code) ?? code;
  yield [
    'partner',
    'kind',
    'place',
    'country',
    'languages',
    'topics',
    'website',
    'description',
    'initiatives',
    'lastContactOn',
    'people',
  ].map(say);
  const rows = await db.rows<TableRow>(Prisma.sql`
    SELECT ${summaryColumns}, partner.website, ${gminasWorkingWith(Prisma.sql`organization.id`)} AS "worksWith",
      ${people} AS people
    FROM ${among(actor, query)}
    ORDER BY organization.name COLLATE "pl-x-icu", organization.id`);
  for (const row of rows) {
    yield [
      row.name,
      say(row.kind),
      row.place,
      nameOf('region', row.country),
      row.languages.map((code) => nameOf('language', code)).join(', '),
      row.topics.join(', '),
      row.website,
      inLanguage(row.description, language),
      row.initiatives,
      row.lastContactOn,
      knownPeople(row, actor)
        .map(({ name, role, email, phone }) => [name, role, email, phone].filter(Boolean).join(', '))
        .join('; '),
    ];
  }
}

const twinAsJson = Prisma.sql`
  json_build_object('gmina', json_build_object('id', gmina.id, 'name', gmina.name),
    'partner', json_build_object('id', town.id, 'name', town.name, 'country', partner.country, 'place', partner.place),
    'since', twin.since, 'about', twin.about, 'version', twin.version)`;

const partnerById = (actor: Actor, id: string) => Prisma.sql`
  SELECT ${summaryColumns}, partner.website, partner.archival, partner.version,
    (SELECT json_build_object('id', proposer.id, 'name', proposer.name) FROM organization proposer
     WHERE proposer.id = partner.proposed_by_id) AS "proposedBy",
    (SELECT coalesce(json_agg(${twinAsJson} ORDER BY gmina.name COLLATE "pl-x-icu"), '[]')
     FROM twin JOIN organization gmina ON gmina.id = twin.municipality_id JOIN organization town ON town.id = twin.partner_id
     WHERE twin.partner_id = organization.id) AS twins,
    (SELECT coalesce(json_agg(json_build_object(
              'initiative', json_build_object('id', initiative.id, 'stage', initiative.stage, 'title',
                json_build_object('pl', initiative.title_pl, 'en', initiative.title_en)),
              'role', part.role, 'gminas',
              (SELECT coalesce(json_agg(json_build_object('id', gmina.id, 'name', gmina.name, 'role', other.role)
                      ORDER BY other.role, gmina.name COLLATE "pl-x-icu"), '[]')
               FROM initiative_part other JOIN organization gmina ON gmina.id = other.organization_id
               WHERE other.initiative_id = initiative.id AND other.state = 'CONFIRMED' AND gmina.kind = 'MUNICIPALITY'))
            ORDER BY initiative.id DESC), '[]')
     FROM initiative_part part JOIN initiative ON initiative.id = part.initiative_id
     WHERE part.organization_id = organization.id AND part.state = 'CONFIRMED') AS joint,
    ${gminasWorkingWith(Prisma.sql`organization.id`)} AS "worksWith",
    ${people} AS people,
    (SELECT coalesce(json_agg(json_build_object('id', newest.id, 'contactedOn', newest.contacted_on::text,
              'about', newest.about, 'by', person.name, 'gmina', json_build_object('id', gmina.id, 'name', gmina.name))
            ORDER BY newest.contacted_on DESC, newest.id DESC), '[]')
     FROM (SELECT * FROM partner_contact contact WHERE contact.partner_id = organization.id
           ORDER BY contact.contacted_on DESC, contact.id DESC LIMIT 50) AS newest
     JOIN person ON person.id = newest.person_id JOIN organization gmina ON gmina.id = newest.organization_id) AS contacts,
    (SELECT coalesce(json_agg(json_build_object('id', gmina.id, 'name', gmina.name)
            ORDER BY gmina.name COLLATE "pl-x-icu"), '[]')
     FROM municipality JOIN organization gmina ON gmina.id = municipality.organization_id
     WHERE municipality.status = 'MEMBER'
       AND (${isSecretariat(actor)} OR gmina.id = ANY (${gminasOf(actor)}::uuid[]))) AS gminas
  FROM partner JOIN organization ON organization.id = partner.organization_id
  WHERE partner.organization_id = ${id}::uuid AND ${partnerIsVisible(actor)}`;

/** One partner as the actor sees it; undefined where the actor may not. */
export async function readPartner(db: Reader, actor: Actor, id: string): Promise<PartnerView | undefined> {
  const [row] = await db.rows<PartnerRow>(partnerById(actor, id));
  return row && presentPartner(row, actor);
}

/** The same inside a work, for what a deed answers. */
export const readPartnerIn = async (work: Work, actor: Actor, id: string): Promise<PartnerView> =>
  found(await readPartner({ rows: (sql) => rowsOf(work, sql) }, actor, id));

/** The twin towns of a gmina; undefined for whatever is no gmina, or not the actor's to see. */
export async function listTwins(
  db: Reader,
  actor: Actor,
  gminaId: string,
): Promise<{ items: TwinView[]; abilities: { add: boolean } } | undefined> {
  if (!isInsider(actor)) return undefined;
  const [row] = await db.rows<{ isMember: boolean; twins: TwinRow[] }>(Prisma.sql`
    SELECT coalesce(municipality.status = 'MEMBER', false) AS "isMember",
      (SELECT coalesce(json_agg(${twinAsJson} ORDER BY town.name COLLATE "pl-x-icu"), '[]')
       FROM twin JOIN partner ON partner.organization_id = twin.partner_id
       JOIN organization town ON town.id = twin.partner_id
       JOIN organization gmina ON gmina.id = twin.municipality_id
       WHERE twin.municipality_id = municipality.organization_id) AS twins
    FROM municipality WHERE municipality.organization_id = ${gminaId}::uuid`);
  return (
    row && {
      items: row.twins.map((twin) => presentTwin(twin, actor)),
      abilities: { add: row.isMember && partnerPolicy.twin(actor, gminaId) },
    }
  );
}
