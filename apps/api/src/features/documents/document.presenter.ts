import type { DocumentSummary, DocumentVersionView, DocumentView, ScanState, UploadView } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { documentLifecycle } from './document.lifecycle.ts';
import { documentPolicy, type ParentFacts } from './document.policy.ts';
import { previewOf } from './document.rules.ts';

export interface VersionRow {
  number: number;
  fileName: string;
  mediaType: string;
  bytes: number;
  scan: ScanState;
  uploadedById: string;
  uploadedByName: string;
  versionOrganizationId: string;
  versionOrganizationName: string;
  versionCreatedAt: Date | string;
}

export interface DocumentRow extends VersionRow {
  id: string;
  name: string;
  folder: string | null;
  version: number;
  organizationId: string;
}

export interface UploadRow {
  id: string;
  fileName: string;
  bytes: number;
  received: number;
  expiresAt: Date;
}

export const presentVersion = (row: VersionRow, actor: Actor): DocumentVersionView => ({
  number: row.number,
  fileName: row.fileName,
  mediaType: row.mediaType,
  bytes: row.bytes,
  scan: row.scan,
  uploadedBy: { id: row.uploadedById, name: row.uploadedByName },
  organization: { id: row.versionOrganizationId, name: row.versionOrganizationName },
  createdAt: new Date(row.versionCreatedAt).toISOString(),
  preview: previewOf(row.mediaType),
  readable: documentPolicy.readFile(actor, row),
});

/** A document with what the viewer may do: policy and life cycle together. */
export const presentDocument = (row: DocumentRow, parent: ParentFacts, actor: Actor): DocumentSummary => ({
  id: row.id,
  name: row.name,
  folder: row.folder,
  version: row.version,
  current: presentVersion(row, actor),
  abilities: {
    change:
      documentPolicy.change(actor, { parent, organizationId: row.organizationId }) && documentLifecycle.allows(parent),
  },
});

export const presentDocumentWhole = (
  row: DocumentRow,
  versions: readonly VersionRow[],
  parent: ParentFacts,
  actor: Actor,
): DocumentView => ({
  ...presentDocument(row, parent, actor),
  versions: versions.map((version) => presentVersion(version, actor)),
});

export const presentUpload = ({ id, fileName, bytes, received, expiresAt }: UploadRow): UploadView => ({
  id,
  fileName,
  bytes,
  received,
  expiresAt: expiresAt.toISOString(),
});
