import type { QueryClient } from '@tanstack/react-query';
import { loadWords } from '../lib/i18n.ts';
import { resolutionQuery, resolutionsQuery } from '../lib/resolutions.ts';
import { regionQuery } from '../lib/region.ts';
import { sessionQuery } from '../lib/session.ts';
import { identitiesQuery, signInWaysQuery } from '../features/accounts/identities.queries.ts';
import { profileQuery } from '../features/accounts/profile.queries.ts';
import { invitationChoicesQuery } from '../features/accounts/invitations.queries.ts';
import { electionQuery } from '../features/appointments/appointments.queries.ts';
import { securityQuery } from '../features/accounts/security.queries.ts';
import { notificationsQuery } from '../features/activity/activity.queries.ts';
import { auditQuery } from '../features/activity/audit.queries.ts';
import { ballotQuery, ballotsQuery } from '../features/ballots/ballots.queries.ts';
import { budgetQuery } from '../features/budgets/budgets.queries.ts';
import { callQuery, callsQuery, programmesQuery } from '../features/funding/funding.queries.ts';
import { initiativeQuery, initiativesQuery } from '../features/initiatives/initiatives.queries.ts';
import { meetingQuery, meetingsQuery } from '../features/meetings/meetings.queries.ts';
import { positionsQuery } from '../features/positions/positions.queries.ts';
import { ideaQuery, ideasQuery, originsQuery } from '../features/ideas/ideas.queries.ts';
import {
  coverageQuery,
  membershipsQuery,
  networkQuery,
  networksQuery,
  reportQuery,
} from '../features/networks/networks.queries.ts';
import { templateQuery, templatesQuery } from '../features/networks/templates.queries.ts';
import { duesQuery } from '../features/organizations/dues.queries.ts';
import { organizationQuery, organizationsQuery } from '../features/organizations/organizations.queries.ts';
import { peopleQuery, personQuery } from '../features/organizations/people.queries.ts';
import {
  answersQuery,
  assignmentQuery,
  assignmentsQuery,
  taskQuery,
  tasksQuery,
} from '../features/tasks/tasks.queries.ts';

// What each page of the working side reads before it is drawn, but for the start page (later.ts).

interface Loading {
  readonly context: { readonly queryClient: QueryClient };
}

interface OfInitiative extends Loading {
  readonly params: Record<'initiativeId', string>;
}

export const networks = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(networksQuery({}));
  return loadWords(['networks', 'life']);
};

export const networkProposal = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(templatesQuery());
  return loadWords(['networks', 'life', 'templates']);
};

export const templates = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(templatesQuery());
  return loadWords(['templates', 'networks', 'life']);
};

export const templateWords = () => loadWords(['templates', 'networks', 'life', 'tasks', 'forms']);

export const template = ({ context, params }: Loading & { readonly params: Record<'templateId', string> }) =>
  Promise.all([templateWords(), context.queryClient.ensureQueryData(templateQuery(params.templateId))]);

export const coverage = ({ context }: Loading) =>
  Promise.all([loadWords(['coverage', 'networks']), context.queryClient.ensureQueryData(coverageQuery())]);

export const closingReport = ({ context, params }: Loading & { readonly params: Record<'networkId', string> }) =>
  Promise.all([loadWords(['networks', 'life']), context.queryClient.ensureQueryData(reportQuery(params.networkId))]);

export const resolutions = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(resolutionsQuery({}));
  return loadWords(['resolutions']);
};

export const resolution = ({ context, params }: Loading & { readonly params: Record<'resolutionId', string> }) =>
  Promise.all([
    loadWords(['resolutions', 'documents']),
    context.queryClient.ensureQueryData(resolutionQuery(params.resolutionId)),
  ]);

export const network = ({ context, params }: Loading & { readonly params: Record<'networkId', string> }) =>
  Promise.all([
    loadWords(['networks', 'life', 'seats', 'resolutions', 'tasks', 'documents', 'conversations', 'forms', 'events']),
    context.queryClient.ensureQueryData(networkQuery(params.networkId)),
    context.queryClient.ensureQueryData(membershipsQuery(params.networkId)),
  ]);

export const tasks = ({ context }: Loading) => {
  const session = context.queryClient.getQueryData(sessionQuery().queryKey);
  void (session?.abilities.reviewAnswers
    ? context.queryClient.prefetchInfiniteQuery(tasksQuery({ state: 'OPEN' }))
    : context.queryClient.prefetchInfiniteQuery(assignmentsQuery({ show: 'todo' })));
  return loadWords(['tasks']);
};

export const task = async ({ context, params }: Loading & { readonly params: Record<'taskId', string> }) => {
  const answers = context.queryClient.ensureQueryData(answersQuery(params.taskId));
  const [view] = await Promise.all([
    context.queryClient.ensureQueryData(taskQuery(params.taskId)),
    answers,
    loadWords(['tasks', 'documents', 'conversations', 'forms', 'events']),
  ]);
  await Promise.all(
    view.mine.map((gmina) => context.queryClient.ensureQueryData(assignmentQuery(params.taskId, gmina))),
  );
};

export const answer = ({
  context,
  params,
}: Loading & { readonly params: Record<'organizationId' | 'taskId', string> }) =>
  Promise.all([
    context.queryClient.ensureQueryData(assignmentQuery(params.taskId, params.organizationId)),
    context.queryClient.ensureQueryData(taskQuery(params.taskId)),
    context.queryClient.ensureQueryData(answersQuery(params.taskId)),
    loadWords(['tasks', 'documents', 'forms']),
  ]);

