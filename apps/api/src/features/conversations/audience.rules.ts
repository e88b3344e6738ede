import type { CommentKind, Mention } from '@blizej/contracts';
import { leadingOffices, workingOffices } from '../../kernel/actor.ts';
import type { Audience } from '../../kernel/work.ts';

export interface Said {
  readonly kind: CommentKind;
  /** Null: by an initiative. */
  readonly networkId: string | null;
  /** Whom the place concerns. */
  readonly concernedIds: readonly string[];
  readonly mentions: readonly Mention[];
  /** Who has said something here before. */
  readonly earlierAuthors: readonly string[];
}

/**
 * Whom a comment reaches: a person whom it names is asked, at once; gminas, whole networks and whoever has taken part before
 * are told in the letter of the day. An announcement reaches all members, or all who take part.
 */
export const audiencesOf = ({ kind, networkId, concernedIds, mentions, earlierAuthors }: Said): Audience[] => {
  const named = (of: Mention['kind']): string[] => mentions.filter((one) => one.kind === of).map(({ id }) => id);
  const isToAll = kind === 'ANNOUNCEMENT' || named('NETWORK').length > 0;
  const everybody: Audience =
    networkId === null
      ? { organizations: concernedIds, offices: workingOffices, reason: 'INFORMED' }
      : { membersOf: networkId, offices: leadingOffices, reason: 'INFORMED' };
  return [
    ...named('PERSON').map((person): Audience => ({ person, reason: 'ASKED' })),
    ...(isToAll ? [everybody] : []),
    { organizations: named('ORGANIZATION'), offices: workingOffices, reason: 'INFORMED' },
    ...earlierAuthors.map((person): Audience => ({ person, reason: 'INFORMED' })),
  ];
};

/** What is said of somebody who is mentioned and does not see the place. */
export const strangerAt = ({ networkId }: Pick<Said, 'networkId'>): 'not_in_network' | 'not_taking_part' =>
  networkId === null ? 'not_taking_part' : 'not_in_network';
