import { Problem } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { lastToChange, type ChangesOf } from './last-change.store.ts';

interface Seen {
  /** The version that the caller saw. */
  readonly version: number;
  readonly kept: number;
  /** The thing as it stands now. */
  readonly current: unknown;
}

/** Optimistic concurrency as `expectVersion`, for what is written at length: the refusal says who was quicker, too. */
export async function expectUnchanged(work: Work, { version, kept, current }: Seen, changes: ChangesOf): Promise<void> {
  if (version === kept) return;
  const by = await lastToChange(work, changes);
  throw new Problem('version-conflict', { current, ...(by !== undefined && { by }) });
}
