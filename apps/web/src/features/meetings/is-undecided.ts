import type { AgendaItemView } from '@blizej/contracts';

/** No ballot on the item stands: there was none, or each was withdrawn. */
export const isUndecided = ({ ballot }: AgendaItemView): boolean => !ballot || ballot.phase === 'WITHDRAWN';
