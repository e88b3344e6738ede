import type { Given, PartnerView, partnersRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { partnerEvent } from '../partner-event.ts';
import { partnerPolicy } from '../partner.policy.ts';
import { twinIssues } from '../partner.rules.ts';
import { readPartnerIn } from '../partners.queries.ts';
import { deleteTwin, lockPartner, memberGmina, saveTwin, twinVersion } from '../partners.store.ts';

/** Notes a partner as a gmina's twin town, or changes what is noted of it. */
export const writeTwin = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof partnersRoutes.writeTwin>,
): Promise<PartnerView> =>
  unit.run(actor, async (work) => {
    const partner = found(await lockPartner(work, actor, params.id));
    const gmina = found(await memberGmina(work, params.organizationId));
    allow(partnerPolicy.twin(actor, gmina.id));
    if (partner.state !== 'ACTIVE') throw new Problem('wrong-state', { state: partner.state });
    refuse(twinIssues(partner.kind, body.since, await today(work)));
    const known = await twinVersion(work, gmina.id, partner.id);
    if (known !== body.version) {
      throw new Problem('version-conflict', { current: await readPartnerIn(work, actor, partner.id) });
    }
    const { since = null, about } = body;
    await saveTwin(work, { municipalityId: gmina.id, partnerId: partner.id, since, about });
    const kind = known === undefined ? 'partner.twinned' : 'partner.twin-changed';
    work.record({
      ...partnerEvent(kind, actor, partner, { organization: gmina.name }),
      organizationIds: [gmina.id],
      detail: { since, about },
    });
    return readPartnerIn(work, actor, partner.id);
  });

/** Notes a partner as a gmina's twin town no more. */
export const endTwin = (
  unit: UnitOfWork,
  actor: Actor,
  { params }: Given<typeof partnersRoutes.endTwin>,
): Promise<PartnerView> =>
  unit.run(actor, async (work) => {
    const partner = found(await lockPartner(work, actor, params.id));
    const gmina = found(await memberGmina(work, params.organizationId));
    allow(partnerPolicy.twin(actor, gmina.id));
    if ((await twinVersion(work, gmina.id, partner.id)) === undefined) throw new Problem('not-found');
    await deleteTwin(work, gmina.id, partner.id);
    work.record({
      ...partnerEvent('partner.untwinned', actor, partner, { organization: gmina.name }),
      organizationIds: [gmina.id],
    });
    return readPartnerIn(work, actor, partner.id);
  });
