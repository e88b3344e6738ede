import type { Localized } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { isTaken } from '../../platform/database/failures.ts';
import { fundingIsVisible } from './calls.store.ts';

export interface LockedProgramme {
  readonly id: string;
  readonly name: Localized;
  readonly version: number;
}

/** Locks a programme that the actor may see. */
export async function lockProgramme(work: Work, actor: Actor, id: string): Promise<LockedProgramme | undefined> {
  const [row] = await rowsOf<LockedProgramme>(
    work,
    Prisma.sql`
      SELECT id, json_build_object('pl', name_pl, 'en', name_en) AS name, version
      FROM programme WHERE id = ${id}::uuid AND ${fundingIsVisible(actor)} FOR UPDATE`,
  );
  return row;
}

/** Whether there is such a programme; it stays while the work goes on. */
export async function programmeExists(work: Work, id: string): Promise<boolean> {
  const rows = await rowsOf(work, Prisma.sql`SELECT FROM programme WHERE id = ${id}::uuid FOR KEY SHARE`);
  return rows.length > 0;
}

interface Described {
  readonly shortName: string;
  readonly namePl: string;
  readonly nameEn?: string | undefined;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly website?: string | undefined;
  readonly territory: readonly string[];
  readonly territoryNote?: string | undefined;
}

/** Keeps a programme, a new one where no id is given. @throws Problem `programme-exists` where its short name is taken */
export async function saveProgramme(work: Work, described: Described, id?: string): Promise<string> {
  const { nameEn, website, territory, territoryNote, ...rest } = described;
  const data = {
    ...rest,
    nameEn: nameEn ?? null,
    website: website ?? null,
    territory: [...territory],
    territoryNote: territoryNote ?? null,
  };
  const { programme } = transactionOf(work);
  const saved =
    id === undefined
      ? programme.create({ data, select: { id: true } })
      : programme.update({ where: { id }, data: { ...data, version: { increment: 1 } }, select: { id: true } });
  return saved.then(
    (row) => row.id,
    (error: unknown) => {
      throw isTaken(error) ? new Problem('programme-exists') : error;
    },
  );
}

/** Follows a programme, or no more. */
export async function saveProgrammeFollowing(
  work: Work,
  programmeId: string,
  personId: string,
  following: boolean,
): Promise<void> {
  const transaction = transactionOf(work);
  if (!following) await transaction.programmeFollower.deleteMany({ where: { programmeId, personId } });
  else {
    await transaction.$executeRaw`
      INSERT INTO programme_follower (programme_id, person_id)
      VALUES (${programmeId}::uuid, ${personId}::uuid) ON CONFLICT DO NOTHING`;
  }
}
