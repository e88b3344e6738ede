import type { StartMatter, StartView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Sun } from 'lucide-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AssignmentRow } from '../../lib/assignment-row.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { useEventSentence } from '../../lib/events.tsx';
import { LocalizedText, Polish } from '../../lib/localized-text.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { Status } from '../../ui/status.tsx';
import { Day, Moment } from '../../ui/time.tsx';
import { startQuery } from './dashboards.queries.ts';
import { PendingRequest } from './pending-request.tsx';

// Below what waits for the viewer: it may come after it.
const NetworkHealthTable = lazy(async () => ({ default: (await import('./network-health.tsx')).NetworkHealthTable }));

/** A mayor has five minutes: at most three things of a kind. */
const fewForMayor = 3;
const few = 5;
const many = 50;

const kinds = ['PART', 'SHARE', 'CLAIM', 'APPROVAL'] as const;

/** What is ahead, said in one sentence. */
const useSummary = (start: StartView): string => {
  const { perspective, toAttend, toVote, toSay, toDecide, matters, ideas, asked, submitted, lateCount } = start;
  const { t } = useTranslation('dashboards');
  if (perspective === 'GUEST') return t('summary.guest');
  const parts = [
    toAttend.length > 0 && t('summary.toAttend', { count: toAttend.length }),
    toVote.length > 0 && t('summary.toVote', { count: toVote.length }),
    toSay.length > 0 && t('summary.toSay', { count: toSay.length }),
    toDecide.length > 0 && t('summary.toDecide', { count: toDecide.length }),
    ...kinds.map((kind) => {
      const count = matters.filter((matter) => matter.kind === kind).length;
      return count > 0 && t(`summary.${kind}`, { count });
    }),
    ideas.waiting > 0 &&
      `${t('summary.ideas', { count: ideas.waiting })}${ideas.late > 0 ? ` (${t('summary.late', { count: ideas.late })})` : ''}`,
    perspective === 'SECRETARIAT'
      ? submitted.length > 0 && t('summary.submitted', { count: submitted.length })
      : asked.length > 0 && t('summary.asked', { count: asked.length }),
    lateCount > 0 && t('summary.late', { count: lateCount }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? t('summary.nothing') : `${parts.join(', ')}.`;
};

interface PartProps {
  readonly start: StartView;
}

const ToAttend = ({ start: { toAttend } }: PartProps) => {
  const { t } = useTranslation('dashboards');
  const localized = useLocalized();
  if (toAttend.length === 0) return null;
  return (
    <Section title={t('toAttend.title')} aside={<Link to="/app/zebrania">{t('toAttend.all')}</Link>}>
      <Rows>
        {toAttend.slice(0, fewForMayor).map(({ id, title, place }, index) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
            <div className="min-w-0 flex-1 basis-72">
              <Link to="/app/zebrania/$meetingId" params={{ meetingId: id }} look="plain">
                <LocalizedText of={title} />
              </Link>
              <p className="text-small text-soft">
                <Polish>{place}</Polish>
              </p>
            </div>
            <ButtonLink
              to="/app/zebrania/$meetingId"
              params={{ meetingId: id }}
              kind={index === 0 ? 'primary' : 'secondary'}
              aria-label={t('toAttend.label', { meeting: localized(title) })}
            >
              {t('toAttend.confirm')}
            </ButtonLink>
          </li>
        ))}
      </Rows>
    </Section>
  );
};

const ToVote = ({ start: { toAttend, toVote } }: PartProps) => {
  const { t } = useTranslation('dashboards');
  const localized = useLocalized();
  if (toVote.length === 0) return null;
  return (
    <Section title={t('toVote.title')} aside={<Link to="/app/glosowania">{t('toVote.all')}</Link>}>
      <Rows>
        {toVote.slice(0, fewForMayor).map(({ id, title, closesAt }, index) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4">
            <div className="min-w-0 flex-1 basis-72">
              <Link to="/app/glosowania/$ballotId" params={{ ballotId: id }} look="plain">
                <LocalizedText of={title} />
              </Link>
              <p className="text-small text-soft">
                {t('toVote.closes')} <Moment at={closesAt} />
              </p>
            </div>
            <ButtonLink
              to="/app/glosowania/$ballotId"
              params={{ ballotId: id }}
              kind={index === 0 && toAttend.length === 0 ? 'primary' : 'secondary'}
              aria-label={t('toVote.label', { ballot: localized(title) })}
            >
              {t('toVote.vote')}
            </ButtonLink>
          </li>
        ))}
      </Rows>
    </Section>
  );
};

