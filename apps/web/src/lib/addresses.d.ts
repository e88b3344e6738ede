declare module 'virtual:blizej/addresses' {
  import type { api, ProblemSlug } from '@blizej/contracts';

  /** Made at build time of the contract: see build/addresses.ts. */
  export const addresses: {
    readonly [Name in keyof typeof api]: Pick<(typeof api)[Name], 'method' | 'path'>;
  };
  export const slugs: readonly ProblemSlug[];
}
