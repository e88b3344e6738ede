import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

interface ErrorPanelProps {
  readonly title: string;
  readonly detail: string;
  readonly reference?: string | undefined;
  readonly onRetry?: () => void;
}

/** What went wrong, what to do, and the way to try again. */
export const ErrorPanel = ({ title, detail, reference, onRetry }: ErrorPanelProps) => {
  const { t } = useTranslation();
  return (
    <div role="alert" className="flex flex-col items-start gap-3 rounded-card border border-line bg-surface p-6">
      <CloudOff aria-hidden className="size-7 text-soft" />
      <h2 className="text-h2">{title}</h2>
      <p className="max-w-prose text-soft">{detail}</p>
      {reference !== undefined && <p className="text-small text-soft">{t('reference', { reference })}</p>}
      {onRetry && <Button onPress={onRetry}>{t('retry')}</Button>}
    </div>
  );
};
