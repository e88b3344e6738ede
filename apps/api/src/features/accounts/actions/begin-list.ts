import type { BulkRunView, Given, invitationsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { invitationPolicy } from '../invitation.policy.ts';
import { insertBulkRun, readBulkRunIn } from '../list.store.ts';

type Input = Given<typeof invitationsRoutes.inviteList>;

/** Begins to invite the people of a list; a job goes through them, whatever becomes of this browser. */
export const beginList = (unit: UnitOfWork, actor: Actor, { body }: Input): Promise<BulkRunView> =>
  unit.run(actor, async (work) => {
    allow(invitationPolicy.use(actor));
    const runId = await insertBulkRun(
      work,
      actor.personId,
      mainOffice(actor)?.organizationId ?? null,
      body.fileName,
      body.rows,
    );
    work.enqueue({ name: 'invite-list', payload: { runId } });
    return readBulkRunIn(work, runId);
  });
