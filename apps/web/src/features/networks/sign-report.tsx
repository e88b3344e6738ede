import type { ClosingReportView } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.ts';

interface SignReportProps {
  readonly report: ClosingReportView;
  /** Something was written that is not saved: it would not be signed. */
  readonly isChanged: boolean;
}

/** The lead's mayor signs, and the network is closed; everybody else is told what is missing. */
export const SignReport = ({ report, isChanged }: SignReportProps) => {
  const { t } = useTranslation('life');
  const [isOpen, setOpen] = useState(false);
  const { network, figures, version, abilities } = report;
  const sign = useDeed(api.signClosingReport, () => {
    setOpen(false);
    toast({ message: t('report.signed') });
  });
  if (figures.openTasks > 0) {
    return (
      <Notice kind="calm" title={t('report.tasksOpen.title')}>
        <p>{t('report.tasksOpen.next', { count: figures.openTasks })}</p>
      </Notice>
    );
  }
  if (!abilities.sign) return <p className="text-soft">{t('report.whoSigns')}</p>;
  return (
    <div className="print:hidden">
      <Button kind="primary" onPress={() => setOpen(true)}>
        {t('report.sign')}
      </Button>
      {isOpen && (
        <DeedDialog
          title={t('report.signTitle')}
          action={t('report.sign')}
          deed={sign}
          onSend={() => sign.mutate({ params: { id: network.id }, body: { version } })}
          onClose={() => setOpen(false)}
        >
          {isChanged && <Notice kind="care" title={t('report.unsaved')} />}
          <p>{t('report.signWhat')}</p>
        </DeedDialog>
      )}
    </div>
  );
};
