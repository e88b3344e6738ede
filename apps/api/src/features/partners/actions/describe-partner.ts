import type { Given, PartnerView, partnersRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { actingForId, partnerEvent } from '../partner-event.ts';
import { isInUse } from '../partner.lifecycle.ts';
import { partnerPolicy } from '../partner.policy.ts';
import { readPartnerIn } from '../partners.queries.ts';
import { insertPartner, isPartnerKnown, lockPartner, lockPartnerNames, savePartner } from '../partners.store.ts';
import { expectSeen } from './lock-partner.ts';

/** Adds a partner to the directory; what a gmina adds is a proposal to the secretariat. */
export const addPartner = (
  unit: UnitOfWork,
  actor: Actor,
  { body }: Given<typeof partnersRoutes.addPartner>,
): Promise<PartnerView> =>
  unit.run(actor, async (work) => {
    allow(partnerPolicy.add(actor));
    await lockPartnerNames(work);
    if (await isPartnerKnown(work, body.name)) throw new Problem('partner-exists');
    const atOnce = partnerPolicy.addsAtOnce(actor);
    const id = await insertPartner(work, body, {
      state: atOnce ? 'ACTIVE' : 'PROPOSED',
      proposedById: actingForId(actor),
      proposerId: actor.personId,
    });
    work.record(partnerEvent(atOnce ? 'partner.added' : 'partner.proposed', actor, { id, name: body.name }, {}));
    return readPartnerIn(work, actor, id);
  });

/** Changes what the directory says of a partner. */
export const changePartner = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof partnersRoutes.changePartner>,
): Promise<PartnerView> =>
  unit.run(actor, async (work) => {
    const partner = found(await lockPartner(work, actor, params.id));
    allow(partnerPolicy.change(actor, partner));
    if (!isInUse(partner.state)) throw new Problem('wrong-state', { state: partner.state });
    await expectSeen(work, actor, partner, body.version);
    await lockPartnerNames(work);
    if (await isPartnerKnown(work, body.name, partner.id)) throw new Problem('partner-exists');
    await savePartner(work, partner.id, body);
    work.record({
      ...partnerEvent('partner.changed', actor, { id: partner.id, name: body.name }, {}),
      detail: { ...body, former: partner.name },
    });
    return readPartnerIn(work, actor, partner.id);
  });
