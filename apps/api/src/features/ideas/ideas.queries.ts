import { pageSize, type IdeaRef, type IdeaSummary, type IdeaView, type Language } from '@blizej/contracts';
import { gminasOf, type Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { exportWords } from '../../platform/mail/words.ts';
import { taskIsVisible } from '../tasks/index.ts';
import { goingOn } from './idea.lifecycle.ts';
import { presentIdea, presentSummary, type IdeaRow, type SummaryRow } from './idea.presenter.ts';
import { ideaIsLate, ideaIsVisible } from './ideas.store.ts';

/** An organization, or a person, as it is named in an answer. */
const named = (table: Prisma.Sql) => Prisma.sql`json_build_object('id', ${table}.id, 'name', ${table}.name)`;
const gmina = named(Prisma.sql`organization`);

const summaryColumns = (actor: Actor) => Prisma.sql`
  idea.id, idea.title, idea.state, idea.audience, ${gmina} AS organization, idea.goals::text[], idea.topics,
  idea.submitted_at AS "submittedAt", idea.due_on::text AS "dueOn", ${ideaIsLate} AS late,
  idea.revisit_on::text AS "revisitOn",
  (SELECT count(*)::int FROM idea_support support WHERE support.idea_id = idea.id) AS supports,
  EXISTS (SELECT FROM idea_follower follower WHERE follower.idea_id = idea.id
            AND follower.person_id = ${actor.personId}::uuid) AS following`;

export interface Filters {
  search?: string | undefined;
  state?: string | undefined;
  goal?: string | undefined;
  mine?: boolean | undefined;
  following?: boolean | undefined;
  late?: boolean | undefined;
  mergeable?: string | undefined;
}

/** Those that the actor sees and that fit the filters. */
const fits = (actor: Actor, { search, state, goal, mine, following, late, mergeable }: Filters) => Prisma.sql`
  ${ideaIsVisible(actor)}
  AND (${search ?? ''} = '' OR strpos(portal_fold(concat_ws(' ', idea.title, idea.body, organization.name,
         array_to_string(idea.topics, ' '))), portal_fold(${search ?? ''})) > 0)
  AND (${state ?? null}::text IS NULL OR idea.state::text = ${state ?? null})
  AND (${goal ?? null}::text IS NULL OR ${goal ?? null} = ANY (idea.goals::text[]))
  AND (NOT ${mine ?? false} OR idea.organization_id = ANY (${gminasOf(actor)}::uuid[]))
  AND (NOT ${following ?? false} OR EXISTS (
    SELECT FROM idea_follower follower WHERE follower.idea_id = idea.id
      AND follower.person_id = ${actor.personId}::uuid))
  AND (NOT ${late ?? false} OR ${ideaIsLate})
  AND (${mergeable ?? null}::uuid IS NULL OR (idea.id <> ${mergeable ?? null}::uuid
    AND idea.state::text = ANY (${goingOn}::text[])
    AND (idea.audience = 'MEMBERS' OR EXISTS (
      SELECT FROM idea other WHERE other.id = ${mergeable ?? null}::uuid AND other.audience = 'GMINA'
        AND other.organization_id = idea.organization_id))))`;

/** Ideas that the actor may see, the newest first, with how many of all of them wait. */
export async function listIdeas(
  db: Reader,
  actor: Actor,
  { cursor, ...filters }: Filters & { cursor?: string | undefined },
): Promise<Page<IdeaSummary> & { waiting: number; late: number }> {
  const [before] = readCursor(cursor, 'id');
  const rows = await db.rows<SummaryRow>(Prisma.sql`
    SELECT ${summaryColumns(actor)} FROM idea JOIN organization ON organization.id = idea.organization_id
    WHERE ${fits(actor, filters)} AND (${before ?? null}::uuid IS NULL OR idea.id < ${before ?? null}::uuid)
    ORDER BY idea.id DESC LIMIT ${pageSize + 1}`);
  const [counts] = await db.rows<{ waiting: number; late: number }>(Prisma.sql`
    SELECT count(*)::int AS waiting, count(*) FILTER (WHERE ${ideaIsLate})::int AS late
    FROM idea WHERE idea.state = 'SUBMITTED' AND ${ideaIsVisible(actor)}`);
  const { items, next } = pageOf(rows, ({ id }) => [id]);
  return { items: items.map(presentSummary), next, waiting: counts?.waiting ?? 0, late: counts?.late ?? 0 };
}

/** A row for each idea that the actor may see and that fits the filters, the newest first. */
export async function* ideasTable(
  db: Reader,
  actor: Actor,
  filters: Filters,
  language: Language,
): AsyncGenerator<(string | number | null)[]> {
  const say = (key: string): string => exportWords(language, key);
  const own = ['idea', 'submittedOn', 'dueOn', 'supports', 'answeredOn', 'answer'].map((key) => say(`ideas.${key}`));
  yield [...own.slice(0, 1), say('gmina'), say('state'), ...own.slice(1)];
  const rows = await db.rows<{
    title: string;
    organization: string;
    state: string;
    submittedOn: string;
    dueOn: string;
    supports: number;
    answeredOn: string | null;
    reason: string | null;
  }>(Prisma.sql`
    SELECT idea.title, organization.name AS organization, idea.state, idea.due_on::text AS "dueOn",
           (idea.submitted_at AT TIME ZONE association.time_zone)::date::text AS "submittedOn",
           (SELECT count(*)::int FROM idea_support support WHERE support.idea_id = idea.id) AS supports,
           (answer.answered_at AT TIME ZONE association.time_zone)::date::text AS "answeredOn", answer.reason
    FROM idea CROSS JOIN association JOIN organization ON organization.id = idea.organization_id
    LEFT JOIN LATERAL (SELECT answered_at, reason FROM idea_answer WHERE idea_answer.idea_id = idea.id
                       ORDER BY idea_answer.id DESC LIMIT 1) AS answer ON true
    WHERE ${fits(actor, filters)} ORDER BY idea.id DESC`);
  for (const row of rows) {
    yield [
      row.title,
      row.organization,
      say(`ideas.${row.state}`),
      row.submittedOn,
      row.dueOn,
      row.supports,
      row.answeredOn,
      row.reason,
    ];
  }
}

const ideaById = (actor: Actor, id: string) => Prisma.sql`
  SELECT ${summaryColumns(actor)}, idea.body, idea.benefit, idea.version,
    ${named(Prisma.sql`author`)} AS author,
    (SELECT coalesce(json_agg(json_build_object('organization', ${named(Prisma.sql`supporter`)},
                                                'supportedAt', to_json(support.supported_at))
            ORDER BY supporter.name COLLATE "pl-x-icu"), '[]')
     FROM idea_support support JOIN organization supporter ON supporter.id = support.organization_id
     WHERE support.idea_id = idea.id) AS supporters,
    (SELECT coalesce(json_agg(json_build_object('kind', answer.kind, 'reason', answer.reason,
              'revisitOn', answer.revisit_on::text, 'by', ${named(Prisma.sql`answerer`)},
              'answeredAt', to_json(answer.answered_at)) ORDER BY answer.id DESC), '[]')
     FROM idea_answer answer JOIN person answerer ON answerer.id = answer.person_id
     WHERE answer.idea_id = idea.id) AS answers,
    (SELECT json_build_object('id', target.id, 'title', target.title, 'organization', ${named(Prisma.sql`home`)})
     FROM idea target JOIN organization home ON home.id = target.organization_id
     WHERE target.id = idea.merged_into_id AND ${ideaIsVisible(actor, Prisma.sql`target`)}) AS "mergedInto",
    (SELECT coalesce(json_agg(json_build_object('id', source.id, 'title', source.title,
                                                'organization', ${named(Prisma.sql`home`)}) ORDER BY source.id), '[]')
     FROM idea source JOIN organization home ON home.id = source.organization_id
     WHERE source.merged_into_id = idea.id AND ${ideaIsVisible(actor, Prisma.sql`source`)}) AS merged,
    (SELECT json_build_object('id', initiative.id,
                              'title', json_build_object('pl', initiative.title_pl, 'en', initiative.title_en))
     FROM initiative WHERE initiative.id = idea.initiative_id) AS initiative,
    (SELECT json_build_object('id', task.id, 'title', task.title)
     FROM task WHERE task.id = idea.task_id AND ${taskIsVisible(actor)}) AS task,
    (SELECT count(*)::int FROM idea_follower follower WHERE follower.idea_id = idea.id) AS followers,
    ARRAY(SELECT municipality.organization_id FROM municipality
          WHERE municipality.status = 'MEMBER' AND municipality.organization_id = ANY (${gminasOf(actor)}::uuid[])) AS own
  FROM idea JOIN organization ON organization.id = idea.organization_id JOIN person author ON author.id = idea.author_id
  WHERE idea.id = ${id}::uuid AND ${ideaIsVisible(actor)}`;

/** One idea as the actor sees it; undefined where the actor may not. */
export async function readIdea(db: Reader, actor: Actor, id: string): Promise<IdeaView | undefined> {
  const [row] = await db.rows<IdeaRow>(ideaById(actor, id));
  return row && presentIdea(row, actor);
}

/** The same inside a work, for what a deed answers. */
export const readIdeaIn = async (work: Work, actor: Actor, id: string): Promise<IdeaView> =>
  found(await readIdea({ rows: (sql) => rowsOf(work, sql) }, actor, id));

/** The ideas from which an initiative, or a task, has come: its own first, then those that went into that one. */
export async function listOrigins(
  db: Reader,
  actor: Actor,
  { initiativeId, taskId }: { initiativeId?: string | undefined; taskId?: string | undefined },
): Promise<{ items: (IdeaRef & { author: { id: string; name: string } })[] }> {
  const items = await db.rows<IdeaRef & { author: { id: string; name: string } }>(Prisma.sql`
    SELECT idea.id, idea.title, ${gmina} AS organization, ${named(Prisma.sql`author`)} AS author
    FROM idea origin JOIN idea ON idea.id = origin.id OR idea.merged_into_id = origin.id
    JOIN organization ON organization.id = idea.organization_id JOIN person author ON author.id = idea.author_id
    WHERE (origin.initiative_id = ${initiativeId ?? null}::uuid OR origin.task_id = ${taskId ?? null}::uuid)
      AND ${ideaIsVisible(actor)}
    ORDER BY idea.id <> origin.id, idea.id`);
  return { items };
}
