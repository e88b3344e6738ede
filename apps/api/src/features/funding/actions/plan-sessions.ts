import type { fundingPlansRoutes, Given } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { readerOf } from '../calls.queries.ts';
import { fundingPolicy } from '../funding.policy.ts';
import { listCouncilSessions } from '../needs.queries.ts';
import { deleteSession, lockSession, memberGmina, saveSessions } from '../needs.store.ts';

type To<Name extends 'addCouncilSessions' | 'removeCouncilSession'> = Given<(typeof fundingPlansRoutes)[Name]>;

const sessionIssues = (sessions: To<'addCouncilSessions'>['body']['sessions']) => {
  const days = sessions.map(({ heldOn }) => heldOn);
  return sessions.flatMap(({ heldOn, tabledBy }, at) => [
    ...(tabledBy > heldOn ? [bodyIssue(`/sessions/${at}/tabledBy`, 'tabled_after_session')] : []),
    ...(days.indexOf(heldOn) < at ? [bodyIssue(`/sessions/${at}/heldOn`, 'duplicate')] : []),
  ]);
};

/** Enters sessions of a gmina's council, several at once. */
export const addCouncilSessions = (
  unit: UnitOfWork,
  actor: Actor,
  { body: { organizationId, sessions } }: To<'addCouncilSessions'>,
): ReturnType<typeof listCouncilSessions> =>
  unit.run(actor, async (work) => {
    allow(fundingPolicy.planSessions(actor, organizationId));
    const gmina = await memberGmina(work, organizationId);
    refuse([...(gmina ? [] : [bodyIssue('/organizationId', 'not_a_member')]), ...sessionIssues(sessions)]);
    await saveSessions(work, organizationId, sessions);
    work.record({
      kind: 'council.planned',
      facts: { organization: found(gmina).name, count: sessions.length },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      organizationId,
      detail: { sessions },
    });
    return listCouncilSessions(readerOf(work), actor, { organization: organizationId });
  });

/** Takes a session off that will not be held. */
export const removeCouncilSession = (
  unit: UnitOfWork,
  actor: Actor,
  { params }: To<'removeCouncilSession'>,
): Promise<void> =>
  unit.run(actor, async (work) => {
    const { id, organizationId, organization, heldOn } = found(await lockSession(work, actor, params.id));
    allow(fundingPolicy.planSessions(actor, organizationId));
    await deleteSession(work, id);
    work.record({
      kind: 'council.session-removed',
      facts: { organization, until: heldOn },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      organizationId,
    });
  });
