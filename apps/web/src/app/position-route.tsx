import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { PositionPage } from '../features/positions/position-page.tsx';

const DocumentsSection = lazy(async () => ({
  default: (await import('../features/documents/documents-section.tsx')).DocumentsSection,
}));
const route = getRouteApi('/app/stanowiska/$positionId');

/** Joins a position's page with its signed copies. */
export const PositionRoute = () => {
  const { positionId } = route.useParams();
  return (
    <PositionPage
      signed={
        <Suspense>
          <DocumentsSection key={positionId} place={{ kind: 'POSITION', positionId }} />
        </Suspense>
      }
    />
  );
};
