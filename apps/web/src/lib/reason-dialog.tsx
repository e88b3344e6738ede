import { reasonLength } from '@blizej/contracts';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { DeedFailure } from './failure.tsx';

const { minimum, maximum } = reasonLength;

interface ReasonDialogProps {
  readonly title: string;
  /** Who will read the reason. */
  readonly hint: string;
  readonly action: string;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why: to decline, to return and to reject always takes a reason. */
export const ReasonDialog = ({ title, hint, action, error, isPending, onSend, onClose }: ReasonDialogProps) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const reason = text.trim();
  const isValid = reason.length >= minimum && reason.length <= maximum;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isValid) onSend(reason);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={send} noValidate className="flex flex-col gap-5">
        <TextArea
          label={t('reason')}
          hint={hint}
          value={text}
          onChange={setText}
          maximum={maximum}
          error={tried && !isValid ? t('reasonMissing') : undefined}
        />
        <DeedFailure error={error} />
        <DialogActions>
          <Button type="submit" kind="danger" isPending={isPending}>
            {action}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
