// Both pages of the public cards in one piece: the way in knows of one module more, not of several.
export { CardPage } from './card-page.tsx';
export { CardsPage } from './cards-page.tsx';
