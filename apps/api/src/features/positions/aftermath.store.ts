// What follows an adoption: dissents and approvals, to whom it goes, and what they answer. Written under the lock on it.
import type { AnswerKind, DispatchChannel, Localized } from '@blizej/contracts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import type { PrintedPosition } from './position-documents.ts';

/** Whether a gmina has openly voted for the position in the ballot that decided it; how it voted in secret, nobody knows. */
export const votedFor = (organizationId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  EXISTS (SELECT FROM ballot_vote vote WHERE vote.ballot_id = position.ballot_id
            AND vote.organization_id = ${organizationId} AND vote.counted AND vote.choice = 'FOR')`;

/** The same of a locked position. */
export async function hasVotedFor(work: Work, id: string, organizationId: string): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`SELECT FROM position WHERE id = ${id}::uuid AND ${votedFor(Prisma.sql`${organizationId}::uuid`)}`,
  );
  return rows.length > 0;
}

export async function saveDissent(
  work: Work,
  dissent: { positionId: string; organizationId: string; textPl: string; textEn: string | null; personId: string },
): Promise<void> {
  await transactionOf(work).$executeRaw`
    INSERT INTO position_dissent (position_id, organization_id, text_pl, text_en, person_id)
    VALUES (${dissent.positionId}::uuid, ${dissent.organizationId}::uuid, ${dissent.textPl}, ${dissent.textEn},
            ${dissent.personId}::uuid)
    ON CONFLICT (position_id, organization_id) DO UPDATE SET text_pl = excluded.text_pl, text_en = excluded.text_en,
      person_id = excluded.person_id, recorded_at = portal_now()`;
}

/** Keeps the approval of a gmina's mayor; gives whether it is the first. */
export async function insertSignature(
  work: Work,
  signature: { positionId: string; organizationId: string; personId: string },
): Promise<boolean> {
  const inserted = await transactionOf(work).$executeRaw`
    INSERT INTO position_signature (position_id, organization_id, person_id)
    VALUES (${signature.positionId}::uuid, ${signature.organizationId}::uuid, ${signature.personId}::uuid)
    ON CONFLICT DO NOTHING`;
  return inserted === 1;
}

/** An answer was due, and there is none; where no day was set it never is. Expects the addressee under its own name. */
export const isLate = Prisma.sql`(coalesce(addressee.answer_due_on < portal_today(), false)
  AND EXISTS (SELECT FROM dispatch WHERE dispatch.addressee_id = addressee.id)
  AND NOT EXISTS (SELECT FROM addressee_answer answer WHERE answer.addressee_id = addressee.id))`;

export interface KeptAddressee {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly email: string | null;
  readonly eDelivery: string | null;
  readonly answerDueOn: string | null;
  /** The day on which it was first sent there. */
  readonly firstSentOn: string | null;
  readonly answered: boolean;
  /** The answer is late, and nobody was reminded of it. */
  readonly overdue: boolean;
}

export const listAddressees = (work: Work, positionId: string): Promise<KeptAddressee[]> =>
  rowsOf<KeptAddressee>(
    work,
    Prisma.sql`
      SELECT addressee.id, name, address, email, e_delivery AS "eDelivery", answer_due_on::text AS "answerDueOn",
             (SELECT min(sent_on)::text FROM dispatch WHERE dispatch.addressee_id = addressee.id) AS "firstSentOn",
             EXISTS (SELECT FROM addressee_answer answer WHERE answer.addressee_id = addressee.id) AS answered,
             ${isLate} AND reminded_at IS NULL AS overdue
      FROM addressee WHERE position_id = ${positionId}::uuid ORDER BY addressee.place, addressee.id`,
  );

export interface WrittenAddressee {
  readonly id?: string | undefined;
  readonly name: string;
  readonly address?: string | undefined;
  readonly email?: string | undefined;
  readonly eDelivery?: string | undefined;
  readonly answerDueOn?: string | undefined;
}

/** Writes those addressees of a locked position to whom it was not sent; `sent` ids stay as they are. */
export async function saveAddressees(
  work: Work,
  positionId: string,
  written: readonly WrittenAddressee[],
  sent: ReadonlySet<string>,
): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.addressee.deleteMany({ where: { positionId, id: { notIn: [...sent] } } });
  await transaction.addressee.createMany({
    data: written
      .map((one, place) => ({ ...one, place }))
      .filter(({ id }) => id === undefined || !sent.has(id))
      .map(({ place, name, address, email, eDelivery, answerDueOn }) => ({
        positionId,
        place,
        name,
        address: address ?? null,
        email: email ?? null,
        eDelivery: eDelivery ?? null,
        answerDueOn: answerDueOn === undefined ? null : new Date(`${answerDueOn}T00:00:00Z`),
      })),
  });
}

export async function saveAnswerReminded(work: Work, addresseeIds: readonly string[]): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE addressee SET reminded_at = portal_clock() WHERE id = ANY (${[...addresseeIds]}::uuid[])`;
}

