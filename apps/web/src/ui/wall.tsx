import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { LocalizedText, type Localized } from '../lib/localized-text.tsx';

interface WallProps {
  readonly title: Localized;
  /** Escape leads away from it. */
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

/** A page for the wall of a hall, in front of all else: the frame of the portal is out of sight and out of reach. */
export const Wall = ({ title, onLeave, children }: WallProps) => {
  const wall = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = wall.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={wall}
      aria-labelledby="wall-title"
      className="m-0 h-dvh max-h-none w-dvw max-w-none overflow-y-auto border-0 bg-ground p-6 text-ink sm:p-12"
      onCancel={(event) => {
        event.preventDefault();
        onLeave();
      }}
    >
      <div className="flex min-h-full flex-col justify-between gap-6">
        <h1
          id="wall-title"
          tabIndex={-1}
          className="outline-none text-[clamp(1.75rem,4vw,4rem)] leading-tight font-bold"
        >
          <LocalizedText of={title} />
        </h1>
        {children}
      </div>
    </dialog>
  );
};
