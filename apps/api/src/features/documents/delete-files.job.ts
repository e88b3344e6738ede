import type { FileStore } from '../../platform/files/file-store.ts';

/** Removes files that nothing names any more. Also twice. */
export async function deleteFiles(store: FileStore, keys: readonly string[]): Promise<void> {
  for (const key of keys) await store.delete(key);
}
