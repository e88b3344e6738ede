import type { documentsRoutes, Given, UploadView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { presentUpload } from '../document.presenter.ts';
import { partAt, partKey, partNumber } from '../document.rules.ts';
import { lockUpload, saveReceived, type LockedUpload } from '../documents.store.ts';
import { digestOf } from '../file-key.ts';

type Input = Given<typeof documentsRoutes.sendPart>;

/**
 * Keeps the part of a file that begins at an offset. A part that has arrived already is taken for what it is, a retry whose
 * answer was lost, unless it has other bytes: then it is refused. One that leaves a gap is refused with how far the upload is.
 * Of two that come at once the first that is noted counts; where the other was written after it, the end finds that out.
 */
export async function sendPart(
  unit: UnitOfWork,
  store: FileStore,
  actor: Actor,
  { params: { id, offset } }: Input,
  bytes: Buffer,
): Promise<UploadView> {
  const upload = await unit.run(actor, async (work) => found(await lockUpload(work, actor, id)));
  if (bytes.length === 0 || bytes.length !== partAt(offset, upload.bytes)) throw new Problem('part-wrong-size');
  const digest = digestOf(bytes);
  if (!isNext(upload, offset, digest)) return presentUpload(upload);
  // Outside of any transaction: the store may take its time.
  await store.put(partKey(id, offset), bytes, bytes.length);
  return unit.run(actor, async (work) => {
    const now = found(await lockUpload(work, actor, id));
    if (!isNext(now, offset, digest)) return presentUpload(now);
    await saveReceived(work, id, { received: offset + bytes.length, partDigests: [...now.partDigests, digest] });
    return presentUpload(found(await lockUpload(work, actor, id)));
  });
}

/** Whether the part is the next one; false where it has arrived already. */
function isNext(upload: LockedUpload, offset: number, digest: string): boolean {
  if (offset > upload.received) throw new Problem('upload-out-of-step', { current: presentUpload(upload) });
  if (offset === upload.received) return true;
  if (upload.partDigests[partNumber(offset)] !== digest) throw new Problem('part-differs');
  return false;
}
