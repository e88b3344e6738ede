import { mainOffice, type Actor } from '../../kernel/actor.ts';
import type { Audience, NewEvent } from '../../kernel/work.ts';
import type { PlaceRow } from './conversations.store.ts';

type Deed = 'written' | 'announced' | 'changed' | 'removed';

/** What is told of a comment: where it stands, never what it says. */
export const commentEvent = (
  deed: Deed,
  place: PlaceRow,
  actor: Actor,
  detail: { readonly comment: string; readonly audiences?: readonly Audience[] },
): NewEvent => {
  const said = {
    actingFor: mainOffice(actor)?.organizationId ?? null,
    audiences: detail.audiences ?? [],
    detail: { comment: detail.comment },
  };
  if (place.initiativeId !== null) {
    const facts = { initiative: place.name, initiativeId: place.initiativeId };
    return { kind: `comment.${deed}-on-initiative`, facts, ...said };
  }
  const network = place.name;
  const about = { ...said, networkId: place.networkId };
  if (place.taskId === null || deed === 'announced') return { kind: `comment.${deed}`, facts: { network }, ...about };
  return {
    kind: `comment.${deed}-on-task`,
    facts: { network, task: place.title ?? '' },
    taskId: place.taskId,
    ...about,
  };
};
