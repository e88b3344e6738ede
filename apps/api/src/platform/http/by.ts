import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language } from '@blizej/contracts';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { preferredLanguage } from './problem-filter.ts';

/** A request after the guard: public routes have no actor. */
export interface ActingRequest {
  actor?: Actor;
}

/** The actor of the request, as the guard found it. On a public route there is none: asking for it is a mistake. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (!actor) throw new Error('A handler of a public route asked for an actor.');
  return actor;
});

/** The language in which the request wants to be answered. */
export const Spoken = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  preferredLanguage(context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language']),
);
