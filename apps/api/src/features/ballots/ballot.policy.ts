import type { Office } from '@blizej/contracts';
import { decidingOffices, gminasOf, holds, isInsider, isSecretariat, type Actor } from '../../kernel/actor.ts';

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

/** Who holds a proxy: whoever votes for the organization, or one person who works there. */
export interface ProxyHolder {
  readonly holderId: string;
  readonly holderPersonId: string | null;
}

export const proxyPolicy = {
  /** Who may vote for whom is no secret among the members. */
  read: (actor: Actor): boolean => isInsider(actor),
  /** Naming one and taking it back: the gmina, or the secretariat for it, with a trace. */
  manage: (actor: Actor, organizationId: string): boolean =>
    isSecretariat(actor) || holds(actor, organizationId, decidingOffices),
  /** Whose people one finds by their address: a gmina its own, whom it sees anyway; the secretariat everybody's (null). */
  peopleOf: (actor: Actor, organizationId: string): string | null => (isSecretariat(actor) ? null : organizationId),
  /** Giving the gmina's vote to one of its own people: its mayor, who has it, or the secretariat for it. */
  nameOwnPerson: (actor: Actor, organizationId: string): boolean =>
    isSecretariat(actor) || holds(actor, organizationId, ['EXECUTIVE']),
};

/** The office by which the actor votes as the holder of a proxy; undefined where the actor does not hold it. */
export const proxyOfficeOf = (actor: Actor, { holderId, holderPersonId }: ProxyHolder): Office | undefined =>
  holderPersonId === null
    ? votingOfficeOf(actor, holderId)
    : holderPersonId === actor.personId
      ? actor.offices.find((held) => held.organizationId === holderId)?.office
      : undefined;

/** The gminas for which the actor may name a proxy, where not for all. */
export const namesProxiesFor = (actor: Actor): { readonly id: string; readonly name: string }[] =>
  gminasOf(actor, decidingOffices).flatMap((id) => {
    const held = actor.offices.find(({ organizationId }) => organizationId === id);
    return held ? [{ id, name: held.organizationName }] : [];
  });
