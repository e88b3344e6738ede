declare module 'virtual:blizej/addresses' {
  import type { api, ProblemSlug } from '@blizej/contracts';

  /** Made at build time of the contract: see build/addresses.ts. */
  export const addresses: {
    readonly [Name in keyof typeof api]: `${(typeof api)[Name]['method']} ${(typeof api)[Name]['path']}`;
  };
  export const slugs: readonly ProblemSlug[];
}
