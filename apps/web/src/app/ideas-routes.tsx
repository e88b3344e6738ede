import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { goals, ideaAnswers, ideaStates } from '../lib/choices.ts';
import { flag, id, oneOf, searchOf, words } from '../lib/search.ts';
import { loaders } from './later.ts';
import { only, working } from './working-route.tsx';

const ideas = createRoute({
  getParentRoute: () => working,
  path: '/pomysly',
  validateSearch: searchOf({
    szukaj: words,
    stan: oneOf(...ideaStates),
    cel: oneOf(...goals),
    nasze: flag,
    obserwowane: flag,
    spoznione: flag,
  }),
  loader: only('useNetworks', loaders.ideas),
  component: lazyRouteComponent(() => import('../features/ideas/ideas-page.tsx'), 'IdeasPage'),
});

const ideaWriting = createRoute({
  getParentRoute: () => working,
  path: '/pomysly/nowy',
  loader: only('submitIdea', loaders.ideaWriting),
  component: lazyRouteComponent(() => import('../features/ideas/submit-idea-page.tsx'), 'SubmitIdeaPage'),
});

const idea = createRoute({
  getParentRoute: () => working,
  path: '/pomysly/$ideaId',
  loader: only('useNetworks', loaders.idea),
  component: lazyRouteComponent(() => import('../features/ideas/idea-page.tsx'), 'IdeaPage'),
});

const ideaChange = createRoute({
  getParentRoute: () => working,
  path: '/pomysly/$ideaId/zmiana',
  loader: only('submitIdea', loaders.idea),
  component: lazyRouteComponent(() => import('../features/ideas/submit-idea-page.tsx'), 'ChangeIdeaPage'),
});

const ideaAnswer = createRoute({
  getParentRoute: () => working,
  path: '/pomysly/$ideaId/odpowiedz',
  validateSearch: searchOf({ jako: oneOf(...ideaAnswers), siec: id }),
  loader: only('useNetworks', loaders.ideaAnswer),
  component: lazyRouteComponent(() => import('./answer-idea-route.tsx'), 'AnswerIdeaRoute'),
});

/** The pages of the idea box. */
export const ideasRoutes = [ideas, ideaWriting, idea, ideaChange, ideaAnswer] as const;
