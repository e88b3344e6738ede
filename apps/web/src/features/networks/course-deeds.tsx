import { lazy, Suspense, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import type { DialogProps } from './course-dialogs.tsx';

// Their forms are checked by the contract's own schemas: loaded by whoever opens one.
const ChangeMandateDialog = lazy(async () => ({ default: (await import('./course-dialogs.tsx')).ChangeMandateDialog }));
const ExtendDialog = lazy(async () => ({ default: (await import('./course-dialogs.tsx')).ExtendDialog }));
const ReviewDialog = lazy(async () => ({ default: (await import('./course-dialogs.tsx')).ReviewDialog }));
const CloseDialog = lazy(async () => ({ default: (await import('./course-dialogs.tsx')).CloseDialog }));

interface Deed {
  readonly key: 'changeMandate' | 'extend' | 'review' | 'close';
  readonly dialog: ComponentType<DialogProps>;
}

/** What decides on the course of a network: its mandate, its time, its review, its closing. */
export const CourseDeeds = ({ network }: Pick<DialogProps, 'network'>) => {
  const { t } = useTranslation('life');
  const format = useFormat();
  const [open, setOpen] = useState<Deed['key'] | null>(null);
  const { abilities, reviews } = network;
  const isReviewed = reviews[0]?.year === Number(format.today.slice(0, 4));
  const deeds: readonly (Deed | false)[] = [
    abilities.extend && { key: 'extend', dialog: ExtendDialog },
    abilities.review && !isReviewed && { key: 'review', dialog: ReviewDialog },
    abilities.changeMandate && { key: 'changeMandate', dialog: ChangeMandateDialog },
    abilities.beginClosing && { key: 'close', dialog: CloseDialog },
  ];
  const possible = deeds.filter((deed) => deed !== false);
  const { dialog: Chosen } = possible.find(({ key }) => key === open) ?? {};
  return (
    <>
      {possible.map(({ key }) => (
        <Button key={key} kind="quiet" onPress={() => setOpen(key)}>
          {t(`${key}.action`)}
        </Button>
      ))}
      <Suspense>{Chosen && <Chosen network={network} onClose={() => setOpen(null)} />}</Suspense>
    </>
  );
};
