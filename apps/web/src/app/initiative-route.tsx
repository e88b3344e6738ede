import { getRouteApi } from '@tanstack/react-router';
import { IdeaOrigin } from '../features/ideas/origin.tsx';
import { InitiativePage } from '../features/initiatives/initiative-page.tsx';

const route = getRouteApi('/app/inicjatywy/$initiativeId');

/** Joins an initiative's page with the ideas from which it has come. */
export const InitiativeRoute = () => {
  const { initiativeId } = route.useParams();
  return <InitiativePage origin={<IdeaOrigin of={{ initiativeId }} />} />;
};
