import type { InitiativeSummary } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';

/** The milestone that comes next, and how late it is. */
export const NextMilestone = ({ initiative: { nextMilestone } }: { readonly initiative: InitiativeSummary }) => {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  if (!nextMilestone) return null;
  const { title, dueOn, late } = nextMilestone;
  return (
    <p className={late ? 'text-small font-semibold text-bad' : 'text-small text-soft'}>
      {t(late ? 'milestones.overdue' : 'milestones.next')} <LocalizedText of={title} />, {format.shortDay(dueOn)}
    </p>
  );
};
