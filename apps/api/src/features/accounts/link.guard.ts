import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RateLimiter } from '../../platform/database/rate-limiter.ts';

/** Attempts with links from one address in ten minutes: enough for an office that is invited on one morning. */
const attempts = 120;

/** Limits how often an address tries links. A secret of 256 bits is not guessed; this is for the database's sake. */
@Injectable()
export class LinkGuard implements CanActivate {
  constructor(private readonly limiter: RateLimiter) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    await this.limiter.hit(`link ${context.switchToHttp().getRequest<FastifyRequest>().ip}`, attempts, 600);
    return true;
  }
}
