import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { DocumentView, documentsRoutes, Given, UploadTarget } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, notFound, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { mediaTypeOf } from '../../../platform/files/media-type.ts';
import type { Files } from '../../../platform/files/open-files.ts';
import { documentEvent, renewedEvent } from '../document-event.ts';
import { documentLifecycle } from '../document.lifecycle.ts';
import { documentPolicy } from '../document.policy.ts';
import { presentUpload } from '../document.presenter.ts';
import { fileKey, offsetsOf, partKey, partKeys } from '../document.rules.ts';
import { readDocumentIn } from '../documents.queries.ts';
import {
  askedGminas,
  hasToldLately,
  insertDocument,
  insertVersion,
  lockDocument,
  lockParent,
  lockUpload,
  parentOf,
  saveDocument,
  saveFinished,
  saveGivenUp,
  type LockedUpload,
  type ParentRow,
} from '../documents.store.ts';

type Input = Given<typeof documentsRoutes.finishUpload>;

/** What of a file is known once it was read. */
interface Found {
  readonly mediaType: string;
  readonly sha256: Uint8Array<ArrayBuffer>;
}

/**
 * Makes a document, or a new version of one, of what has arrived. The rights are asked again: the task may have been closed
 * meanwhile. Finished once, it answers the same document however often it is asked.
 */
export async function finishUpload(
  unit: UnitOfWork,
  { store, scanner }: Files,
  actor: Actor,
  { params: { id } }: Input,
): Promise<DocumentView> {
  const upload = await unit.run(actor, async (work) => found(await lockUpload(work, actor, id)));
  if (upload.received < upload.bytes) throw new Problem('upload-out-of-step', { current: presentUpload(upload) });
  // Outside of any transaction. A second one at the same time writes the same bytes to the same place.
  const file = upload.finished ? undefined : await join(store, upload);
  if (file === null) {
    await unit.run(actor, (work) => saveGivenUp(work, id));
    throw new Problem('file-type-refused');
  }
  return unit.run(actor, async (work) => {
    const locked = found(await lockUpload(work, actor, id));
    if (locked.finished || !file) return readDocumentIn(work, actor, locked.documentId ?? '');
    const { documentId, number } = await place(work, actor, locked);
    const versionId = await insertVersion(work, {
      documentId,
      number,
      storageKey: fileKey(id),
      fileName: locked.fileName,
      mediaType: file.mediaType,
      bytes: locked.bytes,
      sha256: file.sha256,
      scan: scanner ? 'PENDING' : 'CLEAN',
      uploadedById: actor.personId,
      organizationId: locked.organizationId,
    });
    await saveFinished(work, id, documentId);
    if (scanner) work.enqueue({ name: 'scan-file', payload: { versionId } });
    work.enqueue({ name: 'delete-files', payload: { keys: partKeys(locked) } });
    return readDocumentIn(work, actor, documentId);
  });
}

/** Puts the parts together and looks at what they are; null where that is not what the name says. */
async function join(store: FileStore, { id, fileName, bytes }: LockedUpload): Promise<Found | null> {
  const mediaType = await mediaTypeOf(fileName, await buffer(await store.get(partKey(id, 0))));
  if (mediaType === undefined) return null;
  const hash = createHash('sha256');
  await store.put(fileKey(id), Readable.from(parts(store, id, bytes, hash), { objectMode: false }), bytes);
  return { mediaType, sha256: new Uint8Array(hash.digest()) };
}

async function* parts(store: FileStore, id: string, bytes: number, hash: Hash): AsyncGenerator<Buffer> {
  for (const offset of offsetsOf(bytes)) {
    for await (const chunk of (await store.get(partKey(id, offset))) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      yield chunk;
    }
  }
}

/** The document to which the file goes, with the number of its version; records what that means. */
async function place(work: Work, actor: Actor, upload: LockedUpload): Promise<{ documentId: string; number: number }> {
  if (upload.documentId !== null) {
    const document = found(await lockDocument(work, actor, upload.documentId));
    if (document.removed) throw notFound();
    const parent = parentOf(document);
    allow(documentPolicy.change(actor, { parent, organizationId: document.organizationId }));
    documentLifecycle.expectOpen(parent);
    const number = document.newest + 1;
    await saveDocument(work, document.id);
    work.record({
      ...renewedEvent(document, document.name, number, actor),
      organizationIds: await audience(work, actor, document),
    });
    return { documentId: document.id, number };
  }
  const row = found(await lockParent(work, actor, targetOf(upload)));
  const parent = parentOf(row);
  allow(documentPolicy.add(actor, parent));
  documentLifecycle.expectOpen(parent);
  work.record({
    ...documentEvent('added', row, upload.fileName, actor),
    organizationIds: await audience(work, actor, row),
  });
  const {
    networkId,
    taskId,
    assignmentId,
    resolutionId,
    initiativeId,
    positionId,
    organizationId,
    folder,
    fileName: name,
  } = upload;
  const parents = { networkId, taskId, assignmentId, resolutionId, initiativeId, positionId, folder };
  const documentId = await insertDocument(work, { ...parents, organizationId, name });
  return { documentId, number: 1 };
}

const targetOf = (upload: LockedUpload): Exclude<UploadTarget, { kind: 'DOCUMENT' }> => {
  const { networkId, taskId, resolutionId, initiativeId, positionId, answerTaskId, answerGminaId, folder } = upload;
  if (networkId !== null) return { kind: 'NETWORK', networkId, folder };
  if (taskId !== null) return { kind: 'TASK', taskId };
  if (resolutionId !== null) return { kind: 'RESOLUTION', resolutionId };
  if (initiativeId !== null) return { kind: 'INITIATIVE', initiativeId };
  if (positionId !== null) return { kind: 'POSITION', positionId };
  return { kind: 'ANSWER', taskId: answerTaskId ?? '', organizationId: answerGminaId ?? '' };
};

/**
 * Those to be told: the network's members, those asked, those who take part in the initiative, or all gminas of what they have
 * adopted; nobody where the same person has just told them, of an answer and of the register.
 */
async function audience(work: Work, actor: Actor, row: ParentRow): Promise<string[]> {
  if (row.resolutionId !== null || row.assignmentId !== null) return [];
  if (await hasToldLately(work, actor.personId, row)) return [];
  const concerned = row.taskId === null ? row.memberIds : await askedGminas(work, row.taskId);
  return concerned.filter((id) => id !== mainOffice(actor)?.organizationId);
}
