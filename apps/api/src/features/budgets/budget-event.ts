import type { EventFacts, EventKind } from '@blizej/contracts';
import { leadingOffices, mainOffice, type Actor } from '../../kernel/actor.ts';
import type { Audience, NewEvent } from '../../kernel/work.ts';
import type { LockedInitiative } from '../initiatives/index.ts';

type BudgetEvent = Extract<EventKind, `budget.${string}`>;

/** What of each event is beyond the initiative that it names. */
type More<K extends BudgetEvent> = Omit<EventFacts<K>, 'initiative' | 'initiativeId'>;

/** Something that happened with the money of an initiative. */
export const budgetEvent = <K extends BudgetEvent>(
  kind: K,
  actor: Actor,
  { id, title }: Pick<LockedInitiative, 'id' | 'title'>,
  more: More<K>,
): NewEvent<K> => ({
  kind,
  facts: { initiative: title, initiativeId: id, ...more } as unknown as EventFacts<K>,
  actingFor: mainOffice(actor)?.organizationId ?? null,
});

/** Those who carry an initiative: its lead partner; as long as there is none, whoever proposed it; where both have left, the secretariat. */
export const carriers = (
  { leadId, proposedById }: Pick<LockedInitiative, 'leadId' | 'proposedById'>,
  reason: Audience['reason'],
): Audience => {
  const carrier = leadId ?? proposedById;
  return carrier ? { organizations: [carrier], offices: leadingOffices, reason } : { secretariat: true, reason };
};
