import { useTranslation } from 'react-i18next';

/** The first thing that the keyboard meets. */
export const SkipLink = () => {
  const { t } = useTranslation();
  return (
    <a
      href="#main"
      className="fixed start-4 top-3 z-60 -translate-y-24 rounded-control bg-amber px-4 py-2.5 font-semibold text-on-amber focus-visible:translate-y-0"
    >
      {t('skip')}
    </a>
  );
};
