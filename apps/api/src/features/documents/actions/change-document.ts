import type { DocumentView, documentsRoutes, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { bodyIssue, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { fitsName } from '../../../platform/files/media-type.ts';
import { changedEvent } from '../document-event.ts';
import { readDocumentIn } from '../documents.queries.ts';
import { saveDocument } from '../documents.store.ts';
import { lockToChange } from './lock-to-change.ts';

type Input = Given<typeof documentsRoutes.changeDocument>;

/** Gives a document another name, or moves it to another folder. */
export const changeDocument = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<DocumentView> =>
  unit.run(actor, async (work) => {
    const document = await lockToChange(work, actor, params.id);
    const current = await readDocumentIn(work, actor, document.id);
    expectVersion(body.version, document.version, () => current);
    refuse([
      ...(fitsName(document.mediaType, body.name) ? [] : [bodyIssue('/name', 'not_its_type')]),
      ...(document.isOfNetwork || body.folder === null ? [] : [bodyIssue('/folder', 'folder_not_wanted')]),
    ]);
    const { name, folder } = body;
    if (name === document.name && folder === document.folder) return current;
    await saveDocument(work, document.id, { name, folder });
    const event = changedEvent(document, document.name, name, actor);
    if (event) work.record(event);
    return readDocumentIn(work, actor, document.id);
  });
