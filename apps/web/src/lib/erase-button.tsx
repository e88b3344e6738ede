import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { isProblem } from './api.ts';
import { DeedDialog } from './deed-dialog.tsx';
import { useIssueWords } from './problem-words.ts';

interface EraseButtonProps {
  readonly email: string;
  readonly deed: { readonly error: unknown; readonly isPending: boolean };
  readonly onErase: (email: string) => void;
}

/** Forgets a person for good: says what goes and what stays, and takes the address, so that nobody goes by a slip. */
export const EraseButton = ({ email, deed, onErase }: EraseButtonProps) => {
  const { t } = useTranslation('erase');
  const say = useIssueWords();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const issue = isProblem(deed.error, 'invalid') ? deed.error.issues[0] : undefined;
  return (
    <>
      <Button kind="danger" onPress={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && (
        <DeedDialog
          title={t('title')}
          action={t('action')}
          kind="danger"
          deed={{ isPending: deed.isPending, error: issue ? null : deed.error }}
          onSend={() => onErase(typed)}
          onClose={() => setOpen(false)}
        >
          <p>{t('goes')}</p>
          <p>{t('stays')}</p>
          <TextField
            label={t('email')}
            hint={email}
            type="email"
            value={typed}
            onChange={setTyped}
            error={issue && say(issue)}
          />
        </DeedDialog>
      )}
    </>
  );
};
