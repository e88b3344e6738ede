import type { NetworkView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { daysBetween, useFormat } from '../../lib/format.ts';

interface ClockProps {
  readonly network: Pick<NetworkView, 'startsOn' | 'openTaskCount' | 'extensions'>;
  readonly endsOn: string;
}

/** The clock of a temporary network: its time, every extension of it, and the work that is left; said, and drawn. */
export const Clock = ({ network: { startsOn, openTaskCount, extensions }, endsOn }: ClockProps) => {
  const { t } = useTranslation(['networks', 'life']);
  const format = useFormat();
  const left = daysBetween(format.today, endsOn);
  const finding =
    left < 0 ? t('clock.over', { day: format.day(endsOn) }) : t('clock.left', { count: left, day: format.day(endsOn) });
  const [first] = extensions;
  const notes = [
    first && t('life:clock.extended', { count: extensions.length, day: format.day(first.formerEndsOn) }),
    openTaskCount !== null &&
      (openTaskCount === 0 ? t('life:clock.noWork') : t('life:clock.work', { count: openTaskCount })),
  ].filter(Boolean);
  const total = startsOn === null ? 0 : Math.max(1, daysBetween(startsOn, endsOn));
  const share = (day: string) => (startsOn === null ? 0 : (100 * daysBetween(startsOn, day)) / total);
  const gone = Math.min(100, Math.max(0, share(format.today)));
  return (
    <span className="flex min-w-40 flex-col gap-1">
      <span className="text-small text-soft tabular-nums">{finding}</span>
      {startsOn !== null && (
        <svg
          aria-hidden
          viewBox="0 0 100 8"
          preserveAspectRatio="none"
          className="h-2 w-full rounded-round forced-colors:border"
        >
          <rect width="100" height="8" className="fill-line" />
          <rect width={gone} height="8" className="fill-sea" />
          {extensions.map(({ id, formerEndsOn }) => (
            <rect key={id} x={share(formerEndsOn) - 0.5} width="1" height="8" className="fill-amber-edge" />
          ))}
        </svg>
      )}
      {notes.length > 0 && <span className="text-small text-soft">{notes.join(' · ')}</span>}
    </span>
  );
};
