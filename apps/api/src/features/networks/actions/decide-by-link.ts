import type { decisionsRoutes, Given, HeldDecision } from '@blizej/contracts';
import { actingFor, type Actor } from '../../../kernel/actor.ts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { actorIn } from '../../accounts/index.ts';
import { decidedFrom } from '../deed-link.rules.ts';
import { lockHeldDeed, useDeedLink, type HeldDeed } from '../deed-link.store.ts';
import { membershipPolicy } from '../network.policy.ts';
import { lockMembership } from '../networks.store.ts';
import { admitIn } from './admit-membership.ts';
import { confirmIn } from './confirm-membership.ts';

type Input = Given<typeof decisionsRoutes.decideByLink>;

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
    const may = link.deed === 'CONFIRM_MEMBERSHIP' ? membershipPolicy.confirm : membershipPolicy.admit;
    const actor = [...person.offices, ...(person.elsewhere ?? [])]
      .map(({ organizationId }): Actor => actingFor(person, organizationId))
      .find((one) => may(one, membership));
    if (!actor) throw new Problem('link-void');
    await useDeedLink(work, link.id);
    const channel = { by: actor.personId, detail: { channel: 'letter' } };
    if (link.deed === 'CONFIRM_MEMBERSHIP') await confirmIn(work, actor, params, channel);
    else await admitIn(work, actor, params, channel);
    return { ...presentDecision(link), standing: 'DECIDED' };
  });
