import { useTranslation } from 'react-i18next';
import { daysBetween, useFormat } from '../../lib/format.ts';
import { Progress } from '../../ui/progress.tsx';

interface ClockProps {
  readonly startsOn: string | null;
  readonly endsOn: string;
}

/** The clock of a temporary network: how much of its time is gone, said and drawn. */
export const Clock = ({ startsOn, endsOn }: ClockProps) => {
  const { t } = useTranslation('networks');
  const format = useFormat();
  const left = daysBetween(format.today, endsOn);
  const day = format.day(endsOn);
  if (left < 0) return <>{t('clock.over', { day })}</>;
  const label = t('clock.left', { count: left, day });
  if (startsOn === null) return <>{label}</>;
  const total = Math.max(1, daysBetween(startsOn, endsOn));
  return <Progress value={Math.min(total, total - left)} total={total} label={label} />;
};
