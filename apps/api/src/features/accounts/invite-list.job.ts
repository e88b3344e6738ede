import type { ProblemSlug, RowOutcome } from '@blizej/contracts';
import { actingFor } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../kernel/work.ts';
import { invite } from './actions/invite-person.ts';
import { lockNextRow, reportRow } from './list.store.ts';
import { actorIn } from './session.queries.ts';

const refusals: Partial<Record<ProblemSlug, RowOutcome>> = {
  forbidden: 'forbidden',
  'not-found': 'organization_unknown',
  invalid: 'office_unknown',
  'already-appointed': 'already_appointed',
  'invitation-exists': 'invitation_exists',
  'account-blocked': 'account_blocked',
  'office-taken': 'office_taken',
};

/** So many rows are one job. */
const portion = 20;

/**
 * Works off a list row by row: each invitation commits with the note of it, so that a run that was cut off goes on where it
 * stood and nobody is asked twice. Who began it is looked up for each row: an office that ends meanwhile ends the list.
 */
export async function inviteList(unit: UnitOfWork, runId: string): Promise<void> {
  for (let row = 0; row < portion; row += 1) {
    const goesOn = await unit
      .run(null, (work) => workOffRow(work, runId))
      .catch((error: unknown) => {
        const outcome = error instanceof Problem ? refusals[error.slug] : undefined;
        if (!outcome) throw error;
        return unit.run(null, (work) => workOffRow(work, runId, outcome));
      });
    if (!goesOn) return;
  }
  // The rest is another job's, so that an instance that is asked to stop need not finish a long list.
  await unit.run(null, async (work) => work.enqueue({ name: 'invite-list', payload: { runId } }));
}

/** Invites the next person, or notes why not; false where the list is at its end. */
async function workOffRow(work: Work, runId: string, refusal?: RowOutcome): Promise<boolean> {
  const next = await lockNextRow(work, runId);
  if (!next) return false;
  const { row, organization, beganBy, actingForId } = next;
  if (!refusal) {
    const actor = await actorIn(work, beganBy);
    if (!actor) throw new Problem('forbidden');
    await invite(work, actingFor(actor, actingForId), { ...row, language: 'pl' });
  }
  const { line, name, email, office } = row;
  await reportRow(work, runId, { line, name, email, organization, office, outcome: refusal ?? 'invited' });
  return true;
}
