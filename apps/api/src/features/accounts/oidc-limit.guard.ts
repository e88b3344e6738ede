import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ConfigToken } from '../../platform/config/config.token.ts';
import type { Config } from '../../platform/config/config.ts';
import { RateLimiter } from '../../platform/database/rate-limiter.ts';

/** Limits how often an address begins to sign in through a provider: each time leaves a row. */
@Injectable()
export class OidcLimitGuard implements CanActivate {
  constructor(
    private readonly limiter: RateLimiter,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { ip } = context.switchToHttp().getRequest<FastifyRequest>();
    await this.limiter.hit(`oidc ${ip}`, this.config.signInAddressLimit, 600);
    return true;
  }
}
