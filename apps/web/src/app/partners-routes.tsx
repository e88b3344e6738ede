import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { cardStates, partnerKinds, partnerStates } from '../lib/choices.ts';
import { loadWords } from '../lib/i18n.ts';
import { flag, id, oneOf, searchOf, words } from '../lib/search.ts';
import { only, working } from './working-route.tsx';

// Each page reads what it shows by itself: whoever opens the start page carries the addresses alone.

const loader = () => loadWords(['partners', 'cards', 'life']);

const partners = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy',
  validateSearch: searchOf({
    szukaj: words,
    rodzaj: oneOf(...partnerKinds),
    kraj: words,
    temat: words,
    jezyk: words,
    stan: oneOf(...partnerStates),
    wspolpraca: flag,
    partnerskie: flag,
    bezkontaktu: flag,
  }),
  loader: only('useNetworks', loader),
  component: lazyRouteComponent(() => import('../features/partners/partners-page.tsx'), 'PartnersPage'),
});

const partnerAdding = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy/nowy',
  loader: only('proposeInitiative', loader),
  component: lazyRouteComponent(() => import('../features/partners/describe-partner-page.tsx'), 'AddPartnerPage'),
});

const partner = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy/$organizationId',
  loader,
  component: lazyRouteComponent(() => import('../features/partners/partner-page.tsx'), 'PartnerPage'),
});

const partnerChange = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy/$organizationId/zmiana',
  loader,
  component: lazyRouteComponent(() => import('../features/partners/describe-partner-page.tsx'), 'ChangePartnerPage'),
});

const cards = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy/karty',
  validateSearch: searchOf({ szukaj: words, stan: oneOf(...cardStates), nasze: flag }),
  loader: only('useNetworks', loader),
  component: lazyRouteComponent(() => import('../features/partners/cards-page.tsx'), 'CardsPage'),
});

const cardWriting = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy/karty/nowa',
  validateSearch: searchOf({ inicjatywa: id }),
  loader: only('proposeInitiative', loader),
  component: lazyRouteComponent(() => import('../features/partners/write-card-page.tsx'), 'WriteCardPage'),
});

const card = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy/karty/$cardId',
  loader,
  component: lazyRouteComponent(() => import('../features/partners/card-page.tsx'), 'CardPage'),
});

const cardChange = createRoute({
  getParentRoute: () => working,
  path: '/partnerzy/karty/$cardId/zmiana',
  loader,
  component: lazyRouteComponent(() => import('../features/partners/write-card-page.tsx'), 'ChangeCardPage'),
});

const guests = createRoute({
  getParentRoute: () => working,
  path: '/inicjatywy/$initiativeId/goscie',
  loader,
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
