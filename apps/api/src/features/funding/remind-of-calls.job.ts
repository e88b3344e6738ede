import type { UnitOfWork, Work } from '../../kernel/work.ts';
import { reminderOf } from './call.rules.ts';
import { concernedBy, noteWarnings, standingDeadlines, type StandingDeadline } from './calls.store.ts';
import { callEvent } from './funding-event.ts';

const warningsOf = (deadlines: readonly StandingDeadline[]) =>
  deadlines.flatMap(({ callId, deadlineOn, daysLeft }) => {
    const daysAhead = reminderOf(daysLeft);
    return daysAhead === undefined ? [] : [{ callId, deadlineOn, daysAhead }];
  });

/** Notes as told what would be reminded of tonight: it was said today, by the deed itself. */
export async function passOverDue(work: Work, callIds: readonly string[]): Promise<void> {
  await noteWarnings(work, warningsOf(await standingDeadlines(work, callIds)));
}

/**
 * Reminds of deadlines sixty, thirty, fourteen and three days ahead: whoever follows the call or applies in it. Each of
 * these once for a day on which it closes, by whichever instance notes it first; a deadline that moves begins anew.
 */
export const remindOfCalls = (unit: UnitOfWork): Promise<void> =>
  unit.run(null, async (work) => {
    const deadlines = await standingDeadlines(work);
    const noted = await noteWarnings(work, warningsOf(deadlines));
    const due = deadlines.filter(({ callId }) => noted.has(callId));
    const audiences = await concernedBy(
      work,
      due.map(({ callId }) => callId),
    );
    for (const { callId, title, deadlineOn, daysLeft } of due) {
      const told = audiences.get(callId) ?? [];
      const facts = { until: deadlineOn, count: daysLeft };
      work.record({ ...callEvent('call.reminded', null, { id: callId, title }, facts), audiences: told });
    }
  });
