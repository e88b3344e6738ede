import { reasonLength } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea } from '../ui/text-area.tsx';
import { DeedDialog } from './deed-dialog.tsx';

const { minimum, maximum } = reasonLength;

interface ReasonDialogProps {
  readonly title: string;
  /** Who will read the reason. */
  readonly hint: string;
  readonly action: string;
  readonly deed: { readonly error: unknown; readonly isPending: boolean };
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why: to decline, to return and to reject always takes a reason. */
export const ReasonDialog = ({ title, hint, action, deed, onSend, onClose }: ReasonDialogProps) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const reason = text.trim();
  const isValid = reason.length >= minimum && reason.length <= maximum;
  const send = (): void => {
    setTried(true);
    if (isValid) onSend(reason);
  };
  return (
    <DeedDialog title={title} action={action} kind="danger" deed={deed} onSend={send} onClose={onClose}>
      <TextArea
        label={t('reason')}
        hint={hint}
        value={text}
        onChange={setText}
        maximum={maximum}
        error={tried && !isValid ? t('reasonMissing') : undefined}
      />
    </DeedDialog>
  );
};
