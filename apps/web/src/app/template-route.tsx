import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { TemplatePage } from '../features/networks/template-page.tsx';
import type { DesignQuestions } from '../features/networks/standard-tasks-control.tsx';
import { templateDraftQuery, templateQuery } from '../features/networks/templates.queries.ts';
import { FormDesigner } from '../features/tasks/form-designer.tsx';
import { Failure } from '../lib/failure.tsx';
import { RowsSkeleton } from '../ui/skeleton.tsx';

const adding = getRouteApi('/app/sieci/wzory/nowy');
const changing = getRouteApi('/app/sieci/wzory/$templateId');

const questions: DesignQuestions = (of) => <FormDesigner {...of} />;

/** Joins a new template with the designer of questions, and with the network of which it is made. */
export const AddTemplateRoute = () => {
  const { siec } = adding.useSearch();
  const draft = useQuery({ ...templateDraftQuery(siec ?? ''), enabled: siec !== undefined });
  if (siec === undefined) return <TemplatePage questions={questions} />;
  if (draft.isError) return <Failure error={draft.error} onRetry={() => void draft.refetch()} />;
  return draft.data ? (
    <TemplatePage key={siec} draft={{ of: siec, from: draft.data }} questions={questions} />
  ) : (
    <RowsSkeleton />
  );
};

/** Joins a template with the designer of questions. */
export const ChangeTemplateRoute = () => {
  const { templateId } = changing.useParams();
  const { data: template } = useSuspenseQuery(templateQuery(templateId));
  return <TemplatePage key={template.id} template={template} questions={questions} />;
};
