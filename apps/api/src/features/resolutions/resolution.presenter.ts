import type { ResolutionDetail, ResolutionView } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { resolutionPolicy } from './resolution.policy.ts';

export interface DetailRow {
  view: ResolutionView;
  issuerId: string;
  supersedes: ResolutionDetail['supersedes'];
  joined: ResolutionDetail['joined'];
  left: ResolutionDetail['left'];
  version: number;
}

/** A resolution with what the viewer may do. */
export const presentDetail = ({ view, ...row }: DetailRow, actor: Actor): ResolutionDetail => ({
  ...view,
  ...row,
  abilities: {
    change: resolutionPolicy.keep(actor),
    supersede: resolutionPolicy.keep(actor) && view.supersededBy === null,
  },
});
