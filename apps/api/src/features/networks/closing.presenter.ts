import type { ClosingReportView, NetworkState } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { networkLifecycle } from './network.lifecycle.ts';
import { networkPolicy } from './network.policy.ts';

export interface ReportRow extends Pick<ClosingReportView, 'problem' | 'done' | 'remaining' | 'figures' | 'version'> {
  id: string;
  namePl: string;
  nameEn: string | null;
  state: NetworkState;
  leadId: string | null;
  signedAt: Date | null;
  signedBy: string | null;
  results: ClosingReportView['results'] | null;
}

/** A closing report with what the viewer may do. */
export const presentReport = (row: ReportRow, actor: Actor): ClosingReportView => ({
  network: { id: row.id, name: { pl: row.namePl, en: row.nameEn }, state: row.state },
  problem: row.problem,
  done: row.done,
  remaining: row.remaining,
  figures: row.figures,
  results: row.results ?? [],
  signed: row.signedAt && { at: row.signedAt.toISOString(), by: row.signedBy ?? '' },
  version: row.version,
  abilities: {
    write: networkPolicy.writeReport(actor, row) && networkLifecycle.allows(row.state, 'report'),
    sign: networkPolicy.signReport(actor, row) && networkLifecycle.allows(row.state, 'close'),
  },
});
