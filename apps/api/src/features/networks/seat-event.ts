import type { NewEvent } from '../../kernel/work.ts';
import type { HeldSeat } from './seats.store.ts';

/** That somebody represents a gmina, or does so no more. */
export const seatEvent = (
  kind: 'membership.seated' | 'membership.unseated',
  { personId, organizationId, organizationName, networkId, networkName }: Omit<HeldSeat, 'id'>,
  actingFor: string | null,
): NewEvent<'membership.seated' | 'membership.unseated'> => ({
  kind,
  facts: { network: networkName, organization: organizationName, person: personId },
  actingFor,
  networkId,
  organizationId,
  personId,
});
