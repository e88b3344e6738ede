import { Controller, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { identitiesRoutes as routes, type Given } from '@blizej/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Cookies } from '../../platform/http/cookies.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { beginAttempt } from './actions/begin-attempt.ts';
import { finishAttempt } from './actions/finish-attempt.ts';
import { Entrance } from './entrance.guard.ts';
import { attemptCookie, attemptMinutes } from './identity.rules.ts';
import { OidcFilter } from './oidc.filter.ts';
import { OidcGuard, type Arrival } from './oidc.guard.ts';
import { OidcLimitGuard } from './oidc-limit.guard.ts';
import { OidcProviders } from './oidc.strategy.ts';

/** The addresses between the portal and a provider: a browser goes through them, and is sent on. */
@Controller()
@UseFilters(OidcFilter)
export class OidcController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly providers: OidcProviders,
    private readonly cookies: Cookies,
    private readonly entrance: Entrance,
  ) {}

  @Route(routes.beginOidc)
  @UseGuards(OidcLimitGuard)
  async begin(
    @Input(routes.beginOidc) { params, query }: Given<typeof routes.beginOidc>,
    @Req() request: FastifyRequest & Arrival,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wish = { returnTo: query.powrot ?? '/app', linkFor: null };
    request.attempt = { ...wish, exchange: {} };
    const { url, token } = await beginAttempt(
      this.unit,
      this.providers,
      found(this.providers.find(params.provider)),
      wish,
    );
    this.cookies.write(reply, attemptCookie, token, attemptMinutes * 60);
    return { url };
  }

  @Route(routes.finishOidc)
  @UseGuards(OidcGuard)
  async finish(@Req() request: FastifyRequest & Required<Arrival>, @Res({ passthrough: true }) reply: FastifyReply) {
    const { attempt, identity } = request;
    const browser = this.entrance.browserOf(request);
    const token = await finishAttempt(this.unit, attempt, identity, browser);
    if (token !== null) await this.entrance.letIn(reply, token, browser);
    return { url: attempt.returnTo };
  }
}
