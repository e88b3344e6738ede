import type { UnitOfWork } from '../../kernel/work.ts';
import { partKeys } from './document.rules.ts';
import { takeExpiredUploads, takeRemovedDocuments } from './documents.store.ts';
import { fileKey } from './file-key.ts';

/** Clears what nobody goes on with: uploads after a day without a part, and documents a day after they were taken away. */
export const tidyFiles = (unit: UnitOfWork): Promise<void> =>
  unit.run(null, async (work) => {
    const uploads = await takeExpiredUploads(work);
    const keys = [
      ...uploads.flatMap((upload) => [...partKeys(upload), ...(upload.finished ? [] : [fileKey(upload)])]),
      ...(await takeRemovedDocuments(work)),
    ];
    if (keys.length > 0) work.enqueue({ name: 'delete-files', payload: { keys } });
  });
