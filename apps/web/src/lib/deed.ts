import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { Answer, Route } from '@blizej/contracts';
import { call, newIdempotencyKey, type Address, type CallOf } from './api.ts';

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
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'association' });
    },
  });
};
