import { useMemo } from 'react';
import { useLanguage } from '../../lib/i18n.ts';

export interface Names {
  /** Of a country, by its code. */
  readonly country: (code: string) => string;
  /** Of a language, by its code. */
  readonly language: (code: string) => string;
}

/** What countries and languages are called in the language of the page. */
export const useNames = (): Names => {
  const reader = useLanguage();
  return useMemo(() => {
    const countries = new Intl.DisplayNames([reader], { type: 'region' });
    const languages = new Intl.DisplayNames([reader], { type: 'language' });
    return { country: (code) => countries.of(code) ?? code, language: (code) => languages.of(code) ?? code };
  }, [reader]);
};
