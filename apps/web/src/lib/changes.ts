import type { LiveChange } from '@blizej/contracts';
import type { QueryKey } from '@tanstack/react-query';

/** Where something has changed; null where all should be read again. */
export type Changes = readonly LiveChange[] | null;

const looksLikeId = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** What is read from these grows stale by what others do. */
const living = new Set([
  'appointments',
  'balances',
  'ballots',
  'calls',
  'council-sessions',
  'conversations',
  'documents',
  'ideas',
  'initiatives',
  'meetings',
  'needs',
  'networks',
  'notifications',
  'partner-cards',
  'partners',
  'organizations',
  'programmes',
  'positions',
  'resolutions',
  'session',
  'start',
  'tasks',
]);

const idsIn = (part: unknown): string[] =>
  typeof part === 'string'
    ? looksLikeId.test(part)
      ? [part]
      : []
    : part && typeof part === 'object'
      ? Object.values(part).flatMap(idsIn)
      : [];

/** What names no place, such as an entry of the register of resolutions, may concern anything. */
const isAnywhere = (change: LiveChange): boolean => Object.values(change).every((place) => place === null);

/** Whether what was read under a key may have changed: a thing's own, by its ids; a list that names none, always. */
export const concerns = (changes: Changes, key: QueryKey): boolean => {
  if (!living.has(String(key[0]))) return false;
  if (changes === null) return true;
  const ids = key.flatMap(idsIn);
  return (
    ids.length === 0 ||
    changes.some(
      (change) =>
        isAnywhere(change) ||
        Object.values(change).some((place) => place !== null && ids.includes(place)) ||
        // Which calls fit an initiative hangs on each of them.
        (change.callId !== null && key[1] === 'of-initiative') ||
        // A meeting's agenda shows what becomes of its ballots and positions.
        ((change.ballotId !== null || change.positionId !== null) && key[0] === 'meetings'),
    )
  );
};
