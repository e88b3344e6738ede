import type { Given, InitiativeView, initiativesRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { everybodyConcerned, initiativeEvent } from '../initiative-event.ts';
import { partLifecycle } from '../initiative.lifecycle.ts';
import { initiativePolicy, type InitiativeFacts } from '../initiative.policy.ts';
import { readInitiativeIn } from '../initiatives.queries.ts';
import {
  candidate,
  insertPart,
  livePart,
  saveConfirmation,
  saveLeadPartner,
  savePartWithdrawal,
  touch,
  type LockedInitiative,
  type LockedPart,
} from '../initiatives.store.ts';
import { expectSeen, lockLive } from './lock-to-change.ts';

type To<Name extends 'confirmPart' | 'declarePart' | 'withdrawPart' | 'changeLeadPartner'> = Given<
  (typeof initiativesRoutes)[Name]
>;

/** Declares an organization's part. Whoever decides for it is asked to confirm it. */
export const declarePart = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { organizationId, role, part } }: To<'declarePart'>,
): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const initiative = await lockLive(work, actor, params.id);
    const organization = await candidate(work, organizationId);
    if (!organization) refuse([bodyIssue('/organizationId', 'unknown_organization')]);
    const { kind, name } = found(organization);
    allow(initiativePolicy.declare(actor, { organizationId, organizationKind: kind }));
    if (await livePart(work, initiative.id, organizationId)) throw new Problem('part-exists');
    if (role === 'LEAD_PARTNER' && initiative.hasLead) throw new Problem('lead-partner-exists');
    await insertPart(work, { initiativeId: initiative.id, organizationId, role, part, declaredById: actor.personId });
    await touch(work, initiative.id);
    work.record({
      ...initiativeEvent('initiative.part-declared', actor, initiative, { organization: name }),
      organizationId,
      organizationIds: initiative.leadId === null ? [] : [initiative.leadId],
    });
    return readInitiativeIn(work, actor, initiative.id);
  });

/** The live part that a deed is about, in an initiative that is at work. */
async function lockPart(
  work: Work,
  actor: Actor,
  { params }: { params: { id: string; organizationId: string } },
): Promise<{ initiative: LockedInitiative; part: LockedPart & InitiativeFacts }> {
  const initiative = await lockLive(work, actor, params.id);
  const part = found(await livePart(work, initiative.id, params.organizationId));
  return { initiative, part: { ...part, leadId: initiative.leadId, proposedById: initiative.proposedById } };
}

/** Confirms a part: from now on the organization stands by it. */
export const confirmPart = (unit: UnitOfWork, actor: Actor, input: To<'confirmPart'>): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const { initiative, part } = await lockPart(work, actor, input);
    allow(initiativePolicy.confirm(actor, part));
    partLifecycle.move(part.state, 'confirm');
    if (part.former) throw new Problem('no-longer-member');
    await saveConfirmation(work, part.id, actor.personId);
    await touch(work, initiative.id);
    work.record({
      ...initiativeEvent('initiative.part-confirmed', actor, initiative, { organization: part.name }),
      organizationId: part.organizationId,
      audiences: await everybodyConcerned(work, initiative.id),
    });
    return readInitiativeIn(work, actor, initiative.id);
  });

/** Withdraws a part, with the reason. Where it was the lead partner's, the initiative stands still until another leads. */
export const withdrawPart = (unit: UnitOfWork, actor: Actor, input: To<'withdrawPart'>): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const { initiative, part } = await lockPart(work, actor, input);
    allow(initiativePolicy.withdraw(actor, part));
    partLifecycle.move(part.state, 'withdraw');
    await expectSeen(work, actor, initiative, input.body.version);
    // Told to those who were with it until now, itself among them.
    const audiences = await everybodyConcerned(work, initiative.id);
    await savePartWithdrawal(work, part.id, input.body.reason);
    await touch(work, initiative.id);
    const facts = { organization: part.name, reason: input.body.reason };
    work.record({
      ...initiativeEvent('initiative.part-withdrawn', actor, initiative, facts),
      organizationId: part.organizationId,
      audiences,
    });
    return readInitiativeIn(work, actor, initiative.id);
  });

/** Makes a participant that has confirmed its part the lead partner. */
export const changeLeadPartner = (
  unit: UnitOfWork,
  actor: Actor,
  input: To<'changeLeadPartner'>,
): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const { initiative, part } = await lockPart(work, actor, input);
    allow(initiativePolicy.changeLead(actor, part));
    partLifecycle.move(part.state, 'lead');
    if (part.former) throw new Problem('no-longer-member');
    await expectSeen(work, actor, initiative, input.body.version);
    if (part.role === 'LEAD_PARTNER') return readInitiativeIn(work, actor, initiative.id);
    await saveLeadPartner(work, initiative.id, part.id);
    await touch(work, initiative.id);
    work.record({
      ...initiativeEvent('initiative.lead-changed', actor, initiative, { organization: part.name }),
      organizationId: part.organizationId,
      audiences: await everybodyConcerned(work, initiative.id),
    });
    return readInitiativeIn(work, actor, initiative.id);
  });
