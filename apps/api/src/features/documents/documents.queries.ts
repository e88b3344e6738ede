import {
  pageSize,
  type DocumentPage,
  type DocumentView,
  type SignedFile,
  type UploadTarget,
  type UploadView,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor } from '../../platform/database/paging.ts';
import { isRegistered } from '../positions/index.ts';
import { documentLifecycle } from './document.lifecycle.ts';
import { documentPolicy } from './document.policy.ts';
import {
  presentDocument,
  presentDocumentWhole,
  presentUpload,
  type DocumentRow,
  type UploadRow,
  type VersionRow,
} from './document.presenter.ts';
import { namedBy, parentColumns, parentIsVisible, parentJoins, parentOf, type ParentRow } from './documents.store.ts';

const versionColumns = Prisma.sql`
  document_version.number, document_version.file_name AS "fileName", document_version.media_type AS "mediaType",
  document_version.bytes, document_version.scan, document_version.uploaded_by_id AS "uploadedById",
  uploader.name AS "uploadedByName", document_version.organization_id AS "versionOrganizationId",
  sender.name AS "versionOrganizationName", document_version.created_at AS "versionCreatedAt"`;
const versionJoins = Prisma.sql`
  JOIN person uploader ON uploader.id = document_version.uploaded_by_id
  JOIN organization sender ON sender.id = document_version.organization_id`;

/** The version that counts: the newest that is not infected. A document without one is none. */
const currentJoin = Prisma.sql`
  JOIN LATERAL (SELECT ${versionColumns} FROM document_version ${versionJoins}
                WHERE document_version.document_id = document.id AND document_version.scan <> 'INFECTED'
                ORDER BY document_version.number DESC LIMIT 1) AS current ON true`;
const documentColumns = Prisma.sql`
  document.id, document.name, document.folder, document.version, document.organization_id AS "organizationId", current.*`;

/** Documents of what is named, newest first; undefined where the actor does not see that. */
export async function listDocuments(
  db: Reader,
  actor: Actor,
  target: Exclude<UploadTarget, { kind: 'DOCUMENT' }>,
  query: { folder?: string | undefined; cursor?: string | undefined },
): Promise<DocumentPage | undefined> {
  const [before] = readCursor(query.cursor, 'id');
  const [named] = await db.rows<ParentRow & { folders: string[] }>(Prisma.sql`
    SELECT ${parentColumns},
      ARRAY(SELECT DISTINCT folder COLLATE "pl-x-icu" FROM document other
            WHERE other.network_id = document.network_id AND other.removed_at IS NULL AND folder IS NOT NULL
            ORDER BY 1) AS folders
    FROM ${namedBy(target)} ${parentJoins} WHERE ${parentIsVisible(actor)}`);
  if (!named) return undefined;
  const parent = parentOf(named);
  const rows = await db.rows<DocumentRow>(Prisma.sql`
    SELECT ${documentColumns} FROM document ${currentJoin}
    WHERE ${
      parent.kind === 'NETWORK'
        ? Prisma.sql`document.network_id = ${named.networkId}::uuid`
        : parent.kind === 'TASK'
          ? Prisma.sql`document.task_id = ${named.taskId}::uuid`
          : parent.kind === 'ANSWER'
            ? Prisma.sql`document.assignment_id = ${named.assignmentId}::uuid`
            : parent.kind === 'RESOLUTION'
              ? Prisma.sql`document.resolution_id = ${named.resolutionId}::uuid`
              : parent.kind === 'POSITION'
                ? Prisma.sql`document.position_id = ${named.positionId}::uuid`
                : Prisma.sql`document.initiative_id = ${named.initiativeId}::uuid`
    }
      AND document.removed_at IS NULL
      AND (${query.folder ?? null}::text IS NULL OR coalesce(document.folder, '') = ${query.folder ?? null})
      AND (${before ?? null}::uuid IS NULL OR document.id < ${before ?? null}::uuid)
    ORDER BY document.id DESC LIMIT ${pageSize + 1}`);
  const { items, next } = pageOf(rows, (row) => [row.id]);
  return {
    items: items.map((row) => presentDocument(row, parent, actor)),
    next,
    folders: named.folders,
    abilities: { add: documentPolicy.add(actor, parent) && documentLifecycle.allows(parent) },
  };
}

const documentById = (actor: Actor, id: string) => Prisma.sql`
  SELECT ${documentColumns}, ${parentColumns},
    (SELECT coalesce(json_agg(entry ORDER BY entry.number DESC), '[]')
     FROM (SELECT ${versionColumns} FROM document_version ${versionJoins} WHERE document_version.document_id = document.id
           ORDER BY document_version.number DESC LIMIT ${pageSize}) AS entry) AS versions
  FROM document ${parentJoins} ${currentJoin}
  WHERE document.id = ${id}::uuid AND document.removed_at IS NULL AND ${parentIsVisible(actor)}`;

