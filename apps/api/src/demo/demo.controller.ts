import { Controller, Inject } from '@nestjs/common';
import { demoRoutes } from '@blizej/contracts';
import { notFound } from '../kernel/problems.ts';
import { ConfigToken } from '../platform/config/config.token.ts';
import type { Config } from '../platform/config/config.ts';
import { Route } from '../platform/http/route.ts';
import { demoAccounts } from './accounts.ts';

@Controller()
export class DemoController {
  constructor(@Inject(ConfigToken) private readonly config: Config) {}

  @Route(demoRoutes.listDemoAccounts)
  accounts() {
    if (!this.config.demo) throw notFound();
    return demoAccounts;
  }
}
