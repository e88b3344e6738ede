import { pageSize, type CardSummary, type CardView, type PublishedCard } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import {
  presentCard,
  presentCardSummary,
  presentPublished,
  type CardRow,
  type OwnCardRow,
  type SummaryRow,
} from './card.presenter.ts';
import { cardColumns, cardIsVisible } from './cards.store.ts';

const columns = Prisma.sql`
  partner_card.id, partner_card.state, partner_card.owner_id AS "ownerId", owner.name AS "ownerName",
  partner_card.published_at AS "publishedAt"`;
const joins = Prisma.sql`FROM partner_card JOIN organization owner ON owner.id = partner_card.owner_id`;

async function pageOfCards(db: Reader, which: Prisma.Sql, cursor: string | undefined): Promise<Page<CardSummary>> {
  const [before] = readCursor(cursor, 'id');
  const rows = await db.rows<SummaryRow>(Prisma.sql`
    SELECT ${columns}, partner_card.title_pl AS "titlePl", partner_card.title_en AS "titleEn", partner_card.acronym,
           partner_card.programme, partner_card.sought, partner_card.topics, partner_card.answer_by::text AS "answerBy"
    ${joins}
    WHERE ${which} AND (${before ?? null}::uuid IS NULL OR partner_card.id < ${before ?? null}::uuid)
    ORDER BY partner_card.id DESC LIMIT ${pageSize + 1}`);
  return pageOf(rows.map(presentCardSummary), ({ id }) => [id]);
}

/** The cards that the actor may see, the newest first. */
export const listCards = (
  db: Reader,
  actor: Actor,
  query: {
    search?: string | undefined;
    state?: string | undefined;
    mine?: boolean | undefined;
    cursor?: string | undefined;
  },
): Promise<Page<CardSummary>> => {
  const own = actor.offices.map(({ organizationId }) => organizationId);
  return pageOfCards(
    db,
    Prisma.sql`${cardIsVisible(actor)}
      AND (${query.search ?? ''} = '' OR strpos(portal_fold(concat_ws(' ', partner_card.title_pl, partner_card.title_en,
             partner_card.acronym, partner_card.programme, owner.name, array_to_string(partner_card.topics, ' '))),
             portal_fold(${query.search ?? ''})) > 0)
      AND (${query.state ?? null}::text IS NULL OR partner_card.state::text = ${query.state ?? null})
      AND (NOT ${query.mine ?? false} OR partner_card.owner_id = ANY (${own}::uuid[]))`,
    query.cursor,
  );
};

/** The cards by which partners are looked for now: for anybody. */
export const listPublished = (db: Reader, cursor: string | undefined): Promise<Page<CardSummary>> =>
  pageOfCards(db, Prisma.sql`partner_card.state = 'PUBLISHED'`, cursor);

/** A card that is public, or was; undefined for a draft as for none. */
export async function readPublished(db: Reader, id: string): Promise<PublishedCard | undefined> {
  const [row] = await db.rows<CardRow>(Prisma.sql`
    SELECT ${columns}, ${cardColumns} ${joins}
    WHERE partner_card.id = ${id}::uuid AND partner_card.published_at IS NOT NULL`);
  return row && presentPublished(row);
}

/** One card as the actor sees it; undefined where the actor may not. */
export async function readCard(db: Reader, actor: Actor, id: string): Promise<CardView | undefined> {
  const [row] = await db.rows<OwnCardRow>(Prisma.sql`
    SELECT ${columns}, ${cardColumns}, partner_card.version,
      (SELECT json_build_object('id', initiative.id, 'title',
                json_build_object('pl', initiative.title_pl, 'en', initiative.title_en))
       FROM initiative WHERE initiative.id = partner_card.initiative_id) AS initiative
    ${joins} WHERE partner_card.id = ${id}::uuid AND ${cardIsVisible(actor)}`);
  return row && presentCard(row, actor);
}

/** The same inside a work, for what a deed answers. */
export const readCardIn = async (work: Work, actor: Actor, id: string): Promise<CardView> =>
  found(await readCard({ rows: (sql) => rowsOf(work, sql) }, actor, id));
