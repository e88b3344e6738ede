import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { accountsRoutes } from '@blizej/contracts';
import type { FastifyRequest } from 'fastify';
import { parseInput } from '../../platform/http/input-pipe.ts';
import { Entrance } from './entrance.guard.ts';

/** Passport's guard, behind the contract's schema (422) and the limits on guessing (429). */
@Injectable()
export class SignInGuard extends AuthGuard('local') {
  constructor(private readonly entrance: Entrance) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { body } = await parseInput(accountsRoutes.signIn, request);
    // Passport reads the request itself: it shall see what the contract has let through.
    request.body = body;
    const browser = this.entrance.browserOf(request);
    return this.entrance.tryPassword(
      body.email.toLowerCase(),
      browser,
      async () => (await super.canActivate(context)) as boolean,
    );
  }
}
