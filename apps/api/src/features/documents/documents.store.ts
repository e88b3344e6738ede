/**
 * All SQL of documents but the lists. A document, a file that is on its way, and what a request names are looked at in
 * the same way: each has a network, a task, an answer, a resolution, an initiative or a position to which it belongs, and who
 * may see that sees it.
 */
import type {
  AssignmentState,
  InitiativeStage,
  Localized,
  NetworkState,
  PositionState,
  ScanState,
  TaskState,
  UploadTarget,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { members } from '../ballots/index.ts';
import { initiativeIsShared, isFormer, workingOn } from '../initiatives/index.ts';
import { networkIsVisible } from '../networks/index.ts';
import { positionIsVisible, rapporteurOf } from '../positions/index.ts';
import { resolutionPolicy } from '../resolutions/index.ts';
import { taskIsVisible } from '../tasks/index.ts';
import { handedIn, visibleAnswers, type ParentFacts } from './document.policy.ts';
import { uploadHours } from './document.rules.ts';

/** Whether the actor sees what a row named `document` belongs to; expects the joins below. */
export const parentIsVisible = (actor: Actor): Prisma.Sql => {
  const scope = visibleAnswers(actor);
  return Prisma.sql`(CASE
    WHEN document.resolution_id IS NOT NULL THEN resolution.id IS NOT NULL AND ${resolutionPolicy.read(actor)}
    WHEN document.initiative_id IS NOT NULL THEN initiative.id IS NOT NULL AND ${initiativeIsShared(actor)}
    WHEN document.position_id IS NOT NULL THEN position.id IS NOT NULL AND ${positionIsVisible(actor)}
    WHEN network.id IS NULL THEN false
    WHEN document.assignment_id IS NOT NULL THEN assignment.organization_id = ANY (${scope.organizationIds}::uuid[])
      OR (${scope.everything} AND assignment.state::text = ANY (${handedIn}))
    WHEN document.task_id IS NOT NULL THEN ${taskIsVisible(actor)}
    ELSE ${networkIsVisible(actor)} END)`;
};

/** What a row named `document` belongs to. */
export const parentJoins = Prisma.sql`
  LEFT JOIN assignment ON assignment.id = document.assignment_id
  LEFT JOIN task ON task.id = coalesce(document.task_id, assignment.task_id)
  LEFT JOIN network ON network.id = coalesce(document.network_id, task.network_id)
  LEFT JOIN resolution ON resolution.id = document.resolution_id
  LEFT JOIN initiative ON initiative.id = document.initiative_id
  LEFT JOIN position ON position.id = document.position_id`;

/** The same, as columns for `parentOf`. */
export const parentColumns = Prisma.sql`
  resolution.id AS "resolutionId", resolution.number AS "resolutionNumber", initiative.id AS "initiativeId",
  json_build_object('pl', initiative.title_pl, 'en', initiative.title_en) AS "initiativeTitle",
  initiative.stage AS "initiativeStage", position.id AS "positionId", position.state AS "positionState",
  ${rapporteurOf} AS "rapporteurId", position.proposed_by_id AS "proposedById",
  json_build_object('pl', position.title_pl, 'en', position.title_en) AS "positionTitle", document.network_id IS NOT NULL AS "isOfNetwork", document.task_id IS NOT NULL AS "isOfTask",
  network.id AS "networkId", network.name_pl AS "networkNamePl", network.name_en AS "networkNameEn",
  network.state AS "networkState", task.id AS "taskId", task.title, task.state AS "taskState", assignment.id AS "assignmentId",
  assignment.state AS "assignmentState", assignment.organization_id AS "gminaId",
  (SELECT name FROM organization WHERE id = assignment.organization_id) AS "gminaName",
  coalesce(
    (SELECT organization_id FROM membership seat
     WHERE seat.network_id = network.id AND seat.role = 'LEAD' AND seat.state = 'ACTIVE'),
    (SELECT organization_id FROM initiative_part part
     WHERE part.initiative_id = initiative.id AND part.role = 'LEAD_PARTNER' AND part.state = 'CONFIRMED'
       AND NOT ${isFormer(Prisma.sql`part.organization_id`)})) AS "leadId",
  ARRAY(SELECT organization_id FROM membership seat WHERE seat.network_id = network.id AND seat.state = 'ACTIVE'
        UNION SELECT working.organization_id FROM ${workingOn} AS working
        UNION SELECT member.id FROM (${members}) AS member WHERE position.id IS NOT NULL) AS "memberIds"`;

export interface NetworkParentRow {
  resolutionId: null;
  initiativeId: null;
  positionId: null;
  isOfNetwork: boolean;
  isOfTask: boolean;
  networkId: string;
  networkNamePl: string;
  networkNameEn: string | null;
  networkState: NetworkState;
  taskId: string | null;
  title: string | null;
  taskState: TaskState | null;
  assignmentId: string | null;
  assignmentState: AssignmentState | null;
  gminaId: string | null;
  gminaName: string | null;
  leadId: string | null;
  memberIds: string[];
}

export interface InitiativeParentRow {
  resolutionId: null;
  initiativeId: string;
  positionId: null;
  initiativeTitle: Localized;
  initiativeStage: InitiativeStage;
  leadId: string | null;
  memberIds: string[];
  isOfNetwork: false;
  networkId: null;
  taskId: null;
  assignmentId: null;
}

export interface PositionParentRow {
  resolutionId: null;
  initiativeId: null;
  positionId: string;
  positionTitle: Localized;
  positionState: PositionState;
  rapporteurId: string | null;
  proposedById: string;
  /** The member gminas of today. */
  memberIds: string[];
  isOfNetwork: false;
  networkId: null;
  taskId: null;
  assignmentId: null;
}

interface ResolutionParentRow {
  resolutionId: string;
  initiativeId: null;
  positionId: null;
  resolutionNumber: string;
  isOfNetwork: false;
  networkId: null;
  taskId: null;
  assignmentId: null;
}

export type ParentRow = NetworkParentRow | InitiativeParentRow | PositionParentRow | ResolutionParentRow;

/** The facts of a parent, as policy and life cycle ask for them. */
export function parentOf(row: ParentRow): ParentFacts {
  if (row.resolutionId !== null) return { kind: 'RESOLUTION' };
  if (row.initiativeId !== null) {
    const { initiativeStage, leadId, memberIds } = row;
    return { kind: 'INITIATIVE', initiativeStage, leadId, memberIds };
  }
  if (row.positionId !== null) {
    const { positionState, rapporteurId, proposedById } = row;
    return { kind: 'POSITION', positionState, rapporteurId, proposedById };
  }
  const { networkId, networkState, leadId, memberIds, taskState, assignmentState, gminaId } = row;
  const network = { networkId, networkState, leadId, memberIds };
  if (row.isOfNetwork || taskState === null) return { ...network, kind: 'NETWORK' };
  if (row.isOfTask || assignmentState === null || gminaId === null) return { ...network, kind: 'TASK', taskState };
  return { ...network, kind: 'ANSWER', taskState, assignmentState, gminaId };
}

/** What a request names, as a row named `document`: nothing is seen of what does not exist. */
export const namedBy = (target: Exclude<UploadTarget, { kind: 'DOCUMENT' }>): Prisma.Sql => {
  const network = target.kind === 'NETWORK' ? target.networkId : null;
  const task = target.kind === 'TASK' ? target.taskId : null;
  const resolution = target.kind === 'RESOLUTION' ? target.resolutionId : null;
  const initiative = target.kind === 'INITIATIVE' ? target.initiativeId : null;
  const position = target.kind === 'POSITION' ? target.positionId : null;
  const [ofTask, ofGmina] = target.kind === 'ANSWER' ? [target.taskId, target.organizationId] : [null, null];
  return Prisma.sql`(SELECT ${network}::uuid AS network_id, ${task}::uuid AS task_id, ${resolution}::uuid AS resolution_id,
    ${initiative}::uuid AS initiative_id, ${position}::uuid AS position_id,
    (SELECT id FROM assignment WHERE task_id = ${ofTask}::uuid AND organization_id = ${ofGmina}::uuid) AS assignment_id)
    AS document`;
};

/** What a file is to belong to, as far as the actor sees it; its state holds until the work ends. */
export async function lockParent(
  work: Work,
  actor: Actor,
  target: Exclude<UploadTarget, { kind: 'DOCUMENT' }>,
): Promise<ParentRow | undefined> {
  const [row] = await rowsOf<ParentRow>(
    work,
    Prisma.sql`SELECT ${parentColumns} FROM ${namedBy(target)} ${parentJoins} WHERE ${parentIsVisible(actor)}`,
  );
  if (row) await holdParent(work, row);
  return row;
}

/** Waits for whoever is closing the parent, or handing it in, and keeps it as it is until the work ends. */
async function holdParent(work: Work, row: ParentRow): Promise<void> {
  const { networkId, taskId, assignmentId, initiativeId, positionId } = row;
  const transaction = transactionOf(work);
  if (initiativeId) await transaction.$queryRaw`SELECT FROM initiative WHERE id = ${initiativeId}::uuid FOR SHARE`;
  if (positionId) await transaction.$queryRaw`SELECT FROM position WHERE id = ${positionId}::uuid FOR SHARE`;
  if (networkId === null) return;
  await transaction.$queryRaw`SELECT FROM network WHERE id = ${networkId}::uuid FOR SHARE`;
  if (taskId) await transaction.$queryRaw`SELECT FROM task WHERE id = ${taskId}::uuid FOR SHARE`;
  if (assignmentId) await transaction.$queryRaw`SELECT FROM assignment WHERE id = ${assignmentId}::uuid FOR SHARE`;
}

export type LockedDocument = ParentRow & DocumentColumns;

interface DocumentColumns {
  id: string;
  name: string;
  folder: string | null;
  organizationId: string;
  version: number;
  removed: boolean;
  mediaType: string;
  newest: number;
}

/** Locks a document whose parent the actor sees; also one that was taken away. */
export async function lockDocument(work: Work, actor: Actor, id: string): Promise<LockedDocument | undefined> {
  const lock = async () =>
    rowsOf<LockedDocument>(
      work,
      Prisma.sql`
        SELECT document.id, document.name, document.folder, document.organization_id AS "organizationId", document.version,
               document.removed_at IS NOT NULL AS removed, newest.number AS newest, newest.media_type AS "mediaType",
               ${parentColumns}
        FROM document ${parentJoins}
        JOIN LATERAL (SELECT number, media_type FROM document_version WHERE document_id = document.id
                      ORDER BY number DESC LIMIT 1) AS newest ON true
        WHERE document.id = ${id}::uuid AND ${parentIsVisible(actor)}
        FOR UPDATE OF document`,
    );
  const [row] = await lock();
  if (!row) return undefined;
  await holdParent(work, row);
  // Read again: what it belongs to may have been closed, and a version added, while this waited.
  return (await lock())[0];
}

export interface NewVersion {
  readonly documentId: string;
  readonly number: number;
  readonly storageKey: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: Uint8Array<ArrayBuffer>;
  readonly scan: ScanState;
  readonly uploadedById: string;
  readonly organizationId: string;
}

export async function insertDocument(
  work: Work,
  document: {
    networkId: string | null;
    taskId: string | null;
    assignmentId: string | null;
    resolutionId: string | null;
    initiativeId: string | null;
    positionId: string | null;
    organizationId: string;
    name: string;
    folder: string | null;
  },
): Promise<string> {
  return (await transactionOf(work).document.create({ data: document, select: { id: true } })).id;
}

/** Adds a version; gives its id. */
export const insertVersion = async (work: Work, version: NewVersion): Promise<string> =>
  (await transactionOf(work).documentVersion.create({ data: version, select: { id: true } })).id;

/** Saves what changed of a locked document and counts its version up. */
export async function saveDocument(
  work: Work,
  id: string,
  change: { name?: string; folder?: string | null } = {},
): Promise<void> {
  await transactionOf(work).document.update({ where: { id }, data: { ...change, version: { increment: 1 } } });
}

export async function saveRemoval(work: Work, id: string, removed: boolean): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE document SET removed_at = CASE WHEN ${removed} THEN portal_now() END, version = version + 1
    WHERE id = ${id}::uuid`;
}

/** Whether the person has told others of a file in the same place within a quarter of an hour: then not again. */
export async function hasToldLately(
  work: Work,
  personId: string,
  row: NetworkParentRow | InitiativeParentRow | PositionParentRow,
): Promise<boolean> {
  const [told] = await rowsOf(
    work,
    Prisma.sql`
      SELECT FROM event
      WHERE actor_person_id = ${personId}::uuid
        AND kind IN ('document.added', 'document.renewed', 'document.added-to-initiative', 'document.added-to-position')
        AND network_id IS NOT DISTINCT FROM ${row.networkId}::uuid AND task_id IS NOT DISTINCT FROM ${row.taskId}::uuid
        AND (facts ->> 'initiativeId') IS NOT DISTINCT FROM ${row.initiativeId}
        AND (facts ->> 'positionId') IS NOT DISTINCT FROM ${row.positionId}
        AND occurred_at BETWEEN portal_now() - interval '15 minutes' AND portal_now() LIMIT 1`,
  );
  return told !== undefined;
}

/** The gminas to which a task is assigned. */
export async function askedGminas(work: Work, taskId: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`SELECT organization_id AS id FROM assignment WHERE task_id = ${taskId}::uuid`,
  );
  return rows.map(({ id }) => id);
}

/** The bytes that an organization's files and those on their way come to; another upload of it waits until the work ends. */
export async function usedBytes(work: Work, organizationId: string): Promise<number> {
  await transactionOf(work).$queryRaw`SELECT FROM organization WHERE id = ${organizationId}::uuid FOR NO KEY UPDATE`;
  const [row] = await rowsOf<{ used: number }>(
    work,
    Prisma.sql`
      SELECT (coalesce((SELECT sum(bytes) FROM document_version
                        WHERE organization_id = ${organizationId}::uuid AND scan <> 'INFECTED'), 0)
            + coalesce((SELECT sum(bytes) FROM upload
                        WHERE organization_id = ${organizationId}::uuid AND NOT finished AND expires_at > portal_now()), 0))::float8 AS used`,
  );
  return row?.used ?? 0;
}

export interface LockedUpload {
  id: string;
  organizationId: string;
  networkId: string | null;
  taskId: string | null;
  assignmentId: string | null;
  resolutionId: string | null;
  initiativeId: string | null;
  positionId: string | null;
  folder: string | null;
  documentId: string | null;
  fileName: string;
  bytes: number;
  received: number;
  /** What has arrived, part by part. */
  partDigests: string[];
  finished: boolean;
  expiresAt: Date;
  /** Of the answer to which it will belong. */
  answerTaskId: string | null;
  answerGminaId: string | null;
}

export async function insertUpload(
  work: Work,
  upload: {
    personId: string;
    organizationId: string;
    networkId: string | null;
    taskId: string | null;
    assignmentId: string | null;
    resolutionId: string | null;
    initiativeId: string | null;
    positionId: string | null;
    folder: string | null;
    documentId: string | null;
    fileName: string;
    bytes: number;
  },
): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      INSERT INTO upload (person_id, organization_id, network_id, task_id, assignment_id, resolution_id, initiative_id,
                          position_id, folder, document_id, file_name, bytes, expires_at)
      VALUES (${upload.personId}::uuid, ${upload.organizationId}::uuid, ${upload.networkId}::uuid, ${upload.taskId}::uuid,
              ${upload.assignmentId}::uuid, ${upload.resolutionId}::uuid, ${upload.initiativeId}::uuid,
              ${upload.positionId}::uuid, ${upload.folder}, ${upload.documentId}::uuid, ${upload.fileName}, ${upload.bytes},
              portal_now() + make_interval(hours => ${uploadHours}))
      RETURNING id`,
  );
  if (!row) throw new Error('An upload was not begun.');
  return row.id;
}

