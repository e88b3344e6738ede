import type { Given, peopleRoutes, PersonView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { revokeSessionsOf, voidPersonLinks } from '../../accounts/index.ts';
import { readPersonIn } from '../people.queries.ts';
import { lockPerson, savePersonState } from '../people.store.ts';
import { personLifecycle } from '../person.lifecycle.ts';
import { personPolicy } from '../person.policy.ts';

type Input = Given<typeof peopleRoutes.unblockPerson>;

/** Lets a blocked person in again: they sign in anew. */
export const unblockPerson = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<PersonView> =>
  unit.run(actor, async (work) => {
    const person = found(await lockPerson(work, actor, params.id));
    allow(personPolicy.block(actor));
    await savePersonState(work, person.id, personLifecycle.move(person.state, 'unblock'));
    // Whatever was opened or sent meanwhile counts for nothing.
    await revokeSessionsOf(work, person.id);
    await voidPersonLinks(work, person.id);
    work.record({
      kind: 'person.unblocked',
      facts: { person: person.id },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      ...(person.gminaId && { organizationId: person.gminaId }),
      personId: person.id,
      detail: { reason: body.reason },
    });
    return readPersonIn(work, actor, person.id);
  });
