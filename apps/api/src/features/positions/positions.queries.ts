import {
  pageSize,
  type Localized,
  type PositionComparison,
  type PositionDrafting,
  type PositionSummary,
  type PositionView,
  type RegisteredPosition,
  type RegisteredPositionView,
} from '@blizej/contracts';
import { gminasOf, isSecretariat, leadingOffices, type Actor } from '../../kernel/actor.ts';
import { found, Problem } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { members } from '../ballots/index.ts';
import { presentPosition, presentSummary, type PositionRow, type SummaryRow } from './position.presenter.ts';
import { comparedParagraphs, comparedWords, roomToCompare } from './text-comparison.ts';
import { isLate, votedFor } from './aftermath.store.ts';
import { isRegistered, positionIsVisible, type KeptText } from './positions.store.ts';
import { candidates, rapporteurOf } from './rapporteur.store.ts';

/** An organization or a person as it is named in an answer. */
const named = (table: string) => {
  const of = Prisma.raw(table);
  return Prisma.sql`json_build_object('id', ${of}.id, 'name', ${of}.name)`;
};

const title = Prisma.sql`json_build_object('pl', position.title_pl, 'en', position.title_en)`;
const occasion = Prisma.sql`json_build_object('pl', position.occasion, 'en', position.occasion_en)`;
const effect = Prisma.sql`
  CASE WHEN position.effect IS NOT NULL THEN json_build_object('pl', position.effect, 'en', position.effect_en) END`;
const decision = Prisma.sql`
  CASE WHEN position.year IS NOT NULL THEN json_build_object('number', position.number, 'year', position.year,
    'on', position.decided_on::text, 'by', position.adopted_by) END`;

const summaryColumns = (actor: Actor) => Prisma.sql`
  position.id, ${title} AS title, position.state, position.nature, portal_clock() AS now,
  (SELECT json_build_object('id', network.id, 'name', json_build_object('pl', network.name_pl, 'en', network.name_en))
   FROM network WHERE network.id = position.network_id) AS network,
  (SELECT ${named('organization')} FROM organization WHERE organization.id = position.proposed_by_id) AS "proposedBy",
  position.consultation_until AS "consultationUntil", position.silence_until AS "silenceUntil", ${decision} AS decision,
  (SELECT ballot.closes_at FROM ballot WHERE ballot.id = position.ballot_id AND position.state = 'VOTING') AS "votingUntil",
  (SELECT json_build_object('endorse', count(*) FILTER (WHERE stand.stand = 'ENDORSES'),
                            'object', count(*) FILTER (WHERE stand.stand = 'OBJECTS'), 'members', count(*))
   FROM member LEFT JOIN position_stand stand
     ON stand.organization_id = member.id AND stand.position_id = position.id) AS unity,
  (SELECT count(*)::int FROM amendment WHERE amendment.position_id = position.id AND amendment.state = 'PROPOSED')
    AS "openAmendments",
  (SELECT json_build_object('organization', ${named('member')}, 'stand', stand.stand, 'textNumber', stand.text_number)
   FROM member LEFT JOIN position_stand stand
     ON stand.organization_id = member.id AND stand.position_id = position.id
   WHERE member.id = ANY (${gminasOf(actor)}::uuid[]) LIMIT 1) AS mine`;

/** A number out of a cursor: whole, and as large as the database can hold. */
const whole = (text: string | undefined): number => Math.min(Math.max(Math.trunc(Number(text)) || 0, 0), 2_000_000_000);

interface Filters {
  search?: string | undefined;
  state?: string | undefined;
  networkId?: string | undefined;
  ballotId?: string | undefined;
  register?: boolean | undefined;
  cursor?: string | undefined;
}

