import type { EventKind } from '@blizej/contracts';
import { Problem } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf } from '../../platform/database/database.ts';

/** By which events a thing changes, and by which of their facts they name it. */
export interface ChangesOf {
  readonly kinds: readonly EventKind[];
  readonly fact: string;
  readonly is: string;
}

/** Who made the last of these changes; undefined where it was the portal itself. */
async function lastToChange(work: Work, { kinds, fact, is }: ChangesOf): Promise<string | undefined> {
  const [row] = await rowsOf<{ name: string | null }>(
    work,
    Prisma.sql`
      SELECT person.name FROM event LEFT JOIN person ON person.id = event.actor_person_id
      WHERE event.kind = ANY (${[...kinds]}::text[]) AND event.facts ->> ${fact}::text = ${is}
      ORDER BY event.id DESC LIMIT 1`,
  );
  return row?.name ?? undefined;
}

interface Seen {
  /** The version that the caller saw. */
  readonly version: number;
  readonly kept: number;
  /** The thing as it stands now. */
  readonly current: unknown;
}

/** Optimistic concurrency as `expectVersion`, for what is written at length: the refusal says who was quicker, too. */
export async function expectUnchanged(work: Work, { version, kept, current }: Seen, changes: ChangesOf): Promise<void> {
  if (version === kept) return;
  const by = await lastToChange(work, changes);
  throw new Problem('version-conflict', { current, ...(by !== undefined && { by }) });
}
