import { useMutation, useQueryClient, type QueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { Answer, Route } from '@blizej/contracts';
import { call, isProblem, newIdempotencyKey, type Address, type CallOf } from './api.ts';

const readAgain = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'association' });

/** What was pressed may be gone with what it did: the focus then stands at the page's heading, not nowhere. */
const keepFocus = (): void => {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) {
      document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true });
    }
  });
};

/**
 * A change: one call of the API, after which everything that stands on the page is read again, for only the server
 * knows what else the change has changed. Never optimistic.
 */
export const useDeed = <R extends Route>(
  route: Address<R>,
  onDone?: (answer: Answer<R>, sent: CallOf<R>) => void,
): UseMutationResult<Answer<R>, Error, CallOf<R>> => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sent: CallOf<R>) => call(route, { idempotencyKey: newIdempotencyKey(), ...sent }),
    onSuccess: (answer, sent) => {
      onDone?.(answer, sent);
      void readAgain(queries).then(keepFocus);
    },
    // Somebody was quicker: the page shows what is so now, beside the words that say it.
    onError: (error) => {
      if (isProblem(error, 'wrong-state') || isProblem(error, 'membership-exists')) void readAgain(queries);
    },
  });
};
