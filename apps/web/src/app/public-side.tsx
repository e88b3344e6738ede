import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import type { FlatNamespace } from 'i18next';
import { associationQuery } from '../lib/association.ts';
import { loadWords } from '../lib/i18n.ts';
import { signedIn } from '../lib/preferences.ts';
import { place, problem, searchOf } from '../lib/search.ts';
import { sessionEnded, sessionQuery } from '../lib/session.ts';
import { signInWaysQuery } from '../features/accounts/identities.queries.ts';
import { FailureOutside, NotFoundOutside } from './failures.tsx';
import { Root } from './root.tsx';

export interface Context {
  readonly queryClient: QueryClient;
}

export const root = createRootRouteWithContext<Context>()({
  component: Root,
  notFoundComponent: NotFoundOutside,
  errorComponent: FailureOutside,
});

/** The association's name belongs to a page's first paint; without it the page still opens. */
export const association = (client: QueryClient): Promise<unknown> =>
  client.ensureQueryData(associationQuery()).catch(() => undefined);

const landing = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: ({ context }) => Promise.all([loadWords(['landing']), association(context.queryClient)]),
  component: lazyRouteComponent(() => import('./landing-page.tsx'), 'LandingPage'),
});

/** The ways in beside the password, with their words where there are any; without them one still signs in by a password. */
const signInWays = async (client: QueryClient): Promise<void> => {
  const ways = await client.ensureQueryData(signInWaysQuery()).catch(() => undefined);
  if (ways && ways.providers.length > 0) await loadWords(['identities']);
};

const signInSearch = searchOf({ powrot: place, problem });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/logowanie',
  validateSearch: signInSearch,
  beforeLoad: async ({ context, search: { powrot = '/app', problem: told } }) => {
    if (!signedIn.get() || told) return;
    const session = await context.queryClient.ensureQueryData(sessionQuery()).catch(() => undefined);
    if (session) throw redirect({ href: powrot, replace: true });
    sessionEnded.set(false);
  },
  loader: ({ context }) =>
    Promise.all([
      loadWords(['accounts', 'problems']),
      association(context.queryClient),
      signInWays(context.queryClient),
    ]),
  component: lazyRouteComponent(() => import('../features/accounts/sign-in-page.tsx'), 'SignInPage'),
});

/** What a page of its own words needs before it is drawn. */
const wordsOf =
  (namespace: FlatNamespace) =>
  ({ context }: { readonly context: Context }) =>
    Promise.all([loadWords([namespace, 'problems']), association(context.queryClient)]);

/** A page behind a link that came by e-mail; without one it asks for it. */
const linkWords = wordsOf('links');

const linkEntry = createRoute({
  getParentRoute: () => root,
  path: '/link',
  loader: linkWords,
  component: lazyRouteComponent(() => import('../features/accounts/link-pages.tsx'), 'SignInLinkPage'),
});

const passwordReset = createRoute({
  getParentRoute: () => root,
  path: '/haslo',
  loader: linkWords,
  component: lazyRouteComponent(() => import('../features/accounts/link-pages.tsx'), 'ResetPage'),
});

const newAddress = createRoute({
  getParentRoute: () => root,
  path: '/adres',
  loader: linkWords,
  component: lazyRouteComponent(() => import('../features/accounts/address-page.tsx'), 'AddressPage'),
});

const acceptance = createRoute({
  getParentRoute: () => root,
  path: '/zaproszenie',
  loader: wordsOf('invitations'),
  component: lazyRouteComponent(() => import('../features/accounts/accept-page.tsx'), 'AcceptPage'),
});

const decision = createRoute({
  getParentRoute: () => root,
  path: '/decyzja',
  loader: wordsOf('decision'),
  component: lazyRouteComponent(() => import('../features/networks/decision-page.tsx'), 'DecisionPage'),
});

const cards = createRoute({
  getParentRoute: () => root,
  path: '/inicjatywy',
  loader: wordsOf('showcase'),
  component: lazyRouteComponent(() => import('../features/initiatives/cards-pages.tsx'), 'CardsPage'),
});

const card = createRoute({
  getParentRoute: () => root,
  path: '/inicjatywy/$initiativeId',
  loader: wordsOf('showcase'),
  component: lazyRouteComponent(() => import('../features/initiatives/cards-pages.tsx'), 'CardPage'),
});

/** The public register: positions that the gminas have adopted, for anybody. */
const register = createRoute({
  getParentRoute: () => root,
  path: '/stanowiska',
  loader: wordsOf('register'),
  component: lazyRouteComponent(() => import('../features/positions/register-pages.tsx'), 'RegisterPage'),
});

const registered = createRoute({
  getParentRoute: () => root,
  path: '/stanowiska/$positionId',
  loader: wordsOf('register'),
  component: lazyRouteComponent(() => import('../features/positions/register-pages.tsx'), 'RegisteredPage'),
});

/** What a page of published cards says; what it shows, it reads by itself. */
const cardWords = ({ context }: { readonly context: Context }) =>
  Promise.all([loadWords(['partners', 'cards', 'problems']), association(context.queryClient)]);

const publishedCards = createRoute({
  getParentRoute: () => root,
  path: '/partnerstwa',
  loader: cardWords,
  component: lazyRouteComponent(() => import('../features/partners/public-cards-page.tsx'), 'PublicCardsPage'),
});

const publishedCard = createRoute({
  getParentRoute: () => root,
  path: '/partnerstwa/$cardId',
  loader: cardWords,
  component: lazyRouteComponent(() => import('../features/partners/public-card-page.tsx'), 'PublicCardPage'),
});

export const publicRoutes = [
  cards,
  card,
  landing,
  signIn,
  linkEntry,
  passwordReset,
  newAddress,
  acceptance,
  decision,
  publishedCards,
  publishedCard,
  register,
  registered,
] as const;

// They stand in no frame of the portal's: where one cannot be read, its place needs one.
for (const page of publicRoutes) page.update({ errorComponent: FailureOutside });
