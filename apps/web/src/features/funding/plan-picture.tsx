import type { CallPlan, SessionVerdict } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { dayAfter, daysBetween, useFormat } from '../../lib/format.ts';
import { classes } from '../../ui/classes.ts';

interface PlanPictureProps {
  readonly plan: CallPlan;
  /** What it shows, in a sentence. */
  readonly finding: string;
}

/** In pixels; across, everything is in percent, so that words keep their size on a phone. */
const head = 42;
const row = 62;
const foot = 24;

/** What the name of a month needs, in percent of the width. */
const monthRoom = 11;

/** Words stay readable where a line runs behind them. */
const halo = 'stroke-ground [stroke-width:4px] [paint-order:stroke]';

/** How a session is drawn: filled where it is in time, hollow where it is not; the words below say the same. */
const Session = ({ x, from, y, verdict }: { x: string; from: string; y: number; verdict: SessionVerdict }) => {
  const isGood = verdict === 'IN_TIME';
  return (
    <>
      <line
        x1={from}
        x2={x}
        y1={y}
        y2={y}
        className={isGood ? 'stroke-sea' : 'stroke-control'}
        strokeWidth={isGood ? 4 : 1.5}
        strokeDasharray={isGood ? undefined : '2 3'}
      />
      <line
        x1={from}
        x2={from}
        y1={y - 7}
        y2={y + 7}
        className={isGood ? 'stroke-sea' : 'stroke-control'}
        strokeWidth={2}
      />
      <circle
        cx={x}
        cy={y}
        r={isGood ? 6 : 5}
        className={isGood ? 'fill-sea stroke-sea' : 'fill-surface stroke-control'}
        strokeWidth={1.5}
      />
    </>
  );
};

/** The time from today to the deadline, a row for each gmina: when drafts are tabled, when councils meet, when it is too late. */
export const PlanPicture = ({ plan, finding }: PlanPictureProps) => {
  const { t } = useTranslation('funding');
  const format = useFormat();
  const { today, decideBy, closesOn, gminas } = plan;
  const begin = dayAfter(today, -3);
  const end = dayAfter(closesOn > today ? closesOn : today, 6);
  const whole = daysBetween(begin, end);
  const percentOf = (day: string): number => Math.min(100, Math.max(0, (daysBetween(begin, day) / whole) * 100));
  const at = (day: string): string => `${percentOf(day).toFixed(2)}%`;
  const anchorOf = (day: string): 'end' | 'middle' | 'start' =>
    percentOf(day) > 70 ? 'end' : percentOf(day) < 30 ? 'start' : 'middle';
  const height = head + gminas.length * row + foot;
  const months = Array.from({ length: 14 }, (_, place) => {
    const date = new Date(`${begin.slice(0, 7)}-01T12:00:00Z`);
    date.setUTCMonth(date.getUTCMonth() + place + 1);
    return date.toISOString().slice(0, 10);
  }).filter((day) => day < end);
  // As many months are named as there is room for: each, every second, every third; on a phone half of these.
  const named = Math.ceil(monthRoom / (3000 / whole));
  const lines = [
    { day: today, isDashed: true, style: 'stroke-control' },
    { day: decideBy, isDashed: true, style: 'stroke-amber-edge' },
    { day: closesOn, isDashed: false, style: 'stroke-bad' },
  ];
  return (
    <svg
      role="img"
      aria-label={finding}
      width="100%"
      height={height}
      className="block overflow-visible print:break-inside-avoid"
    >
      {months.map((day, place) => (
        <g key={day}>
          <line x1={at(day)} x2={at(day)} y1={head} y2={height - foot} className="stroke-line" strokeWidth={1} />
          {percentOf(day) < 92 && place % named === 0 && (
            <text
              x={at(day)}
              dx={4}
              y={height - 8}
              className={classes('fill-soft text-small', place % (2 * named) !== 0 && 'max-sm:hidden')}
            >
              {format.month(day).split(' ')[0]}
            </text>
          )}
        </g>
      ))}
      {lines.map(({ day, isDashed, style }) => (
        <line
          key={style}
          x1={at(day)}
          x2={at(day)}
          y1={head - 4}
          y2={height - foot}
          className={style}
          strokeWidth={2}
          strokeDasharray={isDashed ? '5 4' : undefined}
        />
      ))}
      <text x={at(today)} y={31} textAnchor="start" className="fill-soft text-small">
        {t('plan.today')}
      </text>
      <text
        x={at(closesOn)}
        y={14}
        textAnchor={percentOf(closesOn) < 50 ? 'start' : 'end'}
        className="fill-ink text-small font-semibold"
      >
        {t('plan.deadlineOn', { day: format.shortDay(closesOn) })}
      </text>
      {gminas.map(({ organization, sessions, latest, outcome }, place) => {
        const y = head + place * row + 36;
        return (
          <g key={organization.id}>
            <text x={0} y={y - 18} className={`${halo} fill-ink text-small font-semibold`}>
              {organization.name}
            </text>
            <line x1="0" x2="100%" y1={y} y2={y} className="stroke-line" strokeWidth={1} />
            {sessions
              .filter(({ heldOn }) => heldOn <= end)
              .map(({ heldOn, tabledBy, verdict }) => (
                <Session key={heldOn} x={at(heldOn)} from={at(tabledBy)} y={y} verdict={verdict} />
              ))}
            <text
              x={latest ? at(latest.tabledBy) : '0%'}
              y={y + 21}
              textAnchor={latest ? anchorOf(latest.tabledBy) : 'start'}
              className={`${halo} fill-soft text-small`}
            >
              {latest
                ? t('plan.tableByShort', { day: format.shortDay(latest.tabledBy) })
                : t(outcome === 'TOO_LATE' ? 'plan.late' : 'plan.unknown')}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
