import { useTranslation } from 'react-i18next';
import { classes } from './classes.ts';

interface SkeletonProps {
  /** Tailwind's size of what will stand here, so that nothing jumps. */
  readonly size: string;
}

const Bone = ({ size }: SkeletonProps) => (
  <span aria-hidden className={classes('shimmer block rounded-control', size)} />
);

/** The rows of a list that is on its way. */
export const RowsSkeleton = ({ rows = 6 }: { readonly rows?: number }) => {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('loading')} className="divide-y divide-line border-y border-line">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex flex-col gap-2.5 py-4">
          <Bone size={index % 2 ? 'h-5 w-3/5' : 'h-5 w-2/5'} />
          <Bone size="h-4 w-4/5" />
        </div>
      ))}
    </div>
  );
};

/** The frame of the working side before it is known who looks: nothing jumps when the page comes. */
export const ShellSkeleton = () => (
  <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
    <div className="hidden bg-deep lg:block" />
    <main className="mx-auto w-full max-w-6xl px-4 pt-24 sm:px-8">
      <PageSkeleton />
    </main>
  </div>
);

/** A page that is on its way: its head and the first rows. */
export const PageSkeleton = () => (
  <div className="flex flex-col gap-8">
    <div className="flex flex-col gap-3">
      <Bone size="h-10 w-72 max-w-full" />
      <Bone size="h-5 w-[28rem] max-w-full" />
    </div>
    <RowsSkeleton />
  </div>
);
