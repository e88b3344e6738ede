import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ideaQuery, ideasQuery } from '../features/ideas/ideas.queries.ts';
import { goals, ideaAnswers, ideaStates } from '../lib/choices.ts';
import { loadWords } from '../lib/i18n.ts';
import { flag, id, oneOf, searchOf, words } from '../lib/search.ts';
import type { Context } from './public-side.tsx';
import { only, working } from './working-route.tsx';

interface Loading {
  readonly context: Context;
}

type LoadingOne = Loading & { readonly params: Record<'ideaId', string> };

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
  loader: ({ context }: Loading) => {
    void context.queryClient.prefetchInfiniteQuery(ideasQuery({}));
    return loadWords(['ideas', 'life']);
  },
  component: lazyRouteComponent(() => import('../features/ideas/ideas-page.tsx'), 'IdeasPage'),
});

const ideaWriting = createRoute({
  getParentRoute: () => working,
  path: '/pomysly/nowy',
  loader: only('submitIdea', () => loadWords(['ideas', 'life'])),
  component: lazyRouteComponent(() => import('../features/ideas/submit-idea-page.tsx'), 'SubmitIdeaPage'),
});

const idea = createRoute({
  getParentRoute: () => working,
  path: '/pomysly/$ideaId',
  loader: ({ context, params }: LoadingOne) =>
    Promise.all([loadWords(['ideas', 'life']), context.queryClient.ensureQueryData(ideaQuery(params.ideaId))]),
  component: lazyRouteComponent(() => import('../features/ideas/idea-page.tsx'), 'IdeaPage'),
});

const ideaAnswer = createRoute({
  getParentRoute: () => working,
  path: '/pomysly/$ideaId/odpowiedz',
  validateSearch: searchOf({ jako: oneOf(...ideaAnswers), siec: id }),
  loader: ({ context, params }: LoadingOne) =>
    Promise.all([
      loadWords(['ideas', 'life', 'initiatives', 'tasks', 'forms']),
      context.queryClient.ensureQueryData(ideaQuery(params.ideaId)),
    ]),
  component: lazyRouteComponent(() => import('./answer-idea-route.tsx'), 'AnswerIdeaRoute'),
});

/** The pages of the idea box. */
export const ideasRoutes = [ideas, ideaWriting, idea, ideaAnswer] as const;
