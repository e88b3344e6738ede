import {
  callRowsAtMost,
  type CallImportReport,
  type CallRowOutcome,
  type fundingRoutes,
  type Given,
} from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { readTable } from '../../../platform/files/table.ts';
import { readCallRows, rowsOfJson, rowsOfTable, saysTheSame, type ReadRow } from '../call-file.ts';
import { readerOf } from '../calls.queries.ts';
import { importSettings } from '../import.queries.ts';
import { insertMoves, knownCalls, saveCalls, type CallBefore, type KeptCall, type Move } from '../calls.store.ts';
import { callEvent } from '../funding-event.ts';
import { fundingPolicy } from '../funding.policy.ts';
import { tellOfNew } from './announce-call.ts';
import { tellOfMoves } from './change-call.ts';

type File = Given<typeof fundingRoutes.previewCalls>['body'];

/** The rows of a file, by what it holds and not by its name. */
async function rowsOf({ content }: File) {
  const bytes = Buffer.from(content, 'base64');
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  // The row that names the columns is not counted.
  const rows = text.startsWith('[') ? rowsOfJson(text) : rowsOfTable(await readTable(bytes, callRowsAtMost + 1));
  if (!rows || rows.length === 0) throw new Problem('file-unreadable');
  if (rows.length > callRowsAtMost) throw new Problem('list-too-long');
  return rows;
}

interface Judged extends ReadRow {
  readonly outcome: CallRowOutcome;
  readonly before: CallBefore | undefined;
}

/** What each row would do, as things stand: nothing is changed by looking. */
async function judge(work: Work, file: File, isLocked: boolean): Promise<Judged[]> {
  const rows = readCallRows(await rowsOf(file), await importSettings(readerOf(work)));
  const ids = rows.map(({ externalId }) => externalId);
  const known = await knownCalls((sql) => readerOf(work).rows<CallBefore>(sql), ids, isLocked);
  const before = new Map(known.map((call) => [call.externalId, call]));
  return rows.map((row) => {
    const former = before.get(row.externalId);
    if (!row.call) return { ...row, before: former, outcome: 'WRONG' };
    if (!former) return { ...row, before: undefined, outcome: 'NEW' };
    if (saysTheSame(former, row.call)) return { ...row, before: former, outcome: 'UNCHANGED' };
    if (!former.isCancelled) return { ...row, before: former, outcome: 'CHANGED' };
    const wrong = [{ column: 'externalId' as const, code: 'call_cancelled', value: row.externalId, takes: [] }];
    return { ...row, call: null, wrong, before: former, outcome: 'WRONG' };
  });
}

const reportOf = (fileName: string, rows: readonly Judged[], kept: boolean): CallImportReport => ({
  fileName,
  kept,
  rows: rows.map(({ line, externalId, title, outcome, wrong }) => ({ line, externalId, title, outcome, wrong })),
});

/** Says what a file would do, row by row. */
export const previewCalls = (unit: UnitOfWork, actor: Actor, { body }: { body: File }): Promise<CallImportReport> =>
  unit.run(actor, async (work) => {
    allow(fundingPolicy.keepCalls(actor));
    return reportOf(body.fileName, await judge(work, body, false), false);
  });

/** The moves of deadlines among the rows; a file that gives no reason is the reason itself. */
function movesOf(rows: readonly Judged[], fileName: string, personId: string): Move[] {
  return rows.flatMap(({ call, before, outcome }) => {
    if (outcome !== 'CHANGED' || !call || !before) return [];
    const former = { closesAt: before.closesAt as Date, firstStageAt: before.firstStageAt as Date | null };
    const firstStageAt = call.firstStageAt === undefined ? null : new Date(call.firstStageAt);
    const closesAt = new Date(call.closesAt);
    const isSame =
      former.closesAt.getTime() === closesAt.getTime() && former.firstStageAt?.getTime() === firstStageAt?.getTime();
    if (isSame) return [];
    return [
      {
        callId: before.id,
        formerFirstStageAt: former.firstStageAt,
        formerClosesAt: former.closesAt,
        firstStageAt,
        closesAt,
        reason: call.reason ?? fileName,
        personId,
      },
    ];
  });
}

async function keep(work: Work, actor: Actor, rows: readonly Judged[], fileName: string): Promise<void> {
  const written = rows.flatMap(({ call, outcome }) =>
    call && (outcome === 'NEW' || outcome === 'CHANGED') ? [call] : [],
  );
  if (written.length === 0) return;
  const formerDays = await importSettings(readerOf(work));
  const kept = await saveCalls(work, written);
  const before = new Map(rows.flatMap((row) => (row.before ? [[row.before.id, row.before] as const] : [])));
  const moves = movesOf(rows, fileName, actor.personId);
  await insertMoves(work, moves);
  await tellOfNew(
    work,
    actor,
    kept.filter(({ id }) => !before.has(id)),
  );
  const byId = new Map<string, KeptCall>(kept.map((call) => [call.id, call]));
  const moved = moves.flatMap(({ callId, formerClosesAt, reason }) => {
    const call = byId.get(callId);
    return call ? [{ ...call, formerOn: formerDays.dayOf(formerClosesAt), reason }] : [];
  });
  await tellOfMoves(work, actor, moved);
  const isMoved = new Set(moved.map(({ id }) => id));
  for (const { id, title } of kept) {
    if (before.has(id) && !isMoved.has(id)) work.record(callEvent('call.changed', actor, { id, title }, {}));
  }
  work.record({
    kind: 'call.imported',
    facts: { count: written.length, document: fileName },
    actingFor: mainOffice(actor)?.organizationId ?? null,
  });
}

/** Takes calls from a file: all rows or none, or those that are right. The same file a second time changes nothing. */
export const importCalls = (
  unit: UnitOfWork,
  actor: Actor,
  { body: { rows: which, ...file } }: Given<typeof fundingRoutes.importCalls>,
): Promise<CallImportReport> =>
  unit.run(actor, async (work) => {
    allow(fundingPolicy.keepCalls(actor));
    const rows = await judge(work, file, true);
    if (which === 'ALL' && rows.some(({ outcome }) => outcome === 'WRONG')) return reportOf(file.fileName, rows, false);
    await keep(work, actor, rows, file.fileName);
    return reportOf(file.fileName, rows, true);
  });
