import type { TimelineItem } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { DataTable, Scroller } from '../../ui/table.tsx';
import { timelineQuery } from './views.queries.ts';
import { StageSign } from './stage.tsx';
import { monthsAfter, placeOf, spanOf } from './timeline.rules.ts';

/** The size of the picture, in pixels; beside its first and last day there is room for a sign. */
const row = 56;
const head = 36;
const edge = 14;

/** A milestone: full where it is reached, empty where it is to come, crossed where it is late. */
const Diamond = ({
  x,
  y,
  kind,
}: {
  readonly x: number;
  readonly y: number;
  readonly kind: 'late' | 'open' | 'reached';
}) => (
  <g transform={`translate(${x} ${y})`}>
    <path
      d="M0 -8 L8 0 L0 8 L-8 0 Z"
      className={
        kind === 'reached'
          ? 'fill-sea stroke-surface'
          : kind === 'late'
            ? 'fill-surface stroke-bad'
            : 'fill-surface stroke-sea'
      }
      strokeWidth="2"
    />
    {kind === 'late' && <path d="M-3 -3 L3 3 M3 -3 L-3 3" className="stroke-bad" strokeWidth="2" />}
  </g>
);

const kindOf = ({ reachedOn, late }: TimelineItem['milestones'][number]) =>
  reachedOn !== null ? 'reached' : late ? 'late' : 'open';

interface PictureProps {
  readonly items: readonly TimelineItem[];
  readonly finding: string;
}

/** Terms as bars, milestones as diamonds, today as a line. What it shows stands in the table below, too. */
const Picture = ({ items, finding }: PictureProps) => {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  const span = spanOf(items, format.today);
  const month = span.months <= 18 ? 48 : 30;
  const at = (day: string): number => edge + placeOf(span, day) * month;
  const width = span.months * month + 2 * edge;
  const height = head + items.length * row;
  const months = Array.from({ length: span.months }, (_, index) => monthsAfter(span.from, index));
  const today = at(format.today);
  const frame = useRef<HTMLDivElement>(null);
  const names = useRef<HTMLUListElement>(null);
  // It opens where one is: with today in view, and more of what is to come beside it than of what has been.
  useLayoutEffect(() => {
    if (!frame.current || !names.current) return;
    frame.current.scrollLeft = today - (frame.current.clientWidth - names.current.offsetWidth) / 3;
    // What is read again later leaves the picture where the reader has moved it, unless it has other months now.
  }, [today]);
  return (
    <Scroller label={t('timeline.label')} ref={frame}>
      <div className="flex w-max">
        <ul
          ref={names}
          className="sticky start-0 z-10 w-32 shrink-0 border-e border-line bg-surface sm:w-60"
          style={{ paddingTop: head }}
        >
          {items.map(({ id, title }) => (
            <li
              key={id}
              className="flex items-center overflow-hidden border-t border-line px-3 text-small"
              style={{ height: row }}
            >
              <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId: id }} look="plain">
                <span className="line-clamp-2">
                  <LocalizedText of={title} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
        <svg role="img" aria-label={finding} width={width} height={height} className="shrink-0">
          {months.map((day, index) => {
            const isQuarter = (Number(day.slice(5, 7)) - 1) % 3 === 0;
            return (
              <g key={day}>
                <line
                  x1={edge + index * month}
                  x2={edge + index * month}
                  y1={isQuarter ? 0 : head - 8}
                  y2={isQuarter ? height : head}
                  className="stroke-line"
                />
                {isQuarter && edge + index * month + 70 < width && (
                  <text x={edge + index * month + 6} y={20} className="fill-soft text-small tabular-nums">
                    {[day.slice(5, 7), day.slice(0, 4)].join('.')}
                  </text>
                )}
              </g>
            );
          })}
          {items.map(({ id, startsOn, endsOn, milestones }, index) => {
            const y = head + index * row;
            const from = at(startsOn ?? milestones[0]?.dueOn ?? endsOn ?? format.today);
            const to = at(endsOn ?? milestones.at(-1)?.dueOn ?? startsOn ?? format.today);
            return (
              <g key={id}>
                <line x1={0} x2={width} y1={y} y2={y} className="stroke-line" />
                {(startsOn ?? endsOn) !== null && (
                  <rect
                    x={Math.min(from, to)}
                    y={y + row / 2 - 7}
                    width={Math.max(6, Math.abs(to - from))}
                    height={14}
                    rx={3}
                    className="fill-sea-wash stroke-sea"
                  />
                )}
                {milestones.map((milestone) => (
                  <Diamond
                    key={milestone.id}
                    x={at(milestone.reachedOn ?? milestone.dueOn)}
                    y={y + row / 2}
                    kind={kindOf(milestone)}
                  />
                ))}
              </g>
            );
          })}
          <line x1={today} x2={today} y1={head - 10} y2={height} className="stroke-amber-edge" strokeWidth="2" />
          <path d={`M${today - 5} ${head - 14} h10 l-5 7 Z`} className="fill-amber-edge" />
        </svg>
      </div>
    </Scroller>
  );
};

/** What the signs of the picture mean. */
const Legend = () => {
  const { t } = useTranslation('initiatives');
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-small text-soft">
      {(['reached', 'open', 'late'] as const).map((kind) => (
        <li key={kind} className="flex items-center gap-2">
          <svg aria-hidden width="20" height="20">
            <Diamond x={10} y={10} kind={kind} />
          </svg>
          {t(`timeline.legend.${kind}`)}
        </li>
      ))}
      <li className="flex items-center gap-2">
        <svg aria-hidden width="24" height="20">
          <rect x="1" y="5" width="22" height="10" rx="3" className="fill-sea-wash stroke-sea" />
        </svg>
        {t('timeline.legend.term')}
      </li>
      <li className="flex items-center gap-2">
        <svg aria-hidden width="12" height="20">
          <line x1="6" x2="6" y1="2" y2="18" className="stroke-amber-edge" strokeWidth="2" />
        </svg>
        {t('timeline.legend.today')}
      </li>
    </ul>
  );
};

