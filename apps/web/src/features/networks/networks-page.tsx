import type { NetworkSummary } from '@blizej/contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { GoalFilter } from '../../lib/goal-filter.tsx';
import { narrowed, type Narrowing } from '../../lib/narrow.ts';
import { Paged } from '../../lib/paged.tsx';
import { useSearchWords } from '../../lib/search-words.ts';
import { useSession } from '../../lib/session.ts';
import { membershipTone, networkTone } from '../../lib/states.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Rows } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { Status } from '../../ui/status.tsx';
import { networkKinds, networkStates } from '../../lib/choices.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { networksQuery, topicsQuery } from './networks.queries.ts';

const route = getRouteApi('/app/sieci');

const NetworkRow = ({ network }: { readonly network: NetworkSummary }) => {
  const { t } = useTranslation(['networks', 'life', 'common']);
  const format = useFormat();
  const { id, name, purpose, kind, state, lead, memberCount, openTaskCount, endsOn, mine, mandateStanding, reviewDue } =
    network;
  const facts = [
    kind === 'TEMPORARY' && endsOn ? t('until', { day: format.shortDay(endsOn) }) : t(`common:networkKind.${kind}`),
    lead && t('ledBy', { name: lead.name }),
    t('members', { count: memberCount }),
    openTaskCount !== null && t('openTasks', { count: openTaskCount }),
  ].filter(Boolean);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 py-5">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
        <h2 className="text-h3">
          <Link to="/app/sieci/$networkId" params={{ networkId: id }} look="plain">
            <LocalizedText of={name} />
          </Link>
        </h2>
        <p className="line-clamp-2 max-w-prose text-soft">
          <LocalizedText of={purpose} />
        </p>
        <p className="text-small text-soft">{facts.join(' · ')}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {state !== 'ACTIVE' && <Status tone={networkTone[state]}>{t(`common:networkState.${state}`)}</Status>}
        {state === 'ACTIVE' && mandateStanding !== null && mandateStanding !== 'IN_FORCE' && (
          <Status tone="late">{t(`life:warning.short.${mandateStanding}`)}</Status>
        )}
        {reviewDue && <Status tone="waiting">{t('life:reviewDue.short')}</Status>}
        {mine && (
          <Status tone={membershipTone[mine.state]}>
            {mine.state === 'ACTIVE' ? t(`mine.${mine.role}`) : t(`common:membershipState.${mine.state}`)}
          </Status>
        )}
      </div>
    </li>
  );
};

export const NetworksPage = () => {
  const { t } = useTranslation(['networks', 'life', 'common']);
  const navigate = useNavigate({ from: '/app/sieci' });
  const narrow = (change: Narrowing<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (now) => ({ ...now, ...narrowed(change) }), replace: true });
  const { abilities } = useSession();
  const { szukaj, stan, rodzaj, cel, temat, moje } = route.useSearch();
  const { data: topics = [] } = useQuery(topicsQuery());
  const query = useInfiniteQuery(
    networksQuery({
      ...(szukaj && { search: szukaj }),
      ...(stan && { state: stan }),
      ...(rodzaj && { kind: rodzaj }),
      ...(cel && { goal: cel }),
      ...(temat && { topic: temat }),
      ...(moje && { mine: 'true' }),
    }),
  );
  const search = useSearchWords((typed) => narrow({ szukaj: typed }));
  const isFiltered = Boolean(szukaj || stan || rodzaj || cel || temat || moje);
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {abilities.proposeNetwork && (
              <ButtonLink to="/app/sieci/nowa" kind="primary">
                {t('propose.action')}
              </ButtonLink>
            )}
            {abilities.useNetworks && (
              <>
                <ButtonLink to="/app/uchwaly" kind="quiet">
                  {t('life:register')}
                </ButtonLink>
                <ButtonLink to="/app/sieci/wzory" kind="quiet">
                  {t('templates')}
                </ButtonLink>
                <ButtonLink to="/app/sieci/zasieg" kind="quiet">
                  {t('reach')}
                </ButtonLink>
              </>
            )}
          </>
        }
      />
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <SearchBox label={t('search')} value={szukaj ?? ''} onSearch={search} />
        <Select
          label={t('common:state')}
          value={stan ?? 'any'}
          onChange={(value) => narrow({ stan: value !== 'any' && value })}
          options={[
            { value: 'any', label: t('anyState') },
            ...networkStates.map((value) => ({ value, label: t(`common:networkState.${value}`) })),
          ]}
        />
        <Select
          label={t('kind')}
          value={rodzaj ?? 'any'}
          onChange={(value) => narrow({ rodzaj: value !== 'any' && value })}
          options={[
            { value: 'any', label: t('anyKind') },
            ...networkKinds.map((value) => ({ value, label: t(`common:networkKind.${value}`) })),
          ]}
        />
        <GoalFilter value={cel} onChange={(value) => narrow({ cel: value })} />
        {(topics.length > 0 || temat) && (
          <Select<string>
            label={t('life:topicFilter')}
            value={temat ?? ''}
            onChange={(value) => narrow({ temat: value })}
            options={[
              { value: '', label: t('life:anyTopic') },
              ...[...new Set([...topics, ...(temat ? [temat] : [])])].map((value) => ({
                value,
                label: value,
                lang: 'pl',
              })),
            ]}
          />
        )}
        <Checkbox isSelected={moje ?? false} onChange={(chosen) => narrow({ moje: chosen })}>
          {t('onlyMine')}
        </Checkbox>
      </search>
      <Paged
        query={query}
        empty={
          isFiltered ? (
            <EmptyState title={t('none.filtered')} action={<Link to="/app/sieci">{t('none.clear')}</Link>}>
              {t('none.filteredNext')}
            </EmptyState>
          ) : (
            <EmptyState title={t('none.title')}>{t('none.next')}</EmptyState>
          )
        }
      >
        {(networks) => (
          <Rows>
            {networks.map((network) => (
              <NetworkRow key={network.id} network={network} />
            ))}
          </Rows>
        )}
      </Paged>
    </div>
  );
};
