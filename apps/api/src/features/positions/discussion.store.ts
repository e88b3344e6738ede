// What gminas say of a position before the vote, and who they are: written under the lock on it.
import type { AmendmentKind, AmendmentState, StandKind } from '@blizej/contracts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { members } from '../ballots/index.ts';

/** A member gmina of today by its id; undefined where it is none. */
export async function memberName(work: Work, organizationId: string): Promise<string | undefined> {
  const [row] = await rowsOf<{ name: string }>(
    work,
    Prisma.sql`SELECT member.name FROM (${members}) AS member WHERE member.id = ${organizationId}::uuid`,
  );
  return row?.name;
}

export async function insertComment(
  work: Work,
  comment: {
    positionId: string;
    paragraphId: string | null;
    textNumber: number;
    organizationId: string;
    personId: string;
    text: string;
  },
): Promise<void> {
  await transactionOf(work).positionComment.create({ data: comment });
}

/** How many comments a gmina has made on a position. */
export const countComments = (work: Work, positionId: string, organizationId: string): Promise<number> =>
  transactionOf(work).positionComment.count({ where: { positionId, organizationId } });

export async function insertAmendment(
  work: Work,
  amendment: {
    positionId: string;
    paragraphId: string;
    kind: AmendmentKind;
    textPl: string | null;
    textEn: string | null;
    reason: string;
    textNumber: number;
    organizationId: string;
    personId: string;
  },
): Promise<void> {
  await transactionOf(work).amendment.create({ data: amendment });
}

export interface LockedAmendment {
  readonly id: string;
  readonly paragraphId: string;
  readonly kind: AmendmentKind;
  readonly pl: string | null;
  readonly en: string | null;
  readonly textNumber: number;
  readonly organizationId: string;
  readonly organization: string;
  readonly personId: string;
  readonly state: AmendmentState;
}

/** An amendment of a locked position. */
export async function findAmendment(work: Work, positionId: string, id: string): Promise<LockedAmendment | undefined> {
  const [row] = await rowsOf<LockedAmendment>(
    work,
    Prisma.sql`
      SELECT amendment.id, paragraph_id AS "paragraphId", amendment.kind, text_pl AS pl, text_en AS en,
             text_number AS "textNumber", organization_id AS "organizationId", organization.name AS organization,
             person_id AS "personId", state
      FROM amendment JOIN organization ON organization.id = amendment.organization_id
      WHERE amendment.id = ${id}::uuid AND position_id = ${positionId}::uuid`,
  );
  return row;
}

export async function saveAmendmentDecision(
  work: Work,
  id: string,
  decision: { state: AmendmentState; reason: string; personId: string; mergedIn: number | null },
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE amendment SET state = ${decision.state}::amendment_state, decision = ${decision.reason},
      decided_by_id = ${decision.personId}::uuid, decided_at = portal_clock(), merged_in = ${decision.mergedIn}
    WHERE id = ${id}::uuid`;
}

export async function saveAmendmentWithdrawal(work: Work, id: string): Promise<void> {
  await transactionOf(work).amendment.update({ where: { id }, data: { state: 'WITHDRAWN' } });
}

/** How many amendments to a position wait for a decision; those of one gmina, where it is named. */
export const countOpenAmendments = (work: Work, positionId: string, organizationId?: string): Promise<number> =>
  transactionOf(work).amendment.count({
    where: { positionId, state: 'PROPOSED', ...(organizationId !== undefined && { organizationId }) },
  });

/** A gmina's latest word on a locked position. */
export async function saveStand(
  work: Work,
  stand: {
    positionId: string;
    organizationId: string;
    stand: StandKind;
    reason: string | null;
    textNumber: number;
    personId: string;
  },
): Promise<void> {
  await transactionOf(work).$executeRaw`
    INSERT INTO position_stand (position_id, organization_id, stand, reason, text_number, person_id)
    VALUES (${stand.positionId}::uuid, ${stand.organizationId}::uuid, ${stand.stand}::stand_kind, ${stand.reason},
            ${stand.textNumber}, ${stand.personId}::uuid)
    ON CONFLICT (position_id, organization_id) DO UPDATE SET stand = excluded.stand, reason = excluded.reason,
      text_number = excluded.text_number, person_id = excluded.person_id, stated_at = portal_clock()`;
}

interface UnityOfMembers {
  readonly endorse: number;
  readonly object: number;
  readonly members: number;
  readonly memberIds: string[];
  readonly silentIds: string[];
}

/** How many of today's member gminas endorse a position and object, of how many; and those that have said nothing. */
export async function unityOf(work: Work, positionId: string): Promise<UnityOfMembers> {
  const [row] = await rowsOf<UnityOfMembers>(
    work,
    Prisma.sql`
      SELECT count(*) FILTER (WHERE stand.stand = 'ENDORSES')::int AS endorse,
             count(*) FILTER (WHERE stand.stand = 'OBJECTS')::int AS object, count(*)::int AS members,
             coalesce(array_agg(member.id), '{}') AS "memberIds",
             coalesce(array_agg(member.id) FILTER (WHERE stand.stand IS NULL), '{}') AS "silentIds"
      FROM (${members}) AS member LEFT JOIN position_stand stand
        ON stand.organization_id = member.id AND stand.position_id = ${positionId}::uuid`,
  );
  return row ?? { endorse: 0, object: 0, members: 0, memberIds: [], silentIds: [] };
}
