import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { classes } from './classes.ts';

interface MenuProps {
  /** What it is for, read after what the button shows. */
  readonly label: string;
  readonly trigger: ReactNode;
  readonly triggerClass: string;
  /** Shows them above the button, which stands at the bottom of the screen. */
  readonly above?: boolean;
  /** One of the things is where the person is. */
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

/** A button that shows a few more things to do, next to it in the reading order. */
export const Menu = ({ label, trigger, triggerClass, above = false, isCurrent = false, children }: MenuProps) => {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const onPointerDown = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !box.current?.contains(target)) setOpen(false);
    };
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    // Whoever goes somewhere from the menu is done with it.
    const onClick = ({ target }: MouseEvent): void => {
      if (target instanceof Element && box.current?.contains(target) && target.closest('a')) setOpen(false);
    };
    document.addEventListener('click', onClick);
    document.addEventListener('pointerdown', onPointerDown);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener('pointerdown', onPointerDown);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [isOpen]);
  return (
    <div
      ref={box}
      className="relative"
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !box.current?.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-current={isCurrent || undefined}
        onClick={() => setOpen(!isOpen)}
        className={triggerClass}
      >
        {trigger}
        <span className="sr-only"> {label}</span>
      </button>
      {isOpen && (
        <div
          id={id}
          className={classes(
            'on-surface absolute z-40 flex min-w-60 flex-col gap-1 rounded-card border border-line bg-surface p-2 text-ink shadow-lift motion-safe:animate-[rise_120ms_var(--ease-calm)]',
            above ? 'end-2 bottom-full mb-2' : 'end-0 top-full mt-1',
          )}
        >
          {children}
        </div>
      )}
    </div>
  );
};

export const menuItem =
  'flex min-h-11 w-full items-center rounded-small px-3 py-2 text-start hover:bg-sea-wash hover:text-sea';
