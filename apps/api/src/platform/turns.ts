import { Problem } from '../kernel/problems.ts';

/**
 * Lets at most so many deeds run at once in this process; the others wait their turn, in the order in which they came. Where
 * a queue has a length, whoever comes when it is full is asked to come again.
 */
export function inTurns(most: number, queue = Number.POSITIVE_INFINITY): <T>(deed: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (deed) => {
    if (running >= most && waiting.length >= queue) throw new Problem('unavailable', { retryAfter: 5 });
    if (running >= most) await new Promise<void>((next) => waiting.push(next));
    else running += 1;
    try {
      return await deed();
    } finally {
      // Whoever is next takes over this place.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
