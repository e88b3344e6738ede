import { notFound } from '@tanstack/react-router';
import { draftingQuery, positionQuery, positionsQuery } from '../features/positions/positions.queries.ts';
import { loadWords } from '../lib/i18n.ts';
import type { Context } from './public-side.tsx';

// What the pages of positions read before they are drawn. Loaded with the first of them.

interface Loading {
  readonly context: Context;
}

interface LoadingOne extends Loading {
  readonly params: Record<'positionId', string>;
}

export const positions = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(positionsQuery({}));
  return loadWords(['positions', 'voice']);
};

/** A page for a deed that the viewer may not do does not exist for them. */
export const drafting = async ({ context }: Loading) => {
  const { forAssociation, networks } = await context.queryClient.ensureQueryData(draftingQuery());
  if (!forAssociation && networks.length === 0) throw notFound();
  await loadWords(['positions']);
};

export const position = ({ context, params }: LoadingOne) =>
  Promise.all([
    loadWords(['positions', 'ballots', 'events', 'documents']),
    context.queryClient.ensureQueryData(positionQuery(params.positionId)),
  ]);

export const writing = async (given: LoadingOne) => {
  const [, { abilities }] = await position(given);
  if (!abilities.write) throw notFound();
};
