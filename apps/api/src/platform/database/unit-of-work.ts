import type { Actor } from '../../kernel/actor.ts';
import type { NewJob } from '../../kernel/jobs.ts';
import { Problem } from '../../kernel/problems.ts';
import { UnitOfWork, type NewEvent, type Recorder, type Work } from '../../kernel/work.ts';
import { bindTransaction, type Database, type Reader, type Transaction } from './database.ts';
import { isTransient } from './failures.ts';
import { enqueue } from '../jobs/queue.ts';

const retries = 3;

/** The one place that begins a transaction. */
export class PostgresUnitOfWork extends UnitOfWork {
  constructor(
    private readonly database: Database,
    private readonly recorder: Recorder,
    /** The moment at which its deeds happen; absent, now. */
    private readonly moment?: Date,
    /** The transaction that its deeds share; absent, each has its own. */
    private readonly shared?: Transaction,
  ) {
    super();
  }

  /** The same unit of work at another moment: how the demo and the tests make a past. */
  at(moment: Date): PostgresUnitOfWork {
    return new PostgresUnitOfWork(this.database, this.recorder, moment, this.shared);
  }

  /**
   * Runs many deeds in one transaction, all of them or none: how the demo is built, so that a start that is killed in the
   * middle leaves nothing behind. Reads among them go through the reader that it gives.
   */
  together<T>(deeds: (unit: PostgresUnitOfWork, reader: Reader) => Promise<T>): Promise<T> {
    return this.database.client.$transaction(
      (transaction) =>
        deeds(new PostgresUnitOfWork(this.database, this.recorder, this.moment, transaction), {
          rows: (sql) => transaction.$queryRaw(sql),
        }),
      { maxWait: 5_000, timeout: 120_000 },
    );
  }

  override async run<T>(actor: Actor | null, deed: (work: Work) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(actor, deed);
      } catch (error) {
        if (this.shared || attempt > retries || !isTransient(error)) throw error;
        await new Promise((resume) => setTimeout(resume, 10 * attempt + Math.random() * 20));
      }
    }
  }

  private once<T>(actor: Actor | null, deed: (work: Work) => Promise<T>): Promise<T> {
    const { shared } = this;
    if (shared) return this.within(shared, actor, deed);
    return this.database.client.$transaction((transaction) => this.within(transaction, actor, deed), {
      maxWait: 5_000,
      timeout: 10_000,
    });
  }

  private async within<T>(transaction: Transaction, actor: Actor | null, deed: (work: Work) => Promise<T>): Promise<T> {
    if (this.moment || this.shared) {
      await transaction.$executeRaw`SELECT set_config('portal.now', ${this.moment?.toISOString() ?? ''}, true)`;
    }
    const earlier = await earlierAnswer(transaction, actor);
    if (earlier) return earlier.answer as T;

    const events: NewEvent[] = [];
    const jobs: NewJob[] = [];
    const work: Work = { record: (event) => void events.push(event), enqueue: (job) => void jobs.push(job) };
    const end = bindTransaction(work, transaction);
    try {
      const answer = await deed(work);
      if (events.length > 0) await this.recorder.write(work, actor, events);
      // What happened in a made-up past has no consequences today.
      if (!this.moment) await enqueue(transaction, jobs);
      await keepAnswer(transaction, actor, answer);
      return answer;
    } finally {
      end();
    }
  }
}

/**
 * Claims the request's idempotency key. A concurrent request with the same key waits here until the first commits, then
 * gets its answer; one that names the key for something else is refused.
 */
async function earlierAnswer(transaction: Transaction, actor: Actor | null): Promise<{ answer: unknown } | undefined> {
  const idempotency = actor?.request?.idempotency;
  if (!idempotency) return undefined;
  const { key, fingerprint } = idempotency;
  const claimed = await transaction.$executeRaw`
    INSERT INTO idempotency_key (person_id, key, fingerprint)
    VALUES (${actor.personId}::uuid, ${key}, ${fingerprint}) ON CONFLICT DO NOTHING`;
  if (claimed === 1) return undefined;
  const earlier = await transaction.idempotencyKey.findUniqueOrThrow({
    where: { personId_key: { personId: actor.personId, key } },
  });
  if (!fingerprint.equals(earlier.fingerprint)) throw new Problem('idempotency-key-reused');
  return { answer: earlier.answer };
}

async function keepAnswer(transaction: Transaction, actor: Actor | null, answer: unknown): Promise<void> {
  const idempotency = actor?.request?.idempotency;
  if (!idempotency || answer === undefined) return;
  await transaction.idempotencyKey.update({
    where: { personId_key: { personId: actor.personId, key: idempotency.key } },
    data: { answer: answer as object },
  });
}