const ToSay = ({ start: { toSay } }: PartProps) => {
  const { t } = useTranslation('dashboards');
  if (toSay.length === 0) return null;
  return (
    <Section title={t('toSay.title')} aside={<Link to="/app/stanowiska">{t('toSay.all')}</Link>}>
      <Rows>
        {toSay.slice(0, fewForMayor).map(({ id, title, until, bySilence }) => (
          <li key={id} className="py-4">
            <Link to="/app/stanowiska/$positionId" params={{ positionId: id }} look="plain">
              <LocalizedText of={title} />
            </Link>
            <p className="text-small text-soft">
              {t(bySilence ? 'toSay.silence' : 'toSay.consultation')} <Moment at={until} />
            </p>
          </li>
        ))}
      </Rows>
    </Section>
  );
};

const ToDecide = ({ start: { toAttend, toVote, toDecide, perspective } }: PartProps) => {
  const { t } = useTranslation('dashboards');
  if (toDecide.length === 0) return null;
  const shown = perspective === 'MAYOR' ? toDecide.slice(0, fewForMayor) : toDecide;
  return (
    <Section
      title={t(perspective === 'SECRETARIAT' ? 'toAdmit.title' : 'toDecide.title')}
      aside={
        shown.length < toDecide.length && (
          <Link to="/app/sieci" search={{ moje: true }}>
            {t('toDecide.all', { count: toDecide.length })}
          </Link>
        )
      }
    >
      <Rows>
        {shown.map((request, index) => (
          <PendingRequest
            key={`${request.network.id}${request.organization.id}`}
            request={request}
            isFirst={index === 0 && toAttend.length === 0 && toVote.length === 0}
          />
        ))}
      </Rows>
    </Section>
  );
};

const MatterLink = ({ matter: { kind, id, title } }: { readonly matter: StartMatter }) => {
  const text = <LocalizedText of={title} />;
  if (kind === 'APPROVAL')
    return (
      <Link to="/app/stanowiska/$positionId" params={{ positionId: id }} look="plain">
        {text}
      </Link>
    );
  return (
    <Link
      to={kind === 'PART' ? '/app/inicjatywy/$initiativeId' : '/app/inicjatywy/$initiativeId/budzet'}
      params={{ initiativeId: id }}
      look="plain"
    >
      {text}
    </Link>
  );
};

/** What waits in initiatives, or the positions to approve. */
const Matters = ({ start, approvals = false }: PartProps & { readonly approvals?: boolean }) => {
  const { t } = useTranslation('dashboards');
  const matters = start.matters.filter(({ kind }) => (kind === 'APPROVAL') === approvals);
  if (matters.length === 0) return null;
  return (
    <Section
      title={t(approvals ? 'matters.approvals' : 'matters.title')}
      aside={
        approvals ? (
          <Link to="/app/stanowiska">{t('toSay.all')}</Link>
        ) : (
          <Link to="/app/inicjatywy">{t('matters.all')}</Link>
        )
      }
    >
      <Rows>
        {matters.slice(0, start.perspective === 'MAYOR' ? fewForMayor : few).map((matter) => (
          <li key={[matter.kind, matter.id, matter.organization, matter.number].join(' ')} className="py-4">
            <MatterLink matter={matter} />
            <p className="text-small text-soft">{t(`matters.${matter.kind}`, matter)}</p>
          </li>
        ))}
      </Rows>
    </Section>
  );
};

const Ideas = ({ start: { ideas } }: PartProps) => {
  const { t } = useTranslation(['dashboards', 'common']);
  if (ideas.waiting === 0) return null;
  return (
    <Section
      title={t('ideas.title')}
      aside={
        <Link to="/app/pomysly" search={{ stan: 'SUBMITTED' }}>
          {t('ideas.all')}
        </Link>
      }
    >
      <Rows>
        {ideas.first.map(({ id, title, organization, dueOn, late }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
            <div className="min-w-0 flex-1 basis-72">
              <Link to="/app/pomysly/$ideaId" params={{ ideaId: id }} look="plain">
                <Polish>{title}</Polish>
              </Link>
              <p className="text-small text-soft">
                {organization} · <Day day={dueOn} />
              </p>
            </div>
            {late && <Status tone="late">{t('common:late')}</Status>}
          </li>
        ))}
      </Rows>
    </Section>
  );
};

