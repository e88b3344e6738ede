import pg from 'pg';

/** The channel on which the database says the id of each event that was committed (a trigger on `event`). */
const channel = 'blizej_event';

/** How long a lost connection waits before it is made anew, in milliseconds: longer each time, up to the last. */
const pauses = [200, 1_000, 5_000];

/** Told the ids of events that were committed, by whichever instance; null where some may have been missed. */
export type EventListener = (ids: readonly string[] | null) => void;

/**
 * What is committed anywhere, as it happens: one connection of this process that listens (LISTEN), made when somebody first
 * wants to hear. After a lost connection the listeners are told that they may have missed something.
 */
export class EventChannel {
  private readonly listeners = new Set<EventListener>();
  private connection: Promise<pg.Client> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private failures = 0;
  private closed = false;

  /** @param url a postgresql:// URL that leads to PostgreSQL itself, or to a pooler in session mode */
  constructor(
    private readonly url: string,
    private readonly onTrouble: (error: Error) => void,
  ) {}

  /** Resolves once the connection listens; rejects where there is none yet, which mends itself. Gives what ends it. */
  async subscribe(listener: EventListener): Promise<() => void> {
    this.listeners.add(listener);
    await (this.connection ?? this.connect()).catch(() => undefined);
    return () => void this.listeners.delete(listener);
  }

  /** Ends the connection, and wakes the listeners a last time. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    this.tell(null);
    this.listeners.clear();
    await (await this.connection?.catch(() => undefined))?.end().catch(() => undefined);
  }

  get isClosed(): boolean {
    return this.closed;
  }

  private tell(ids: readonly string[] | null): void {
    for (const listener of this.listeners) listener(ids);
  }

  private async reconnect(): Promise<void> {
    try {
      await this.connect();
      this.tell(null);
    } catch {
      // It has been put off again already.
    }
  }

  private connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
      application_name: 'blizej live',
    });
    let lost = false;
    const lose = (error?: Error): void => {
      if (lost || this.closed) return;
      lost = true;
      if (error) this.onTrouble(error);
      this.connection = undefined;
      const pause = pauses[Math.min(this.failures, pauses.length - 1)];
      this.failures += 1;
      clearTimeout(this.retry);
      this.retry = setTimeout(() => void this.reconnect(), pause).unref();
    };
    client.on('error', lose);
    client.on('end', () => lose());
    client.on('notification', ({ payload }) => {
      if (payload) this.tell([payload]);
    });
    const listening = client
      .connect()
      .then(() => client.query(`LISTEN ${channel}`))
      .then(() => {
        this.failures = 0;
        return client;
      })
      .catch((error: unknown) => {
        lose(error as Error);
        void client.end().catch(() => undefined);
        throw error;
      });
    this.connection = listening;
    return listening;
  }
}
