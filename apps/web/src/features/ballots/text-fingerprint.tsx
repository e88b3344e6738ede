import type { Localized } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { splitQuestion } from './fingerprint.ts';

/** What is asked, without the fingerprint of the text that is voted on. */
export const Asked = ({ of: { pl, en } }: { readonly of: Localized }) => (
  <LocalizedText of={{ pl: splitQuestion(pl).asked, en: en && splitQuestion(en).asked }} />
);

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
