import type { ClosingReportView, Given, networksRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, notFound, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { readReportIn } from '../closing.queries.ts';
import { lockReport, signReportAs } from '../closing.store.ts';
import { networkLifecycle } from '../network.lifecycle.ts';
import { networkPolicy } from '../network.policy.ts';
import { lockNetwork, saveNetworkState } from '../networks.store.ts';

type Input = Given<typeof networksRoutes.signClosingReport>;

/** The lead's mayor signs: figures and words stay as they are, and the network is closed. Nobody's answer is cut off by it. */
export const signReport = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<ClosingReportView> =>
  unit.run(actor, async (work) => {
    const network = found(await lockNetwork(work, actor, params.id));
    if (!networkPolicy.readReport(actor, network, network.state === 'CLOSED')) throw notFound();
    allow(networkPolicy.signReport(actor, network));
    const state = networkLifecycle.move(network.state, 'close');
    const report = found(await lockReport(work, network.id));
    const current = await readReportIn(work, actor, network.id);
    expectVersion(body.version, report.version, () => current);
    if (network.openTaskCount > 0) throw new Problem('tasks-open');
    if (current.done === '') throw new Problem('report-incomplete');
    await signReportAs(work, network.id, actor.personId, current);
    await saveNetworkState(work, network.id, state, network.mandateId);
    work.record({
      kind: 'network.closed',
      facts: { network: { pl: network.namePl, en: network.nameEn } },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: network.id,
      detail: { figures: current.figures },
    });
    return readReportIn(work, actor, network.id);
  });
