import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { InitiativePage } from '../features/initiatives/initiative-page.tsx';
import { RowsSkeleton } from '../ui/skeleton.tsx';

const InitiativeCalls = lazy(async () => ({
  default: (await import('../features/funding/initiative-calls.tsx')).InitiativeCalls,
}));
const route = getRouteApi('/app/inicjatywy/$initiativeId');

/** Joins an initiative's page with what other features know of it: the calls that fit it. */
export const InitiativeRoute = () => {
  const { initiativeId } = route.useParams();
  return (
    <InitiativePage
      calls={
        <Suspense fallback={<RowsSkeleton />}>
          <InitiativeCalls initiativeId={initiativeId} />
        </Suspense>
      }
    />
  );
};
