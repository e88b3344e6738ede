import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  /** What to do next, in a sentence. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here yet, and what comes next. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <div className="flex flex-col items-start gap-2 rounded-card border border-dashed border-control px-6 py-8">
    <p className="font-semibold">{title}</p>
    <p className="max-w-prose text-soft">{children}</p>
    {action !== undefined && <div className="pt-2">{action}</div>}
  </div>
);
