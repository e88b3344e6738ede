import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { DocumentView, documentsRoutes, Given, UploadTarget, UploadView } from '@blizej/contracts';
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
import { offsetsOf, partKey, partKeys, partNumber } from '../document.rules.ts';
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
  saveReceived,
  type LockedUpload,
  type ParentRow,
} from '../documents.store.ts';
import { digestOf, fileKey } from '../file-key.ts';

type Input = Given<typeof documentsRoutes.finishUpload>;

/** What of a file is known once it was read. */
interface Found {
  readonly mediaType: string;
  readonly sha256: Uint8Array<ArrayBuffer>;
}

/** In the place of a part lies something else: another body for it came at the same time, and was written last. */
class Spoilt extends Error {
  constructor(readonly offset: number) {
    super(`The part at ${offset} is not what was taken for it.`);
  }
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
  const file = upload.finished ? undefined : await join(store, upload).catch(unlessSpoilt);
  if (file instanceof Spoilt) {
    const current = await unit.run(actor, (work) => sendAgain(work, actor, upload, file));
    throw new Problem('upload-out-of-step', { current });
  }
  if (file === null) {
    await unit.run(actor, (work) => saveGivenUp(work, id));
    throw new Problem('file-type-refused');
  }
  return unit.run(actor, async (work) => {
    const locked = found(await lockUpload(work, actor, id));
    if (locked.finished || !file) return readDocumentIn(work, actor, locked.documentId ?? '');
    if (fileKey(locked) !== fileKey(upload))
      throw new Problem('upload-out-of-step', { current: presentUpload(locked) });
    const { documentId, number } = await place(work, actor, locked);
    const versionId = await insertVersion(work, {
      documentId,
      number,
      storageKey: fileKey(locked),
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

const unlessSpoilt = (error: unknown): Spoilt => {
  if (error instanceof Spoilt) return error;
  throw error;
};

/** Leads an upload back to a part that is to be sent again, unless it was meanwhile. */
async function sendAgain(work: Work, actor: Actor, upload: LockedUpload, { offset }: Spoilt): Promise<UploadView> {
  const now = found(await lockUpload(work, actor, upload.id));
  const number = partNumber(offset);
  if (!now.finished && now.partDigests[number] === upload.partDigests[number]) {
    await saveReceived(work, now.id, { received: offset, partDigests: now.partDigests.slice(0, number) });
  }
  return presentUpload(found(await lockUpload(work, actor, upload.id)));
}

/**
 * Puts the parts together and looks at what they are; null where that is not what the name says.
 * @throws Spoilt where a part is not the one that was noted
 */
async function join(store: FileStore, upload: LockedUpload): Promise<Found | null> {
  const mediaType = await mediaTypeOf(upload.fileName, await readPart(store, upload, 0));
  if (mediaType === undefined) return null;
  const hash = createHash('sha256');
  // A store may wrap what went wrong while it was read.
  let spoilt: Spoilt | undefined;
  async function* parts(): AsyncGenerator<Buffer> {
    for (const offset of offsetsOf(upload.bytes)) {
      const part = await readPart(store, upload, offset).catch((error: unknown) => {
        if (error instanceof Spoilt) spoilt = error;
        throw error;
      });
      hash.update(part);
      yield part;
    }
  }
  try {
    await store.put(fileKey(upload), Readable.from(parts(), { objectMode: false }), upload.bytes);
  } catch (error) {
    throw spoilt ?? error;
  }
  return { mediaType, sha256: new Uint8Array(hash.digest()) };
}

/** A part of an upload, whole, as it was noted. @throws Spoilt where it is another one */
async function readPart(store: FileStore, { id, partDigests }: LockedUpload, offset: number): Promise<Buffer> {
  const part = await buffer(await store.get(partKey(id, offset)));
  if (digestOf(part) !== partDigests[partNumber(offset)]) throw new Spoilt(offset);
  return part;
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
