import { Controller } from '@nestjs/common';
import { platformRoutes } from '@blizej/contracts';
import { Problem } from '../../kernel/problems.ts';
import { Database } from '../database/database.ts';
import { openApiDocument } from './openapi.ts';
import { Route } from './route.ts';

/** The routes that know no domain: liveness, readiness and the API's own description. */
@Controller()
export class PlatformController {
  private readonly document = openApiDocument();

  constructor(private readonly database: Database) {}

  @Route(platformRoutes.healthz)
  healthz() {
    return { status: 'ok' };
  }

  @Route(platformRoutes.readyz)
  async readyz() {
    await this.database.ping().catch((cause: unknown) => {
      throw new Problem('unavailable', { retryAfter: 5 }, { cause });
    });
    return { status: 'ok' };
  }

  @Route(platformRoutes.readOpenApi)
  readOpenApi() {
    return this.document;
  }
}
