import { useTranslation } from 'react-i18next';
import { chooseLanguage, useLanguage } from './i18n.ts';

/** The other language, in its own words. */
export const LanguageSwitch = () => {
  const { t } = useTranslation();
  const other = useLanguage() === 'pl' ? 'en' : 'pl';
  return (
    <button
      type="button"
      lang={other}
      onClick={() => void chooseLanguage(other)}
      className="min-h-11 rounded-control px-3 text-sea underline-offset-4 hover:underline"
    >
      {t('otherLanguage')}
    </button>
  );
};
