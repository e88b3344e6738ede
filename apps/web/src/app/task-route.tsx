import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { DocumentsSection } from '../features/documents/documents-section.tsx';
import { TaskPage } from '../features/tasks/task-page.tsx';
import { loadWords } from '../lib/i18n.ts';

const ConversationSection = lazy(async () => ({
  default: (await import('../features/conversations/conversation-section.tsx')).ConversationSection,
}));
const IdeaOrigin = lazy(async () => {
  const [{ IdeaOrigin: origin }] = await Promise.all([import('../features/ideas/origin.tsx'), loadWords(['ideas'])]);
  return { default: origin };
});
const route = getRouteApi('/app/zadania/$taskId');

/** Joins a task's page with the files with which it is asked and answered, and with the idea from which it came. */
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
      origin={
        <Suspense>
          <IdeaOrigin of={{ taskId }} />
        </Suspense>
      }
      answerDocuments={(organizationId) => (
        <DocumentsSection key={taskId} place={{ kind: 'ANSWER', taskId, organizationId }} />
      )}
    />
  );
};
