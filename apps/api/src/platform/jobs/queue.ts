import { Logger, parseCronItems, run, runOnce, type Runner, type TaskList } from 'graphile-worker';
import type { Logger as Log } from 'pino';
import type { JobHandlers, JobName, NewJob } from '../../kernel/jobs.ts';
import { Prisma, type Reader, type Transaction } from '../database/database.ts';

/**
 * What comes by itself, each once for all instances (UTC): tasks that come again, mandates that end, calls that close, then the letters of the day, before people
 * come to work. A morning on which no instance ran is made up for within half a day.
 */
const timetable: readonly { readonly task: JobName; readonly match: string }[] = [
  { task: 'write-series', match: '0 4 * * *' },
  { task: 'warn-of-mandates', match: '15 4 * * *' },
  { task: 'watch-ideas', match: '20 4 * * *' },
  { task: 'remind-of-calls', match: '30 4 * * *' },
  { task: 'write-digests', match: '0 5 * * *' },
  { task: 'free-jobs', match: '*/2 * * * *' },
  { task: 'turn-ballots', match: '* * * * *' },
  { task: 'turn-positions', match: '* * * * *' },
];

/** Puts jobs into the queue, in the transaction of the change from which they follow. One statement. */
export async function enqueue(transaction: Transaction, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await transaction.$executeRaw`
    SELECT graphile_worker.add_job(name, payload)
    FROM jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) AS job (name text, payload json)`;
}

/**
 * Gives back what was taken on five minutes ago and is not done: no job takes as long, so whoever had it is dead. The queue
 * itself would wait for four hours.
 */
export async function freeJobs(db: Reader): Promise<void> {
  await db.rows(Prisma.sql`
    SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by)) FROM graphile_worker.jobs
    WHERE locked_at < now() - interval '5 minutes'
    HAVING count(*) > 0`);
}

const taskListOf = (handlers: JobHandlers): TaskList =>
  Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, (payload) => handler(payload as never)]));

const worthSaying = new Set<string>(['error', 'warning']);

/** What the queue says of itself goes to our log: never a payload, only that something failed. */
const loggerOver = (log: Pick<Log, 'warn'>): Logger =>
  new Logger(() => (level, _message, meta) => {
    if (worthSaying.has(level)) {
      const { job, error } = (meta ?? {}) as { job?: { task_identifier?: string; attempts?: number }; error?: Error };
      log.warn({ job: job?.task_identifier, attempt: job?.attempts, error: error?.name }, 'A job was put off.');
    }
  });

/**
 * Works off the queue until it is stopped: a few jobs at once, told of new ones by LISTEN, with its own connections. A job
 * that fails is tried again, ever more seldom, for some three days. Many instances share one queue.
 */
export const startJobs = (databaseUrl: string, handlers: JobHandlers, log: Pick<Log, 'warn'>): Promise<Runner> =>
  run({
    connectionString: databaseUrl,
    maxPoolSize: 4,
    concurrency: 2,
    pollInterval: 5_000,
    noHandleSignals: true,
    taskList: taskListOf(handlers),
    parsedCronItems: parseCronItems(
      timetable.map((item) => ({
        ...item,
        options: item.task !== 'free-jobs' ? { backfillPeriod: 12 * 3_600_000 } : {},
      })),
    ),
    logger: loggerOver(log),
  });

/** Does what is due in the queue now, and gives when it is done: for tests. */
export const workOff = (databaseUrl: string, handlers: JobHandlers): Promise<void> =>
  runOnce({
    connectionString: databaseUrl,
    maxPoolSize: 2,
    noHandleSignals: true,
    taskList: taskListOf(handlers),
    logger: loggerOver({ warn: () => undefined }),
  });
