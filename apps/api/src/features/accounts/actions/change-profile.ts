import type { Given, ProfileView, profileRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { lockProfile, saveProfile } from '../profile.store.ts';

type Input = Given<typeof profileRoutes.changeProfile>;

/** Changes the own profile, unless it stands otherwise than the person saw it. The log knows that, and no values. */
export const changeProfile = (unit: UnitOfWork, actor: Actor, { body }: Input): Promise<ProfileView> =>
  unit.run(actor, async (work) => {
    const current = await lockProfile(work, actor.personId);
    if (current.seen !== body.seen) throw new Problem('version-conflict', { current });
    await saveProfile(work, actor.personId, body);
    work.record({ kind: 'person.profile-changed', facts: {}, actingFor: null });
    return lockProfile(work, actor.personId);
  });
