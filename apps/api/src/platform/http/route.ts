import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Post,
  Put,
  Redirect,
  SerializeOptions,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { successStatus, type Route as RouteContract } from '@blizej/contracts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

const metadataKey = 'blizej:route';
const verbs = { GET: Get, POST: Post, PUT: Put, DELETE: Delete };

/** Nest strips the items of an array one by one. */
const stripping = (response: NonNullable<RouteContract['response']>) =>
  response instanceof z.ZodArray ? response.element : response;

/**
 * Binds a handler to its line of the wire: method, path, success status, and the schema that strips its answer. A handler
 * of a route that redirects gives `{ url }`.
 */
export const Route = (route: RouteContract): MethodDecorator =>
  applyDecorators(
    SetMetadata(metadataKey, route),
    verbs[route.method](route.path),
    HttpCode(successStatus(route)),
    ...(route.response ? [SerializeOptions({ schema: stripping(route.response) })] : []),
    ...(route.redirects ? [Redirect()] : []),
  );

/** The contract of the handler that a request reaches; undefined where somebody forgot it (the guard then refuses). */
export const routeOf = (context: ExecutionContext): RouteContract | undefined =>
  Reflect.getMetadata(metadataKey, context.getHandler()) as RouteContract | undefined;

/** The parts of a request that a contract speaks of, unparsed. */
export const inputOf = (route: RouteContract, { params, query, body }: FastifyRequest): unknown => ({
  ...(route.params && { params }),
  ...(route.query && { query }),
  ...(route.body && { body: body ?? {} }),
});

/** One schema over those parts. */
export const inputSchema = (route: RouteContract) =>
  z.object({
    ...(route.params && { params: route.params }),
    ...(route.query && { query: route.query }),
    ...(route.body && { body: route.body }),
  });

const extract = createParamDecorator((route: RouteContract, context: ExecutionContext) =>
  inputOf(route, context.switchToHttp().getRequest<FastifyRequest>()),
);

/** What the request gives to a handler: `params`, `query` and `body`, as the contract parses them (404 or 422 else). */
export const Input = (route: RouteContract): ParameterDecorator =>
  extract(route, { schema: inputSchema(route) } as never);
