import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loaders } from './later.ts';
import { only, working } from './working-route.tsx';

const meetings = createRoute({
  getParentRoute: () => working,
  path: '/zebrania',
  loader: loaders.meetings,
  component: lazyRouteComponent(() => import('../features/meetings/meetings-page.tsx'), 'MeetingsPage'),
});

const meetingPlan = createRoute({
  getParentRoute: () => working,
  path: '/zebrania/nowe',
  loader: only('writeBallot', loaders.meetingPlan),
  component: lazyRouteComponent(() => import('../features/meetings/write-meeting-page.tsx'), 'PlanMeetingPage'),
});

const meeting = createRoute({
  getParentRoute: () => working,
  path: '/zebrania/$meetingId',
  loader: loaders.meeting,
  component: lazyRouteComponent(() => import('../features/meetings/meeting-page.tsx'), 'MeetingPage'),
});

const meetingChange = createRoute({
  getParentRoute: () => working,
  path: '/zebrania/$meetingId/zmiana',
  loader: only('writeBallot', loaders.meeting),
  component: lazyRouteComponent(() => import('../features/meetings/write-meeting-page.tsx'), 'ChangeMeetingPage'),
});

const meetingProjector = createRoute({
  getParentRoute: () => working,
  path: '/zebrania/$meetingId/rzutnik',
  loader: loaders.meeting,
  component: lazyRouteComponent(() => import('../features/meetings/projector-page.tsx'), 'MeetingProjectorPage'),
});

/** The pages of General Assemblies. */
export const meetingsRoutes = [meetings, meetingPlan, meeting, meetingChange, meetingProjector] as const;
