import type { PlanOutcome, SessionVerdict } from '@blizej/contracts';
import { daysAfter } from '../../kernel/moments.ts';

export interface Session {
  readonly heldOn: string;
  readonly tabledBy: string;
}

export interface PlannedSession extends Session {
  readonly verdict: SessionVerdict;
}

export interface Plan {
  readonly outcome: PlanOutcome;
  /** The last session that is in time. */
  readonly latest: Session | null;
  readonly sessions: PlannedSession[];
}

/** The last day on which a council may decide, so that there is time to sign. */
export const decideByOf = (closesOn: string, signingDays: number): string => daysAfter(closesOn, -signingDays);

const verdictOf = ({ heldOn, tabledBy }: Session, decideBy: string, today: string): SessionVerdict => {
  if (heldOn > decideBy) return 'AFTER_DEADLINE';
  return tabledBy < today ? 'TABLING_OVER' : 'IN_TIME';
};

/**
 * Plans back from the last day on which a council may decide through its sessions: for which of them can a draft still be
 * tabled? What was held before today is left out. Without a session in that time it is not known whether the council can
 * decide: the gmina has to be asked.
 */
export function planBack(sessions: readonly Session[], { decideBy, today }: { decideBy: string; today: string }): Plan {
  const planned = sessions
    .filter(({ heldOn }) => heldOn >= today)
    .toSorted((one, other) => (one.heldOn < other.heldOn ? -1 : 1))
    .map((session) => ({ ...session, verdict: verdictOf(session, decideBy, today) }));
  const latest = planned.findLast(({ verdict }) => verdict === 'IN_TIME');
  const isOver = decideBy < today || planned.some(({ verdict }) => verdict === 'TABLING_OVER');
  return {
    outcome: latest ? 'IN_TIME' : isOver ? 'TOO_LATE' : 'UNKNOWN',
    latest: latest ? { heldOn: latest.heldOn, tabledBy: latest.tabledBy } : null,
    sessions: planned,
  };
}
