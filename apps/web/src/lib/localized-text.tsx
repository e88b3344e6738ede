import type { Localized } from '@blizej/contracts';
import type { ReactNode } from 'react';
import { useLanguage } from './i18n.ts';

export type { Localized } from '@blizej/contracts';

/** What stands in Polish alone, told as such to those who read the page in another language: so it is read out rightly. */
export const Polish = ({ children }: { readonly children: ReactNode }) =>
  useLanguage() === 'pl' ? children : <span lang="pl">{children}</span>;

/** A text in the reader's language, in Polish where it is not there in theirs. */
export const LocalizedText = ({ of: { pl, en } }: { readonly of: Localized }) =>
  useLanguage() === 'en' && en ? en : <Polish>{pl}</Polish>;

/** What is said only where an English reader meets a text in Polish. */
export const WherePolish = ({ of: { en }, children }: { readonly of: Localized; readonly children: ReactNode }) =>
  useLanguage() === 'en' && !en ? children : null;

/** Topics, which are free words and stand in Polish. */
export const Topics = ({ of }: { readonly of: readonly string[] }) => <Polish>{of.join(', ')}</Polish>;
