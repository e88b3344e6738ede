import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { Notice } from '../ui/notice.tsx';
import { ApiProblem, isProblem } from './api.ts';
import { useIssueWords, useProblemWords } from './problem-words.ts';
import { sessionEnded } from './session.ts';
import { useSignal } from './signal.ts';

interface FailureProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** In place of what could not be read. */
export const Failure = ({ error, onRetry }: FailureProps) => {
  const words = useProblemWords()(error);
  return <ErrorPanel {...words} {...(onRetry && { onRetry })} />;
};

/** Whether what went wrong is over: one has signed in again, or the network is back. */
const useIsOver = (error: unknown): boolean => {
  const ended = useSignal(sessionEnded);
  const [over, setOver] = useState<unknown>();
  useEffect(() => {
    if (!isProblem(error, 'offline')) return undefined;
    const cameBack = (): void => setOver(error);
    window.addEventListener('online', cameBack);
    return () => window.removeEventListener('online', cameBack);
  }, [error]);
  return isProblem(error, 'unauthenticated') ? !ended : error === over;
};

/** Beside the button of a deed that did not succeed. */
export const DeedFailure = ({ error }: { readonly error: unknown }) => {
  const { t } = useTranslation();
  const words = useProblemWords();
  const say = useIssueWords();
  const isOver = useIsOver(error);
  if (!error || isOver) return null;
  const { title, detail, reference } = words(error);
  // What is wrong with a field stands at the field.
  const issues = error instanceof ApiProblem && error.slug !== 'invalid' ? error.issues : [];
  return (
    <Notice kind="bad" title={title} announced>
      {issues.map((issue) => (
        <p key={issue.code}>{say(issue)}</p>
      ))}
      <p>{detail}</p>
      {reference !== undefined && <p className="text-small">{t('reference', { reference })}</p>}
    </Notice>
  );
};
