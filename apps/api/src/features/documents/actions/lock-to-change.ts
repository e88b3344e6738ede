import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, notFound } from '../../../kernel/problems.ts';
import type { Work } from '../../../kernel/work.ts';
import { documentLifecycle } from '../document.lifecycle.ts';
import { documentPolicy } from '../document.policy.ts';
import { lockDocument, parentOf, type LockedDocument } from '../documents.store.ts';

/** Locks a document that the actor may change now; one that was taken away only where it is to be put back. */
export async function lockToChange(
  work: Work,
  actor: Actor,
  id: string,
  { removed = false } = {},
): Promise<LockedDocument> {
  const document = found(await lockDocument(work, actor, id));
  const parent = parentOf(document);
  if (document.removed && !removed) throw notFound();
  allow(documentPolicy.change(actor, { parent, organizationId: document.organizationId }));
  documentLifecycle.expectOpen(parent);
  return document;
}
