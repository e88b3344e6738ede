import type { CommentKind, Mention } from '@blizej/contracts';
import { leadingOffices } from '../../kernel/actor.ts';
import type { Audience } from '../../kernel/work.ts';

export interface Said {
  readonly kind: CommentKind;
  readonly networkId: string;
  readonly mentions: readonly Mention[];
  /** Who has said something here before. */
  readonly earlierAuthors: readonly string[];
}

/**
 * Whom a comment reaches: a person whom it names is asked, at once; gminas, whole networks and whoever has taken part before
 * are told in the letter of the day. An announcement reaches all members.
 */
export const audiencesOf = ({ kind, networkId, mentions, earlierAuthors }: Said): Audience[] => {
  const named = (of: Mention['kind']): string[] => mentions.filter((one) => one.kind === of).map(({ id }) => id);
  const everybody = kind === 'ANNOUNCEMENT' || named('NETWORK').length > 0;
  return [
    ...named('PERSON').map((person): Audience => ({ person, reason: 'ASKED' })),
    ...(everybody ? [{ membersOf: networkId, offices: leadingOffices, reason: 'INFORMED' } as const] : []),
    { organizations: named('ORGANIZATION'), offices: leadingOffices, reason: 'INFORMED' },
    ...earlierAuthors.map((person): Audience => ({ person, reason: 'INFORMED' })),
  ];
};
