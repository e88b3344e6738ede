import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DocumentsSection } from '../features/documents/documents-section.tsx';
import { networksQuery } from '../features/networks/networks.queries.ts';
import { ResolutionPage } from '../features/resolutions/resolution-page.tsx';
import { tasksQuery } from '../features/tasks/tasks.queries.ts';
import { useFormat } from '../lib/format.ts';
import { LocalizedText } from '../lib/localized-text.tsx';
import { Paged } from '../lib/paged.tsx';
import { networkTone } from '../lib/states.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Link } from '../ui/link.tsx';
import { Rows, Section } from '../ui/section.tsx';
import { Status } from '../ui/status.tsx';

const route = getRouteApi('/app/uchwaly/$resolutionId');

/** Joins a resolution's page with what rests on it: networks and tasks, as far as the viewer may see them. */
export const ResolutionRoute = () => {
  const { t } = useTranslation(['resolutions', 'common']);
  const format = useFormat();
  const { resolutionId } = route.useParams();
  const networks = useInfiniteQuery(networksQuery({ resolution: resolutionId }));
  const tasks = useInfiniteQuery(tasksQuery({ resolution: resolutionId }));
  return (
    <ResolutionPage key={resolutionId} id={resolutionId}>
      <DocumentsSection key={resolutionId} place={{ kind: 'RESOLUTION', resolutionId }} />
      <Section title={t('networks.title')}>
        <Paged query={networks} empty={<EmptyState title={t('networks.none')}>{t('networks.noneNext')}</EmptyState>}>
          {(items) => (
            <Rows>
              {items.map(({ id, name, state }) => (
                <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
                  <Link to="/app/sieci/$networkId" params={{ networkId: id }} look="plain">
                    <LocalizedText of={name} />
                  </Link>
                  <Status tone={networkTone[state]}>{t(`common:networkState.${state}`)}</Status>
                </li>
              ))}
            </Rows>
          )}
        </Paged>
      </Section>
      <Section title={t('tasks.title')}>
        <Paged query={tasks} empty={<EmptyState title={t('tasks.none')}>{t('tasks.noneNext')}</EmptyState>}>
          {(items) => (
            <Rows>
              {items.map(({ id, title, dueOn, network }) => (
                <li key={id} className="flex flex-col gap-1 py-4">
                  <Link to="/app/zadania/$taskId" params={{ taskId: id }} look="plain">
                    {title}
                  </Link>
                  <span className="text-small text-soft">
                    <LocalizedText of={network.name} /> · {t('tasks.due', { day: format.day(dueOn) })}
                  </span>
                </li>
              ))}
            </Rows>
          )}
        </Paged>
      </Section>
    </ResolutionPage>
  );
};
