import { foundKind, foundOfAKind, type FoundKind, type FoundView } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import { ballotIsVisible } from '../ballots/index.ts';
import { fundingIsVisible } from '../funding/index.ts';
import { ideaIsVisible } from '../ideas/index.ts';
import { initiativeIsVisible } from '../initiatives/index.ts';
import { meetingIsVisible } from '../meetings/index.ts';
import { networkIsVisible } from '../networks/index.ts';
import { organizationIsVisible } from '../organizations/index.ts';
import { partnerIsVisible } from '../partners/index.ts';
import { positionIsVisible } from '../positions/index.ts';

interface Source {
  readonly from: Prisma.Sql;
  readonly visible: Prisma.Sql;
  readonly id: Prisma.Sql;
  readonly pl: Prisma.Sql;
  readonly en: Prisma.Sql;
  /** What else it is known by, beside its title. */
  readonly also?: Prisma.Sql;
}

/** What has titles of its own in both languages. */
const titled = (table: string, visible: Prisma.Sql): Source => {
  const of = Prisma.raw(table);
  return {
    from: of,
    visible,
    id: Prisma.sql`${of}.id`,
    pl: Prisma.sql`${of}.title_pl`,
    en: Prisma.sql`${of}.title_en`,
  };
};

const named = { id: Prisma.sql`organization.id`, pl: Prisma.sql`organization.name`, en: Prisma.sql`NULL` };

/** Each kind as its own list shows it to the actor. */
const sources = (actor: Actor): Readonly<Record<FoundKind, Source>> => ({
  POSITION: {
    ...titled('position', positionIsVisible(actor)),
    also: Prisma.sql`position.number::text || '/' || position.year::text`,
  },
  MEETING: titled('meeting', meetingIsVisible(actor)),
  BALLOT: titled('ballot', ballotIsVisible(actor)),
  NETWORK: {
    from: Prisma.sql`network`,
    visible: networkIsVisible(actor),
    id: Prisma.sql`network.id`,
    pl: Prisma.sql`network.name_pl`,
    en: Prisma.sql`network.name_en`,
    also: Prisma.sql`concat_ws(' ', network.purpose_pl, array_to_string(network.topics, ' '))`,
  },
  INITIATIVE: titled('initiative', initiativeIsVisible(actor)),
  IDEA: {
    from: Prisma.sql`idea`,
    visible: ideaIsVisible(actor),
    id: Prisma.sql`idea.id`,
    pl: Prisma.sql`idea.title`,
    en: Prisma.sql`NULL`,
  },
  CALL: titled('funding_call', fundingIsVisible(actor)),
  PARTNER: {
    ...named,
    from: Prisma.sql`partner JOIN organization ON organization.id = partner.organization_id`,
    visible: partnerIsVisible(actor),
  },
  ORGANIZATION: {
    ...named,
    from: Prisma.sql`organization JOIN municipality ON municipality.organization_id = organization.id
      AND municipality.status = 'MEMBER'`,
    visible: organizationIsVisible(actor),
  },
});

/** Those of every kind whose title holds the words, in one statement: where it begins with them first, then the newest. */
export async function search(db: Reader, actor: Actor, words: string): Promise<FoundView[]> {
  const kinds = sources(actor);
  const of = (kind: FoundKind): Prisma.Sql => {
    const { from, visible, id, pl, en, also } = kinds[kind];
    return Prisma.sql`(
      SELECT ${kind} AS kind, id, json_build_object('pl', pl, 'en', en) AS title FROM (
        SELECT ${id} AS id, ${pl} AS pl, ${en} AS en,
               strpos(portal_fold(concat_ws(' ', ${pl}, ${en}, ${also ?? Prisma.sql`NULL`})), portal_fold(${words})) AS place
        FROM ${from} WHERE ${visible}) AS seen
      WHERE place > 0 ORDER BY place > 1, id DESC LIMIT ${foundOfAKind})`;
  };
  return db.rows<FoundView>(Prisma.join(foundKind.options.map(of), ' UNION ALL '));
}
