import { expect, test } from '@jest/globals';
import { usePortal } from '../../../test/world.ts';
import { EventChannel } from '../../platform/live/event-channel.ts';
import { Places } from '../../platform/live/places.ts';
import type { ChangesOf } from './live.queries.ts';
import { watchEvents } from './watch.ts';

const portal = usePortal();

test('what happens while the last is being read is read next', async () => {
  const channel = portal.app.get(EventChannel);
  const happen = (id: string) => portal.world.asOwner(`SELECT pg_notify('blizej_event', '${id}')`);
  const heard = (id: string) =>
    new Promise<void>((resolve) => void channel.subscribe((ids) => ids?.includes(id) && resolve()));
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
  const read: ChangesOf[] = [];
  const stream = watchEvents(
    {
      moment: () => Promise.resolve(0),
      changes: async (of) => {
        read.push(of);
        if (read.length === 1) {
          const arrived = heard(second);
          await happen(second);
          await arrived;
        }
        return { places: [], actorChanged: read.length === 2, until: read.length };
      },
    },
    channel,
    { seconds: 60, takePlace: () => () => undefined },
  );
  await stream.next();
  await happen(first);
  for await (const _ of stream);
  expect(read).toEqual([{ ids: [first] }, { ids: [second] }]);
});

test('where another takes its place, a stream tells what it has, and is asked for again after a while', async () => {
  const places = new Places(1);
  const channel = portal.app.get(EventChannel);
  const open = () =>
    watchEvents(
      {
        moment: () => Promise.resolve(0),
        changes: () => Promise.resolve({ places: null, actorChanged: false, until: 1 }),
      },
      channel,
      { seconds: 60, takePlace: (end) => places.take('person', end) },
    );
  const [first, second, third] = [open(), open(), open()];
  await first.next();
  await portal.world.asOwner(`SELECT pg_notify('blizej_event', '${crypto.randomUUID()}')`);
  const told = first.next();
  await second.next();
  expect((await told).value).toContain('event: missed');
  expect((await first.next()).value).toBe('retry: 30000\n\n');
  expect((await first.next()).done).toBe(true);
  // A place that was left is free: nobody has to end for it.
  await second.return(undefined);
  await third.next();
  const waits = third.next();
  await portal.world.asOwner(`SELECT pg_notify('blizej_event', '${crypto.randomUUID()}')`);
  expect((await waits).value).toContain('event: missed');
  await third.return(undefined);
});