type WholeRow = DocumentRow & ParentRow & { versions: VersionRow[] };

/** One document with its versions; undefined where the actor does not see what it belongs to. */
export async function readDocument(db: Reader, actor: Actor, id: string): Promise<DocumentView | undefined> {
  const [row] = await db.rows<WholeRow>(documentById(actor, id));
  return row && presentDocumentWhole(row, row.versions, parentOf(row), actor);
}

/** The same inside a work, for what a deed answers. */
export async function readDocumentIn(work: Work, actor: Actor, id: string): Promise<DocumentView> {
  const [row] = await rowsOf<WholeRow>(work, documentById(actor, id));
  if (!row) throw new Error('A deed lost sight of its document.');
  return presentDocumentWhole(row, row.versions, parentOf(row), actor);
}

export interface KeptFile {
  readonly storageKey: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: Buffer;
  readonly scan: string;
  readonly uploadedById: string;
  /** What it is called when somebody keeps it: the document's name. */
  readonly name: string;
}

/** Where the file of a version lies; undefined where the actor sees no such document, or it was infected and is gone. */
export async function findFile(
  db: Reader,
  actor: Actor,
  documentId: string,
  number: number,
): Promise<KeptFile | undefined> {
  const [row] = await db.rows<KeptFile>(Prisma.sql`
    SELECT document_version.storage_key AS "storageKey", document_version.media_type AS "mediaType",
           document_version.bytes, document_version.sha256, document_version.scan,
           document_version.uploaded_by_id AS "uploadedById",
           CASE WHEN document_version.media_type = latest.media_type THEN document.name
                ELSE document_version.file_name END AS name
    FROM document ${parentJoins}
    JOIN document_version ON document_version.document_id = document.id AND document_version.number = ${number}
    JOIN LATERAL (SELECT media_type FROM document_version WHERE document_id = document.id AND scan <> 'INFECTED'
                  ORDER BY number DESC LIMIT 1) AS latest ON true
    WHERE document.id = ${documentId}::uuid AND document.removed_at IS NULL AND document_version.scan <> 'INFECTED'
      AND ${parentIsVisible(actor)}`);
  return row;
}

/** What anybody may have of a public position: of each signed copy the newest state that was found clean, and is a PDF. */
const signedFiles = (positionId: string): Prisma.Sql => Prisma.sql`
  SELECT document.id, document.name, signed.*
  FROM document JOIN position ON position.id = document.position_id AND ${isRegistered}
  JOIN LATERAL (SELECT storage_key AS "storageKey", media_type AS "mediaType", bytes, sha256, scan,
                       uploaded_by_id AS "uploadedById", created_at AS "addedAt"
                FROM document_version WHERE document_id = document.id AND scan = 'CLEAN' AND media_type = 'application/pdf'
                ORDER BY number DESC LIMIT 1) AS signed ON true
  WHERE document.position_id = ${positionId}::uuid AND document.removed_at IS NULL`;

/** The signed copies of a public position, newest first; undefined where there is no such position. */
export async function listSignedFiles(db: Reader, positionId: string): Promise<SignedFile[] | undefined> {
  const named = await db.rows(
    Prisma.sql`SELECT 1 FROM position WHERE position.id = ${positionId}::uuid AND ${isRegistered}`,
  );
  if (named.length === 0) return undefined;
  const rows = await db.rows<KeptFile & { id: string; addedAt: Date }>(
    Prisma.sql`${signedFiles(positionId)} ORDER BY document.id DESC LIMIT ${pageSize}`,
  );
  return rows.map(({ id, name, bytes, addedAt }) => ({ id, name, bytes, addedAt: addedAt.toISOString() }));
}

/** Where a signed copy of a public position lies. */
export async function findSignedFile(
  db: Reader,
  positionId: string,
  documentId: string,
): Promise<KeptFile | undefined> {
  const [row] = await db.rows<KeptFile>(Prisma.sql`${signedFiles(positionId)} AND document.id = ${documentId}::uuid`);
  return row;
}

/** How far an upload of the actor's own is. */
export async function readUpload(db: Reader, actor: Actor, id: string): Promise<UploadView | undefined> {
  const [row] = await db.rows<UploadRow>(Prisma.sql`
    SELECT id, file_name AS "fileName", bytes, received, expires_at AS "expiresAt" FROM upload
    WHERE id = ${id}::uuid AND person_id = ${actor.personId}::uuid AND expires_at > portal_now()
      AND organization_id = ANY (${actor.offices.map(({ organizationId }) => organizationId)}::uuid[])`);
  return row && presentUpload(row);
}
