import type { ClosingReportView, Given, networksRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, notFound, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { readReportIn } from '../closing.queries.ts';
import { lockReport, saveReport } from '../closing.store.ts';
import { networkLifecycle } from '../network.lifecycle.ts';
import { networkPolicy } from '../network.policy.ts';
import { lockNetwork } from '../networks.store.ts';

type Input = Given<typeof networksRoutes.writeClosingReport>;

/** Writes the report with which a network closes: as often as its people like, until it is signed. */
export const writeReport = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<ClosingReportView> =>
  unit.run(actor, async (work) => {
    const network = found(await lockNetwork(work, actor, params.id));
    if (!networkPolicy.readReport(actor, network, network.state === 'CLOSED')) throw notFound();
    allow(networkPolicy.writeReport(actor, network));
    networkLifecycle.move(network.state, 'report');
    const report = found(await lockReport(work, network.id));
    const current = await readReportIn(work, actor, network.id);
    expectVersion(body.version, report.version, () => current);
    const known = new Set(current.results.map(({ organization }) => organization.id));
    refuse(
      body.results.flatMap(({ organizationId }, index) =>
        known.has(organizationId) ? [] : [bodyIssue(`/results/${index}/organizationId`, 'not_in_network')],
      ),
    );
    await saveReport(work, network.id, body);
    work.record({
      kind: 'network.report-written',
      facts: { network: { pl: network.namePl, en: network.nameEn } },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: network.id,
      detail: { problem: body.problem, done: body.done, remaining: body.remaining, results: body.results },
    });
    return readReportIn(work, actor, network.id);
  });
