import { inLanguage, type Language, type Localized } from '@blizej/contracts';
import i18next, { type BackendModule, type FlatNamespace } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Words } from './further-words.ts';
import { keepLanguage, storedLanguage } from './preferences.ts';

/** What a first visit reads. The addresses of all other words come with the first page that asks for one of them. */
const firstWords = import.meta.glob<Words>('../locales/*/{accounts,common,landing}.json');
const loadFile = async (language: string, namespace: string): Promise<Words> => {
  const first = firstWords[`../locales/${language}/${namespace}.json`];
  if (first) return first();
  const { furtherWords } = await import('./further-words.ts');
  return furtherWords(language, namespace);
};

const loader: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    loadFile(language, namespace).then(
      (words) => done(null, words.default),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
};

const markLanguage = (language: string): void => {
  document.documentElement.lang = language;
};

/** Begins with the language kept on this device; words are loaded by namespace, when a page needs them. */
export const startI18n = async (): Promise<void> => {
  const language = storedLanguage();
  markLanguage(language);
  i18next.on('languageChanged', markLanguage);
  await i18next
    .use(loader)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: ['pl', 'en'],
      fallbackLng: false,
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      react: { useSuspense: true, transSupportBasicHtmlNodes: false },
    });
};

export const chooseLanguage = async (language: Language): Promise<void> => {
  keepLanguage(language);
  await i18next.changeLanguage(language);
};

/** For loaders: the words of a page, fetched together with its data. */
export const loadWords = (namespaces: readonly FlatNamespace[]): Promise<void> => i18next.loadNamespaces(namespaces);

export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'pl');

export const useLocalized = (): ((text: Localized) => string) => {
  const language = useLanguage();
  return (text) => inLanguage(text, language);
};
