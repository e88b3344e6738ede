import type { decisionsRoutes, Given, HeldDecision, LinkedDeed } from '@blizej/contracts';
import { actingFor, type Actor } from '../../../kernel/actor.ts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { actorIn } from '../../accounts/index.ts';
import { decidedFrom } from '../deed-link.rules.ts';
import { lockHeldDeed, useDeedLink, type HeldDeed } from '../deed-link.store.ts';
import { membershipPolicy, type MembershipFacts } from '../network.policy.ts';
import { lockMembership } from '../networks.store.ts';
import { acceptIn } from './accept-membership.ts';
import { admitIn } from './admit-membership.ts';
import { confirmIn, type Channel } from './confirm-membership.ts';

type Input = Given<typeof decisionsRoutes.decideByLink>;

type Membership = { readonly id: string; readonly organizationId: string };

/** What each link does, and who may. */
const deeds: Record<
  LinkedDeed,
  {
    readonly may: (actor: Actor, membership: MembershipFacts) => boolean;
    readonly act: (work: Work, actor: Actor, params: Membership, channel: Channel) => Promise<unknown>;
  }
> = {
  ACCEPT_INVITATION: { may: membershipPolicy.confirm, act: acceptIn },
  CONFIRM_MEMBERSHIP: { may: membershipPolicy.confirm, act: confirmIn },
  ADMIT_MEMBERSHIP: { may: membershipPolicy.admit, act: admitIn },
};

/** What a link decides, as its holder sees it. */
export const presentDecision = (link: HeldDeed): HeldDecision => ({
  deed: link.deed,
  name: link.name,
  network: { id: link.networkId, name: { pl: link.networkNamePl, en: link.networkNameEn } },
  organization: { id: link.organizationId, name: link.organizationName },
  standing: link.state !== decidedFrom[link.deed] ? 'DECIDED' : link.asksForSignIn ? 'SIGN_IN' : 'READY',
});

/**
 * Does the deed of a link, once: as the person to whom the letter went, by the offices that they hold at this moment, for the
 * organization of those that may decide it. Whoever has or needs a second factor signs in instead.
 */
export const decideByLink = (unit: UnitOfWork, { body }: Input): Promise<HeldDecision> =>
  unit.run(null, async (work) => {
    const link = await lockHeldDeed(work, body.token);
    const person = link && (await actorIn(work, link.email));
    if (!link || !person || link.asksForSignIn) throw new Problem('link-void');
    const params = { id: link.networkId, organizationId: link.organizationId };
    const membership = await lockMembership(work, link.networkId, link.organizationId);
    if (!membership || membership.state !== decidedFrom[link.deed])
      throw new Problem('wrong-state', { state: membership?.state ?? link.state });
    const { may, act } = deeds[link.deed];
    const actor = [...person.offices, ...(person.elsewhere ?? [])]
      .map(({ organizationId }): Actor => actingFor(person, organizationId))
      .find((one) => may(one, membership));
    if (!actor) throw new Problem('link-void');
    await useDeedLink(work, link.id);
    await act(work, actor, params, { by: actor.personId, detail: { channel: 'letter' } });
    return { ...presentDecision(link), standing: 'DECIDED' };
  });
