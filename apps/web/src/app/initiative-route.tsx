import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { IdeaOrigin } from '../features/ideas/origin.tsx';
import { InitiativePage } from '../features/initiatives/initiative-page.tsx';
import { initiativeQuery } from '../features/initiatives/initiatives.queries.ts';
import { useSession } from '../lib/session.ts';
import { RowsSkeleton } from '../ui/skeleton.tsx';

const DocumentsSection = lazy(async () => ({
  default: (await import('../features/documents/documents-section.tsx')).DocumentsSection,
}));
const ConversationSection = lazy(async () => ({
  default: (await import('../features/conversations/conversation-section.tsx')).ConversationSection,
}));
const InitiativeCalls = lazy(async () => ({
  default: (await import('../features/funding/initiative-calls.tsx')).InitiativeCalls,
}));
const InitiativeTasks = lazy(async () => ({
  default: (await import('../features/tasks/initiative-tasks.tsx')).InitiativeTasks,
}));
const route = getRouteApi('/app/inicjatywy/$initiativeId');

/** Joins an initiative's page with what it came from, the calls that fit it, and what those who take part work on: tasks, documents, what they say. */
export const InitiativeRoute = () => {
  const { initiativeId } = route.useParams();
  const { data: initiative } = useSuspenseQuery(initiativeQuery(initiativeId));
  const { abilities } = useSession();
  const { readWork, writeTask } = initiative.abilities;
  return (
    <InitiativePage
      key={initiativeId}
      origin={<IdeaOrigin of={{ initiativeId }} />}
      calls={
        abilities.useNetworks && (
          <Suspense fallback={<RowsSkeleton />}>
            <InitiativeCalls initiativeId={initiativeId} />
          </Suspense>
        )
      }
      work={
        readWork && (
          <Suspense>
            <InitiativeTasks
              initiativeId={initiativeId}
              networkId={initiative.network?.id ?? null}
              canWrite={writeTask}
            />
            <DocumentsSection place={{ kind: 'INITIATIVE', initiativeId }} />
            <ConversationSection place={{ place: 'initiatives', id: initiativeId }} />
          </Suspense>
        )
      }
    />
  );
};
