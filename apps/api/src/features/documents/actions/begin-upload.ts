import type { documentsRoutes, Given, UploadTarget, UploadView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { fitsName, isTaken } from '../../../platform/files/media-type.ts';
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
    const { place, parent } = await placeFor(work, actor, target);
    expectSize(bytes);
    if (!isTaken(fileName)) throw new Problem('file-type-refused');
    if (parent === 'POSITION' && !fitsName('application/pdf', fileName)) throw new Problem('signed-copy-is-pdf');
    const organizationId = found(mainOffice(actor)?.organizationId);
    expectRoom(await usedBytes(work, organizationId), bytes, quota);
    const upload = { personId: actor.personId, organizationId, fileName, bytes, ...place };
    return presentUpload(found(await lockUpload(work, actor, await insertUpload(work, upload))));
  });

/** Where the file will stand, as the row of an upload says it, and to what kind of thing it belongs. */
async function placeFor(work: Work, actor: Actor, target: UploadTarget) {
  const nowhere = {
    networkId: null,
    taskId: null,
    assignmentId: null,
    resolutionId: null,
    initiativeId: null,
    positionId: null,
    folder: null,
    documentId: null,
  };
  if (target.kind === 'DOCUMENT') {
    const document = found(await lockDocument(work, actor, target.documentId));
    const parent = parentOf(document);
    if (document.removed) throw new Problem('not-found');
    allow(documentPolicy.change(actor, { parent, organizationId: document.organizationId }));
    documentLifecycle.expectOpen(parent);
    return { place: { ...nowhere, documentId: document.id }, parent: parent.kind };
  }
  const row = found(await lockParent(work, actor, target));
  const parent = parentOf(row);
  allow(documentPolicy.add(actor, parent));
  documentLifecycle.expectOpen(parent);
  const own = {
    NETWORK: { networkId: row.networkId, folder: target.kind === 'NETWORK' ? target.folder : null },
    TASK: { taskId: row.taskId },
    ANSWER: { assignmentId: row.assignmentId },
    RESOLUTION: { resolutionId: row.resolutionId },
    INITIATIVE: { initiativeId: row.initiativeId },
    POSITION: { positionId: row.positionId },
  }[target.kind];
  return { place: { ...nowhere, ...own }, parent: parent.kind };
}
