import type { Given, GuestsView, partnersRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { bodyIssue, found, notFound, Problem, refuse } from '../../../kernel/problems.ts';
import { allow } from '../../../kernel/policy.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { invite, takeBack } from '../../accounts/index.ts';
import { initiativePolicy, isLive, lockInitiative } from '../../initiatives/index.ts';
import { isOpenInvitation, readGuestsIn } from '../guests.queries.ts';

/** Locks an initiative that the actor carries and that is at work, and gives its guests. */
async function lockCarried(work: Work, actor: Actor, id: string): Promise<GuestsView> {
  const initiative = found(await lockInitiative(work, actor, id));
  allow(initiativePolicy.change(actor, initiative));
  if (!isLive(initiative.stage)) throw new Problem('wrong-state', { state: initiative.stage });
  return readGuestsIn(work, actor, id);
}

/** Invites a person of a partner that takes part: as a guest, who sees what the partner takes part in. */
export const inviteGuest = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof partnersRoutes.inviteGuest>,
): Promise<GuestsView> =>
  unit.run(actor, async (work) => {
    const { partners } = await lockCarried(work, actor, params.id);
    const takesPart = partners.some(({ organization }) => organization.id === body.organizationId);
    refuse(takesPart ? [] : [bodyIssue('/organizationId', 'unknown_organization')]);
    await invite(work, actor, { ...body, office: 'PARTNER_CONTACT' });
    return readGuestsIn(work, actor, params.id);
  });

/** Takes the invitation of a guest back. */
export const revokeGuest = (
  unit: UnitOfWork,
  actor: Actor,
  { params }: Given<typeof partnersRoutes.revokeGuest>,
): Promise<GuestsView> =>
  unit.run(actor, async (work) => {
    const { partners } = await lockCarried(work, actor, params.id);
    const organizationIds = partners.map(({ organization }) => organization.id);
    if (!(await isOpenInvitation(work, params.invitationId, organizationIds))) throw notFound();
    await takeBack(work, actor, [params.invitationId]);
    return readGuestsIn(work, actor, params.id);
  });
