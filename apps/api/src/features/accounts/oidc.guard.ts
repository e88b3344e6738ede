import { timingSafeEqual } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { identitiesRoutes } from '@blizej/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { found, Problem } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { Cookies } from '../../platform/http/cookies.ts';
import { parseInput } from '../../platform/http/input-pipe.ts';
import { attemptCookie, type Attempt, type ProvenIdentity } from './identity.rules.ts';
import { takeAttempt } from './actions/take-attempt.ts';
import { OidcProviders } from './oidc.strategy.ts';
import { findSession } from './session.queries.ts';
import { looksLikeToken, sessionCookie } from './session.rules.ts';

/** A request in which somebody comes back from a provider: the attempt that ends with it, and what was proved. */
export interface Arrival {
  attempt?: Attempt;
  identity?: ProvenIdentity;
}

/** Passport's part in signing in through a provider: only the browser in which the attempt began, once, and in time. */
@Injectable()
export class OidcGuard implements CanActivate {
  constructor(
    private readonly providers: OidcProviders,
    private readonly unit: UnitOfWork,
    private readonly database: Database,
    private readonly cookies: Cookies,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest & Arrival>();
    const { params } = await parseInput(identitiesRoutes.finishOidc, request);
    const provider = found(this.providers.find(params.provider));
    const token = this.cookies.read(request, attemptCookie);
    this.cookies.clear(http.getResponse<FastifyReply>(), attemptCookie);
    if (!looksLikeToken(token)) throw new Problem('attempt-ended');
    const attempt = await takeAttempt(this.unit, provider.id, token);
    request.attempt = attempt;
    const came = new URL(request.url, 'http://nowhere.invalid').searchParams.get('state');
    if (!isSame(came, attempt.exchange.state)) throw new Problem('attempt-ended');
    if (attempt.linkFor) {
      // Whoever links an account is still the one who is signed in.
      const holder = await findSession(this.database, this.cookies.read(request, sessionCookie));
      if (holder?.person.personId !== attempt.linkFor) throw new Problem('attempt-ended');
    }
    request.identity = await this.providers.prove(provider, request.url, attempt.exchange);
    return true;
  }
}

const isSame = (one: string | null, other: unknown): boolean => {
  const [a, b] = [Buffer.from(one ?? ''), Buffer.from(String(other))];
  return a.length === b.length && timingSafeEqual(a, b);
};
