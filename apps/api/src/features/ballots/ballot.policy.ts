import type { Office } from '@blizej/contracts';
import { gminasOf, holds, isInsider, isSecretariat, type Actor } from '../../kernel/actor.ts';

/** The offices that vote for a gmina: its mayor, and the delegate whom it named for that. */
export const votingOffices: readonly Office[] = ['EXECUTIVE', 'DELEGATE'];

export const ballotPolicy = {
  /** Once it is announced, every member's people; before, the secretariat that writes it. */
  read: (actor: Actor, ballot: { readonly announced: boolean }): boolean =>
    isSecretariat(actor) || (ballot.announced && isInsider(actor)),
  /** Writing, announcing, putting off, closing and withdrawing. */
  manage: (actor: Actor): boolean => isSecretariat(actor),
  cast: (actor: Actor, organizationId: string): boolean => holds(actor, organizationId, votingOffices),
};

/** Beside `read`: the same rule as data for the queries. */
export const visibleBallots = (actor: Actor): { readonly everything: boolean; readonly announced: boolean } => ({
  everything: isSecretariat(actor),
  announced: isInsider(actor),
});

/** The gminas for which the actor may vote where they are in the electorate. */
export const votesFor = (actor: Actor): string[] => gminasOf(actor, votingOffices);

/** The office by which the actor votes for a gmina; undefined where the actor may not. */
export const votingOfficeOf = (actor: Actor, organizationId: string): Office | undefined =>
  actor.offices.find((held) => held.organizationId === organizationId && votingOffices.includes(held.office))?.office;
