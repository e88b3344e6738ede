import { Readable } from 'node:stream';
import { Controller, Header, Headers, StreamableFile, type OnModuleDestroy } from '@nestjs/common';
import { liveRoutes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { EventChannel } from '../../platform/live/event-channel.ts';
import { Places } from '../../platform/live/places.ts';
import { moment, readChanges } from './live.queries.ts';
import { watchEvents, type LiveReads } from './watch.ts';

/** How many streams a person has open at a time on an instance: a few browsers, each of which holds one. */
const streamsAtMost = 8;

@Controller()
export class LiveController implements OnModuleDestroy {
  private readonly streams = new Places(streamsAtMost);

  constructor(
    private readonly database: Database,
    private readonly channel: EventChannel,
  ) {}

  // A proxy that gathers an answer before it passes it on would keep it for ever.
  @Header('x-accel-buffering', 'no')
  @Route(liveRoutes.watch)
  watch(
    @By() actor: Actor,
    @Headers('last-event-id') lastId: string | undefined,
    @Input(liveRoutes.watch) { query }: Given<typeof liveRoutes.watch>,
  ) {
    const since = /^\d{1,16}$/.test(lastId ?? '') ? Number(lastId) : query.since;
    const reads: LiveReads = {
      moment: () => moment(this.database),
      changes: (of, begun) => readChanges(this.database, actor, of, begun),
    };
    const stream = watchEvents(reads, this.channel, {
      since,
      seconds: query.seconds,
      takePlace: (end) => this.streams.take(actor.personId, end),
    });
    return new StreamableFile(Readable.from(stream, { objectMode: false }), { type: 'text/event-stream' });
  }

  onModuleDestroy(): Promise<void> {
    return this.channel.close();
  }
}
