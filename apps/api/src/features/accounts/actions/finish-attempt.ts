import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import type { Browser } from '../browser.rules.ts';
import type { Attempt, ProvenIdentity } from '../identity.rules.ts';
import { insertIdentity, lockPersonByIdentity } from '../identity.store.ts';
import { openSession } from './sign-in.ts';

/**
 * Lets in whoever came back from a provider, or links the account to who asked for it, whichever the attempt was for. The
 * identity is kept either way. Gives the token of a new session; null where one linked.
 */
export const finishAttempt = (
  unit: UnitOfWork,
  { linkFor }: Attempt,
  identity: ProvenIdentity,
  browser?: Browser,
): Promise<string | null> =>
  unit.run(null, async (work) => {
    const personId = linkFor ?? (await recognise(work, identity));
    await keep(work, personId, identity);
    return linkFor ? null : openSession(work, personId, 'OIDC', browser);
  });

/** The person, whose row is then locked. Somebody unknown and somebody blocked are the same answer. */
async function recognise(work: Work, identity: ProvenIdentity): Promise<string> {
  const personId = await lockPersonByIdentity(work, identity);
  if (personId) return personId;
  throw new Problem(identity.isUnverified ? 'email-unverified' : 'not-admitted');
}

async function keep(work: Work, personId: string, identity: ProvenIdentity): Promise<void> {
  const outcome = await insertIdentity(work, personId, identity);
  if (outcome === 'taken') throw new Problem('identity-taken');
  if (outcome === 'kept') return;
  work.record({
    kind: 'person.identity-linked',
    facts: { provider: identity.providerName },
    actingFor: null,
    by: personId,
  });
}
