import { initiativeStage, type InitiativeSummary, type InitiativeView, type PartView } from '@blizej/contracts';
import { gminasOf, isInsider, leadingOffices, type Actor } from '../../kernel/actor.ts';
import { initiativeLifecycle, isLive, partLifecycle } from './initiative.lifecycle.ts';
import { initiativePolicy, type InitiativeFacts } from './initiative.policy.ts';
import { obstacleTo } from './initiative.rules.ts';

interface Named {
  id: string;
  name: string;
}

export interface SummaryRow extends Omit<InitiativeSummary, 'lead' | 'abilities'> {
  lead: (Named & { confirmed: boolean; former: boolean }) | null;
  proposer: Named & { former: boolean };
  openMilestones: number;
}

export interface InitiativeRow
  extends SummaryRow, Omit<InitiativeView, keyof InitiativeSummary | 'participants' | 'proposedBy' | 'abilities'> {
  participants: Omit<PartView, 'abilities'>[];
  /** Whether the viewer works on it. */
  shared: boolean;
  /** The partners that take no part yet; for whoever may declare for them. */
  partners: Named[];
  /** The gminas of the actor that are members today. */
  own: Named[];
}

/** A lead that is only declared carries nothing yet; who has left the association, nothing any more. */
const factsOf = ({ lead, proposer }: SummaryRow): InitiativeFacts => ({
  proposedById: proposer.former ? null : proposer.id,
  leadId: lead && lead.confirmed && !lead.former ? lead.id : null,
});

/** The stages to which the actor may move it now. */
const movesOf = (row: SummaryRow, actor: Actor): InitiativeSummary['abilities']['moveTo'] => {
  if (!isLive(row.stage) || !initiativePolicy.change(actor, factsOf(row))) return [];
  const led = row.lead !== null && row.lead.confirmed && !row.lead.former;
  return initiativeStage.options.filter(
    (stage) =>
      stage !== 'IDEA' &&
      initiativeLifecycle.allows(row.stage, stage) &&
      obstacleTo(stage, { led, openMilestones: row.openMilestones }) === undefined,
  );
};

/** An initiative in a list, with the stages to which the viewer may move it. */
export const presentSummary = (row: SummaryRow, actor: Actor): InitiativeSummary => {
  const { lead, proposer: _proposer, openMilestones: _open, ...summary } = row;
  return {
    ...summary,
    lead: lead && { id: lead.id, name: lead.name },
    abilities: { moveTo: movesOf(row, actor) },
  };
};

/** An initiative with what the viewer may do: policy and life cycle together. */
export const presentInitiative = (row: InitiativeRow, actor: Actor): InitiativeView => {
  const { participants, partners, own, shared, lead, proposer, openMilestones: _open, ...view } = row;
  const facts = factsOf(row);
  const { leadId } = facts;
  const may = isLive(row.stage);
  const mayChange = may && initiativePolicy.change(actor, facts);
  const live = participants.filter(({ state }) => state !== 'WITHDRAWN');
  const taking = new Set(live.map(({ organization }) => organization.id));
  const works = gminasOf(actor, leadingOffices);
  return {
    ...view,
    // A guest sees nothing of the networks.
    network: isInsider(actor) ? row.network : null,
    lead: lead && { id: lead.id, name: lead.name },
    proposedBy: { id: proposer.id, name: proposer.name },
    participants: participants.map((part) => {
      const { state, role, former, organizationKind } = part;
      const of = { ...facts, organizationId: part.organization.id, organizationKind, state };
      return {
        ...part,
        abilities: {
          confirm: may && !former && partLifecycle.allows(state, 'confirm') && initiativePolicy.confirm(actor, of),
          withdraw: may && partLifecycle.allows(state, 'withdraw') && initiativePolicy.withdraw(actor, of),
          lead:
            may &&
            !former &&
            role !== 'LEAD_PARTNER' &&
            partLifecycle.allows(state, 'lead') &&
            initiativePolicy.changeLead(actor, { leadId }),
        },
      };
    }),
    abilities: {
      change: mayChange,
      decide: mayChange,
      publish: initiativePolicy.publish(actor, facts),
      writeTask:
        may &&
        initiativePolicy.writeTask(actor) &&
        live.some(({ organizationKind, former }) => organizationKind === 'MUNICIPALITY' && !former),
      readWork: shared,
      moveTo: movesOf(row, actor),
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
