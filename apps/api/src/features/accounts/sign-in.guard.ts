import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { accountsRoutes } from '@blizej/contracts';
import type { FastifyRequest } from 'fastify';
import { ConfigToken } from '../../platform/config/config.token.ts';
import type { Config } from '../../platform/config/config.ts';
import { RateLimiter } from '../../platform/database/rate-limiter.ts';
import { parseInput } from '../../platform/http/input-pipe.ts';

const window = 600;

/** Passport's guard, behind the contract's schema (422) and the limit on attempts (429). */
@Injectable()
export class SignInGuard extends AuthGuard('local') {
  constructor(
    private readonly limiter: RateLimiter,
    @Inject(ConfigToken) private readonly config: Config,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const address = `sign-in address ${request.ip}`;
    await this.limiter.hit(address, this.config.signInAddressLimit, window);
    const { body } = await parseInput(accountsRoutes.signIn, request);
    // Passport reads the request itself: it shall see what the contract has let through.
    request.body = body;
    const account = `sign-in account ${body.email.toLowerCase()} ${request.ip}`;
    await this.limiter.hit(account, this.config.signInLimit, window);
    const isIn = (await super.canActivate(context)) as boolean;
    // Only failures count: an office of forty signs in of a morning from one address.
    if (isIn) await this.limiter.forgive([address, account]);
    return isIn;
  }
}
