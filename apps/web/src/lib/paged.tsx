import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { RowsSkeleton } from '../ui/skeleton.tsx';
import { Failure } from './failure.tsx';

interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

/** How a paged read goes on: the cursor that the page before gave. */
export const byCursor = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: Page<unknown>) => page.next ?? undefined,
};

interface PagedProps<T> {
  readonly query: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  readonly empty: ReactNode;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** A list that comes page by page: skeleton, failure, emptiness and “show more” in one way everywhere. */
export const Paged = <T,>({ query, empty, children }: PagedProps<T>) => {
  const { t } = useTranslation();
  if (query.isPending) return <RowsSkeleton />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return empty;
  return (
    <div className="flex flex-col items-start gap-5" aria-busy={query.isPlaceholderData}>
      <div className="w-full">{children(items)}</div>
      {query.hasNextPage && (
        <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
};
