import { inLanguage, type Language, type Localized } from '@blizej/contracts';
import i18next, { type BackendModule, type FlatNamespace } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { keepLanguage, storedLanguage } from './preferences.ts';

type Words = { default: Record<string, unknown> };

const ownWords = import.meta.glob<Words>('../locales/*/*.json');
/** Words that the API and its mails speak too. */
const sharedWords: Record<string, () => Promise<Words>> = {
  'pl/problems': () => import('@blizej/contracts/locales/pl/problems.json'),
  'en/problems': () => import('@blizej/contracts/locales/en/problems.json'),
  'pl/events': () => import('@blizej/contracts/locales/pl/events.json'),
  'en/events': () => import('@blizej/contracts/locales/en/events.json'),
  'pl/cards': () => import('@blizej/contracts/locales/pl/cards.json'),
  'en/cards': () => import('@blizej/contracts/locales/en/cards.json'),
};

const loader: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = sharedWords[`${language}/${namespace}`] ?? ownWords[`../locales/${language}/${namespace}.json`];
    if (!load) return done(new Error(`No words: ${language}/${namespace}`), null);
    load().then(
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
