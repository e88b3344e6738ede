import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignal } from '../lib/signal.ts';
import { lastToast, type Toast } from './toast.ts';

const most = 3;

interface ToastRowProps {
  readonly toast: Toast;
  readonly onGone: (key: number) => void;
}

/** Stays while the pointer or the focus is on it. */
const ToastRow = ({ toast: { key, message, undo }, onGone }: ToastRowProps) => {
  const { t } = useTranslation();
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => onGone(key), undo ? 10_000 : 6_000);
    return () => clearTimeout(timer);
  }, [isHeld, key, onGone, undo]);
  return (
    // Not to be pressed: only held as long as somebody looks at it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="on-deep flex items-center gap-2 rounded-card bg-deep py-2 ps-4 pe-2 text-on-deep shadow-lift motion-safe:animate-[rise_160ms_var(--ease-calm)] forced-colors:border"
    >
      <span className="flex-1">{message}</span>
      {undo && (
        <button
          type="button"
          onClick={() => {
            undo.onUndo();
            onGone(key);
          }}
          className="min-h-11 rounded-control px-3 font-semibold text-amber underline underline-offset-4"
        >
          {undo.label}
        </button>
      )}
      <button
        type="button"
        aria-label={t('close')}
        onClick={() => onGone(key)}
        className="inline-flex size-11 items-center justify-center rounded-control"
      >
        <X aria-hidden className="size-4" />
      </button>
    </li>
  );
};

/** Says what was done: read aloud as it comes, gone by itself, never the only place where it stands. */
export const ToastRegion = () => {
  const { t } = useTranslation();
  const last = useSignal(lastToast);
  const [shown, setShown] = useState<readonly Toast[]>([]);
  const [seen, setSeen] = useState<Toast | null>(null);
  if (last && last !== seen) {
    setSeen(last);
    setShown([...shown, last].slice(-most));
  }
  const [forget] = useState(() => (key: number) => setShown((now) => now.filter((toast) => toast.key !== key)));
  return (
    <section aria-label={t('toasts')} aria-live="polite">
      <ul className="fixed inset-x-4 bottom-20 z-40 flex flex-col gap-2 sm:inset-x-auto sm:end-6 sm:bottom-6 sm:w-96 print:hidden">
        {shown.map((toast) => (
          <ToastRow key={toast.key} toast={toast} onGone={forget} />
        ))}
      </ul>
    </section>
  );
};
