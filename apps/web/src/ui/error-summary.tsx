import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface ErrorSummaryProps {
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  /** Counts the attempts to send: each failed one moves the focus here. */
  readonly attempt: number;
  readonly onGo: (field: string) => void;
}

/** All that is to be corrected, in one place that takes the focus; each line goes to its field. */
export const ErrorSummary = ({ errors, attempt, onGo }: ErrorSummaryProps) => {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const isShown = errors.length > 0;
  useEffect(() => {
    if (attempt > 0 && isShown) box.current?.focus();
  }, [attempt, isShown]);
  if (!isShown) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary-title"
      className="flex flex-col gap-2 rounded-control border-2 border-bad bg-surface p-4"
    >
      <h2 id="error-summary-title" className="text-h3 font-semibold">
        {t('correct', { count: errors.length })}
      </h2>
      <ul className="flex flex-col gap-1">
        {errors.map(({ field, message }) => (
          <li key={field}>
            <button
              type="button"
              onClick={() => onGo(field)}
              className="text-start font-semibold text-bad underline underline-offset-4"
            >
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
