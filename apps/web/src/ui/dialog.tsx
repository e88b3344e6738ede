import { classes } from './classes.ts';
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';

interface DialogProps {
  readonly title: string;
  /** Absent: the dialog stays until its work is done. */
  readonly onClose?: () => void;
  /** Stands near the top, where it does not move when its content grows. */
  readonly isPinned?: boolean;
  readonly children: ReactNode;
}

/**
 * A short piece of work in front of the page; on a phone it comes from below. It is open while it is drawn: the browser
 * keeps the focus within and gives it back afterwards.
 */
export const Dialog = ({ title, onClose, isPinned = false, children }: DialogProps) => {
  const titleId = useId();
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  useEffect(() => {
    const dialog = box.current;
    // Escape asks to close, and so does a press beside the dialog; whoever drew it decides.
    const onCancel = (event: Event): void => {
      event.preventDefault();
      onClose?.();
    };
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target === dialog) onClose?.();
    };
    dialog?.addEventListener('cancel', onCancel);
    dialog?.addEventListener('pointerdown', onPointerDown);
    return () => {
      dialog?.removeEventListener('cancel', onCancel);
      dialog?.removeEventListener('pointerdown', onPointerDown);
    };
  }, [onClose]);
  return (
    <dialog
      ref={box}
      aria-labelledby={titleId}
      className={classes(
        'm-auto max-h-[92dvh] w-full max-w-lg overflow-y-auto rounded-card border border-line bg-surface text-ink shadow-lift backdrop:bg-shade motion-safe:animate-[rise_160ms_var(--ease-calm)] max-sm:mb-0 max-sm:max-w-full max-sm:rounded-b-none',
        isPinned && 'sm:mt-[12vh]',
      )}
    >
      <div className="flex flex-col gap-5 p-6">
        <h2 id={titleId} className="text-h2">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
};

export const DialogActions = ({ children }: { readonly children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3 pt-1">{children}</div>
);
