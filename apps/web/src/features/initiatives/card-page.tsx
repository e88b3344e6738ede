import type { PublicInitiative } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../lib/api.ts';
import { Failure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { PublicFrame } from '../../lib/public-frame.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Rows, Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { cardQuery } from './cards.queries.ts';

const route = getRouteApi('/inicjatywy/$initiativeId');

/** What, who, how far, and what came of it. */
const Card = ({ card }: { readonly card: PublicInitiative }) => {
  const { t } = useTranslation('showcase');
  const localized = useLocalized();
  const format = useFormat();
  const { title, summary, stage, level, goals, startsOn, endsOn, participants, reached, indicators } = card;
  return (
    <article className="flex flex-col gap-12">
      <div className="flex flex-col gap-6">
        <PageHeader
          title={title}
          lead={
            <p className="whitespace-pre-line">
              <LocalizedText of={summary} />
            </p>
          }
          above={
            <Breadcrumbs>
              <Link to="/inicjatywy" look="soft">
                {t('title')}
              </Link>
            </Breadcrumbs>
          }
        />
        <Facts>
          <Fact name={t('stageLabel')}>
            <Status tone={stage === 'COMPLETED' ? 'good' : stage === 'ABANDONED' ? 'ended' : 'active'}>
              {t(`stage.${stage}`)}
            </Status>
          </Fact>
          <Fact name={t('levelLabel')}>{t(`level.${level}`)}</Fact>
          {(startsOn ?? endsOn) && (
            <Fact name={t('term')}>
              {[startsOn && format.day(startsOn), endsOn && format.day(endsOn)].filter(Boolean).join(' – ')}
            </Fact>
          )}
          <Fact name={t('goals')}>{goals.map((goal) => t(`goal.${goal}`)).join(', ')}</Fact>
        </Facts>
      </div>
      {participants.length > 0 && (
        <Section title={t('participants')}>
          <Rows>
            {participants.map(({ name, role }) => (
              <li key={name} className="flex flex-wrap items-baseline gap-x-3 py-3">
                <span className="font-semibold">{name}</span>
                <span className="text-small text-soft">{t(`role.${role}`)}</span>
              </li>
            ))}
          </Rows>
        </Section>
      )}
      {indicators.length > 0 && (
        <Section title={t('results')}>
          <DataTable
            caption={t('results')}
            rows={indicators}
            rowKey={({ name }) => name.pl}
            columns={[
              { name: t('indicator'), cell: ({ name, unit }) => `${localized(name)} (${unit})` },
              { name: t('baseline'), numeric: true, cell: ({ baseline }) => format.number(baseline) },
              { name: t('target'), numeric: true, cell: ({ target }) => format.number(target) },
              {
                name: t('latest'),
                numeric: true,
                cell: ({ latest }) =>
                  latest
                    ? t('measured', { value: format.number(latest.value), day: format.day(latest.measuredOn) })
                    : t('notMeasured'),
              },
            ]}
          />
        </Section>
      )}
      {reached.length > 0 && (
        <Section title={t('reached')}>
          <Rows>
            {reached.map((milestone) => (
              <li
                key={`${milestone.title.pl}${milestone.reachedOn}`}
                className="flex flex-wrap items-baseline gap-x-3 py-3"
              >
                <span className="font-semibold">
                  <LocalizedText of={milestone.title} />
                </span>
                <span className="text-small text-soft">{format.day(milestone.reachedOn)}</span>
              </li>
            ))}
          </Rows>
        </Section>
      )}
      <p className="text-small text-soft">{t('publishedOn', { day: format.day(format.dayOf(card.publishedAt)) })}</p>
    </article>
  );
};

/** The public card of an initiative. */
export const CardPage = () => {
  const { t } = useTranslation(['showcase', 'problems']);
  const { initiativeId } = route.useParams();
  const query = useQuery(cardQuery(initiativeId));
  return (
    <PublicFrame>
      {query.isSuccess ? (
        <Card key={initiativeId} card={query.data} />
      ) : query.isPending ? (
        <RowsSkeleton />
      ) : isProblem(query.error, 'not-found') ? (
        <div className="flex flex-col items-start gap-6">
          <PageHeader title={t('absent.title')} lead={t('absent.next')} />
          <Link to="/inicjatywy">{t('title')}</Link>
        </div>
      ) : (
        <div className="flex flex-col gap-6">
          <PageHeader title={t('title')} />
          <Failure error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
    </PublicFrame>
  );
};
