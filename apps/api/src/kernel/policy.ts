import { Problem } from './problems.ts';

/** Lets a deed go on only where its policy says yes; otherwise 403. Visibility (404) is decided before. */
export const allow = (permitted: boolean): void => {
  if (!permitted) throw new Problem('forbidden');
};

/**
 * What an actor may see of a kind of thing, as data: a policy gives it, the queries turn it into SQL once.
 * `everything` sees all; otherwise only what concerns one of `organizationIds` (none of them: nothing).
 */
export interface Scope {
  readonly everything: boolean;
  readonly organizationIds: readonly string[];
}
