import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { membershipsQuery, networkQuery } from '../features/networks/networks.queries.ts';
import { NetworkPage } from '../features/networks/network-page.tsx';
import { regionQuery } from '../lib/region.ts';
import { DocumentsSection } from '../features/documents/documents-section.tsx';
import { NetworkSeries } from '../features/tasks/network-series.tsx';
import { StandardTasks } from '../features/tasks/standard-tasks.tsx';
import { NetworkTasks } from '../features/tasks/network-tasks.tsx';

const ConversationSection = lazy(async () => ({
  default: (await import('../features/conversations/conversation-section.tsx')).ConversationSection,
}));
const MembersMap = lazy(async () => ({
  default: (await import('../features/organizations/region-map.tsx')).RegionMap,
}));
const route = getRouteApi('/app/sieci/$networkId');

/** Joins a network's page with what other features know of it: its tasks and where its members lie. */
export const NetworkRoute = () => {
  const { networkId } = route.useParams();
  const { data: network } = useSuspenseQuery(networkQuery(networkId));
  const { data: memberships } = useSuspenseQuery(membershipsQuery(networkId));
  const { data: region } = useQuery(regionQuery());
  const invented = new Set(region?.flatMap(({ fictional, teryt }) => (fictional ? [teryt] : [])));
  const codes = memberships.flatMap(({ state, organization: { teryt } }) =>
    state === 'ACTIVE' && teryt && !invented.has(teryt) ? [teryt] : [],
  );
  return (
    <NetworkPage
      key={networkId}
      id={networkId}
      tasks={
        <>
          {network.abilities.writeTask && <StandardTasks networkId={networkId} />}
          <NetworkTasks networkId={networkId} isMember={network.openTaskCount !== null} />
          <NetworkSeries networkId={networkId} />
        </>
      }
      documents={<DocumentsSection place={{ kind: 'NETWORK', networkId }} />}
      conversation={
        network.openTaskCount !== null && (
          <Suspense>
            <ConversationSection place={{ place: 'networks', id: networkId }} />
          </Suspense>
        )
      }
      map={
        codes.length > 0 && (
          <Suspense>
            <MembersMap marked={codes} size="small" />
          </Suspense>
        )
      }
    />
  );
};
