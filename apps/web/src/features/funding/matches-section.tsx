import type { CallView, MatchView } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../lib/failure.tsx';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Link } from '../../ui/link.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { MatchSign, Reasons } from './call-words.tsx';
import { matchesQuery } from './funding.queries.ts';

interface Entry {
  readonly key: string;
  readonly name: ReactNode;
  readonly match: MatchView;
}

interface MatchListProps {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly none: string;
  readonly currency: CallView['currency'];
}

const MatchList = ({ title, entries, none, currency }: MatchListProps) => (
  <div className="flex flex-col gap-3">
    <h3 className="text-h3">{title}</h3>
    {entries.length === 0 ? (
      <p className="text-soft">{none}</p>
    ) : (
      <Rows>
        {entries.map(({ key, name, match }) => (
          <li key={key} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
            <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
              <p>{name}</p>
              <Reasons match={match} currency={currency} />
            </div>
            <MatchSign match={match} />
          </li>
        ))}
      </Rows>
    )}
  </div>
);

/** Whom a call fits, and why; what is missing stands beside it. */
export const MatchesSection = ({ call }: { readonly call: CallView }) => {
  const { t } = useTranslation('funding');
  const matches = useQuery(matchesQuery(call.id));
  return (
    <Section title={t('matches.title')}>
      <p className="max-w-prose text-soft">{t('matches.lead')}</p>
      {matches.isPending && <RowsSkeleton />}
      {matches.isError && <Failure error={matches.error} onRetry={() => void matches.refetch()} />}
      {matches.isSuccess && (
        <div className="flex flex-col gap-8">
          <MatchList
            title={t('matches.initiatives')}
            none={t('matches.noInitiatives')}
            currency={call.currency}
            entries={matches.data.initiatives.map(({ id, title, match }) => ({
              key: id,
              match,
              name: (
                <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId: id }}>
                  <LocalizedText of={title} />
                </Link>
              ),
            }))}
          />
          <MatchList
            title={t('matches.needs')}
            none={t('matches.noNeeds')}
            currency={call.currency}
            entries={matches.data.needs.map(({ id, title, organization, match }) => ({
              key: id,
              match,
              name: (
                <>
                  <span className="font-semibold">{title}</span>{' '}
                  <span className="text-soft">({organization.name})</span>
                </>
              ),
            }))}
          />
          <MatchList
            title={t('matches.gminas')}
            none={t('matches.noGminas')}
            currency={call.currency}
            entries={matches.data.gminas.map(({ organization, match }) => ({
              key: organization.id,
              match,
              name: (
                <Link to="/app/gminy/$organizationId" params={{ organizationId: organization.id }}>
                  {organization.name}
                </Link>
              ),
            }))}
          />
        </div>
      )}
    </Section>
  );
};
