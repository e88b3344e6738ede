import type { Localized } from './primitives.ts';

/** A text that is published in two languages, in the reader's; Polish where English is missing yet. */
export const inLanguage = (text: Localized, language: string): string => (language === 'en' && text.en) || text.pl;
