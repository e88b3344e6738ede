import type { EventKind } from '@blizej/contracts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf } from '../../platform/database/database.ts';

/** By which events a thing changes, and by which of their facts they name it. */
export interface ChangesOf {
  readonly kinds: readonly EventKind[];
  readonly fact: string;
  readonly is: string;
}

/** Who made the last of these changes; undefined where it was the portal itself. */
export async function lastToChange(work: Work, { kinds, fact, is }: ChangesOf): Promise<string | undefined> {
  const [row] = await rowsOf<{ name: string | null }>(
    work,
    Prisma.sql`
      SELECT person.name FROM event LEFT JOIN person ON person.id = event.actor_person_id
      WHERE event.kind = ANY (${[...kinds]}::text[]) AND event.facts ->> ${fact}::text = ${is}
      ORDER BY event.id DESC LIMIT 1`,
  );
  return row?.name ?? undefined;
}
