import type { LiveChange } from '@blizej/contracts';
import { api } from './api.ts';
import type { Changes } from './changes.ts';

const name = 'blizej.live';
/** Listens at the server, and goes on where it left off when the connection was lost. Gives what ends it. */
function listen(tell: (changes: Changes) => void, onRefused: () => void): () => void {
  const { path } = api.watch;
  let since = '';
  let stream: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    stream = new EventSource(since ? `${path}?since=${since}` : path);
    const follow = (event: string, changesOf: (data: string) => Changes | undefined): void =>
      stream.addEventListener(event, ({ data, lastEventId }: MessageEvent<string>) => {
        since = lastEventId;
        const changes = changesOf(data);
        if (changes !== undefined) tell(changes);
      });
    follow('ready', () => undefined);
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
  if (!('locks' in navigator)) return listen(tell, onRefused);
  const tabs = new BroadcastChannel(name);
  tabs.addEventListener('message', ({ data }: MessageEvent<Changes>) => tell(data));
  const ending = new AbortController();
  let stop: (() => void) | undefined;
  navigator.locks
    .request(name, { signal: ending.signal }, () => {
      const hush = listen((changes) => {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other end
        tabs.postMessage(changes);
        tell(changes);
      }, onRefused);
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
