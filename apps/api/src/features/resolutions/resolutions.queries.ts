import { pageSize, type ResolutionDetail, type ResolutionView } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { found } from '../../kernel/problems.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { resolutionView, standingOfResolution } from '../organizations/index.ts';
import { resolutionPolicy } from './resolution.policy.ts';
import { presentDetail, type DetailRow } from './resolution.presenter.ts';

interface Filters {
  search?: string | undefined;
  body?: string | undefined;
  issuer?: string | undefined;
  validity?: 'in-force' | 'not-in-force' | undefined;
  cursor?: string | undefined;
}

/** The register, the newest first. */
export async function listResolutions(db: Reader, actor: Actor, query: Filters): Promise<Page<ResolutionView>> {
  const [beforeDay, beforeId] = readCursor(query.cursor, 'day', 'id');
  const rows = await db.rows<{ view: ResolutionView }>(Prisma.sql`
    SELECT ${resolutionView} AS view
    FROM resolution JOIN organization issuer ON issuer.id = resolution.issuer_id
    WHERE ${resolutionPolicy.read(actor)}
      AND (${query.search ?? ''} = '' OR strpos(portal_fold(concat_ws(' ', resolution.number, resolution.title, issuer.name)),
                                               portal_fold(${query.search ?? ''})) > 0)
      AND (${query.body ?? null}::text IS NULL OR resolution.issuing_body::text = ${query.body ?? null})
      AND (${query.issuer ?? null}::text IS NULL OR resolution.issuer_id::text = ${query.issuer ?? null}
        OR (${query.issuer ?? null} = 'association' AND issuer.kind = 'SECRETARIAT'))
      AND (${query.validity ?? null}::text IS NULL
        OR (${standingOfResolution} = 'IN_FORCE') = (${query.validity ?? null} = 'in-force'))
      AND (${beforeId ?? null}::uuid IS NULL
        OR (resolution.adopted_on, resolution.id) < (${beforeDay ?? null}::date, ${beforeId ?? null}::uuid))
    ORDER BY resolution.adopted_on DESC, resolution.id DESC LIMIT ${pageSize + 1}`);
  return pageOf(
    rows.map(({ view }) => view),
    (resolution) => [resolution.adoptedOn, resolution.id],
  );
}

const gminas = (column: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('id', gmina.id, 'name', gmina.name) ORDER BY gmina.name COLLATE "pl-x-icu"), '[]')
   FROM municipality JOIN organization gmina ON gmina.id = municipality.organization_id WHERE ${column} = resolution.id)`;

/** One resolution with those before and after it; undefined where the actor may not read the register. */
export async function readResolution(db: Reader, actor: Actor, id: string): Promise<ResolutionDetail | undefined> {
  const [row] = await db.rows<DetailRow>(Prisma.sql`
    SELECT ${resolutionView} AS view, resolution.issuer_id AS "issuerId", resolution.version,
           (SELECT json_build_object('id', predecessor.id, 'number', predecessor.number,
                                     'adoptedOn', predecessor.adopted_on::text)
            FROM resolution predecessor WHERE predecessor.id = resolution.supersedes_id) AS supersedes,
           ${gminas(Prisma.sql`municipality.joined_by_id`)} AS joined, ${gminas(Prisma.sql`municipality.left_by_id`)} AS "left"
    FROM resolution JOIN organization issuer ON issuer.id = resolution.issuer_id
    WHERE resolution.id = ${id}::uuid AND ${resolutionPolicy.read(actor)}`);
  return row && presentDetail(row, actor);
}

/** The same inside a work, for what a deed answers. */
export const readResolutionIn = async (work: Work, actor: Actor, id: string): Promise<ResolutionDetail> =>
  found(await readResolution({ rows: (sql) => rowsOf(work, sql) }, actor, id));
