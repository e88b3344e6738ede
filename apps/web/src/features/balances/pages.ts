import type { QueryClient } from '@tanstack/react-query';
import { loadWords } from '../../lib/i18n.ts';
import { balanceQuery, balancesQuery } from './balances.queries.ts';

// All pages of the balances with what they read before they are drawn: the router carries one address for them.

export interface Loading {
  readonly context: { readonly queryClient: QueryClient };
  readonly deps: { readonly rok?: number | undefined };
}

export const loadBalance = ({
  context,
  deps,
  params,
}: Loading & { readonly params: Record<'organizationId', string> }) =>
  Promise.all([
    loadWords(['balances']),
    context.queryClient.ensureQueryData(balanceQuery(params.organizationId, deps.rok)),
  ]);

export const loadBalances = ({ context, deps }: Loading) =>
  Promise.all([loadWords(['balances']), context.queryClient.ensureQueryData(balancesQuery(deps.rok))]);

export { BalancePage } from './balance-page.tsx';
export { BalancesPage } from './balances-page.tsx';
export { DeclareValuePage } from './declare-page.tsx';