const Asked = ({ start: { asked, perspective } }: PartProps) => {
  const { t } = useTranslation('dashboards');
  const shown = asked.slice(0, perspective === 'MAYOR' ? fewForMayor : many);
  return (
    <Section title={t('asked.title')} aside={<Link to="/app/zadania">{t('asked.all')}</Link>}>
      {shown.length === 0 ? (
        <EmptyState title={t('asked.none')}>{t('asked.noneNext')}</EmptyState>
      ) : (
        <Rows>
          {shown.map((assignment) => (
            <AssignmentRow
              key={`${assignment.task.id}${assignment.organization.id}`}
              assignment={assignment}
              to="task"
            />
          ))}
        </Rows>
      )}
    </Section>
  );
};

const Submitted = ({ start: { submitted } }: PartProps) => {
  const { t } = useTranslation('dashboards');
  return (
    <Section
      title={t('submitted.title')}
      aside={
        <Link to="/app/zadania" search={{ pokaz: 'submitted' }}>
          {t('submitted.all')}
        </Link>
      }
    >
      {submitted.length === 0 ? (
        <EmptyState title={t('submitted.none')}>{t('submitted.noneNext')}</EmptyState>
      ) : (
        <Rows>
          {submitted.slice(0, 8).map((assignment) => (
            <AssignmentRow
              key={`${assignment.task.id}${assignment.organization.id}`}
              assignment={assignment}
              to="answer"
            />
          ))}
        </Rows>
      )}
    </Section>
  );
};

const Networks = ({ start: { networks, perspective } }: PartProps) => {
  const { t } = useTranslation('dashboards');
  return (
    <Section
      title={t(perspective === 'SECRETARIAT' ? 'networks.all' : 'networks.ours')}
      aside={<Link to="/app/sieci">{t('networks.browse')}</Link>}
    >
      {networks.length === 0 ? (
        <EmptyState title={t('networks.none')} action={<Link to="/app/sieci">{t('networks.browse')}</Link>}>
          {t('networks.noneNext')}
        </EmptyState>
      ) : (
        <Suspense fallback={<RowsSkeleton />}>
          <NetworkHealthTable networks={networks} />
        </Suspense>
      )}
    </Section>
  );
};

const Praise = ({ start: { praise } }: PartProps) => {
  const { t } = useTranslation('dashboards');
  const sentence = useEventSentence();
  if (!praise) return null;
  const said = sentence(praise);
  return (
    <Section title={t('praise.title')}>
      <p className="flex items-start gap-3">
        <Sun aria-hidden className="mt-0.5 size-5 shrink-0 text-amber-text" />
        <span>
          {praise.taskId ? (
            <Link to="/app/zadania/$taskId" params={{ taskId: praise.taskId }} look="plain">
              {said}
            </Link>
          ) : (
            said
          )}
        </span>
      </p>
    </Section>
  );
};

const parts: Record<StartView['perspective'], (props: PartProps) => ReactNode> = {
  MAYOR: (props) => (
    <>
      <ToAttend {...props} />
      <ToVote {...props} />
      <ToSay {...props} />
      <ToDecide {...props} />
      <Matters {...props} />
      <Matters {...props} approvals />
      <Asked {...props} />
      <Praise {...props} />
      <Networks {...props} />
    </>
  ),
  OFFICIAL: (props) => (
    <>
      <Asked {...props} />
      <ToDecide {...props} />
      <Matters {...props} />
      <Networks {...props} />
      <Praise {...props} />
    </>
  ),
  SECRETARIAT: (props) => (
    <>
      <ToDecide {...props} />
      <Matters {...props} />
      <Ideas {...props} />
      <Submitted {...props} />
      <Networks {...props} />
    </>
  ),
  GUEST: () => null,
};

/** One screen, made for the office of the viewer. */
export const StartPage = () => {
  const { t } = useTranslation('dashboards');
  const { data: start } = useSuspenseQuery(startQuery());
  const Parts = parts[start.perspective];
  const summary = useSummary(start);
  return (
    <div className="flex flex-col gap-12">
      <PageHeader title={t('title')} lead={summary} />
      <Parts start={start} />
    </div>
  );
};
