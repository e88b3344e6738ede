import { createHash } from 'node:crypto';
import { Problem } from '../../kernel/problems.ts';
import { Prisma, type Reader } from './database.ts';

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** How many attempts under a key in a window of so many seconds. */
export interface Limit {
  readonly key: string;
  readonly most: number;
  readonly seconds: number;
}

/** Limits attempts over all instances: the counts are rows. Keys are hashed, so that no address or e-mail is kept. */
export class RateLimiter {
  constructor(private readonly db: Reader) {}

  /**
   * Counts an attempt. @throws Problem `too-many-requests` past the limit, with the seconds until the window ends
   * @param seconds the length of the window, which begins with the first attempt
   */
  async hit(key: string, limit: number, seconds: number): Promise<void> {
    const [row] = await this.db.rows<{ count: number; retryAfter: number }>(Prisma.sql`
      INSERT INTO rate_limit AS kept (key, count, resets_at)
      VALUES (${hashOf(key)}, 1, portal_now() + make_interval(secs => ${seconds}))
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN kept.resets_at <= portal_now() THEN 1 ELSE kept.count + 1 END,
        resets_at = CASE WHEN kept.resets_at <= portal_now() THEN excluded.resets_at ELSE kept.resets_at END
      RETURNING count, ceil(extract(epoch FROM resets_at - portal_now()))::int AS "retryAfter"`);
    if (row && row.count > limit) throw new Problem('too-many-requests', { retryAfter: Math.max(1, row.retryAfter) });
  }

  /**
   * Makes an attempt at a secret: it counts under every limit where it fails as a guess does, and under none else, for an
   * office of forty signs in of a morning from one address.
   * @throws Problem `too-many-requests` past a limit, before anything is tried
   */
  async attempt<T>(limits: readonly Limit[], isGuess: (error: unknown) => boolean, deed: () => Promise<T>): Promise<T> {
    // Counted first: many at once shall not all pass before the first has failed.
    for (const { key, most, seconds } of limits) await this.hit(key, most, seconds);
    const keys = limits.map(({ key }) => key);
    const outcome = await deed().catch(async (error: unknown) => {
      if (!isGuess(error)) await this.forgive(keys);
      throw error;
    });
    await this.forgive(keys);
    return outcome;
  }

  /** Keeps in mind for so many seconds that something is so; kept as a hash, as the counts are. */
  async remember(key: string, seconds: number): Promise<void> {
    await this.db.rows(Prisma.sql`
      INSERT INTO rate_limit (key, count, resets_at)
      VALUES (${hashOf(key)}, 0, portal_now() + make_interval(secs => ${seconds}))
      ON CONFLICT (key) DO UPDATE SET resets_at = excluded.resets_at`);
  }

  /** Whether it is in mind still. */
  async remembers(key: string): Promise<boolean> {
    const rows = await this.db.rows(
      Prisma.sql`SELECT FROM rate_limit WHERE key = ${hashOf(key)} AND resets_at > portal_now()`,
    );
    return rows.length > 0;
  }

  /** Takes one attempt back from each key: it turned out to be nobody's guess. */
  async forgive(keys: readonly string[]): Promise<void> {
    const hashed = keys.map(hashOf);
    await this.db.rows(Prisma.sql`
      UPDATE rate_limit SET count = count - 1 WHERE key = ANY(${hashed}) AND count > 0 RETURNING count`);
  }
}
