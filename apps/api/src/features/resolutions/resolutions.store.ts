import type { IssuingBody, Localized } from '@blizej/contracts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf } from '../../platform/database/database.ts';

export interface KeptResolution {
  readonly id: string;
  readonly issuerId: string;
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly adoptedOn: string;
  readonly supersedesId: string | null;
  readonly version: number;
}

const columns = Prisma.sql`id, issuer_id AS "issuerId", number, adopted_on::text AS "adoptedOn",
  supersedes_id AS "supersedesId", version`;

/** Locks a resolution against changes by others until the work ends; undefined where there is none. */
export async function lockResolution(work: Work, id: string): Promise<KeptResolution | undefined> {
  const [row] = await rowsOf<KeptResolution>(
    work,
    Prisma.sql`SELECT ${columns} FROM resolution WHERE id = ${id}::uuid FOR UPDATE`,
  );
  return row;
}

/** The one that came in a resolution's place. */
export async function successorOf(work: Work, id: string): Promise<KeptResolution | undefined> {
  const [row] = await rowsOf<KeptResolution>(
    work,
    Prisma.sql`SELECT ${columns} FROM resolution WHERE supersedes_id = ${id}::uuid FOR SHARE`,
  );
  return row;
}

/** Who issues: the gmina of a council, or the association by its seat; undefined where there is no such gmina. */
export async function issuerId(work: Work, council: string | undefined): Promise<string | undefined> {
  const [row] = await rowsOf<{ id: string }>(
    work,
    council === undefined
      ? Prisma.sql`SELECT id FROM organization WHERE kind = 'SECRETARIAT'`
      : Prisma.sql`SELECT id FROM organization WHERE kind = 'MUNICIPALITY' AND id = ${council}::uuid`,
  );
  return row?.id;
}

export interface EntryColumns {
  readonly issuerId: string;
  readonly issuingBody: IssuingBody;
  readonly number: string;
  readonly adoptedOn: string;
  readonly title: string;
  readonly url?: string | undefined;
  readonly validUntil?: string | undefined;
  readonly supersedesId?: string | undefined;
}

/** Whether the register holds a resolution of the same body, number and day already, other than `but`. */
export async function isRecorded(work: Work, entry: EntryColumns, but?: string): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`
      SELECT FROM resolution
      WHERE issuer_id = ${entry.issuerId}::uuid AND issuing_body = ${entry.issuingBody}::issuing_body
        AND number = ${entry.number} AND adopted_on = ${entry.adoptedOn}::date
        AND id IS DISTINCT FROM ${but ?? null}::uuid`,
  );
  return rows.length > 0;
}

/** Whether the register holds a resolution of this id. */
export async function resolutionIsRecorded(work: Work, id: string): Promise<boolean> {
  return (await rowsOf(work, Prisma.sql`SELECT FROM resolution WHERE id = ${id}::uuid`)).length > 0;
}

/** Enters a resolution; undefined where a twin or another successor was quicker (unique indexes). */
export async function insertResolution(work: Work, entry: EntryColumns): Promise<string | undefined> {
  const [row] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      INSERT INTO resolution (issuer_id, issuing_body, number, adopted_on, title, url, valid_until, supersedes_id)
      VALUES (${entry.issuerId}::uuid, ${entry.issuingBody}::issuing_body, ${entry.number}, ${entry.adoptedOn}::date,
              ${entry.title}, ${entry.url ?? null}, ${entry.validUntil ?? null}::date, ${entry.supersedesId ?? null}::uuid)
      ON CONFLICT DO NOTHING RETURNING id`,
  );
  return row?.id;
}

export async function saveResolution(work: Work, id: string, entry: EntryColumns): Promise<void> {
  await rowsOf(
    work,
    Prisma.sql`
      UPDATE resolution SET issuer_id = ${entry.issuerId}::uuid, issuing_body = ${entry.issuingBody}::issuing_body,
        number = ${entry.number}, adopted_on = ${entry.adoptedOn}::date, title = ${entry.title}, url = ${entry.url ?? null},
        valid_until = ${entry.validUntil ?? null}::date, supersedes_id = ${entry.supersedesId ?? null}::uuid,
        version = version + 1
      WHERE id = ${id}::uuid`,
  );
}

/** The networks at work that rest on a resolution. */
export const networksUnder = (work: Work, id: string): Promise<{ id: string; name: Localized }[]> =>
  rowsOf(
    work,
    Prisma.sql`
      SELECT id, json_build_object('pl', name_pl, 'en', name_en) AS name FROM network
      WHERE mandate_id = ${id}::uuid AND state IN ('ACTIVE', 'CLOSING') ORDER BY id`,
  );
