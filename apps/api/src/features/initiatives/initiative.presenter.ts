import {
  initiativeStage,
  type InitiativeSummary,
  type InitiativeView,
  type OrganizationKind,
  type PartView,
} from '@blizej/contracts';
import { gminasOf, isInsider, leadingOffices, type Actor } from '../../kernel/actor.ts';
import { initiativeLifecycle, isLive, partLifecycle } from './initiative.lifecycle.ts';
import { initiativePolicy } from './initiative.policy.ts';
import { obstacleTo } from './initiative.rules.ts';

export type SummaryRow = InitiativeSummary;

interface PartRow extends Omit<PartView, 'abilities'> {
  organizationKind: OrganizationKind;
}

export interface InitiativeRow
  extends SummaryRow, Omit<InitiativeView, keyof InitiativeSummary | 'participants' | 'abilities'> {
  participants: PartRow[];
  /** The partners that take no part yet; for whoever may declare for them. */
  partners: { id: string; name: string }[];
  /** The gminas of the actor that are members today. */
  own: { id: string; name: string }[];
}

/** An initiative with what the viewer may do: policy and life cycle together. */
export const presentInitiative = (
  { participants, partners, own, ...row }: InitiativeRow,
  actor: Actor,
): InitiativeView => {
  const leadId = row.lead?.id ?? null;
  const may = isLive(row.stage);
  const mayChange = may && initiativePolicy.change(actor, { proposedById: row.proposedBy.id, leadId });
  const taking = new Set(
    participants.filter(({ state }) => state !== 'WITHDRAWN').map(({ organization }) => organization.id),
  );
  const led = participants.some(({ role, state }) => role === 'LEAD_PARTNER' && state === 'CONFIRMED');
  const openMilestones = row.milestones.filter(({ reachedOn }) => reachedOn === null).length;
  const works = gminasOf(actor, leadingOffices);
  return {
    ...row,
    // A guest sees nothing of the networks.
    network: isInsider(actor) ? row.network : null,
    participants: participants.map(({ organizationKind, ...part }) => {
      const facts = { organizationId: part.organization.id, organizationKind, leadId };
      return {
        ...part,
        abilities: {
          confirm: may && partLifecycle.allows(part.state, 'confirm') && initiativePolicy.confirm(actor, facts),
          withdraw: may && partLifecycle.allows(part.state, 'withdraw') && initiativePolicy.withdraw(actor, facts),
          lead:
            may &&
            part.role !== 'LEAD_PARTNER' &&
            partLifecycle.allows(part.state, 'lead') &&
            initiativePolicy.changeLead(actor, { leadId }),
        },
      };
    }),
    abilities: {
      change: mayChange,
      moveTo: initiativeStage.options.filter(
        (stage) =>
          mayChange &&
          stage !== 'IDEA' &&
          initiativeLifecycle.allows(row.stage, stage) &&
          obstacleTo(stage, { led, openMilestones }) === undefined,
      ),
      changeLevel: mayChange,
      inviteGuests:
        mayChange &&
        participants.some(({ organizationKind, state }) => organizationKind === 'PARTNER' && state !== 'WITHDRAWN'),
      declareFor: may
        ? [
            ...own.filter(({ id }) => works.includes(id)),
            ...partners.filter(({ id }) =>
              initiativePolicy.declare(actor, { organizationId: id, organizationKind: 'PARTNER' }),
            ),
          ].filter(({ id }) => !taking.has(id))
        : [],
    },
  };
};