/** How often it was sent to an addressee of a locked position, by the portal's mail today, and how often that one has answered. */
export async function countTraffic(
  work: Work,
  addresseeId: string,
): Promise<{ dispatches: number; mailedToday: number; answers: number }> {
  const [row] = await rowsOf<{ dispatches: number; mailedToday: number; answers: number }>(
    work,
    Prisma.sql`
      SELECT count(*)::int AS dispatches,
             (count(*) FILTER (WHERE channel = 'MAIL' AND sent_on = portal_today()))::int AS "mailedToday",
             (SELECT count(*)::int FROM addressee_answer answer WHERE answer.addressee_id = ${addresseeId}::uuid) AS answers
      FROM dispatch WHERE addressee_id = ${addresseeId}::uuid`,
  );
  if (!row) throw new Error('An aggregate gave no row.');
  return row;
}

export async function insertDispatch(
  work: Work,
  dispatch: { addresseeId: string; channel: DispatchChannel; sentOn: string; proof: string | null; personId: string },
): Promise<string> {
  const { sentOn, ...columns } = dispatch;
  const { id } = await transactionOf(work).dispatch.create({
    data: { ...columns, sentOn: new Date(`${sentOn}T00:00:00Z`) },
    select: { id: true },
  });
  return id;
}

export async function insertAnswer(
  work: Work,
  answer: { addresseeId: string; kind: AnswerKind; receivedOn: string; text: string; personId: string },
): Promise<void> {
  const { receivedOn, ...columns } = answer;
  await transactionOf(work).addresseeAnswer.create({
    data: { ...columns, receivedOn: new Date(`${receivedOn}T00:00:00Z`) },
  });
}

/** Moves a locked position on after its adoption. */
export async function saveState(work: Work, id: string, state: 'SENT' | 'ANSWERED'): Promise<void> {
  await transactionOf(work).position.update({ where: { id }, data: { state } });
}

export async function saveEffect(
  work: Work,
  id: string,
  { effect, effectEn }: { readonly effect: string; readonly effectEn: string | null },
): Promise<void> {
  await transactionOf(work).position.update({ where: { id }, data: { effect, effectEn, version: { increment: 1 } } });
}

/** A letter that is to be sent. */
export interface DispatchedLetter {
  readonly name: string;
  readonly email: string | null;
  readonly positionId: string;
  readonly isPublic: boolean;
  readonly association: Localized;
  readonly printed: PrintedPosition;
}

/** What a dispatch by mail has to say; undefined where there is none. */
export async function dispatchedLetter(work: Work, dispatchId: string): Promise<DispatchedLetter | undefined> {
  const [row] = await rowsOf<DispatchedLetter>(
    work,
    Prisma.sql`
      SELECT addressee.name, addressee.email, position.id AS "positionId", position.is_public AS "isPublic",
        (SELECT json_build_object('pl', name_pl, 'en', name_en) FROM association) AS association,
        json_build_object(
          'title', json_build_object('pl', text.title_pl, 'en', text.title_en), 'nature', position.nature,
          'decision', json_build_object('number', position.number, 'year', position.year,
                                        'on', position.decided_on::text, 'by', position.adopted_by),
          'paragraphs', text.paragraphs,
          'addressees', (SELECT json_agg(other.name ORDER BY other.place, other.id) FROM addressee other
                         WHERE other.position_id = position.id),
          'dissents', (SELECT coalesce(json_agg(json_build_object('organization', organization.name,
                                'text', json_build_object('pl', dissent.text_pl, 'en', dissent.text_en))
                              ORDER BY organization.name COLLATE "pl-x-icu"), '[]')
                       FROM position_dissent dissent JOIN organization ON organization.id = dissent.organization_id
                       WHERE dissent.position_id = position.id),
          'signatures', (SELECT coalesce(json_agg(organization.name ORDER BY organization.name COLLATE "pl-x-icu"), '[]')
                         FROM position_signature signature
                         JOIN organization ON organization.id = signature.organization_id
                         WHERE signature.position_id = position.id)) AS printed
      FROM dispatch JOIN addressee ON addressee.id = dispatch.addressee_id
      JOIN position ON position.id = addressee.position_id
      JOIN position_text text ON text.position_id = position.id AND text.number = position.text_number
      WHERE dispatch.id = ${dispatchId}::uuid AND dispatch.channel = 'MAIL'`,
  );
  return row;
}
