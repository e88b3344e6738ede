import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';

interface CloseYearDialogProps {
  readonly year: number;
  readonly onClose: () => void;
}

/** Closes a year for all gminas. There is no way back: the year is typed to confirm it. */
export const CloseYearDialog = ({ year, onClose }: CloseYearDialogProps) => {
  const { t } = useTranslation('balances');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const isConfirmed = typed.trim() === String(year);
  const close = useDeed(api.closeBalanceYear, () => {
    onClose();
    toast({ message: t('close.done', { year }) });
  });
  const send = (): void => {
    setTried(true);
    if (isConfirmed) close.mutate({ params: { year } });
  };
  return (
    <DeedDialog
      title={t('close.title', { year })}
      action={t('close.action')}
      kind="danger"
      deed={close}
      onSend={send}
      onClose={onClose}
    >
      <p>{t('close.what')}</p>
      <TextField
        label={t('close.type', { year })}
        value={typed}
        inputMode="numeric"
        error={tried && !isConfirmed ? t('close.typeMissing', { year }) : undefined}
        onChange={setTyped}
      />
    </DeedDialog>
  );
};
