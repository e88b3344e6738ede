import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meetingQuery, meetingsQuery } from '../features/meetings/meetings.queries.ts';
import { loadWords } from '../lib/i18n.ts';
import { association, root, type Context } from './public-side.tsx';
import { only, signedIn, working } from './working-route.tsx';

interface Loading {
  readonly context: Context;
}

const loadMeeting = ({ context, params }: Loading & { readonly params: Record<'meetingId', string> }) =>
  Promise.all([
    loadWords(['meetings', 'ballots']),
    context.queryClient.ensureQueryData(meetingQuery(params.meetingId)),
  ]);

const meetings = createRoute({
  getParentRoute: () => working,
  path: '/zebrania',
  loader: ({ context }: Loading) => {
    void context.queryClient.prefetchInfiniteQuery(meetingsQuery());
    return loadWords(['meetings']);
  },
  component: lazyRouteComponent(() => import('../features/meetings/meetings-page.tsx'), 'MeetingsPage'),
});

const meetingPlan = createRoute({
  getParentRoute: () => working,
  path: '/zebrania/nowe',
  loader: only('writeBallot', () => loadWords(['meetings', 'ballots'])),
  component: lazyRouteComponent(() => import('../features/meetings/write-meeting-page.tsx'), 'PlanMeetingPage'),
});

const meeting = createRoute({
  getParentRoute: () => working,
  path: '/zebrania/$meetingId',
  loader: loadMeeting,
  component: lazyRouteComponent(() => import('../features/meetings/meeting-page.tsx'), 'MeetingPage'),
});

const meetingChange = createRoute({
  getParentRoute: () => working,
  path: '/zebrania/$meetingId/zmiana',
  loader: only('writeBallot', loadMeeting),
  component: lazyRouteComponent(() => import('../features/meetings/write-meeting-page.tsx'), 'ChangeMeetingPage'),
});

/** For the wall of a hall: outside of the frame, and still for those alone who have signed in. */
export const meetingProjector = createRoute({
  getParentRoute: () => root,
  path: '/app/zebrania/$meetingId/rzutnik',
  beforeLoad: signedIn,
  loader: ({ context, params }: Loading & { readonly params: Record<'meetingId', string> }) =>
    Promise.all([loadWords(['problems']), association(context.queryClient), loadMeeting({ context, params })]),
  component: lazyRouteComponent(() => import('../features/meetings/projector-page.tsx'), 'MeetingProjectorPage'),
});

/** The pages of General Assemblies. */
export const meetingsRoutes = [meetings, meetingPlan, meeting, meetingChange] as const;
