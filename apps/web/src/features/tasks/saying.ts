import type { Saying } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useLanguage } from '../../lib/i18n.ts';

/** How answers are said to the reader. */
export const useSaying = (): Saying => {
  const { t } = useTranslation('forms');
  const { number, day } = useFormat();
  return { language: useLanguage(), yes: t('yes'), no: t('no'), number, day };
};
