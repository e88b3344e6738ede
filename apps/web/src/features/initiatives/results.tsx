import type { IndicatorView, InitiativeView } from '@blizej/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { Day } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';

const MilestonesDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).MilestonesDialog }));
const RisksDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).RisksDialog }));
const IndicatorDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).IndicatorDialog }));
const MeasureDialog = lazy(async () => ({ default: (await import('./dialogs.tsx')).MeasureDialog }));

interface InitiativeProps {
  readonly initiative: InitiativeView;
}

/** How likely, or how grave: in words. */
const scale = (of: number) => (of === 1 ? 'risks.scale.1' : of === 2 ? 'risks.scale.2' : 'risks.scale.3');

/** What is to be reached by when, and what was. */
export const Milestones = ({ initiative }: InitiativeProps) => {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { milestones, abilities } = initiative;
  const reached = milestones.filter(({ reachedOn }) => reachedOn !== null).length;
  return (
    <Section
      title={t('milestones.title')}
      {...(milestones.length > 0 && { aside: t('milestones.reachedOf', { reached, total: milestones.length }) })}
    >
      {milestones.length === 0 ? (
        <EmptyState title={t('milestones.none')}>{t('milestones.noneNext')}</EmptyState>
      ) : (
        <ol className="flex flex-col gap-4 border-s-2 border-line ps-5">
          {milestones.map(({ id, title, dueOn, reachedOn, late }) => (
            <li
              key={id}
              className="relative flex flex-wrap items-center gap-x-4 gap-y-1 before:absolute before:-start-[1.6rem] before:top-2 before:size-2 before:rounded-round before:bg-control"
            >
              <span className="font-semibold">
                <LocalizedText of={title} />
              </span>
              {reachedOn ? (
                <Status tone="good">{t('milestones.reached', { day: format.shortDay(reachedOn) })}</Status>
              ) : (
                <>
                  <span className="text-small text-soft">
                    <Day day={dueOn} />
                  </span>
                  {late && <Status tone="late">{t('milestones.late')}</Status>}
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {abilities.change && (
        <div>
          <Button onPress={() => setOpen(true)}>{t('milestones.change')}</Button>
        </div>
      )}
      <Suspense>{isOpen && <MilestonesDialog initiative={initiative} onClose={() => setOpen(false)} />}</Suspense>
    </Section>
  );
};

interface IndicatorRowProps extends InitiativeProps {
  readonly indicator: IndicatorView;
}

const IndicatorRow = ({ initiative, indicator }: IndicatorRowProps) => {
  const { t } = useTranslation('initiatives');
  const localized = useLocalized();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const remove = useDeed(api.removeIndicator, () => toast({ message: t('indicators.removed') }));
  const { id, name, unit, baseline, target, border, measurements } = indicator;
  const latest = measurements[0]?.value ?? baseline;
  const way = Math.abs(target - baseline);
  const come = Math.max(0, Math.min(way, target >= baseline ? latest - baseline : baseline - latest));
  const figures = { value: format.number(latest), target: format.number(target), unit };
  return (
    <li className="flex flex-col gap-2 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
            <LocalizedText of={name} />
            {border && <Status tone="idle">{t('indicators.border')}</Status>}
          </p>
          <Progress value={come} total={way} label={t('indicators.of', figures)} />
          <p className="text-small text-soft">{t('indicators.from', { value: format.number(baseline), unit })}</p>
        </div>
        {initiative.abilities.change && (
          <div className="flex flex-wrap gap-2">
            <Button label={t('indicators.measureOf', { name: localized(name) })} onPress={() => setOpen(true)}>
              {t('indicators.measure')}
            </Button>
            {measurements.length === 0 && (
              <Button
                kind="quiet"
                label={t('indicators.removeOf', { name: localized(name) })}
                isPending={remove.isPending}
                onPress={() => remove.mutate({ params: { id: initiative.id, indicatorId: id } })}
              >
                {t('indicators.remove')}
              </Button>
            )}
          </div>
        )}
      </div>
      <DeedFailure error={remove.error} />
      {measurements.length > 0 && (
        <details>
          <summary className="cursor-pointer py-1 text-small underline underline-offset-4">
            {t('indicators.measurements', { count: measurements.length })}
          </summary>
          <ul className="flex flex-col gap-2 pt-2 text-small">
            {measurements.map(({ value, measuredOn, evidence, by }, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- measurements are never changed, nor moved
              <li key={at}>
                <span className="font-semibold tabular-nums">
                  {format.number(value)} {unit}
                </span>{' '}
                <span className="text-soft">{[format.day(measuredOn), by].filter(Boolean).join(' · ')}</span>
                <span className="block max-w-prose whitespace-pre-line">{evidence}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Suspense>
        {isOpen && <MeasureDialog initiative={initiative} indicator={indicator} onClose={() => setOpen(false)} />}
      </Suspense>
    </li>
  );
};

/** What it is measured by, and what it has come to. */
export const Indicators = ({ initiative }: InitiativeProps) => {
  const { t } = useTranslation('initiatives');
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={t('indicators.title')}>
      {initiative.indicators.length === 0 ? (
        <EmptyState title={t('indicators.none')}>{t('indicators.noneNext')}</EmptyState>
      ) : (
        <Rows>
          {initiative.indicators.map((indicator) => (
            <IndicatorRow key={indicator.id} initiative={initiative} indicator={indicator} />
          ))}
        </Rows>
      )}
      {initiative.abilities.change && (
        <div>
          <Button onPress={() => setOpen(true)}>{t('indicators.add')}</Button>
        </div>
      )}
      <Suspense>{isOpen && <IndicatorDialog initiative={initiative} onClose={() => setOpen(false)} />}</Suspense>
    </Section>
  );
};

/** What may go wrong, the gravest first, and what is done about it. */
export const Risks = ({ initiative }: InitiativeProps) => {
  const { t } = useTranslation('initiatives');
  const [isOpen, setOpen] = useState(false);
  const { risks, abilities } = initiative;
  if (risks.length === 0 && !abilities.change) return null;
  return (
    <Section title={t('risks.title')}>
      {risks.length === 0 ? (
        <EmptyState title={t('risks.none')}>{t('risks.noneNext')}</EmptyState>
      ) : (
        <Rows>
          {risks.map(({ id, text, likelihood, impact, response }) => (
            <li key={id} className="flex flex-col gap-1 py-4">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
                {text}
                <Status tone={likelihood * impact >= 6 ? 'late' : likelihood * impact >= 3 ? 'waiting' : 'idle'}>
                  {t(likelihood * impact >= 6 ? 'risks.high' : likelihood * impact >= 3 ? 'risks.middle' : 'risks.low')}
                </Status>
              </p>
              <p className="text-small text-soft">
                {t('risks.both', { likelihood: t(scale(likelihood)), impact: t(scale(impact)) })}
              </p>
              <p className="max-w-prose whitespace-pre-line">{response}</p>
            </li>
          ))}
        </Rows>
      )}
      {abilities.change && (
        <div>
          <Button onPress={() => setOpen(true)}>{t('risks.change')}</Button>
        </div>
      )}
      <Suspense>{isOpen && <RisksDialog initiative={initiative} onClose={() => setOpen(false)} />}</Suspense>
    </Section>
  );
};
