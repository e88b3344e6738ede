import type { Logger } from 'pino';
import { announcements } from './announcements.ts';
import { recorder } from './features/activity/index.ts';
import { Database } from './platform/database/database.ts';
import { PostgresUnitOfWork } from './platform/database/unit-of-work.ts';

/** A connection pool with the unit of work over it: what main, the demo and the tests begin with. */
export const openDatabase = (
  url: string,
  connections: number,
  log: Pick<Logger, 'warn'>,
): { database: Database; unit: PostgresUnitOfWork } => {
  const database = new Database(url, connections, (error) =>
    log.warn({ code: (error as { code?: string }).code ?? error.name }, 'An idle database connection broke.'),
  );
  return { database, unit: new PostgresUnitOfWork(database, recorder(announcements)) };
};
