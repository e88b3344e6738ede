import type { documentsRoutes, Given, UploadTarget, UploadView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { isTaken } from '../../../platform/files/media-type.ts';
import { documentLifecycle } from '../document.lifecycle.ts';
import { documentPolicy } from '../document.policy.ts';
import { presentUpload } from '../document.presenter.ts';
import { expectRoom, expectSize } from '../document.rules.ts';
import { insertUpload, lockDocument, lockParent, lockUpload, parentOf, usedBytes } from '../documents.store.ts';

type Input = Given<typeof documentsRoutes.beginUpload>;

/** Announces a file: whoever may add it there, for whose organization there is room. */
export const beginUpload = (
  unit: UnitOfWork,
  actor: Actor,
  { body: { target, fileName, bytes } }: Input,
  quota: number,
): Promise<UploadView> =>
  unit.run(actor, async (work) => {
    const place = await placeFor(work, actor, target);
    expectSize(bytes);
    if (!isTaken(fileName)) throw new Problem('file-type-refused');
    const organizationId = found(mainOffice(actor)?.organizationId);
    expectRoom(await usedBytes(work, organizationId), bytes, quota);
    const upload = { personId: actor.personId, organizationId, fileName, bytes, ...place };
    return presentUpload(found(await lockUpload(work, actor, await insertUpload(work, upload))));
  });

/** Where the file will stand, as the row of an upload says it. */
async function placeFor(work: Work, actor: Actor, target: UploadTarget) {
  const nowhere = {
    networkId: null,
    taskId: null,
    assignmentId: null,
    resolutionId: null,
    initiativeId: null,
    folder: null,
    documentId: null,
  };
  if (target.kind === 'DOCUMENT') {
    const document = found(await lockDocument(work, actor, target.documentId));
    const parent = parentOf(document);
    if (document.removed) throw new Problem('not-found');
    allow(documentPolicy.change(actor, { parent, organizationId: document.organizationId }));
    documentLifecycle.expectOpen(parent);
    return { ...nowhere, documentId: document.id };
  }
  const row = found(await lockParent(work, actor, target));
  const parent = parentOf(row);
  allow(documentPolicy.add(actor, parent));
  documentLifecycle.expectOpen(parent);
  if (target.kind === 'NETWORK') return { ...nowhere, networkId: row.networkId, folder: target.folder };
  if (target.kind === 'INITIATIVE') return { ...nowhere, initiativeId: row.initiativeId };
  if (target.kind === 'RESOLUTION') return { ...nowhere, resolutionId: row.resolutionId };
  return target.kind === 'TASK' ? { ...nowhere, taskId: row.taskId } : { ...nowhere, assignmentId: row.assignmentId };
}
