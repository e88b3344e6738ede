import { problemStatus, type Issue, type ProblemSlug } from '@blizej/contracts';

/** What a problem may carry beside its slug; see the contract of `problem`. */
export interface ProblemExtras {
  readonly issues?: readonly Issue[];
  /** With `version-conflict`: the view of the thing as it stands now. */
  readonly current?: unknown;
  /** With `version-conflict`: who changed it last, where that is known. */
  readonly by?: string;
  /** With `wrong-state`: the state in which the thing is. */
  readonly state?: string;
  /** Seconds, with 429 and 503. */
  readonly retryAfter?: number;
}

/** A refusal that the caller is told of, as problem+json (RFC 9457). Everything else that is thrown is a 500. */
export class Problem extends Error {
  readonly status: number;
  constructor(
    readonly slug: ProblemSlug,
    readonly extras: ProblemExtras = {},
    options?: ErrorOptions,
  ) {
    super(slug, options);
    this.status = problemStatus[slug];
  }
}

/** Absent, or invisible to this actor: the two are never told apart. */
export const notFound = (): Problem => new Problem('not-found');

/** The row, or 404. */
export const found = <T>(row: T | null | undefined): T => {
  if (row === null || row === undefined) throw notFound();
  return row;
};

/** Refuses with 422, with every issue found; does nothing where there is none. */
export const refuse = (issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new Problem('invalid', { issues });
};

/** An issue with a value of the body: JSON Pointer, code (see contracts) and what its words need. */
export const bodyIssue = (pointer: string, code: string, params?: Issue['params']): Issue => ({
  in: 'body',
  pointer,
  code,
  ...(params && { params }),
});
