import type { CallPlan, CallView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDownload } from '../../lib/download.ts';
import { DeedFailure, Failure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { planQuery } from './funding.queries.ts';
import { PlanPicture } from './plan-picture.tsx';

const tones: Record<CallPlan['gminas'][number]['outcome'], Tone> = {
  IN_TIME: 'good',
  TOO_LATE: 'late',
  UNKNOWN: 'waiting',
};

/** What the plan comes to, in a sentence. */
const useFinding = (): ((plan: CallPlan) => string) => {
  const { t } = useTranslation('funding');
  const format = useFormat();
  return ({ gminas }) => {
    const names = (outcome: string): string =>
      gminas
        .filter((gmina) => gmina.outcome === outcome)
        .map(({ organization }) => organization.name)
        .join(', ');
    if (names('TOO_LATE') !== '') return t('plan.findingLate', { names: names('TOO_LATE') });
    if (names('UNKNOWN') !== '') return t('plan.findingUnknown', { names: names('UNKNOWN') });
    const [first] = gminas.flatMap(({ latest }) => (latest ? [latest.tabledBy] : [])).toSorted();
    return t('plan.finding', { count: gminas.length, day: first ? format.shortDay(first) : '' });
  };
};

const Plan = ({ plan }: { readonly plan: CallPlan }) => {
  const { t } = useTranslation('funding');
  const format = useFormat();
  const finding = useFinding()(plan);
  const rows = plan.gminas.flatMap(({ organization, sessions, outcome }) =>
    (sessions.length === 0 ? [undefined] : sessions).map((session) => ({
      key: organization.id + (session?.heldOn ?? ''),
      name: organization.name,
      session,
      outcome,
    })),
  );
  return (
    <div className="flex flex-col gap-5">
      <h3 className="text-h3">{finding}</h3>
      <p className="max-w-prose text-soft">
        {t('plan.how', { day: format.day(plan.decideBy), count: plan.signingDays })}
      </p>
      <PlanPicture plan={plan} finding={finding} />
      <p className="text-small text-soft">{t('plan.legend')}</p>
      <DataTable
        caption={finding}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { name: t('plan.gmina'), cell: ({ name }) => name },
          { name: t('plan.session'), cell: ({ session }) => (session ? format.day(session.heldOn) : '–') },
          { name: t('plan.tabledBy'), cell: ({ session }) => (session ? format.day(session.tabledBy) : '–') },
          {
            name: t('plan.verdict'),
            cell: ({ session, outcome }) =>
              session ? (
                <Status
                  tone={session.verdict === 'IN_TIME' ? 'good' : session.verdict === 'TABLING_OVER' ? 'late' : 'ended'}
                >
                  {session.verdict === 'IN_TIME'
                    ? t('plan.tableBy', { day: format.shortDay(session.tabledBy) })
                    : t(session.verdict === 'TABLING_OVER' ? 'plan.tablingOver' : 'plan.afterDeadline')}
                </Status>
              ) : (
                <Status tone={tones[outcome]}>{t(outcome === 'TOO_LATE' ? 'plan.late' : 'plan.unknown')}</Status>
              ),
          },
        ]}
      />
    </div>
  );
};

/** For which initiatives it can be planned; the one that is shown is among them. */
const choices = ({ initiative, initiatives }: CallPlan): CallPlan['initiatives'] =>
  initiative && !initiatives.some(({ id }) => id === initiative.id) ? [...initiatives, initiative] : initiatives;

interface PlanSectionProps {
  readonly call: CallView;
  /** For which initiative it is planned; for the own gmina where none is chosen. */
  readonly initiative: string | undefined;
}

/** By when the councils have to decide, and by when their drafts are tabled. */
export const PlanSection = ({ call, initiative }: PlanSectionProps) => {
  const { t } = useTranslation('funding');
  const localized = useLocalized();
  const navigate = useNavigate({ from: '/app/nabory/$callId' });
  const plan = useQuery(planQuery(call.id, initiative));
  const download = useDownload(api.downloadCallCalendar);
  return (
    <Section title={t('plan.title')}>
      {plan.isPending && <RowsSkeleton />}
      {plan.isError && <Failure error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.isSuccess && (
        <>
          <div className="flex flex-wrap items-end gap-4 print:hidden">
            {choices(plan.data).length > 0 && (
              <Select
                label={t('plan.for')}
                value={initiative ?? ''}
                onChange={(value) =>
                  void navigate({
                    search: (now) => ({ ...now, inicjatywa: value || undefined }),
                    replace: true,
                    resetScroll: false,
                  })
                }
                options={[
                  { value: '', label: t('plan.ownGmina') },
                  ...choices(plan.data).map(({ id, title }) => ({ value: id, label: localized(title) })),
                ]}
              />
            )}
            <Button
              isPending={download.isPending}
              onPress={() => download.mutate({ params: { id: call.id }, query: { ...(initiative && { initiative }) } })}
            >
              {t('plan.toCalendar')}
            </Button>
          </div>
          <DeedFailure error={download.error} />
          {plan.data.gminas.length === 0 ? (
            <EmptyState title={t('plan.none')}>{t('plan.noneNext')}</EmptyState>
          ) : (
            <Plan plan={plan.data} />
          )}
          <p className="text-small print:hidden">
            <Link to="/app/nabory/sesje">{t('plan.toSessions')}</Link>
          </p>
        </>
      )}
    </Section>
  );
};