/** Locks an upload of the person's own that has not expired; nobody sees another's. */
export async function lockUpload(work: Work, actor: Actor, id: string): Promise<LockedUpload | undefined> {
  const [row] = await rowsOf<LockedUpload>(
    work,
    Prisma.sql`
      SELECT upload.id, upload.organization_id AS "organizationId", upload.network_id AS "networkId",
             upload.task_id AS "taskId", upload.assignment_id AS "assignmentId", upload.resolution_id AS "resolutionId",
             upload.initiative_id AS "initiativeId", upload.position_id AS "positionId", upload.folder,
             upload.document_id AS "documentId", upload.file_name AS "fileName", upload.bytes, upload.received,
             upload.part_digests AS "partDigests", upload.finished, upload.expires_at AS "expiresAt", assignment.task_id AS "answerTaskId",
             assignment.organization_id AS "answerGminaId"
      FROM upload LEFT JOIN assignment ON assignment.id = upload.assignment_id
      WHERE upload.id = ${id}::uuid AND upload.person_id = ${actor.personId}::uuid AND upload.expires_at > portal_now()
        AND upload.organization_id = ANY (${actor.offices.map(({ organizationId }) => organizationId)}::uuid[])
      FOR UPDATE OF upload`,
  );
  return row;
}

/** Notes that an upload has come so far, by these parts, and gives it another day. */
export async function saveReceived(
  work: Work,
  id: string,
  { received, partDigests }: Pick<LockedUpload, 'received' | 'partDigests'>,
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE upload SET received = ${received}, part_digests = ${partDigests}, expires_at = portal_now() + make_interval(hours => ${uploadHours})
    WHERE id = ${id}::uuid`;
}

export async function saveFinished(work: Work, id: string, documentId: string): Promise<void> {
  await transactionOf(work).upload.update({ where: { id }, data: { finished: true, documentId } });
}

/** Gives an upload up: it is over at once, and the housekeeping takes what has arrived. */
export async function saveGivenUp(work: Work, id: string): Promise<void> {
  await transactionOf(work).$executeRaw`UPDATE upload SET expires_at = portal_now() WHERE id = ${id}::uuid`;
}

export interface VersionToScan {
  id: string;
  documentId: string;
  storageKey: string;
  fileName: string;
  uploadedById: string;
  organizationId: string;
}

/** A version that waits for the scanner; undefined where it does so no more. */
export async function versionToScan(work: Work, id: string): Promise<VersionToScan | undefined> {
  const [row] = await rowsOf<VersionToScan>(
    work,
    Prisma.sql`
      SELECT id, document_id AS "documentId", storage_key AS "storageKey", file_name AS "fileName",
             uploaded_by_id AS "uploadedById", organization_id AS "organizationId"
      FROM document_version WHERE id = ${id}::uuid AND scan = 'PENDING' FOR UPDATE`,
  );
  return row;
}

export async function saveVerdict(work: Work, id: string, scan: ScanState): Promise<void> {
  await transactionOf(work).documentVersion.update({ where: { id }, data: { scan } });
}

/** The uploads that nobody goes on with, and those that are over: taken out of the table, their files still lie. */
export const takeExpiredUploads = (
  work: Work,
): Promise<{ id: string; bytes: number; partDigests: string[]; finished: boolean }[]> =>
  rowsOf(
    work,
    Prisma.sql`
      DELETE FROM upload WHERE id IN (
        SELECT id FROM upload WHERE expires_at <= portal_now() ORDER BY expires_at LIMIT 100 FOR UPDATE SKIP LOCKED)
      RETURNING id, bytes, part_digests AS "partDigests", finished`,
  );

/** The documents that were taken away more than a day ago: taken out of the tables; gives the keys of their files. */
export async function takeRemovedDocuments(work: Work): Promise<string[]> {
  const rows = await rowsOf<{ key: string }>(
    work,
    Prisma.sql`
      WITH gone AS (
        SELECT id FROM document WHERE removed_at < portal_now() - interval '1 day'
        ORDER BY removed_at LIMIT 100 FOR UPDATE SKIP LOCKED
      ), keys AS (SELECT storage_key AS key FROM document_version JOIN gone ON gone.id = document_id),
      deleted AS (DELETE FROM document WHERE id IN (SELECT id FROM gone))
      SELECT key FROM keys`,
  );
  return rows.map(({ key }) => key);
}
