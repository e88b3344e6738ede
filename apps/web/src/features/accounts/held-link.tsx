import type { HeldLink } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, call, isProblem } from '../../lib/api.ts';
import { Failure } from '../../lib/failure.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';

/** The secret of the link that led here. It stands behind the #: no server's log has it. */
export const useLinkToken = (): string => useLocation({ select: ({ hash }) => hash });

interface HeldProps {
  readonly token: string;
  readonly title: string;
  /** What to do where the link is void. */
  readonly onVoid: ReactNode;
  readonly children: (link: HeldLink) => ReactNode;
}

/** What stands behind a link: read first, so that a void one is told before anything is typed. */
export const Held = ({ token, title, onVoid, children }: HeldProps) => {
  const held = useQuery({
    queryKey: ['held-link', token],
    queryFn: ({ signal }) => call(api.readHeldLink, { body: { token }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (held.isPending) return <RowsSkeleton rows={3} />;
  if (held.data) return children(held.data);
  const isVoid = isProblem(held.error, 'link-void');
  return (
    <>
      <PageHeader title={title} />
      <Failure error={held.error} {...(!isVoid && { onRetry: () => void held.refetch() })} />
      {isVoid && onVoid}
    </>
  );
};
