import type { CalendarFeedView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { hashToken, newToken } from '../../accounts/index.ts';
import { fundingPolicy } from '../funding.policy.ts';
import { deleteFeed, saveFeed } from '../needs.store.ts';

/** Issues the actor's calendar under a new secret, which is said once; an earlier one is void from then on. */
export const issueCalendarFeed = (unit: UnitOfWork, actor: Actor): Promise<CalendarFeedView> =>
  unit.run(actor, async (work) => {
    allow(fundingPolicy.read(actor));
    const token = newToken();
    await saveFeed(work, actor.personId, hashToken(token));
    work.record({ kind: 'calendar.issued', facts: {}, actingFor: mainOffice(actor)?.organizationId ?? null });
    return { issued: true, path: `/api/calendars/${token}` };
  });

/** Makes the secret void. */
export const revokeCalendarFeed = (unit: UnitOfWork, actor: Actor): Promise<CalendarFeedView> =>
  unit.run(actor, async (work) => {
    allow(fundingPolicy.read(actor));
    if (await deleteFeed(work, actor.personId)) {
      work.record({ kind: 'calendar.revoked', facts: {}, actingFor: mainOffice(actor)?.organizationId ?? null });
    }
    return { issued: false, path: null };
  });
