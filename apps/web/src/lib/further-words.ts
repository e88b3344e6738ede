export type Words = { default: Record<string, unknown> };

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

/** The words of any page. Their addresses are a list that a first visit does without. */
export const furtherWords = (language: string, namespace: string): Promise<Words> => {
  const load = sharedWords[`${language}/${namespace}`] ?? ownWords[`../locales/${language}/${namespace}.json`];
  return load ? load() : Promise.reject(new Error(`No words: ${language}/${namespace}`));
};
