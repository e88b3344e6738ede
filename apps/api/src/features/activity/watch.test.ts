import { expect, test } from '@jest/globals';
import { usePortal } from '../../../test/world.ts';
import { EventChannel } from '../../platform/live/event-channel.ts';
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
    { seconds: 60 },
  );
  await stream.next();
  await happen(first);
  for await (const _ of stream);
  expect(read).toEqual([{ ids: [first] }, { ids: [second] }]);
});
