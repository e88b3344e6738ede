import type { LiveChange } from '@blizej/contracts';
import { api } from './api.ts';
import type { Changes } from './changes.ts';

const name = 'blizej.live';

/** What a tab is told, and after which event of the stream: one that takes over goes on from there. */
interface Told {
  readonly changes: Changes;
  readonly since: string;
}

/** With what a new tab asks the one that listens how far it is. */
const whereabouts = 'whereabouts';

/** Listens at the server, and goes on where it left off when the connection was lost. Gives what ends it. */
function listen(tell: (told: Told) => void, onRefused: () => void, from = ''): () => void {
  const { path } = api.watch;
  let since = from;
  let stream: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    stream = new EventSource(since ? `${path}?since=${since}` : path);
    const follow = (event: string, changesOf: (data: string) => Changes): void =>
      stream.addEventListener(event, ({ data, lastEventId }: MessageEvent<string>) => {
        since = lastEventId;
        tell({ changes: changesOf(data), since });
      });
    follow('ready', () => []);
    follow('changed', (data) => JSON.parse(data) as LiveChange[]);
    follow('missed', () => null);
    // The browser comes again by itself unless it was refused.
    stream.addEventListener('error', () => {
      if (stream.readyState !== EventSource.CLOSED) return;
      onRefused();
      again = setTimeout(open, 15_000);
    });
  };
  open();
  return () => {
    clearTimeout(again);
    stream.close();
  };
}

/**
 * Tells what others do, as it happens. Of all open tabs one listens and tells the rest, for a browser has few connections
 * to give; when it closes, another takes its place.
 * @param onRefused the server has refused: the session may have ended
 * @returns what ends it
 */
export function keepLive(tell: (changes: Changes) => void, onRefused: () => void): () => void {
  let since = '';
  const hear = (told: Told): void => {
    ({ since } = told);
    if (told.changes === null || told.changes.length > 0) tell(told.changes);
  };
  if (!('locks' in navigator)) return listen(hear, onRefused);
  const tabs = new BroadcastChannel(name);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other end
  const post = (message: Told | typeof whereabouts): void => tabs.postMessage(message);
  let stop: (() => void) | undefined;
  tabs.addEventListener('message', ({ data }: MessageEvent<Told | typeof whereabouts>) => {
    if (data !== whereabouts) hear(data);
    else if (stop && since) post({ changes: [], since });
  });
  post(whereabouts);
  const ending = new AbortController();
  navigator.locks
    .request(name, { signal: ending.signal }, () => {
      const both = (told: Told): void => {
        post(told);
        hear(told);
      };
      const hush = listen(both, onRefused, since);
      return new Promise<void>((resolve) => {
        stop = () => {
          hush();
          resolve();
        };
      });
    })
    // It ended before its turn came.
    .catch(() => undefined);
  return () => {
    ending.abort();
    stop?.();
    tabs.close();
  };
}
