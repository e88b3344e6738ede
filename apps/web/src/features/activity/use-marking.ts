import type { NotificationView, SessionView } from '@blizej/contracts';
import { useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';
import { sessionQuery } from '../../lib/session.ts';

interface Marking {
  readonly id: string;
  readonly read: boolean;
}

type Pages = InfiniteData<{ items: NotificationView[]; next: string | null }>;

/** Read or unread: shown at once, for it can be undone; put right again where it did not succeed. */
export const useMarking = () => {
  const queries = useQueryClient();
  const inbox = { queryKey: ['notifications'] };
  const session = sessionQuery().queryKey;
  return useMutation({
    mutationFn: ({ id, read }: Marking) => call(api.markNotification, { params: { id }, body: { read } }),
    onMutate: async ({ id, read }) => {
      await queries.cancelQueries(inbox);
      const before = queries.getQueriesData<Pages>(inbox);
      const person = queries.getQueryData<SessionView>(session);
      const readAt = read ? new Date().toISOString() : null;
      queries.setQueriesData<Pages>(
        inbox,
        (pages) =>
          pages && {
            ...pages,
            pages: pages.pages.map((page) => ({
              ...page,
              items: page.items.map((item) => (item.id === id ? { ...item, readAt } : item)),
            })),
          },
      );
      if (person && person.unread < 100) {
        queries.setQueryData<SessionView>(session, { ...person, unread: Math.max(0, person.unread + (read ? -1 : 1)) });
      }
      return { before, person };
    },
    onError: (_error, _marking, context) => {
      for (const [key, pages] of context?.before ?? []) queries.setQueryData(key, pages);
      if (context?.person) queries.setQueryData(session, context.person);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: session }),
  });
};
