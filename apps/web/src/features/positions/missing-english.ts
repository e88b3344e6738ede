import type { PositionView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';

/** Says what of a text has no English; null where nothing misses it. */
export const useMissingEnglish = (): ((missing: PositionView['withoutEnglish']) => string | null) => {
  const { t, i18n } = useTranslation('positions');
  return ({ title, paragraphs }) => {
    const numbers = new Intl.ListFormat(i18n.language).format(paragraphs.map(String));
    return (
      [
        title && t('english.title'),
        paragraphs.length > 0 && t('english.paragraphs', { count: paragraphs.length, numbers }),
      ]
        .filter(Boolean)
        .join(' ') || null
    );
  };
};
