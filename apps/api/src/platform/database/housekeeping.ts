import { Prisma, type Reader } from './database.ts';

/** How often each instance sweeps, in milliseconds. That several do is harmless. */
export const sweepEvery = 3_600_000;

/**
 * Seals the days of the audit that are over, and deletes what nothing will ask for again: ended sessions, void links, browsers
 * long unseen, lists that were worked off, changes of tasks that can no longer be undone, passed limits, attempts that nobody ended, and keys whose retries are long over.
 */
export async function sweep(db: Reader): Promise<void> {
  await db.rows(Prisma.sql`SELECT audit_seal_days()`);
  await db.rows(
    Prisma.sql`DELETE FROM session WHERE least(expires_at, ends_at, revoked_at) < now() - interval '30 days'`,
  );
  await db.rows(Prisma.sql`DELETE FROM login_link WHERE expires_at < now() - interval '30 days'`);
  await db.rows(Prisma.sql`DELETE FROM deed_link WHERE expires_at < now() - interval '30 days'`);
  await db.rows(Prisma.sql`DELETE FROM device WHERE created_at < now() - interval '400 days'`);
  await db.rows(Prisma.sql`DELETE FROM bulk_run WHERE created_at < now() - interval '30 days'`);
  await db.rows(Prisma.sql`DELETE FROM task_change WHERE made_at < now() - interval '1 day'`);
  await db.rows(Prisma.sql`DELETE FROM rate_limit WHERE resets_at < now()`);
  await db.rows(Prisma.sql`DELETE FROM oidc_attempt WHERE created_at < now() - interval '1 hour'`);
  await db.rows(Prisma.sql`DELETE FROM idempotency_key WHERE created_at < now() - interval '2 days'`);
}
