import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { Notice } from '../ui/notice.tsx';
import { useProblemWords } from './problem-words.ts';

interface FailureProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** In place of what could not be read. */
export const Failure = ({ error, onRetry }: FailureProps) => {
  const words = useProblemWords()(error);
  return <ErrorPanel {...words} {...(onRetry && { onRetry })} />;
};

/** Beside the button of a deed that did not succeed. */
export const DeedFailure = ({ error }: { readonly error: unknown }) => {
  const { t } = useTranslation();
  const words = useProblemWords();
  if (!error) return null;
  const { title, detail, reference } = words(error);
  return (
    <Notice kind="bad" title={title} announced>
      <p>{detail}</p>
      {reference !== undefined && <p className="text-small">{t('reference', { reference })}</p>}
    </Notice>
  );
};
