import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { api, type Route } from '@blizej/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problems.ts';
import type { Config } from '../config/config.ts';
import { answerProblem } from './problem-filter.ts';

/** Whether anybody can call a route, so that calls of it are counted; whoever runs the portal asks for its health as often as wanted. */
export const isLimited = ({ access, path }: Route): boolean => access === 'public' && /^\/(api|auth)\//.test(path);

/**
 * Limits how often an address calls what needs no session, in a minute: documents, feeds and files by a number of their own,
 * for they are drawn or read whole. Each instance counts for itself, in memory, and of IPv6 a network of 64 bits as one address.
 */
export async function limitPublicRoutes(
  app: NestFastifyApplication,
  { publicLimit, publicFileLimit }: Pick<Config, 'publicLimit' | 'publicFileLimit'>,
): Promise<void> {
  await app.register(rateLimit, { global: false });
  const fastify = app.getHttpAdapter().getInstance();
  const timeWindow = 60_000;
  const pages = fastify.createRateLimit({ max: publicLimit, timeWindow });
  const files = fastify.createRateLimit({ max: publicFileLimit, timeWindow });
  const limits = new Map(
    Object.values<Route>(api)
      .filter(isLimited)
      .map((route) => [`${route.method} ${route.path}`, route.file ? files : pages]),
  );
  fastify.addHook('onRequest', async (request, reply) => {
    // Whoever asks for the head of an answer has it made all the same.
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const limit = await limits.get(`${method} ${request.routeOptions.url}`)?.(request);
    return limit && !limit.isAllowed && limit.isExceeded ? refuse(request, reply, limit.ttlInSeconds) : undefined;
  });
}

/** Answers instead of the handler; the reply is given so that Fastify waits until it is sent. */
function refuse(request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply {
  answerProblem(new Problem('too-many-requests', { retryAfter: Math.max(1, seconds) }), request, reply);
  return reply;
}
