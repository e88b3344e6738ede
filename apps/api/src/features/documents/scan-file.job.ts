import type { UnitOfWork } from '../../kernel/work.ts';
import type { Files } from '../../platform/files/open-files.ts';
import { saveVerdict, versionToScan } from './documents.store.ts';

/**
 * Has a file looked at. A clean one is everybody's who may read it; an infected one is removed and whoever sent it is told.
 * Where no verdict can be had, this fails and is tried again: the file waits.
 */
export async function scanFile(unit: UnitOfWork, { store, scanner }: Files, versionId: string): Promise<void> {
  const waiting = await unit.run(null, (work) => versionToScan(work, versionId));
  if (!waiting) return;
  // A scanner that was taken out of the configuration looks at nothing any more.
  const verdict = scanner ? await scanner.scan(await store.get(waiting.storageKey)) : 'CLEAN';
  await unit.run(null, async (work) => {
    const still = await versionToScan(work, versionId);
    if (!still) return;
    await saveVerdict(work, versionId, verdict);
    if (verdict === 'CLEAN') return;
    work.enqueue({ name: 'delete-files', payload: { keys: [still.storageKey] } });
    work.record({
      kind: 'document.infected',
      facts: { document: still.fileName },
      actingFor: null,
      organizationId: still.organizationId,
      personId: still.uploadedById,
    });
  });
}
