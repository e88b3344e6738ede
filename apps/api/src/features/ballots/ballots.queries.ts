import {
  pageSize,
  type BallotExport,
  type BallotState,
  type BallotSummary,
  type BallotView,
  type Language,
  type PopoloMotion,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { readTimeZone } from '../organizations/index.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import type { PdfDocument } from '../../platform/pdf/pdf-document.ts';
import { protocolOf } from './ballot-protocol.ts';
import {
  presentBallot,
  presentExport,
  presentPopolo,
  presentSummary,
  type BallotRow,
  type ExportRow,
  type SummaryRow,
} from './ballot.presenter.ts';
import { votesFor } from './ballot.policy.ts';
import { ballotIsVisible } from './ballots.store.ts';
import { proxyHolds } from './proxies.store.ts';

const summaryColumns = (actor: Actor) => Prisma.sql`
  ballot.id, ballot.title_pl AS "titlePl", ballot.title_en AS "titleEn", ballot.nature, ballot.state,
  ballot.opens_at AS "opensAt", ballot.closes_at AS "closesAt", ballot.opened_at AS "openedAt", ballot.closed_at AS "closedAt",
  ballot.key_missing_since AS "keyMissingSince",
  ballot.elector_count AS "electorCount", ballot.voted_count AS "votedCount", ballot.outcome, portal_clock() AS now,
  (SELECT json_build_object('organizationId', elector.organization_id, 'voted', EXISTS (
     SELECT FROM ballot_vote WHERE ballot_vote.ballot_id = elector.ballot_id
       AND ballot_vote.organization_id = elector.organization_id AND ballot_vote.counted))
   FROM ballot_elector elector
   WHERE elector.ballot_id = ballot.id AND elector.organization_id = ANY (${votesFor(actor)}::uuid[]) LIMIT 1) AS mine`;

/** Ballots that the actor may see, the last to close first. */
export async function listBallots(
  db: Reader,
  actor: Actor,
  query: { state?: BallotState | undefined; cursor?: string | undefined },
): Promise<Page<BallotSummary>> {
  const [closesAt, id] = readCursor(query.cursor, 'instant', 'id');
  const rows = await db.rows<SummaryRow>(Prisma.sql`
    SELECT ${summaryColumns(actor)} FROM ballot
    WHERE ${ballotIsVisible(actor)}
      AND (${query.state ?? null}::text IS NULL OR ballot.state::text = ${query.state ?? null})
      AND (${id ?? null}::uuid IS NULL
        OR (ballot.closes_at, ballot.id) < (${closesAt ?? null}::timestamptz, ${id ?? null}::uuid))
    ORDER BY ballot.closes_at DESC, ballot.id DESC LIMIT ${pageSize + 1}`);
  return pageOf(rows.map(presentSummary), (ballot) => [ballot.closesAt, ballot.id]);
}

const vote = Prisma.sql`
  'number', ballot_vote.number, 'choice', ballot_vote.choice, 'office', ballot_vote.office, 'castAt', ballot_vote.cast_at,
  'receipt', ballot_vote.receipt, 'channel', ballot_vote.channel,
  'proxy', (SELECT json_build_object('organizationId', ballot_proxy.holder_id, 'organization', holder.name,
                                     'document', ballot_proxy.document, 'documentOn', ballot_proxy.document_on)
            FROM ballot_proxy JOIN organization holder ON holder.id = ballot_proxy.holder_id
            WHERE ballot_proxy.id = ballot_vote.proxy_id),
  'paper', CASE ballot_vote.channel WHEN 'PAPER'
           THEN json_build_object('reference', ballot_vote.paper_reference, 'on', ballot_vote.paper_on) END`;

const ballotColumns = (actor: Actor) => Prisma.sql`
  ${summaryColumns(actor)}, ballot.question_pl AS "questionPl", ballot.question_en AS "questionEn",
  ballot.legal_basis AS "legalBasis", ballot.quorum, ballot.majority, ballot.majority_of AS "majorityOf",
  ballot.live_count AS "liveCount", ballot.withdrawal, ballot.head,
  ballot.closing, ballot.record_format AS "recordFormat",
  ballot.for_count AS "forCount", ballot.against_count AS "againstCount", ballot.abstain_count AS "abstainCount",
  ballot.version, ballot.secret, ballot.proxy_limit AS "proxyLimit", ballot.reminder_hours AS "reminderHours",
  ballot.public_key AS "publicKey",
  (SELECT coalesce(json_agg(json_build_object('code', code, 'choice', choice) ORDER BY place), '[]')
   FROM ballot_opened_vote WHERE ballot_opened_vote.ballot_id = ballot.id) AS opened,
  (SELECT coalesce(json_agg(json_build_object(
            'id', ballot_proxy.id, 'organizationId', ballot_proxy.organization_id, 'holderId', ballot_proxy.holder_id,
            'holderPersonId', ballot_proxy.holder_person_id, 'holder', holder.name, 'document', ballot_proxy.document)
            ORDER BY ballot_proxy.ballot_id NULLS LAST), '[]')
   FROM ballot_proxy JOIN organization holder ON holder.id = ballot_proxy.holder_id
   WHERE ${proxyHolds} AND NOT ballot.secret AND ballot.proxy_limit > 0) AS proxies,
  (SELECT coalesce(json_agg(json_build_object('formerClosesAt', former_closes_at, 'closesAt', closes_at, 'reason', reason)
                            ORDER BY id), '[]')
   FROM ballot_extension WHERE ballot_extension.ballot_id = ballot.id) AS extensions`;

const electors = (order: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'id', elector.organization_id, 'name', elector.name,
            'vote', CASE WHEN ballot_vote.number IS NOT NULL THEN json_build_object(${vote}) END) ORDER BY ${order}), '[]')
   FROM ballot_elector elector LEFT JOIN ballot_vote
     ON ballot_vote.ballot_id = elector.ballot_id AND ballot_vote.organization_id = elector.organization_id
       AND ballot_vote.counted
   WHERE elector.ballot_id = ballot.id) AS electors`;

const ballotById = (actor: Actor, id: string) => Prisma.sql`
  SELECT ${ballotColumns(actor)}, ${electors(Prisma.sql`elector.name COLLATE "pl-x-icu", elector.organization_id`)}
  FROM ballot WHERE ballot.id = ${id}::uuid AND ${ballotIsVisible(actor)}`;

/** One ballot as the actor sees it; undefined where the actor may not. */
export async function readBallot(db: Reader, actor: Actor, id: string): Promise<BallotView | undefined> {
  const [row] = await db.rows<BallotRow>(ballotById(actor, id));
  return row && presentBallot(row, actor);
}

/** The same inside a work, for what a deed answers. */
export async function readBallotIn(work: Work, actor: Actor, id: string): Promise<BallotView> {
  const [row] = await rowsOf<BallotRow>(work, ballotById(actor, id));
  if (!row) throw new Error('A deed lost sight of its ballot.');
  return presentBallot(row, actor);
}

/** A ballot with every vote of its chain; undefined where the actor may not see it. */
export async function readRecord(db: Reader, actor: Actor, id: string): Promise<ExportRow | undefined> {
  const [row] = await db.rows<ExportRow>(Prisma.sql`
    SELECT ${ballotColumns(actor)}, ballot.opening, ${electors(Prisma.sql`elector.organization_id`)},
           (SELECT coalesce(json_agg(json_build_object(${vote}, 'organizationId', organization_id, 'nonce', nonce,
                                                        'digest', digest)
                                     ORDER BY number), '[]')
            FROM ballot_vote WHERE ballot_vote.ballot_id = ballot.id) AS votes
    FROM ballot WHERE ballot.id = ${id}::uuid AND ${ballotIsVisible(actor)}`);
  return row;
}

/** A closed ballot for anybody to recount; undefined where the actor may not see it, 409 where it is not closed. */
export async function exportBallot(db: Reader, actor: Actor, id: string): Promise<BallotExport | undefined> {
  const row = await readRecord(db, actor, id);
  if (!row) return undefined;
  const view = presentExport(row);
  if (!view) throw new Problem('wrong-state', { state: row.state });
  return view;
}

/** A closed roll-call ballot in the words of Popolo; undefined where the actor may not see it. */
export async function readPopolo(db: Reader, actor: Actor, id: string): Promise<PopoloMotion | undefined> {
  const record = await exportBallot(db, actor, id);
  if (!record) return undefined;
  if (record.opened) throw new Problem('ballot-secret');
  return presentPopolo(record);
}

/** The minutes of a closed ballot in a language; undefined where the actor may not see it. */
export async function readProtocol(
  db: Reader,
  actor: Actor,
  id: string,
  language: Language,
): Promise<PdfDocument | undefined> {
  const record = await exportBallot(db, actor, id);
  if (!record) return undefined;
  return protocolOf(record, language, await readTimeZone(db));
}
