import type { Issue } from '@blizej/contracts';
import { bodyIssue } from '../../kernel/problems.ts';

interface Item {
  readonly id?: string | undefined;
  readonly positionId?: string | null | undefined;
}

/**
 * Items that are named by an id which the agenda does not have; positions that not every member knows, or that are decided.
 * What stood on the agenda before may stay.
 * @param inConsultation of the positions named those which are
 */
export const agendaIssues = (
  agenda: readonly Item[],
  known: readonly Item[],
  inConsultation: readonly string[],
): Issue[] =>
  agenda.flatMap(({ id, positionId }, at) => {
    const former = id === undefined ? undefined : known.find((item) => item.id === id);
    return [
      ...(id !== undefined && !former ? [bodyIssue(`/agenda/${at}/id`, 'unknown_item')] : []),
      ...(positionId && positionId !== former?.positionId && !inConsultation.includes(positionId)
        ? [bodyIssue(`/agenda/${at}/positionId`, 'not_in_consultation')]
        : []),
    ];
  });

/** The positions that an agenda names. */
export const positionsOn = (agenda: readonly Item[]): string[] => agenda.flatMap(({ positionId }) => positionId ?? []);

/** A meeting that is planned begins later than now; one that is changed may keep a beginning that has come meanwhile. */
export const startIssues = (startsAt: string, now: Date, former?: Date): Issue[] => {
  const start = new Date(startsAt);
  return start <= now && start.getTime() !== former?.getTime() ? [bodyIssue('/startsAt', 'already_past')] : [];
};

/** When a ballot closes that opens now, for so many minutes. */
export const closeOf = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
