import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { initiativeQuery } from '../features/initiatives/initiatives.queries.ts';
import { membershipsQuery, networkQuery, networksQuery } from '../features/networks/networks.queries.ts';
import { standardTasksQuery } from '../features/tasks/tasks.queries.ts';
import { WriteTaskForm } from '../features/tasks/write-task-form.tsx';
import { useFormat } from '../lib/format.ts';
import { useLocalized } from '../lib/i18n.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Link } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { RowsSkeleton } from '../ui/skeleton.tsx';

const route = getRouteApi('/app/zadania/nowe');

/** Joins the form of the tasks with the networks and their members. */
export const WriteTaskRoute = () => {
  const { t } = useTranslation('tasks');
  const localized = useLocalized();
  const format = useFormat();
  const navigate = useNavigate({ from: '/app/zadania/nowe' });
  const { siec, standardowe, inicjatywa } = route.useSearch();
  const isStandard = siec !== undefined && standardowe !== undefined;
  const offered = useQuery({ ...standardTasksQuery(siec ?? ''), enabled: isStandard });
  const active = useInfiniteQuery(networksQuery({ state: 'ACTIVE' }));
  const chosen = useQuery({ ...networkQuery(siec ?? ''), enabled: siec !== undefined });
  const initiative = useQuery({ ...initiativeQuery(inicjatywa ?? ''), enabled: inicjatywa !== undefined });
  const memberships = useQuery({ ...membershipsQuery(siec ?? ''), enabled: siec !== undefined });
  const listed = active.data?.pages.flatMap((page) => page.items) ?? [];
  const networks = new Map(
    [...listed, ...(chosen.data ? [chosen.data] : [])].map(({ id, name }) => [id, { id, name: localized(name) }]),
  );
  const partakers = (initiative.data?.participants ?? []).filter(
    ({ organizationKind, state, former }) => organizationKind === 'MUNICIPALITY' && state !== 'WITHDRAWN' && !former,
  );
  const ofNetwork = (siec ? (memberships.data ?? []) : []).filter(
    ({ state, role }) => state === 'ACTIVE' && role !== 'OBSERVER',
  );
  const members = (inicjatywa === undefined ? ofNetwork : partakers)
    .map(({ organization: { id, name } }) => ({ id, name }))
    .sort((one, other) => format.compare(one.name, other.name));
  const isReady =
    active.isSuccess &&
    (siec === undefined || chosen.isSuccess) &&
    (inicjatywa === undefined || initiative.isSuccess) &&
    (!isStandard || offered.isSuccess);
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <PageHeader
        title={t('write.heading')}
        lead={t('write.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/zadania" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
      />
      {isReady ? (
        <WriteTaskForm
          networks={[...networks.values()]}
          networkId={siec ?? null}
          onNetwork={(id) => void navigate({ search: { siec: id ?? undefined, inicjatywa }, replace: true })}
          members={members}
          initiative={initiative.data && { id: initiative.data.id, name: localized(initiative.data.title) }}
          standard={offered.data?.find(({ title }) => title === standardowe)}
        />
      ) : (
        <RowsSkeleton />
      )}
    </div>
  );
};