/** Positions that the actor may see, the newest first; or the register, by its numbers. */
export async function listPositions(db: Reader, actor: Actor, query: Filters): Promise<Page<PositionSummary>> {
  const { register = false } = query;
  const [before, id] = readCursor(query.cursor, 'text', 'id');
  const order = Prisma.sql`(${register} AND position.year IS NOT NULL)::int * (coalesce(position.year, 0) * 100000 + coalesce(position.number, 0))`;
  const rows = await db.rows<SummaryRow>(Prisma.sql`
    WITH member AS MATERIALIZED (${members})
    SELECT ${summaryColumns(actor)} FROM position
    WHERE ${positionIsVisible(actor)}
      AND (${query.search ?? ''} = '' OR strpos(portal_fold(concat_ws(' ', position.title_pl, position.title_en,
             position.aim, position.aim_en, position.number::text || '/' || position.year::text)), portal_fold(${query.search ?? ''})) > 0)
      AND (${query.state ?? null}::text IS NULL OR position.state::text = ${query.state ?? null})
      AND (${query.networkId ?? null}::uuid IS NULL OR position.network_id = ${query.networkId ?? null}::uuid)
      AND (${query.ballotId ?? null}::uuid IS NULL OR position.ballot_id = ${query.ballotId ?? null}::uuid)
      AND (NOT ${register} OR position.year IS NOT NULL)
      AND (${id ?? null}::uuid IS NULL OR (${order}, position.id) < (${whole(before)}::int, ${id ?? null}::uuid))
    ORDER BY ${order} DESC, position.id DESC LIMIT ${pageSize + 1}`);
  return pageOf(rows.map(presentSummary), ({ decision: made, id: last }) => [
    String(register && made ? made.year * 100_000 + made.number : 0),
    last,
  ]);
}

/** For whom the actor may draft: the association, and the networks that the actor's gmina leads. */
export async function readDrafting(db: Reader, actor: Actor): Promise<PositionDrafting> {
  const networks = await db.rows<PositionDrafting['networks'][number]>(Prisma.sql`
    SELECT network.id, json_build_object('pl', network.name_pl, 'en', network.name_en) AS name
    FROM network WHERE network.state IN ('ACTIVE', 'CLOSING') AND (${isSecretariat(actor)} OR EXISTS (
      SELECT FROM membership WHERE membership.network_id = network.id AND membership.role = 'LEAD'
        AND membership.state = 'ACTIVE' AND membership.organization_id = ANY (${gminasOf(actor, leadingOffices)}::uuid[])))
    ORDER BY network.name_pl COLLATE "pl-x-icu", network.id`);
  return { forAssociation: isSecretariat(actor), networks };
}

const discussion = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'id', comment.id, 'paragraphId', comment.paragraph_id, 'textNumber', comment.text_number,
            'organization', ${named('organization')}, 'by', nullif(person.name, ''), 'text', comment.text,
            'writtenAt', comment.written_at) ORDER BY comment.id), '[]')
   FROM position_comment comment JOIN organization ON organization.id = comment.organization_id
   JOIN person ON person.id = comment.person_id WHERE comment.position_id = position.id) AS comments,
  (SELECT coalesce(json_agg(json_build_object(
            'id', amendment.id, 'paragraphId', amendment.paragraph_id, 'kind', amendment.kind, 'pl', amendment.text_pl,
            'en', amendment.text_en, 'reason', amendment.reason, 'organization', ${named('organization')},
            'by', nullif(person.name, ''), 'proposedAt', amendment.proposed_at, 'state', amendment.state,
            'before', (SELECT paragraph FROM position_text written, jsonb_array_elements(written.paragraphs) AS paragraph
                       WHERE written.position_id = amendment.position_id AND written.number = amendment.text_number
                         AND paragraph ->> 'id' = amendment.paragraph_id::text),
            'decision', CASE WHEN amendment.decision IS NOT NULL THEN json_build_object(
              'reason', amendment.decision, 'by', nullif(decider.name, ''), 'at', amendment.decided_at) END,
            'mergedIn', amendment.merged_in) ORDER BY amendment.id), '[]')
   FROM amendment JOIN organization ON organization.id = amendment.organization_id
   JOIN person ON person.id = amendment.person_id LEFT JOIN person decider ON decider.id = amendment.decided_by_id
   WHERE amendment.position_id = position.id) AS amendments`;

const stands = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'organization', ${named('member')}, 'stand', stand.stand, 'reason', stand.reason, 'statedAt', stand.stated_at,
            'textNumber', stand.text_number) ORDER BY member.name COLLATE "pl-x-icu", member.id), '[]')
   FROM member LEFT JOIN position_stand stand
     ON stand.organization_id = member.id AND stand.position_id = position.id) AS stands`;

