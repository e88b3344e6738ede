import { Controller, Inject } from '@nestjs/common';
import { demoRoutes } from '@blizej/contracts';
import { isSecretariat, type Actor } from '../kernel/actor.ts';
import { notFound } from '../kernel/problems.ts';
import { ConfigToken } from '../platform/config/config.token.ts';
import type { Config } from '../platform/config/config.ts';
import { By } from '../platform/http/by.ts';
import { Route } from '../platform/http/route.ts';
import { demoAccounts } from './accounts.ts';
import { readOutbox } from './outbox.ts';

@Controller()
export class DemoController {
  constructor(@Inject(ConfigToken) private readonly config: Config) {}

  @Route(demoRoutes.listDemoAccounts)
  accounts() {
    if (!this.config.demo) throw notFound();
    return demoAccounts;
  }

  @Route(demoRoutes.listOutbox)
  async outbox(@By() actor: Actor) {
    if (!this.config.demo || !isSecretariat(actor)) throw notFound();
    return { items: await readOutbox(this.config.mailDir) };
  }
}
