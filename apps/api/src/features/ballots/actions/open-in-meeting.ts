import type { Actor } from '../../../kernel/actor.ts';
import type { Work } from '../../../kernel/work.ts';
import { ballotEvent } from '../ballot-event.ts';
import { clock, insertBallot, lockBallot, type Terms } from '../ballots.store.ts';
import { openIn } from './open-ballot.ts';

/**
 * Writes a ballot and opens it at once to those who are present in a meeting, for so many minutes. The meeting has found out
 * that they are a quorum, so the ballot asks for none of its own; who is in the hall votes by roll-call and in person.
 */
export async function openInMeeting(
  work: Work,
  actor: Actor,
  terms: Omit<Terms, 'quorum' | 'opensAt' | 'closesAt' | 'secret' | 'proxyLimit' | 'reminderHours'>,
  { minutes, present }: { readonly minutes: number; readonly present: readonly string[] },
): Promise<string> {
  const now = await clock(work);
  const closesAt = new Date(now.getTime() + minutes * 60_000);
  const id = await insertBallot(work, {
    ...terms,
    quorum: 'NONE',
    secret: false,
    proxyLimit: 0,
    reminderHours: [],
    opensAt: null,
    closesAt,
  });
  work.record(ballotEvent('ballot.written', actor, { id, ...terms }, {}));
  const ballot = await lockBallot(work, actor, id);
  if (!ballot) throw new Error('A deed lost sight of its ballot.');
  await openIn(work, actor, ballot, { openedAt: now, publicKey: null, among: present });
  return id;
}