const dissents = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'organization', ${named('organization')},
            'text', json_build_object('pl', dissent.text_pl, 'en', dissent.text_en), 'recordedAt', dissent.recorded_at)
          ORDER BY organization.name COLLATE "pl-x-icu"), '[]')
   FROM position_dissent dissent JOIN organization ON organization.id = dissent.organization_id
   WHERE dissent.position_id = position.id) AS dissents`;

const signatures = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'organization', ${named('organization')}, 'by', nullif(person.name, ''), 'signedAt', signature.signed_at)
          ORDER BY organization.name COLLATE "pl-x-icu"), '[]')
   FROM position_signature signature JOIN organization ON organization.id = signature.organization_id
   JOIN person ON person.id = signature.person_id WHERE signature.position_id = position.id) AS signatures`;

const addressees = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'id', addressee.id, 'name', addressee.name, 'address', addressee.address, 'email', addressee.email,
            'eDelivery', addressee.e_delivery, 'answerDueOn', addressee.answer_due_on::text, 'late', ${isLate},
            'dispatches', (SELECT coalesce(json_agg(json_build_object(
                'id', dispatch.id, 'channel', dispatch.channel, 'sentOn', dispatch.sent_on::text, 'proof', dispatch.proof,
                'by', nullif(person.name, '')) ORDER BY dispatch.id), '[]')
              FROM dispatch JOIN person ON person.id = dispatch.person_id WHERE dispatch.addressee_id = addressee.id),
            'answers', (SELECT coalesce(json_agg(json_build_object(
                'id', answer.id, 'kind', answer.kind, 'receivedOn', answer.received_on::text, 'text', answer.text,
                'by', nullif(person.name, '')) ORDER BY answer.id), '[]')
              FROM addressee_answer answer JOIN person ON person.id = answer.person_id
              WHERE answer.addressee_id = addressee.id)) ORDER BY addressee.place, addressee.id), '[]')
   FROM addressee WHERE addressee.position_id = position.id) AS addressees`;

const positionById = (actor: Actor, id: string) => Prisma.sql`
  WITH member AS MATERIALIZED (${members})
  SELECT ${summaryColumns(actor)}, ${occasion} AS occasion,
    json_build_object('pl', position.aim, 'en', position.aim_en) AS aim, position.wanted_by::text AS "wantedBy",
    coalesce((SELECT bool_or(${votedFor(Prisma.sql`own.id`)}) FROM unnest(${gminasOf(actor)}::uuid[]) AS own (id)), false) AS "votedFor",
    position.threshold, position.is_public AS "isPublic", position.ballot_id AS "ballotId", ${effect} AS effect,
    position.withdrawal, position.version,
    (SELECT ${named('person')} FROM person WHERE person.id = ${rapporteurOf} AND person.name <> '') AS rapporteur,
    (SELECT json_build_object('number', text.number, 'paragraphs', text.paragraphs) FROM position_text text
     WHERE text.position_id = position.id AND text.number = position.text_number) AS text,
    (SELECT coalesce(json_agg(json_build_object(
              'number', text.number, 'savedAt', text.saved_at, 'by', nullif(person.name, ''),
              'organization', ${named('organization')},
              'amendmentOf', CASE WHEN author.id IS NOT NULL THEN ${named('author')} END) ORDER BY text.number DESC), '[]')
     FROM position_text text JOIN person ON person.id = text.person_id
     JOIN organization ON organization.id = text.organization_id
     LEFT JOIN amendment merged ON merged.id = text.amendment_id
     LEFT JOIN organization author ON author.id = merged.organization_id
     WHERE text.position_id = position.id) AS versions,
    ${discussion}, ${stands}, ${dissents}, ${signatures}, ${addressees},
    (SELECT coalesce(json_agg(${named('candidate')} ORDER BY candidate.name COLLATE "pl-x-icu"), '[]')
     FROM (${candidates(Prisma.sql`position.proposed_by_id`)}) AS candidate) AS candidates
  FROM position WHERE position.id = ${id}::uuid AND ${positionIsVisible(actor)}`;

/** One position as the actor sees it; undefined where the actor may not. */
export async function readPosition(db: Reader, actor: Actor, id: string): Promise<PositionView | undefined> {
  const [row] = await db.rows<PositionRow>(positionById(actor, id));
  return row && presentPosition(row, actor);
}

/** The same inside a work, for what a deed answers. */
export const readPositionIn = async (work: Work, actor: Actor, id: string): Promise<PositionView> =>
  found(await readPosition({ rows: (sql) => rowsOf(work, sql) }, actor, id));

/** Whether the actor may see the position. */
export async function positionExists(db: Reader, actor: Actor, id: string): Promise<boolean> {
  const rows = await db.rows(Prisma.sql`SELECT 1 FROM position WHERE id = ${id}::uuid AND ${positionIsVisible(actor)}`);
  return rows.length > 0;
}

/** Two versions compared; undefined where the actor does not see the position, 422 where there is no such version. */
export async function comparePosition(
  db: Reader,
  actor: Actor,
  id: string,
  { from, to }: { from: number; to: number },
): Promise<PositionComparison | undefined> {
  const rows = await db.rows<(KeptText & { number: number }) | { number: null }>(Prisma.sql`
    SELECT text.number, text.title_pl AS "titlePl", text.title_en AS "titleEn", text.paragraphs
    FROM position LEFT JOIN position_text text
      ON text.position_id = position.id AND text.number IN (${from}, ${to})
    WHERE position.id = ${id}::uuid AND ${positionIsVisible(actor)}`);
  if (rows.length === 0) return undefined;
  const version = (wanted: number, name: string): KeptText => {
    const row = rows.find(({ number }) => number === wanted);
    if (!row || row.number === null)
      throw new Problem('invalid', { issues: [{ in: 'query', pointer: `/${name}`, code: 'unknown_version' }] });
    return row;
  };
  const before = version(from, 'from');
  const after = version(to, 'to');
  const room = roomToCompare();
  return {
    title: { pl: after.titlePl, en: after.titleEn },
    from,
    to,
    titlePl: comparedWords(before.titlePl, after.titlePl, room),
    titleEn: comparedWords(before.titleEn ?? '', after.titleEn ?? '', room),
    paragraphs: comparedParagraphs(before.paragraphs, after.paragraphs, room),
  };
}

const registeredColumns = Prisma.sql`
  position.id, ${title} AS title, position.nature, ${decision} AS decision,
  ARRAY(SELECT addressee.name FROM addressee WHERE addressee.position_id = position.id ORDER BY addressee.place, addressee.id) AS addressees`;

/** The public register, the latest decision first. */
export async function listRegister(db: Reader, cursor: string | undefined): Promise<Page<RegisteredPosition>> {
  const [before, id] = readCursor(cursor, 'text', 'id');
  const [year, number] = (before ?? '').split('/').map(whole);
  const rows = await db.rows<RegisteredPosition>(Prisma.sql`
    SELECT ${registeredColumns} FROM position
    WHERE ${isRegistered}
      AND (${id ?? null}::uuid IS NULL
        OR (position.year, position.number) < (${year ?? 0}::int, ${number ?? 0}::int))
    ORDER BY position.year DESC, position.number DESC LIMIT ${pageSize + 1}`);
  return pageOf(rows, ({ decision: made, id: last }) => [`${made.year}/${made.number}`, last]);
}

/** One public position; undefined where there is none. */
export async function readRegistered(db: Reader, id: string): Promise<RegisteredPositionView | undefined> {
  const [row] = await db.rows<RegisteredPositionView>(Prisma.sql`
    SELECT ${registeredColumns}, ${occasion} AS occasion, ${effect} AS effect,
      (SELECT text.paragraphs FROM position_text text
       WHERE text.position_id = position.id AND text.number = position.text_number) AS paragraphs,
      (SELECT coalesce(json_agg(json_build_object('organization', organization.name,
                'text', json_build_object('pl', dissent.text_pl, 'en', dissent.text_en))
              ORDER BY organization.name COLLATE "pl-x-icu"), '[]')
       FROM position_dissent dissent JOIN organization ON organization.id = dissent.organization_id
       WHERE dissent.position_id = position.id) AS dissents,
      ARRAY(SELECT organization.name FROM position_signature signature
            JOIN organization ON organization.id = signature.organization_id
            WHERE signature.position_id = position.id ORDER BY organization.name COLLATE "pl-x-icu") AS signatures,
      (SELECT coalesce(json_agg(json_build_object('addressee', addressee.name, 'kind', answer.kind,
                'receivedOn', answer.received_on::text) ORDER BY answer.id), '[]')
       FROM addressee JOIN addressee_answer answer ON answer.addressee_id = addressee.id
       WHERE addressee.position_id = position.id) AS answers
    FROM position WHERE position.id = ${id}::uuid AND ${isRegistered}`);
  return row;
}

/** What the association is called, for what is printed. */
export async function associationName(db: Reader): Promise<Localized> {
  const [row] = await db.rows<Localized>(Prisma.sql`SELECT name_pl AS pl, name_en AS en FROM association`);
  return row ?? { pl: '', en: null };
}
