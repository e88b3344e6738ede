import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';

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
