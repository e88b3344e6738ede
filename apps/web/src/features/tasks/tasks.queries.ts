import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type FiltersOf } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

type Filters = FiltersOf<typeof api.listAssignments>;
type TaskFilters = FiltersOf<typeof api.listTasks>;

/** Which assignments: to be answered, waiting for acceptance, asking for a later day, over. */
export type AssignmentsShown = 'todo' | 'submitted' | 'asking' | 'done';

/** The columns of a gmina's board. */
export type AssignmentColumn = 'open' | 'working' | 'submitted' | 'done';

/** What is asked of the viewer's organizations. */
export const assignmentsQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'assignments', filters],
    queryFn: ({ signal, pageParam }) => call(api.listAssignments, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

/** Tasks with their progress: what the secretariat has asked. */
export const tasksQuery = (filters: TaskFilters) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'list', filters],
    queryFn: ({ signal, pageParam }) => call(api.listTasks, { query: { ...filters, cursor: pageParam }, signal }),
    ...byCursor,
  });

/** One's own changes of several tasks that can still be undone. */
export const taskChangesQuery = () =>
  queryOptions({
    queryKey: ['tasks', 'changes'],
    queryFn: async ({ signal }) => (await call(api.listTaskChanges, { signal })).items,
    refetchInterval: 60_000,
  });

/** What comes again in a network. */
export const seriesQuery = (networkId: string) =>
  queryOptions({
    queryKey: ['tasks', 'series', networkId],
    queryFn: async ({ signal }) => (await call(api.listTaskSeries, { params: { id: networkId }, signal })).items,
  });

/** The names of the files that were added to an answer (of the newest fifty). */
export const addedFilesQuery = (taskId: string, organizationId: string) =>
  queryOptions({
    queryKey: ['documents', 'names', taskId, organizationId],
    queryFn: async ({ signal }) => {
      const { items } = await call(api.listAnswerDocuments, {
        params: { id: taskId, organizationId },
        query: {},
        signal,
      });
      return items.map(({ name }) => name);
    },
  });

/** The tasks with which a network was proposed. */
export const standardTasksQuery = (networkId: string) =>
  queryOptions({
    queryKey: ['tasks', 'standard', networkId],
    queryFn: async ({ signal }) => (await call(api.listStandardTasks, { params: { id: networkId }, signal })).items,
  });

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', 'one', id],
    queryFn: ({ signal }) => call(api.readTask, { params: { id }, signal }),
  });

/** Who has answered a task, never what. */
export const answersQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', 'answers', id],
    queryFn: async ({ signal }) => (await call(api.listTaskAssignments, { params: { id }, signal })).items,
  });

export const assignmentQuery = (id: string, organizationId: string) =>
  queryOptions({
    queryKey: ['tasks', 'assignment', id, organizationId],
    queryFn: ({ signal }) => call(api.readAssignment, { params: { id, organizationId }, signal }),
  });

type AnswersFilters = FiltersOf<typeof api.readAnswers>;

/** Questions × gminas of a task with a form. */
export const answersMatrixQuery = (id: string, filters: AnswersFilters) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'answersMatrix', id, filters],
    queryFn: ({ signal, pageParam }) =>
      call(api.readAnswers, { params: { id }, query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

/** How many gminas a task of the network would ask. */
export const reachQuery = (networkId: string) =>
  queryOptions({
    queryKey: ['tasks', 'reach', networkId],
    queryFn: ({ signal }) => call(api.readReach, { params: { id: networkId }, signal }),
  });

export const matrixQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', 'matrix', id],
    queryFn: ({ signal }) => call(api.readMatrix, { params: { id }, signal }),
  });

export const taskActivityQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'activity', id],
    queryFn: ({ signal, pageParam }) =>
      call(api.listTaskActivity, { params: { id }, query: { cursor: pageParam }, signal }),
    ...byCursor,
  });
