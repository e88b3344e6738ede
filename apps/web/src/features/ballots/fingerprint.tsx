import { useTranslation } from 'react-i18next';
import { splitQuestion } from '../../lib/split-question.ts';

/** The fingerprint of the text that is voted on, for whoever wants to compare it; nothing where the question holds none. */
export const Fingerprint = ({ question }: { readonly question: string }) => {
  const { t } = useTranslation('ballots');
  const { fingerprint } = splitQuestion(question);
  if (fingerprint === null) return null;
  return (
    <details className="text-small text-soft">
      <summary className="min-h-11 cursor-pointer content-center">{t('about.fingerprint')}</summary>
      <p className="break-all">{fingerprint}</p>
    </details>
  );
};
