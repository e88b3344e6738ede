import type { EventFacts, EventKind } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../kernel/actor.ts';
import type { Audience, NewEvent } from '../../kernel/work.ts';
import { confirmingOffices } from './balance.policy.ts';
import type { LockedValue } from './balances.store.ts';

type ValueEvent = Extract<EventKind, `balance.${'correction' | 'value'}-${string}`>;

type Told = Pick<LockedValue, 'organizationId' | 'organization' | 'year' | 'text'>;

/** Something that happened to an entry of a gmina's balance. `more` is what its sentence needs beside. */
export const valueEvent = <K extends ValueEvent>(
  kind: K,
  actor: Actor,
  { organizationId, organization, year, text }: Told,
  more: { reason?: string } = {},
): NewEvent<K> => ({
  kind,
  facts: { organization, balanceOf: organizationId, year, value: text, ...more } as unknown as EventFacts<K>,
  actingFor: mainOffice(actor)?.organizationId ?? null,
  organizationId,
});

/** Whose word is asked for: the gmina's own before the secretariat's, so that nobody is asked who need not be. */
export const askedFor = ({
  declaredAs,
  organizationId,
}: Pick<LockedValue, 'declaredAs' | 'organizationId'>): Audience =>
  confirmingOffices(declaredAs)[0] === 'SECRETARIAT'
    ? { secretariat: true, reason: 'DECIDE' }
    : {
        organizations: [organizationId],
        offices: confirmingOffices(declaredAs).filter((office) => office !== 'SECRETARIAT'),
        reason: 'DECIDE',
      };
