import { createHash } from 'node:crypto';
import { Problem } from '../../kernel/problems.ts';
import { Prisma, type Reader } from './database.ts';

/** Limits attempts over all instances: the counts are rows. Keys are hashed, so that no address or e-mail is kept. */
export class RateLimiter {
  constructor(private readonly db: Reader) {}

  /**
   * Counts an attempt. @throws Problem `too-many-requests` past the limit, with the seconds until the window ends
   * @param seconds the length of the window, which begins with the first attempt
   */
  async hit(key: string, limit: number, seconds: number): Promise<void> {
    const hashed = createHash('sha256').update(key).digest();
    const [row] = await this.db.rows<{ count: number; retryAfter: number }>(Prisma.sql`
      INSERT INTO rate_limit AS kept (key, count, resets_at)
      VALUES (${hashed}, 1, portal_now() + make_interval(secs => ${seconds}))
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN kept.resets_at <= portal_now() THEN 1 ELSE kept.count + 1 END,
        resets_at = CASE WHEN kept.resets_at <= portal_now() THEN excluded.resets_at ELSE kept.resets_at END
      RETURNING count, ceil(extract(epoch FROM resets_at - portal_now()))::int AS "retryAfter"`);
    if (row && row.count > limit) throw new Problem('too-many-requests', { retryAfter: Math.max(1, row.retryAfter) });
  }
}
