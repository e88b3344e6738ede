import { decisionsAtMost, type Given, type InitiativeView, type initiativesRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { bodyIssue, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { resolutionIsRecorded } from '../../resolutions/index.ts';
import { everybodyConcerned, initiativeEvent } from '../initiative-event.ts';
import { decidedIssues } from '../initiative.rules.ts';
import { readInitiativeIn } from '../initiatives.queries.ts';
import { countDecisions, findDecision, insertDecision, touch } from '../initiatives.store.ts';
import { lockToChange } from './lock-to-change.ts';

type Input = Given<typeof initiativesRoutes.recordDecision>;

/** Records a decision. It stands as it was recorded: who decides otherwise later records another in its place. */
export const recordDecision = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const initiative = await lockToChange(work, actor, params.id);
    if ((await countDecisions(work, initiative.id)) >= decisionsAtMost) throw new Problem('too-many');
    const { resolutionId = null, supersedesId = null, ...decision } = body;
    const former = supersedesId === null ? undefined : await findDecision(work, initiative.id, supersedesId);
    const isUnknown = resolutionId !== null && !(await resolutionIsRecorded(work, resolutionId));
    refuse([
      ...decidedIssues(decision.decidedOn, await today(work)),
      ...(isUnknown ? [bodyIssue('/resolutionId', 'unknown_resolution')] : []),
      ...(supersedesId !== null && !former ? [bodyIssue('/supersedesId', 'unknown_decision')] : []),
      ...(former?.superseded === true ? [bodyIssue('/supersedesId', 'already_superseded')] : []),
    ]);
    await insertDecision(work, {
      ...decision,
      initiativeId: initiative.id,
      resolutionId,
      supersedesId,
      personId: actor.personId,
      organizationId: mainOffice(actor)?.organizationId ?? '',
    });
    await touch(work, initiative.id);
    work.record({
      ...initiativeEvent('initiative.decided', actor, initiative, { decision: decision.title }),
      audiences: await everybodyConcerned(work, initiative.id),
      detail: { ...body },
    });
    return readInitiativeIn(work, actor, initiative.id);
  });
