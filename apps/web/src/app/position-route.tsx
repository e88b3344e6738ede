import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { MeetingWith } from '../features/meetings/meeting-with.tsx';
import { PositionPage } from '../features/positions/position-page.tsx';

const DocumentsSection = lazy(async () => ({
  default: (await import('../features/documents/documents-section.tsx')).DocumentsSection,
}));
const route = getRouteApi('/app/stanowiska/$positionId');

/** Joins a position's page with the meeting that is to decide it, and with its signed copies. */
export const PositionRoute = () => {
  const { t } = useTranslation('positions');
  const { positionId } = route.useParams();
  return (
    <PositionPage
      meeting={<MeetingWith key={positionId} what={{ positionId }} words={t('onTheAgenda')} />}
      signed={
        <Suspense>
          <DocumentsSection key={positionId} place={{ kind: 'POSITION', positionId }} />
        </Suspense>
      }
    />
  );
};
