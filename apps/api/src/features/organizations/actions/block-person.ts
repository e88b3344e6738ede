import type { Given, peopleRoutes, PersonView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { keepSecretariat, revokeSessionsOf, voidPersonLinks } from '../../accounts/index.ts';
import { readPersonIn } from '../people.queries.ts';
import { lockPerson, savePersonState } from '../people.store.ts';
import { personLifecycle } from '../person.lifecycle.ts';
import { personPolicy } from '../person.policy.ts';

type Input = Given<typeof peopleRoutes.blockPerson>;

/** Keeps a person out of the portal and ends their sessions at once; why, only the audit reads. */
export const blockPerson = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<PersonView> =>
  unit.run(actor, async (work) => {
    const person = found(await lockPerson(work, actor, params.id));
    allow(personPolicy.block(actor));
    if (person.id === actor.personId) throw new Problem('own-account');
    await savePersonState(work, person.id, personLifecycle.move(person.state, 'block'));
    await revokeSessionsOf(work, person.id);
    await voidPersonLinks(work, person.id);
    await keepSecretariat(work);
    work.record({
      kind: 'person.blocked',
      facts: { person: person.id },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      ...(person.gminaId && { organizationId: person.gminaId }),
      detail: { reason: body.reason },
    });
    return readPersonIn(work, actor, person.id);
  });
