import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonKind } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { DeedFailure } from './failure.tsx';

interface DeedDialogProps {
  readonly title: string;
  /** The words of the button that does it. */
  readonly action: string;
  readonly kind?: ButtonKind;
  readonly deed: { readonly error: unknown; readonly isPending: boolean };
  readonly onSend: (event: FormEvent) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks for what a deed needs, or says what follows from it; then does it. A failure is told where it was tried. */
export const DeedDialog = ({ title, action, kind = 'primary', deed, onSend, onClose, children }: DeedDialogProps) => {
  const { t } = useTranslation();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    // The dialog may be drawn within a form of the page, which is not meant.
    event.stopPropagation();
    onSend(event);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={send} noValidate className="flex flex-col gap-5">
        {children}
        <DeedFailure error={deed.error} />
        <DialogActions>
          <Button type="submit" kind={kind} isPending={deed.isPending}>
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
