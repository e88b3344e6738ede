import type { Given, InitiativeView, initiativesRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { seesNetwork } from '../../networks/index.ts';
import { initiativeEvent } from '../initiative-event.ts';
import { initiativePolicy } from '../initiative.policy.ts';
import { termIssues } from '../initiative.rules.ts';
import { readInitiativeIn } from '../initiatives.queries.ts';
import { insertInitiative, saveFollowing } from '../initiatives.store.ts';

type Input = Given<typeof initiativesRoutes.proposeInitiative>;

/** Proposes an initiative for an organization, as a part of a deed. Who proposes it follows it. Gives its id. */
export async function proposeWithin(
  work: Work,
  actor: Actor,
  body: Input['body'],
  proposedById: string,
): Promise<string> {
  allow(initiativePolicy.propose(actor));
  const { networkId } = body;
  const isOfNetwork = networkId !== undefined && (await seesNetwork(work, actor, networkId));
  refuse([
    ...termIssues(body),
    ...(networkId === undefined || isOfNetwork ? [] : [bodyIssue('/networkId', 'unknown_network')]),
  ]);
  const id = await insertInitiative(work, { ...body, networkId: networkId ?? null, proposedById });
  await saveFollowing(work, id, actor.personId, true);
  const title = { pl: body.titlePl, en: body.titleEn ?? null };
  work.record(initiativeEvent('initiative.proposed', actor, { id, title }, {}));
  return id;
}

/** Proposes an initiative. */
export const proposeInitiative = (unit: UnitOfWork, actor: Actor, { body }: Input): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const id = await proposeWithin(work, actor, body, mainOffice(actor)?.organizationId ?? '');
    return readInitiativeIn(work, actor, id);
  });
