import type { EventChannel } from '../../platform/live/event-channel.ts';
import type { Changes, ChangesOf } from './live.queries.ts';

/** What a stream reads of the database. */
export interface LiveReads {
  /** Now, in milliseconds of the database's clock. */
  moment(): Promise<number>;
  /** @param begun when the stream began, by that clock */
  changes(of: ChangesOf, begun: number): Promise<Changes>;
}

/** A line is sent at least this often, so that nothing on the way takes the stream for dead. In milliseconds. */
const heartbeat = 15_000;

/** Whoever was away for longer reads everything again, in milliseconds. */
const longestGap = 600_000;

/** What comes within this time is told together, in milliseconds. */
const gathering = 300;

/** After which a stream whose place another has taken is asked for again, in milliseconds: not at once, to take it back. */
const displacedRetry = 30_000;

const message = (event: string, id: number, data: unknown): string =>
  `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * A stream of server-sent events for one actor: where something has changed that they may see. It ends after its time, and
 * as soon as the actor's own offices or account have changed: whoever asks again is let in, or not, by the guard.
 * @param since up to where an earlier stream had told; absent, nothing was missed
 * @param takePlace takes a place among the actor's streams, and is told what to do where another takes it; gives what frees it
 */
export async function* watchEvents(
  reads: LiveReads,
  channel: EventChannel,
  {
    since,
    seconds,
    takePlace,
  }: {
    readonly since?: number | undefined;
    readonly seconds: number;
    readonly takePlace: (end: () => void) => () => void;
  },
): AsyncGenerator<string> {
  const ids = new Set<string>();
  let missed = since !== undefined;
  let wake = (): void => undefined;
  const stop = await channel.subscribe((told) => {
    if (told) for (const id of told) ids.add(id);
    else missed = true;
    wake();
  });
  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms).unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const ends = Date.now() + seconds * 1000;
  let displaced = false;
  const leave = takePlace(() => {
    displaced = true;
    wake();
  });
  try {
    const now = await reads.moment();
    let told = since === undefined || now - since > longestGap ? now : since;
    yield `retry: 2000\n${message('ready', told, {})}`;
    if (missed && told === now) {
      missed = false;
      yield message('missed', told, {});
    }
    for (;;) {
      if (missed || ids.size > 0) {
        const of = missed ? { since: told } : { ids: [...ids] };
        // Before the reading: what comes during it is read next.
        missed = false;
        ids.clear();
        const changes = await reads.changes(of, now);
        told = changes.until;
        if (changes.places === null) yield message('missed', told, {});
        else if (changes.places.length > 0) yield message('changed', told, changes.places);
        if (changes.actorChanged) return;
      }
      const left = ends - Date.now();
      if (left <= 0 || channel.isClosed) return;
      if (displaced) {
        yield `retry: ${displacedRetry}\n\n`;
        return;
      }
      if (!missed && ids.size === 0) {
        await rest(Math.min(left, heartbeat));
        if (!missed && ids.size === 0) yield ':\n\n';
      }
      wake = () => undefined;
      if (ids.size > 0) await new Promise((resolve) => setTimeout(resolve, gathering).unref());
    }
  } finally {
    leave();
    stop();
  }
}
