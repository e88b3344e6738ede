import type { fundingPlansRoutes, Given, InitiativeCalls } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { everybodyConcerned, lockInitiativeToChange, type LockedInitiative } from '../../initiatives/index.ts';
import { grantIssues } from '../call.rules.ts';
import { readerOf } from '../calls.queries.ts';
import { lockCall, type LockedCall } from '../calls.store.ts';
import { callEvent } from '../funding-event.ts';
import { fundingPolicy } from '../funding.policy.ts';
import { listInitiativeCalls } from '../matches.queries.ts';
import { deleteChoice, saveChoice } from '../needs.store.ts';

type To<Name extends 'chooseCall' | 'leaveCall'> = Given<(typeof fundingPlansRoutes)[Name]>;

async function lockBoth(
  work: Work,
  actor: Actor,
  { id, callId }: To<'leaveCall'>['params'],
): Promise<{ initiative: LockedInitiative; call: LockedCall }> {
  const initiative = await lockInitiativeToChange(work, actor, id);
  allow(fundingPolicy.read(actor));
  return { initiative, call: found(await lockCall(work, actor, callId)) };
}

/** An initiative applies in a call; or it asks for another amount there. */
export const chooseCall = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { grant } }: To<'chooseCall'>,
): Promise<InitiativeCalls> =>
  unit.run(actor, async (work) => {
    const { initiative, call } = await lockBoth(work, actor, params);
    if (!call.isAhead) throw new Problem('call-over');
    refuse(grantIssues(grant, call));
    const choice = { initiativeId: initiative.id, callId: call.id, grant, personId: actor.personId };
    if (await saveChoice(work, choice)) {
      work.record({
        ...callEvent('call.chosen', actor, call, { initiative: initiative.title, initiativeId: initiative.id }),
        audiences: await everybodyConcerned(work, initiative.id),
      });
    }
    return found(await listInitiativeCalls(readerOf(work), actor, initiative.id));
  });

/** An initiative does not apply in a call after all. */
export const leaveCall = (unit: UnitOfWork, actor: Actor, { params }: To<'leaveCall'>): Promise<InitiativeCalls> =>
  unit.run(actor, async (work) => {
    const { initiative, call } = await lockBoth(work, actor, params);
    if (await deleteChoice(work, initiative.id, call.id)) {
      work.record({
        ...callEvent('call.left', actor, call, { initiative: initiative.title, initiativeId: initiative.id }),
        audiences: await everybodyConcerned(work, initiative.id),
      });
    }
    return found(await listInitiativeCalls(readerOf(work), actor, initiative.id));
  });
