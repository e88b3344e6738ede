import type { TaskSeriesView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { Day } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { seriesQuery } from './tasks.queries.ts';

const StopButton = ({ series }: { readonly series: TaskSeriesView }) => {
  const { t } = useTranslation('tasks');
  const [isOpen, setOpen] = useState(false);
  const stop = useDeed(api.stopTaskSeries, () => {
    setOpen(false);
    toast({ message: t('repeat.stopped') });
  });
  return (
    <>
      <Button kind="quiet" label={t('repeat.stopOf', { task: series.title })} onPress={() => setOpen(true)}>
        {t('repeat.stop')}
      </Button>
      {isOpen && (
        <DeedDialog
          title={t('repeat.stopTitle', { task: series.title })}
          action={t('repeat.stop')}
          kind="danger"
          deed={stop}
          onSend={() => stop.mutate({ params: { id: series.id }, body: { version: series.version } })}
          onClose={() => setOpen(false)}
        >
          <p className="text-soft">{t('repeat.stopWhat')}</p>
        </DeedDialog>
      )}
    </>
  );
};

/** What a network is asked again and again; nothing where nothing is. */
export const NetworkSeries = ({ networkId }: { readonly networkId: string }) => {
  const { t } = useTranslation('tasks');
  const { data: series = [] } = useQuery(seriesQuery(networkId));
  if (series.length === 0) return null;
  return (
    <Section title={t('repeat.section')}>
      <Rows>
        {series.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
              <p className="flex flex-wrap items-center gap-3 font-semibold">
                {one.title}
                {one.paused && <Status tone="late">{t('repeat.paused')}</Status>}
              </p>
              <p className="text-small text-soft">
                {t(`repeat.${one.recurrence}`)} · {t(`repeat.to.${one.audience}`)}
                {one.nextOn && (
                  <>
                    {' · '}
                    {t('repeat.next')} <Day day={one.nextOn} />
                  </>
                )}
              </p>
            </div>
            {one.abilities.stop && <StopButton series={one} />}
          </li>
        ))}
      </Rows>
    </Section>
  );
};
