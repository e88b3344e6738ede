import type { DocumentView, documentsRoutes, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { documentEvent } from '../document-event.ts';
import { readDocumentIn } from '../documents.queries.ts';
import { saveRemoval } from '../documents.store.ts';
import { lockToChange } from './lock-to-change.ts';

/** Takes a document away: nobody sees it any more, and after a day it is gone for good. */
export const removeDocument = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof documentsRoutes.removeDocument>,
): Promise<void> =>
  unit.run(actor, async (work) => {
    const document = await lockToChange(work, actor, params.id);
    const current = await readDocumentIn(work, actor, document.id);
    expectVersion(body.version, document.version, () => current);
    await saveRemoval(work, document.id, true);
    work.record(documentEvent('removed', document, document.name, actor));
  });

/** Puts a document back that was taken away within a day; one that stands is left as it is. */
export const restoreDocument = (
  unit: UnitOfWork,
  actor: Actor,
  { params }: Given<typeof documentsRoutes.restoreDocument>,
): Promise<DocumentView> =>
  unit.run(actor, async (work) => {
    const document = await lockToChange(work, actor, params.id, { removed: true });
    if (document.removed) {
      await saveRemoval(work, document.id, false);
      work.record(documentEvent('restored', document, document.name, actor));
    }
    return readDocumentIn(work, actor, document.id);
  });
