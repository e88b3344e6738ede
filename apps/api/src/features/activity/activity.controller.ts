import { Controller } from '@nestjs/common';
import { activityRoutes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { markAllRead } from './actions/mark-all-read.ts';
import { markNotification } from './actions/mark-notification.ts';
import { countUnread, listNotifications, readNotification } from './activity.queries.ts';

@Controller()
export class ActivityController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(activityRoutes.listNotifications)
  list(
    @By() actor: Actor,
    @Input(activityRoutes.listNotifications) { query }: Given<typeof activityRoutes.listNotifications>,
  ) {
    return listNotifications(this.database, actor, query);
  }

  @Route(activityRoutes.markNotification)
  async mark(
    @By() actor: Actor,
    @Input(activityRoutes.markNotification) { params, body }: Given<typeof activityRoutes.markNotification>,
  ) {
    const id = await markNotification(this.unit, actor, params.id, body.read);
    return found(await readNotification(this.database, actor, id));
  }

  @Route(activityRoutes.markAllRead)
  async markAll(
    @By() actor: Actor,
    @Input(activityRoutes.markAllRead) { body }: Given<typeof activityRoutes.markAllRead>,
  ) {
    await markAllRead(this.unit, actor, body.upTo);
    return { unread: await countUnread(this.database, actor) };
  }
}