export const questions = ({ context, params }: Loading & { readonly params: Record<'taskId', string> }) =>
  Promise.all([context.queryClient.ensureQueryData(taskQuery(params.taskId)), loadWords(['tasks', 'forms'])]);

export const inbox = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(notificationsQuery({}));
  return loadWords(['activity', 'events']);
};

export const ballots = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(ballotsQuery({}));
  return loadWords(['ballots', 'voice']);
};

export const ballot = ({ context, params }: Loading & { readonly params: Record<'ballotId', string> }) =>
  Promise.all([loadWords(['ballots']), context.queryClient.ensureQueryData(ballotQuery(params.ballotId))]);

/** A ballot with what it is about. */
export const ballotAndSubject = (given: Loading & { readonly params: Record<'ballotId', string> }) =>
  Promise.all([
    ballot(given),
    loadWords(['positions']),
    given.context.queryClient.prefetchInfiniteQuery(positionsQuery({ ballotId: given.params.ballotId })),
    given.context.queryClient.prefetchInfiniteQuery(meetingsQuery({ ballotId: given.params.ballotId })),
  ]);

export const directory = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(organizationsQuery({ members: 'true' }));
  void context.queryClient.prefetchQuery(regionQuery());
  return loadWords(['organizations']);
};

export const organization = ({ context, params }: Loading & { readonly params: Record<'organizationId', string> }) =>
  Promise.all([
    context.queryClient.ensureQueryData(organizationQuery(params.organizationId)),
    context.queryClient.ensureQueryData(regionQuery()),
    loadWords(['organizations', 'appointments', 'invitations', 'profile', 'resolutions']),
  ]);

export const invitationWriting = ({ context }: Loading) =>
  Promise.all([loadWords(['invitations']), context.queryClient.ensureQueryData(invitationChoicesQuery())]);

export const security = ({ context }: Loading) => {
  void context.queryClient.prefetchQuery(signInWaysQuery());
  void context.queryClient.prefetchQuery(identitiesQuery());
  return Promise.all([loadWords(['security', 'identities']), context.queryClient.ensureQueryData(securityQuery())]);
};

export const election = ({ context }: Loading) =>
  Promise.all([loadWords(['appointments']), context.queryClient.ensureQueryData(electionQuery())]);

export const people = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(peopleQuery({}));
  return loadWords(['people']);
};

export const person = ({ context, params }: Loading & { readonly params: Record<'personId', string> }) =>
  Promise.all([context.queryClient.ensureQueryData(personQuery(params.personId)), loadWords(['people', 'erase'])]);

export const dues = ({ context, deps }: Loading & { readonly deps: { readonly rok?: number | undefined } }) =>
  Promise.all([context.queryClient.ensureQueryData(duesQuery(deps.rok)), loadWords(['dues', 'resolutions'])]);

export const audit = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(auditQuery({}));
  return loadWords(['audit', 'events']);
};

export const profile = ({ context }: Loading) =>
  Promise.all([loadWords(['profile', 'erase', 'security']), context.queryClient.ensureQueryData(profileQuery())]);

export const ideas = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(ideasQuery({}));
  return loadWords(['ideas', 'life']);
};

export const ideaWriting = () => loadWords(['ideas', 'life']);

export const idea = ({ context, params }: Loading & { readonly params: Record<'ideaId', string> }) =>
  Promise.all([loadWords(['ideas', 'life']), context.queryClient.ensureQueryData(ideaQuery(params.ideaId))]);

export const ideaAnswer = ({ context, params }: Loading & { readonly params: Record<'ideaId', string> }) =>
  Promise.all([
    loadWords(['ideas', 'life', 'initiatives', 'tasks', 'forms']),
    context.queryClient.ensureQueryData(ideaQuery(params.ideaId)),
  ]);

export const initiatives = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(initiativesQuery({}));
  return loadWords(['initiatives', 'life']);
};

export const initiativeProposal = () => loadWords(['initiatives', 'life']);

export const initiativeDescription = ({ context, params }: OfInitiative) =>
  Promise.all([
    loadWords(['initiatives', 'life']),
    context.queryClient.ensureQueryData(initiativeQuery(params.initiativeId)),
  ]);

/** An initiative, and from which ideas it has come. */
export const initiative = ({ context, params }: OfInitiative) =>
  Promise.all([
    loadWords(['initiatives', 'life', 'events', 'ideas', 'funding']),
    context.queryClient.ensureQueryData(initiativeQuery(params.initiativeId)),
    context.queryClient.ensureQueryData(originsQuery(params)),
  ]);

export const meetings = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(meetingsQuery({}));
  return loadWords(['meetings', 'voice']);
};

export const meetingPlan = () => loadWords(['meetings', 'ballots']);

export const meeting = ({ context, params }: Loading & { readonly params: Record<'meetingId', string> }) =>
  Promise.all([
    loadWords(['meetings', 'ballots']),
    context.queryClient.ensureQueryData(meetingQuery(params.meetingId)),
  ]);

export const budget = ({
  context,
  params,
  deps,
}: OfInitiative & { readonly deps: { readonly wersja?: number | undefined } }) =>
  Promise.all([
    loadWords(['budgets', 'problems']),
    context.queryClient.ensureQueryData(budgetQuery(params.initiativeId, deps.wersja)),
  ]);

export const call = ({ context, params }: Loading & { readonly params: Record<'callId', string> }) =>
  Promise.all([
    loadWords(['funding', 'life', 'events']),
    context.queryClient.ensureQueryData(callQuery(params.callId)),
  ]);

export const calls = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(callsQuery({}));
  return loadWords(['funding', 'life']);
};

export const programmes = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(programmesQuery({}));
  return loadWords(['funding']);
};

export const funding = () => loadWords(['funding', 'life']);
