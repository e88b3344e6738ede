import type { Localized } from '@blizej/contracts';
import { LocalizedText } from './localized-text.tsx';
import { splitQuestion } from './split-question.ts';

/** What is asked, without the fingerprint of the text that is voted on. */
export const Asked = ({ of: { pl, en } }: { readonly of: Localized }) => (
  <LocalizedText of={{ pl: splitQuestion(pl).asked, en: en && splitQuestion(en).asked }} />
);
