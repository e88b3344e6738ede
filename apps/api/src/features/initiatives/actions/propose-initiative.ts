import type { Given, InitiativeView, initiativesRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { seesNetwork } from '../../networks/index.ts';
import { initiativeEvent } from '../initiative-event.ts';
import { initiativePolicy } from '../initiative.policy.ts';
import { termIssues } from '../initiative.rules.ts';
import { readInitiativeIn } from '../initiatives.queries.ts';
import { insertInitiative, saveFollowing } from '../initiatives.store.ts';

type Input = Given<typeof initiativesRoutes.proposeInitiative>;

/** Proposes an initiative. Who proposes it follows it. */
export const proposeInitiative = (unit: UnitOfWork, actor: Actor, { body }: Input): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    allow(initiativePolicy.propose(actor));
    const { networkId } = body;
    const isOfNetwork = networkId !== undefined && (await seesNetwork(work, actor, networkId));
    refuse([
      ...termIssues(body),
      ...(networkId === undefined || isOfNetwork ? [] : [bodyIssue('/networkId', 'unknown_network')]),
    ]);
    const proposedById = mainOffice(actor)?.organizationId ?? '';
    const id = await insertInitiative(work, { ...body, networkId: networkId ?? null, proposedById });
    await saveFollowing(work, id, actor.personId, true);
    const title = { pl: body.titlePl, en: body.titleEn ?? null };
    work.record(initiativeEvent('initiative.proposed', actor, { id, title }, {}));
    return readInitiativeIn(work, actor, id);
  });
