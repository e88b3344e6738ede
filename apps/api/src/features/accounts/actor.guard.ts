import { createHash } from 'node:crypto';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problems.ts';
import { ConfigToken } from '../../platform/config/config.token.ts';
import type { Config } from '../../platform/config/config.ts';
import { Database } from '../../platform/database/database.ts';
import type { ActingRequest } from '../../platform/http/by.ts';
import { Cookies } from '../../platform/http/cookies.ts';
import { routeOf } from '../../platform/http/route.ts';
import { findSession, isSecondFactorMissing } from './session.queries.ts';
import { sessionCookie } from './session.rules.ts';

type Idempotency = NonNullable<NonNullable<Actor['request']>['idempotency']>;

/** The global guard. Fails closed: a handler without a contract is refused, and only a `public` route needs no actor. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    private readonly database: Database,
    private readonly cookies: Cookies,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = routeOf(context);
    if (route?.access === 'public') return true;
    if (!route) throw new Error(`${context.getHandler().name} has no contract.`);
    const request = context.switchToHttp().getRequest<FastifyRequest & ActingRequest>();
    const session = await findSession(this.database, this.cookies.read(request, sessionCookie));
    if (!session) throw new Problem('unauthenticated');
    const { person, sessionId, expiresAt } = session;
    const secondFactorMissing = isSecondFactorMissing(session, this.config);
    if (secondFactorMissing && !route.beforeEnrolment) throw new Problem('second-factor-missing');
    const isRepeatable = route.method !== 'GET' && route.repeatable !== false;
    const idempotency = isRepeatable ? idempotencyOf(request, person) : undefined;
    request.actor = {
      ...person,
      request: { id: request.id, sessionId, expiresAt, secondFactorMissing, ...(idempotency && { idempotency }) },
    } satisfies Actor;
    return true;
  }
}

/**
 * The client's Idempotency-Key, where it sent one, with the fingerprint of what it names: the request, and the offices in
 * which it was made, so that nobody is answered again for an office that has ended.
 */
function idempotencyOf(request: FastifyRequest, { offices }: Pick<Actor, 'offices'>): Idempotency | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Problem('invalid', {
      issues: [{ in: 'header', pointer: '/idempotency-key', code: 'invalid_format' }],
    });
  }
  const held = offices.map(({ office, organizationId }) => `${office} ${organizationId}`).join();
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.url}\n${held}\n${written(request.body)}`)
    .digest();
  return { key, fingerprint };
}

/** A body as text; one nested too deep to be written is none of ours. */
function written(body: unknown): string {
  try {
    return JSON.stringify(body ?? null);
  } catch {
    throw new Problem('malformed');
  }
}
