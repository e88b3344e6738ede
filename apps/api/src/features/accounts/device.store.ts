import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf } from '../../platform/database/database.ts';
import { hashToken } from './session.store.ts';

/** Keeps a browser in mind in which a person signs in; gives whether it is a new one beside others that we knew. */
export async function keepDevice(work: Work, personId: string, token: string): Promise<boolean> {
  const [row] = await rowsOf<{ isStrange: boolean }>(
    work,
    // All parts of a statement see the same moment: the one before.
    Prisma.sql`
      WITH kept AS (
        INSERT INTO device (person_id, token_hash) VALUES (${personId}::uuid, ${hashToken(token)})
        ON CONFLICT DO NOTHING RETURNING person_id)
      SELECT EXISTS (SELECT FROM kept) AND EXISTS (SELECT FROM device WHERE person_id = ${personId}::uuid) AS "isStrange"`,
  );
  return row?.isStrange ?? false;
}
