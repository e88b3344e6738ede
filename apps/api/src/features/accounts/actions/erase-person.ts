import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { expectProof } from './prove-session.ts';
import { profilePolicy } from '../profile.policy.ts';
import { emptyPerson, lockPerson } from '../profile.store.ts';

/**
 * Forgets a person (GDPR, art. 17): what they did for an organization stays, without their name. Only who holds no office
 * any more can be forgotten, so that nothing is left behind.
 * @param email typed by whoever asks, so that nobody is forgotten by a slip
 */
export const erasePerson = (unit: UnitOfWork, actor: Actor, personId: string, email: string): Promise<void> =>
  unit.run(actor, async (work) => {
    if (personId === actor.personId) await expectProof(work, actor);
    else allow(profilePolicy.erase(actor));
    const person = found(await lockPerson(work, personId));
    refuse(person.email === email ? [] : [bodyIssue('/email', 'not_the_address')]);
    if (!person.erasable) throw new Problem('still-in-office');
    await emptyPerson(work, personId, person.email);
    work.record({ kind: 'person.erased', facts: {}, actingFor: null, detail: { personId } });
  });
