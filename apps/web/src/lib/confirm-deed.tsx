import type { Route } from '@blizej/contracts';
import type { ReactNode } from 'react';
import type { ButtonKind } from '../ui/button.tsx';
import { toast } from '../ui/toast.ts';
import type { Address, CallOf } from './api.ts';
import { useDeed } from './deed.ts';
import { DeedDialog } from './deed-dialog.tsx';

interface ConfirmDeedProps<R extends Route> {
  readonly title: string;
  /** The words of the button that does it. */
  readonly action: string;
  readonly kind?: ButtonKind;
  readonly route: Address<R>;
  readonly sent: CallOf<R>;
  /** What is told once it is done. */
  readonly done: string;
  readonly onClose: () => void;
  /** What follows from it. */
  readonly children: ReactNode;
}

/** Says what follows from a deed that needs nothing more, and does it once that is confirmed. */
export const ConfirmDeed = <R extends Route>({ route, sent, done, onClose, ...words }: ConfirmDeedProps<R>) => {
  const deed = useDeed(route, () => {
    onClose();
    toast({ message: done });
  });
  return <DeedDialog {...words} deed={deed} onSend={() => deed.mutate(sent)} onClose={onClose} />;
};
