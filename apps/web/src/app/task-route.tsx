import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { DocumentsSection } from '../features/documents/documents-section.tsx';
import { TaskPage } from '../features/tasks/task-page.tsx';

const ConversationSection = lazy(async () => ({
  default: (await import('../features/conversations/conversation-section.tsx')).ConversationSection,
}));
const route = getRouteApi('/app/zadania/$taskId');

/** Joins a task's page with the files with which it is asked and answered. */
export const TaskRoute = () => {
  const { taskId } = route.useParams();
  return (
    <TaskPage
      documents={<DocumentsSection key={taskId} place={{ kind: 'TASK', taskId }} />}
      conversation={
        <Suspense>
          <ConversationSection key={taskId} place={{ place: 'tasks', id: taskId }} />
        </Suspense>
      }
      answerDocuments={(organizationId) => (
        <DocumentsSection key={taskId} place={{ kind: 'ANSWER', taskId, organizationId }} />
      )}
    />
  );
};
