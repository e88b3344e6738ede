declare module 'virtual:blizej/addresses' {
  import type { ProblemSlug } from '@blizej/contracts';

  /** Made at build time of the contract: see build/addresses.ts. */
  export const slugs: readonly ProblemSlug[];
}
