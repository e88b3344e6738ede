import type { CardSummary } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useNames } from './names.ts';

/** Under the title of a card in a list: whose it is, whom it looks for, until when. */
export const CardLines = ({ card }: { readonly card: CardSummary }) => {
  const { t } = useTranslation(['partners', 'cards']);
  const names = useNames();
  const format = useFormat();
  const { owner, programme, acronym, sought, answerBy } = card;
  const whom = sought.map(({ kind, countries }) =>
    countries.length === 0
      ? t(`cards:kind.${kind}`)
      : `${t(`cards:kind.${kind}`)} (${countries.map(names.country).join(', ')})`,
  );
  return (
    <>
      <p className="text-small text-soft">{[owner.name, acronym, programme].filter(Boolean).join(' · ')}</p>
      {whom.length > 0 && <p>{t('cards.looksFor', { who: whom.join(', ') })}</p>}
      {answerBy && <p className="text-small text-soft">{t('cards.answerBy', { day: format.day(answerBy) })}</p>}
    </>
  );
};
