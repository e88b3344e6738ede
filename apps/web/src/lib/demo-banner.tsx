import { useTranslation } from 'react-i18next';

/** Stands on every page of a demo: what one sees is invented. */
export const DemoBanner = () => {
  const { t } = useTranslation();
  return (
    <p role="note" className="bg-amber-wash px-4 py-1.5 text-center text-small text-amber-text">
      <strong className="font-semibold">{t('demo.title')}</strong>{' '}
      <span className="max-sm:sr-only">{t('demo.lead')}</span>
    </p>
  );
};