/** Initiatives in time: as a picture whose title says the finding, and as a table. */
export const Timeline = ({ mine }: { readonly mine: boolean }) => {
  const { t } = useTranslation('initiatives');
  const localized = useLocalized();
  const format = useFormat();
  const id = useId();
  const query = useQuery(timelineQuery(mine ? { mine: 'true' } : {}));
  if (query.isPending) return <RowsSkeleton />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const { items, more } = query.data;
  if (items.length === 0) return <EmptyState title={t('timeline.none')}>{t('timeline.noneNext')}</EmptyState>;
  const open = items.flatMap(({ milestones }) => milestones.filter(({ reachedOn }) => reachedOn === null));
  const late = open.filter((milestone) => milestone.late).length;
  const next = open
    .filter((milestone) => !milestone.late)
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))[0];
  const finding = [
    late > 0 ? t('timeline.late', { count: late }) : t('timeline.inTime'),
    next && t('timeline.next', { milestone: localized(next.title), day: format.shortDay(next.dueOn) }),
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <div className="flex flex-col gap-8">
      <figure aria-labelledby={id} className="flex min-w-0 flex-col gap-4">
        <figcaption id={id} className="text-h3">
          {finding}
        </figcaption>
        <Picture items={items} finding={finding} />
        <Legend />
        {more && <p className="text-small text-soft">{t('timeline.more', { count: items.length })}</p>}
      </figure>
      <Section title={t('timeline.table')}>
        <DataTable
          caption={t('timeline.table')}
          rows={items}
          rowKey={(item) => item.id}
          columns={[
            {
              name: t('timeline.initiative'),
              cell: ({ id: initiativeId, title }) => (
                <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId }} look="plain">
                  <LocalizedText of={title} />
                </Link>
              ),
            },
            { name: t('stageLabel'), cell: ({ stage }) => <StageSign stage={stage} /> },
            { name: t('field.startsOn'), cell: ({ startsOn }) => (startsOn ? format.day(startsOn) : '–') },
            { name: t('field.endsOn'), cell: ({ endsOn }) => (endsOn ? format.day(endsOn) : '–') },
            {
              name: t('milestones.title'),
              cell: ({ milestones }) =>
                milestones.length === 0 ? (
                  '–'
                ) : (
                  <ul className="flex flex-col gap-1 max-md:text-end">
                    {milestones.map((milestone) => (
                      <li key={milestone.id} className="text-small">
                        <LocalizedText of={milestone.title} /> ·{' '}
                        {[
                          milestone.reachedOn
                            ? t('milestones.reached', { day: format.shortDay(milestone.reachedOn) })
                            : format.shortDay(milestone.dueOn),
                          milestone.late && t('milestones.late'),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      </Section>
    </div>
  );
};
