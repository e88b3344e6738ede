import { getRouteApi } from '@tanstack/react-router';
import { DocumentsSection } from '../features/documents/documents-section.tsx';
import { AnswerPage } from '../features/tasks/answer-page.tsx';

const route = getRouteApi('/app/zadania/$taskId/gminy/$organizationId');

/** Joins the page of one gmina's answer with its files. */
export const AnswerRoute = () => {
  const place = { kind: 'ANSWER', ...route.useParams() } as const;
  return <AnswerPage documents={<DocumentsSection key={place.organizationId} place={place} />} />;
};
