import type { Language } from '@blizej/contracts';
import { createSignal } from './signal.ts';

export type Theme = 'light' | 'dark' | 'system';

// public/theme.js reads the same keys before the first paint.
const themeKey = 'blizej.theme';
const languageKey = 'blizej.language';
const signedInKey = 'blizej.signed-in';

const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const keep = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
};

const isTheme = (value: string | null): value is Theme => value === 'light' || value === 'dark' || value === 'system';
const storedTheme = read(themeKey);
const darkness = window.matchMedia('(prefers-color-scheme: dark)');

export const theme = createSignal<Theme>(isTheme(storedTheme) ? storedTheme : 'system');

const applyTheme = (): void => {
  const chosen = theme.get();
  document.documentElement.dataset['theme'] =
    chosen === 'dark' || (chosen === 'system' && darkness.matches) ? 'dark' : 'light';
};

darkness.addEventListener('change', applyTheme);

export const chooseTheme = (chosen: Theme): void => {
  theme.set(chosen);
  keep(themeKey, chosen);
  applyTheme();
};

/** The language of the page: what was chosen here before, else Polish. */
export const storedLanguage = (): Language => (read(languageKey) === 'en' ? 'en' : 'pl');

export const keepLanguage = (chosen: Language): void => keep(languageKey, chosen);

export const hasChosenLanguage = (): boolean => read(languageKey) !== null;

export const hasChosenTheme = (): boolean => read(themeKey) !== null;

/**
 * Whether somebody was signed in when this browser last heard of it. The public side offers the way back by this alone: it asks
 * nobody, and where the session has ended meanwhile, the way leads to the sign-in.
 */
export const signedIn = createSignal(read(signedInKey) === 'yes');

export const rememberSignedIn = (is: boolean): void => {
  if (signedIn.get() === is) return;
  signedIn.set(is);
  keep(signedInKey, is ? 'yes' : 'no');
};
