import type { ClosingReportView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { usePersonName } from '../../lib/person-name.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { reportQuery } from './networks.queries.ts';
import { ReportForm } from './report-form.tsx';
import { SignReport } from './sign-report.tsx';

const route = getRouteApi('/app/sieci/$networkId/sprawozdanie');

interface ReportProps {
  readonly report: ClosingReportView;
}

const Figures = ({ report: { figures, signed } }: ReportProps) => {
  const { t } = useTranslation('life');
  const format = useFormat();
  const shown = ['members', 'tasks', 'asked', 'accepted', 'late', 'declined'] as const;
  return (
    <Section title={t('report.figures.title')}>
      <Facts>
        {shown.map((figure) => (
          <Fact key={figure} name={t(`report.figures.${figure}`)}>
            {format.number(figures[figure])}
          </Fact>
        ))}
        {signed === null && <Fact name={t('report.figures.openTasks')}>{format.number(figures.openTasks)}</Fact>}
      </Facts>
    </Section>
  );
};

/** The report as it reads: for those who do not write it, and for everybody once it is signed. */
const Written = ({ report }: ReportProps) => {
  const { t } = useTranslation('life');
  const format = useFormat();
  return (
    <>
      {(['problem', 'done', 'remaining'] as const).map((part) => (
        <Section key={part} title={t(`report.${part}`)}>
          <p className="max-w-prose whitespace-pre-line">
            {report[part] || <span className="text-soft">{t('report.nothing')}</span>}
          </p>
        </Section>
      ))}
      <Section title={t('report.results')}>
        <dl className="flex flex-col gap-5">
          {report.results.map(({ organization, asked, answered, result }) => (
            <div key={organization.id} className="flex flex-col gap-1">
              <dt className="font-semibold">{organization.name}</dt>
              <dd className="text-small text-soft">
                {t('report.counts', { answered: format.number(answered), asked: format.number(asked) })}
              </dd>
              <dd className="max-w-prose whitespace-pre-line">
                {result || <span className="text-soft">{t('report.nothing')}</span>}
              </dd>
            </div>
          ))}
        </dl>
        {report.results.length === 0 && <p className="text-soft">{t('report.noResults')}</p>}
      </Section>
    </>
  );
};

/** With what a network closes: what happened in it, what its people say of it, and the signature of its lead. */
export const ReportPage = () => {
  const { t } = useTranslation(['life', 'networks']);
  const localized = useLocalized();
  const format = useFormat();
  const named = usePersonName();
  const { networkId } = route.useParams();
  const { data: report } = useSuspenseQuery(reportQuery(networkId));
  // What is written stands above what would be signed: both know what is not saved yet.
  const [isChanged, setChanged] = useState(false);
  const { network, signed, abilities } = report;
  return (
    <div className="flex flex-col gap-10">
      <PageHeader
        title={t('report.of', { network: localized(network.name) })}
        lead={
          signed ? t('report.leadSigned', { day: format.moment(signed.at), name: named(signed.by) }) : t('report.lead')
        }
        above={
          <Breadcrumbs>
            <Link to="/app/sieci" look="soft">
              {t('networks:title')}
            </Link>
            <Link to="/app/sieci/$networkId" params={{ networkId }} look="soft">
              <LocalizedText of={network.name} />
            </Link>
          </Breadcrumbs>
        }
      />
      <Figures report={report} />
      {abilities.write ? (
        <ReportForm key={networkId} report={report} onChanged={setChanged} />
      ) : (
        <Written report={report} />
      )}
      {signed === null && <SignReport report={report} isChanged={isChanged} />}
    </div>
  );
};
