import {
  pageSize,
  standardDueDays,
  standardTasksAtMost,
  type NetworkTemplate,
  type OfferedTask,
  type TemplateDraft,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { found } from '../../kernel/problems.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { networkIsVisible } from '../networks/index.ts';
import { templatePolicy } from './template.policy.ts';
import { presentTemplate, type TemplateRow } from './template.presenter.ts';

const columns = Prisma.sql`
  template.id, template.name, template.kind,
  json_build_object('pl', template.purpose_pl, 'en', template.purpose_en) AS purpose, template.benefit,
  template.join_policy AS "joinPolicy", template.goals::text[], template.topics, template.tasks, template.version`;

/** The templates by name in Polish order; none for those who propose no networks. */
export async function listTemplates(
  db: Reader,
  actor: Actor,
  query: { cursor?: string | undefined },
): Promise<Page<NetworkTemplate>> {
  const [afterName, afterId] = readCursor(query.cursor, 'text', 'id');
  const rows = await db.rows<TemplateRow>(Prisma.sql`
    SELECT ${columns} FROM network_template template
    WHERE ${templatePolicy.read(actor)}
      AND (${afterId ?? null}::uuid IS NULL
        OR (template.name COLLATE "pl-x-icu", template.id) > (${afterName ?? ''}, ${afterId ?? null}::uuid))
    ORDER BY template.name COLLATE "pl-x-icu", template.id LIMIT ${pageSize + 1}`);
  return pageOf(
    rows.map((row) => presentTemplate(row, actor)),
    ({ name, id }) => [name, id],
  );
}

/** One template; undefined where the actor may read none. */
export async function readTemplate(db: Reader, actor: Actor, id: string): Promise<NetworkTemplate | undefined> {
  const [row] = await db.rows<TemplateRow>(Prisma.sql`
    SELECT ${columns} FROM network_template template WHERE template.id = ${id}::uuid AND ${templatePolicy.read(actor)}`);
  return row && presentTemplate(row, actor);
}

/** The same inside a work, for what a deed answers. */
export const readTemplateIn = async (work: Work, actor: Actor, id: string): Promise<NetworkTemplate> =>
  found(await readTemplate({ rows: (sql) => rowsOf(work, sql) }, actor, id));

const days = Prisma.sql`
  least(greatest(task.due_on - (task.created_at AT TIME ZONE (SELECT time_zone FROM association))::date, ${standardDueDays.minimum}), ${standardDueDays.maximum})`;

/** What a template of a network would be, with its newest tasks, the oldest first; undefined where the actor keeps none. */
export async function draftTemplate(db: Reader, actor: Actor, networkId: string): Promise<TemplateDraft | undefined> {
  const [row] = await db.rows<TemplateDraft>(Prisma.sql`
    SELECT network.name_pl AS name, network.kind, coalesce(network.benefit, '') AS benefit,
           json_build_object('pl', network.purpose_pl, 'en', network.purpose_en) AS purpose,
           network.join_policy AS "joinPolicy", network.goals::text[], network.topics,
           (SELECT coalesce(json_agg(json_build_object(
                     'title', newest.title, 'body', newest.body, 'dueDays', newest.days, 'priority', newest.priority,
                     'fields', newest.fields) ORDER BY newest.id), '[]')
            FROM (SELECT DISTINCT ON (lower(task.title)) task.id, task.title, task.body, ${days} AS days, task.priority,
                         (SELECT fields FROM task_form WHERE task_form.task_id = task.id
                          ORDER BY version DESC LIMIT 1) AS fields
                  FROM (SELECT * FROM task WHERE task.network_id = network.id
                        ORDER BY task.id DESC LIMIT ${standardTasksAtMost}) AS task
                  ORDER BY lower(task.title), task.id DESC) AS newest) AS tasks
    FROM network
    WHERE network.id = ${networkId}::uuid AND ${networkIsVisible(actor)} AND ${templatePolicy.keep(actor)}`);
  return row;
}

/** The standard tasks of a network, as data for whoever writes tasks; undefined where the actor sees no such network. */
export async function listStandardTasks(
  db: Reader,
  actor: Actor,
  networkId: string,
): Promise<OfferedTask[] | undefined> {
  const [row] = await db.rows<{ items: OfferedTask[] }>(Prisma.sql`
    SELECT (SELECT coalesce(json_agg(standard.task || jsonb_build_object('written', EXISTS (
                     SELECT FROM task WHERE task.network_id = network.id
                       AND lower(task.title) = lower(standard.task ->> 'title'))) ORDER BY standard.position), '[]')
            FROM jsonb_array_elements(network.standard_tasks) WITH ORDINALITY AS standard (task, position)
            WHERE ${templatePolicy.offerTasks(actor)}) AS items
    FROM network WHERE network.id = ${networkId}::uuid AND ${networkIsVisible(actor)}`);
  return row?.items;
}
