import type { InitiativeView } from '@blizej/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { Moment } from '../../ui/time.tsx';

const DecisionDialog = lazy(async () => ({ default: (await import('./decision-dialog.tsx')).DecisionDialog }));

/** What was decided, the newest first: what another decision came in the place of is marked, and stays. */
export const Decisions = ({ initiative }: { readonly initiative: InitiativeView }) => {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { decisions, abilities } = initiative;
  const titleOf = (id: string | null) => decisions.find((decision) => decision.id === id)?.title;
  return (
    <Section title={t('decisions.title')}>
      {decisions.length === 0 ? (
        <EmptyState title={t('decisions.none')}>{t('decisions.noneNext')}</EmptyState>
      ) : (
        <Rows>
          {decisions.map((decision) => {
            const { id, title, text, decidedBy, decidedOn, reason, resolution, supersedesId, supersededById } =
              decision;
            return (
              <li key={id} className="flex flex-col gap-2 py-4">
                <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
                  {title}
                  {supersededById !== null && <Status tone="ended">{t('decisions.superseded')}</Status>}
                </h3>
                <p className="max-w-prose whitespace-pre-line">{text}</p>
                <p className="max-w-prose whitespace-pre-line text-soft">{t('decisions.because', { reason })}</p>
                <p className="text-small text-soft">
                  {t('decisions.by', { who: decidedBy, day: format.day(decidedOn) })}
                  {resolution && (
                    <>
                      {' · '}
                      <Link to="/app/uchwaly/$resolutionId" params={{ resolutionId: resolution.id }} look="soft">
                        {t('decisions.resolution', { number: resolution.number })}
                      </Link>
                    </>
                  )}
                  {supersedesId !== null && ` · ${t('decisions.inPlaceOf', { title: titleOf(supersedesId) })}`}
                  {supersededById !== null && ` · ${t('decisions.replacedBy', { title: titleOf(supersededById) })}`}
                </p>
                <p className="text-small text-soft">
                  {[
                    t('decisions.recorded'),
                    [decision.recordedBy, decision.organization].filter(Boolean).join(', '),
                  ].join(': ')}{' '}
                  · <Moment at={decision.recordedAt} />
                </p>
              </li>
            );
          })}
        </Rows>
      )}
      {abilities.decide && (
        <div>
          <Button onPress={() => setOpen(true)}>{t('decisions.record')}</Button>
        </div>
      )}
      <Suspense>{isOpen && <DecisionDialog initiative={initiative} onClose={() => setOpen(false)} />}</Suspense>
    </Section>
  );
};
