import type { BallotView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Asked } from '../../lib/asked.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { BallotStatus } from './ballot-status.tsx';
import { ballotQuery } from './ballots.queries.ts';
import { Votes } from './cast-vote.tsx';
import { Proxies } from './proxies.tsx';
import { Electors } from './electors.tsx';
import { Manage, Outputs } from './manage.tsx';
import { NoVote } from './no-vote.tsx';
import { Quorum } from './quorum.tsx';
import { Result } from './result.tsx';
import { Standing } from './standing.tsx';
import { Fingerprint } from './fingerprint.tsx';

const route = getRouteApi('/app/glosowania/$ballotId');

/** By which rule it is decided, and when. */
const Rule = ({ ballot, decides }: { readonly ballot: BallotView; readonly decides: boolean }) => {
  const { t } = useTranslation('ballots');
  const format = useFormat();
  const localized = useLocalized();
  const { nature, legalBasis, rule, secret, proxyLimit, opensAt, openedAt, closesAt, closedAt, extensions, phase } =
    ballot;
  const begins = openedAt ?? opensAt;
  return (
    <Section title={t('rule.title')}>
      <Facts>
        <Fact name={t('form.nature')}>{t(`nature.${nature}`)}</Fact>
        <Fact name={t('rule.binding')}>
          {legalBasis ?? t(decides || nature === 'POSITION' ? 'rule.decides' : 'rule.consultative')}
        </Fact>
        <Fact name={t('form.quorum')}>{t(`quorum.${rule.quorum}`)}</Fact>
        <Fact name={t('form.majority')}>
          {rule.majority === 'SIMPLE'
            ? t('majority.SIMPLE')
            : [t(`majority.${rule.majority}`), t(`majorityOf.${rule.majorityOf}`)].join(', ')}
        </Fact>
        <Fact name={t('rule.secrecy')}>{t(secret ? 'rule.secret' : 'rule.open')}</Fact>
        <Fact name={t('rule.proxies')}>
          {proxyLimit === 0 ? t('rule.noProxies') : t('rule.proxiesUpTo', { count: proxyLimit })}
        </Fact>
        <Fact name={t('form.opensAt')}>{begins ? format.moment(begins) : t('rule.atOnce')}</Fact>
        <Fact name={t('form.closesAt')}>
          {phase === 'WITHDRAWN' ? t('phase.WITHDRAWN') : format.moment(closedAt ?? closesAt)}
        </Fact>
      </Facts>
      {extensions.map((extension) => (
        <p key={extension.closesAt} className="text-small text-soft">
          {t('rule.extended', {
            former: format.moment(extension.formerClosesAt),
            moment: format.moment(extension.closesAt),
            reason: extension.reason,
          })}
        </p>
      ))}
      <Fingerprint question={localized(ballot.question)} />
    </Section>
  );
};

interface BallotPageProps {
  /** What it is about. */
  readonly about: ReactNode;
  /** The meeting in which it is held. */
  readonly meetingId: string | undefined;
  /** It decides on a position of the association. */
  readonly decides: boolean;
}

/** One ballot: to vote in a minute; then to see, and to check, what came of it. */
export const BallotPage = ({ about, meetingId, decides }: BallotPageProps) => {
  const { t } = useTranslation('ballots');
  const { ballotId } = route.useParams();
  const { data: ballot } = useSuspenseQuery(ballotQuery(ballotId));
  const { title, question, phase, outcome, count, electors } = ballot;
  return (
    <div className="flex flex-col gap-6 sm:gap-10">
      <div className="flex flex-col gap-3 sm:gap-5">
        <PageHeader
          title={title}
          above={
            <Breadcrumbs>
              <Link to="/app/glosowania" look="soft">
                {t('title')}
              </Link>
            </Breadcrumbs>
          }
          lead={
            <p className="max-sm:text-body">
              <Asked of={question} />
            </p>
          }
          actions={<Manage ballot={ballot} />}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <BallotStatus phase={phase} outcome={outcome} />
          {decides && phase === 'OPEN' && <span className="text-small text-soft">{t('about.decides')}</span>}
        </div>
        <Standing ballot={ballot} />
        {about}
      </div>
      {phase === 'CLOSED' && count && <Result ballot={ballot} count={count} />}
      <NoVote ballot={ballot} meetingId={meetingId} forVoters />
      <Votes ballot={ballot} />
      {phase !== 'CLOSED' && count && <Result ballot={ballot} count={count} />}
      <Quorum ballot={ballot} />
      <Rule ballot={ballot} decides={decides} />
      {electors.length > 0 && <Electors ballot={ballot} />}
      <Proxies ballot={ballot} />
      {ballot.abilities.export && <Outputs ballot={ballot} />}
    </div>
  );
};
