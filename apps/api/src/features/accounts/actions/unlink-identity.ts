import type { Given, identitiesRoutes, Localized } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { deleteIdentity } from '../identity.store.ts';
import { expectProof } from './prove-session.ts';

type Input = Given<typeof identitiesRoutes.unlinkIdentity>;

/** Takes one of the actor's ways in away: it opens nothing from now on. Sessions that it has opened go on. */
export const unlinkIdentity = (
  unit: UnitOfWork,
  actor: Actor,
  { params }: Input,
  nameOf: (provider: string) => Localized | null,
): Promise<void> =>
  unit.run(actor, async (work) => {
    await expectProof(work, actor);
    const provider = found(await deleteIdentity(work, actor.personId, params.id));
    work.record({
      kind: 'person.identity-unlinked',
      facts: { provider: nameOf(provider) ?? { pl: provider, en: null } },
      actingFor: null,
    });
  });
