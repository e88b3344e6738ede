import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Work } from '../../kernel/work.ts';
import { Prisma, PrismaClient } from './generated/client.ts';

export { Prisma };

/** A transaction under way, for stores. */
export type Transaction = Prisma.TransactionClient;

const transactions = new WeakMap<Work, Transaction>();

/** The transaction behind a work: the only way from a store to the database. */
export const transactionOf = (work: Work): Transaction => {
  const transaction = transactions.get(work);
  if (!transaction) throw new Error('This work has ended: a store was called after its transaction.');
  return transaction;
};

/** Binds a work to its transaction until the returned function is called. For the unit of work alone. */
export const bindTransaction = (work: Work, transaction: Transaction): (() => void) => {
  transactions.set(work, transaction);
  return () => void transactions.delete(work);
};

/** What queries need: reviewed SQL, parameterised, outside a transaction. */
export interface Reader {
  /** Runs one statement and gives its rows. Timestamps come as Date, `date` must be cast to text. */
  rows<Row>(sql: Prisma.Sql): Promise<Row[]>;
}

/** Gives the rows of one statement inside a work. */
export const rowsOf = <Row>(work: Work, sql: Prisma.Sql): Promise<Row[]> => transactionOf(work).$queryRaw<Row[]>(sql);

/** The connection pool and Prisma over it. One for each process. */
export class Database implements Reader {
  readonly pool: pg.Pool;
  readonly client: PrismaClient;

  /**
   * @param url a postgresql:// URL
   * @param connections the most connections that this process holds
   * @param onError told when an idle connection breaks (a PostgreSQL restart); without a listener the process would end
   */
  constructor(url: string, connections: number, onError: (error: Error) => void) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: 3_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      // Where the server says nothing any more, the limits below are nobody's: this one is ours.
      query_timeout: 12_000,
      statement_timeout: 10_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 15_000,
      application_name: 'blizej',
    });
    this.pool.on('error', onError);
    this.client = new PrismaClient({ adapter: new PrismaPg(this.pool) });
  }

  async rows<Row>(sql: Prisma.Sql): Promise<Row[]> {
    const { rows } = await this.pool.query({ text: sql.text, values: [...sql.values] });
    return rows as Row[];
  }

  /**
   * A look-up by a unique key as a named prepared statement. Only for keys: on skewed data a named statement may turn
   * to a generic plan that is many times slower.
   */
  async lookUp<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    const { rows } = await this.pool.query({ name, text, values: [...values] });
    return rows as Row[];
  }

  /** Whether the database answers within two seconds; rejects where it does not. */
  async ping(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The database did not answer in time.')), 2_000);
    });
    try {
      await Promise.race([this.pool.query('SELECT 1'), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    await this.client.$disconnect();
    await this.pool.end();
  }
}
