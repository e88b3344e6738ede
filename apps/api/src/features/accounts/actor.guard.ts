import { createHash } from 'node:crypto';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { getRequestCookie } from '@nestjs/core/helpers/cookies/request-cookies.js';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problems.ts';
import { ConfigToken } from '../../platform/config/config.token.ts';
import type { Config } from '../../platform/config/config.ts';
import { Database } from '../../platform/database/database.ts';
import type { ActingRequest } from '../../platform/http/by.ts';
import { routeOf } from '../../platform/http/route.ts';
import { actorOfSession } from './session.queries.ts';
import { cookieName } from './session.rules.ts';

/** The global guard. Fails closed: a handler without a contract is refused, and only a `public` route needs no actor. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    private readonly database: Database,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = routeOf(context);
    if (route?.access === 'public') return true;
    if (!route) throw new Error(`${context.getHandler().name} has no contract.`);
    const request = context.switchToHttp().getRequest<FastifyRequest & ActingRequest>();
    const actor = await actorOfSession(this.database, getRequestCookie(request, cookieName(this.config.secure)));
    if (!actor) throw new Problem('unauthenticated');
    const { session, ...person } = actor;
    const idempotency = route.method === 'GET' ? undefined : idempotencyOf(request);
    request.actor = {
      ...person,
      request: {
        id: request.id,
        sessionId: session.id,
        expiresAt: session.expiresAt,
        ...(idempotency && { idempotency }),
      },
    } satisfies Actor;
    return true;
  }
}

/** The client's Idempotency-Key, where it sent a usable one, with the fingerprint of what it names. */
function idempotencyOf(request: FastifyRequest): { key: string; fingerprint: Buffer } | undefined {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !/^[\w-]{8,128}$/.test(key)) return undefined;
  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
  return { key, fingerprint };
}
