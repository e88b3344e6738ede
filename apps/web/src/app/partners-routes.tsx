import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  cardQuery,
  cardsQuery,
  guestsQuery,
  partnerQuery,
  partnersQuery,
} from '../features/partners/partners.queries.ts';
import { cardStates, countries, partnerKinds, partnerLanguages, partnerStates } from '../lib/choices.ts';
import { loadWords } from '../lib/i18n.ts';
import { flag, id, oneOf, searchOf, words } from '../lib/search.ts';
import type { Context } from './public-side.tsx';
import { only, working } from './working-route.tsx';

interface Loading {
  readonly context: Context;
}

const partnerWords = () => loadWords(['partners', 'cards', 'life']);

const loadPartner = ({ context, params }: Loading & { readonly params: Record<'organizationId', string> }) =>
  Promise.all([partnerWords(), context.queryClient.ensureQueryData(partnerQuery(params.organizationId))]);

const loadCard = ({ context, params }: Loading & { readonly params: Record<'cardId', string> }) =>
  Promise.all([partnerWords(), context.queryClient.ensureQueryData(cardQuery(params.cardId))]);

const partners = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy',
  validateSearch: searchOf({
    szukaj: words,
    rodzaj: oneOf(...partnerKinds),
    kraj: oneOf(...countries),
    temat: words,
    jezyk: oneOf(...partnerLanguages),
    stan: oneOf(...partnerStates),
    wspolpraca: flag,
    partnerskie: flag,
    bezkontaktu: flag,
  }),
  loader: only('useNetworks', ({ context }: Loading) => {
    void context.queryClient.prefetchInfiniteQuery(partnersQuery({}));
    return partnerWords();
  }),
  component: lazyRouteComponent(() => import('../features/partners/partners-page.tsx'), 'PartnersPage'),
});

const partnerAdding = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy/nowy',
  loader: only('proposeInitiative', partnerWords),
  component: lazyRouteComponent(() => import('../features/partners/describe-partner-page.tsx'), 'AddPartnerPage'),
});

const partner = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy/$organizationId',
  loader: loadPartner,
  component: lazyRouteComponent(() => import('../features/partners/partner-page.tsx'), 'PartnerPage'),
});

const partnerChange = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy/$organizationId/zmiana',
  loader: loadPartner,
  component: lazyRouteComponent(() => import('../features/partners/describe-partner-page.tsx'), 'ChangePartnerPage'),
});

const cards = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy/karty',
  validateSearch: searchOf({ szukaj: words, stan: oneOf(...cardStates), nasze: flag }),
  loader: only('useNetworks', ({ context }: Loading) => {
    void context.queryClient.prefetchInfiniteQuery(cardsQuery({}));
    return partnerWords();
  }),
  component: lazyRouteComponent(() => import('../features/partners/cards-page.tsx'), 'CardsPage'),
});

const cardWriting = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy/karty/nowa',
  validateSearch: searchOf({ inicjatywa: id }),
  loader: only('proposeInitiative', partnerWords),
  component: lazyRouteComponent(() => import('../features/partners/write-card-page.tsx'), 'WriteCardPage'),
});

const card = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy/karty/$cardId',
  loader: loadCard,
  component: lazyRouteComponent(() => import('../features/partners/card-page.tsx'), 'CardPage'),
});

const cardChange = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy/karty/$cardId/zmiana',
  loader: loadCard,
  component: lazyRouteComponent(() => import('../features/partners/write-card-page.tsx'), 'ChangeCardPage'),
});

const guests = createRoute({
  getParentRoute: () => working,
  path: '/inicjatywy/$initiativeId/goscie',
  loader: ({ context, params }) =>
    Promise.all([loadWords(['partners']), context.queryClient.ensureQueryData(guestsQuery(params.initiativeId))]),
  component: lazyRouteComponent(() => import('../features/partners/guests-page.tsx'), 'GuestsPage'),
});

/** The pages of partners, of the cards by which they are looked for, and of an initiative's guests. */
export const partnersRoutes = [
  partners,
  partnerAdding,
  partner,
  partnerChange,
  cards,
  cardWriting,
  card,
  cardChange,
  guests,
] as const;
