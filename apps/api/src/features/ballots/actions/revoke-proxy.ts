import type { ballotsRoutes, Given, ProxyView } from '@blizej/contracts';
import { isSecretariat, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { proxyPolicy } from '../ballot.policy.ts';
import { readProxyIn } from '../proxies.queries.ts';
import { lockProxy, saveRevocation } from '../proxies.store.ts';

/** Takes a proxy back: from now on nobody votes by it. */
export const revokeProxy = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof ballotsRoutes.revokeProxy>,
): Promise<ProxyView> =>
  unit.run(actor, async (work) => {
    const proxy = found(proxyPolicy.read(actor) ? await lockProxy(work, params.id) : undefined);
    allow(proxyPolicy.manage(actor, proxy.organizationId));
    if (proxy.revoked) throw new Problem('wrong-state', { state: 'REVOKED' });
    await saveRevocation(work, proxy.id, body.reason);
    work.record({
      kind: 'ballot.proxy-revoked',
      facts: { organization: proxy.organization, holder: proxy.holder, reason: body.reason },
      actingFor: isSecretariat(actor) ? (actor.offices[0]?.organizationId ?? null) : proxy.organizationId,
      organizationId: proxy.organizationId,
      organizationIds: [proxy.organizationId, proxy.holderId],
      personId: proxy.holderPersonId,
      detail: { proxyId: proxy.id },
    });
    return readProxyIn(work, actor, proxy.id);
  });
