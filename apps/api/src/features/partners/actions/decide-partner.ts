import type { Given, PartnerView, partnersRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { partnerEvent } from '../partner-event.ts';
import { partnerLifecycle } from '../partner.lifecycle.ts';
import { partnerPolicy } from '../partner.policy.ts';
import { readPartnerIn } from '../partners.queries.ts';
import { lockPartner, savePartnerState } from '../partners.store.ts';
import { expectSeen } from './lock-partner.ts';

/** Takes a proposed or an archived partner into the directory. Who has proposed it is told. */
export const acceptPartner = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof partnersRoutes.acceptPartner>,
): Promise<PartnerView> =>
  unit.run(actor, async (work) => {
    const partner = found(await lockPartner(work, actor, params.id));
    allow(partnerPolicy.decide(actor));
    const state = partnerLifecycle.move(partner.state, 'accept');
    await expectSeen(work, actor, partner, body.version);
    await savePartnerState(work, partner.id, state, null);
    work.record({ ...partnerEvent('partner.accepted', actor, partner, {}), personId: partner.proposerId });
    return readPartnerIn(work, actor, partner.id);
  });

/** Takes a partner out of use, or turns a proposal down: with the reason. What it has done stays. */
export const archivePartner = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { reason, version } }: Given<typeof partnersRoutes.archivePartner>,
): Promise<PartnerView> =>
  unit.run(actor, async (work) => {
    const partner = found(await lockPartner(work, actor, params.id));
    allow(partnerPolicy.decide(actor));
    const state = partnerLifecycle.move(partner.state, 'archive');
    await expectSeen(work, actor, partner, version);
    await savePartnerState(work, partner.id, state, reason);
    work.record({ ...partnerEvent('partner.archived', actor, partner, { reason }), personId: partner.proposerId });
    return readPartnerIn(work, actor, partner.id);
  });
