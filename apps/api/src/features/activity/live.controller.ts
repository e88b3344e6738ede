import { Readable } from 'node:stream';
import { Controller, Header, Headers, StreamableFile, type OnModuleDestroy } from '@nestjs/common';
import { liveRoutes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { EventChannel } from '../../platform/live/event-channel.ts';
import { moment, readChanges } from './live.queries.ts';
import { watchEvents, type LiveReads } from './watch.ts';

@Controller()
export class LiveController implements OnModuleDestroy {
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
    const stream = watchEvents(reads, this.channel, { since, seconds: query.seconds });
    return new StreamableFile(Readable.from(stream, { objectMode: false }), { type: 'text/event-stream' });
  }

  onModuleDestroy(): Promise<void> {
    return this.channel.close();
  }
}
